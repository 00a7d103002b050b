"""An archive in memory, as plain as can be: that another engine fits behind the seam."""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import zip_longest
from uuid import uuid4

from qa_app.encoding.protocol import Vectors
from qa_app.errors import LibraryError, LibraryMismatch
from qa_app.language.phrases import UNSPACED
from qa_app.language.speech.naming import words_naming
from qa_app.language.speech.recognition import statements_in
from qa_app.language.speech.statement import Statement
from qa_app.library.analyzer import Analyzer
from qa_app.library.anchoring import context_of
from qa_app.library.archive import HEADING_WEIGHT, NewDocument
from qa_app.library.catalogue import Catalogue, Listed
from qa_app.library.narrowing import narrowing_of
from qa_app.library.stored import (
    PARTS_AROUND,
    Averages,
    Explained,
    Spelling,
    StoredPassage,
    paragraphs_of,
)
from qa_app.model import BlockKind, Restriction, Snippet, SourceText, Span, page_at
from tests.library.memory_names import explained_in, spellings_in

_K1 = 1.2
_B = 0.75


class MemoryArchive:
    """See `Archive`."""

    def __init__(self, dim: int, encoder: str = "hash-64") -> None:
        self._dim = dim
        self._encoder = encoder
        self._analyzer = Analyzer()
        self._documents: dict[int, NewDocument] = {}
        self._passages: dict[int, StoredPassage] = {}
        self._statements: dict[int, tuple[Statement, ...]] = {}
        self._n_passages = 0
        self._n_documents = 0
        self._fields = self._analysed()
        self.background: float | None = None

    @property
    def dim(self) -> int:
        """See `Passages.dim`."""
        return self._dim

    @property
    def analyzer(self) -> Analyzer:
        """See `Terms.analyzer`."""
        return self._analyzer

    def refresh(self, wait_s: float = 5.0) -> None:
        """See `Corpus.refresh`: everything is there at once, however long one would wait."""
        assert wait_s >= 0

    def check_encoder(self, named: str) -> None:
        """See `Corpus.check_encoder`."""
        if named != self._encoder:
            raise LibraryMismatch(f"The archive's vectors are of {self._encoder}, not of {named}.")

    def add(self, documents: Sequence[NewDocument]) -> list[int]:
        """See `Archive.add`."""
        for new in documents:
            if any(len(one.vectors.passage) != self._dim for one in new.passages):
                raise LibraryError(f"{new.path} has vectors of another length.")
        ids = [self._same(new) or self._put(new) for new in documents]
        self._fields = self._analysed()
        return ids

    def _same(self, new: NewDocument) -> int | None:
        known = self._documents.items()
        return next((i for i, own in known if own.content_hash == new.content_hash), None)

    def _put(self, new: NewDocument) -> int:
        self._n_documents += 1
        self._documents[self._n_documents] = new
        said = statements_in(new.document.text, [one.passage for one in new.passages])
        for one, statements in zip(new.passages, said, strict=True):
            self._n_passages += 1
            passage = one.passage
            start = passage.span.start
            self._statements[self._n_passages] = tuple(statements)
            self._passages[self._n_passages] = StoredPassage(
                id=self._n_passages,
                document_id=self._n_documents,
                span=passage.span,
                paragraph=passage.paragraph,
                kind=passage.kind,
                context=passage.context,
                text=passage.span.of(new.document.text),
                sentences=tuple(span.shifted(-start) for span in passage.sentences),
                vector=one.vectors.passage,
                sentence_vectors=one.vectors.sentences,
                metadata=new.document.metadata,
                path=new.path,
            )
        return self._n_documents

    def remove(self, document_ids: Sequence[int]) -> int:
        """See `Archive.remove`."""
        gone = [i for i, own in self._passages.items() if own.document_id in document_ids]
        for i in gone:
            del self._passages[i], self._statements[i]
        self._documents = {i: d for i, d in self._documents.items() if i not in document_ids}
        self._fields = self._analysed()
        return len(gone)

    @property
    def n_documents(self) -> int:
        """See `Passages.n_documents`."""
        return len(self._documents)

    def count(self, only: Sequence[Restriction] = ()) -> int:
        """See `Passages.count`."""
        return len(self._meeting(only))

    def by_keywords(
        self, asked: Sequence[Sequence[str]], k: int, only: Sequence[Restriction] = ()
    ) -> list[dict[int, float]]:
        """See `Passages.by_keywords`."""
        texts, headings = self._fields

        def bm25(i: int, terms: Sequence[str]) -> float:
            return sum(max(texts.bm25(i, t), HEADING_WEIGHT * headings.bm25(i, t)) for t in terms)

        meeting = self._meeting(only)
        return [_best({i: s for i in meeting if (s := bm25(i, terms)) > 0}, k) for terms in asked]

    def by_vectors(
        self, asked: Vectors, k: int, only: Sequence[Restriction] = ()
    ) -> list[dict[int, float]]:
        """See `Passages.by_vectors`."""
        meeting = self._meeting(only)
        return [_best({i: float(p.vector @ row) for i, p in meeting.items()}, k) for row in asked]

    def newest(self, k: int, only: Sequence[Restriction]) -> list[int]:
        """See `Passages.newest`."""
        meeting = self._meeting(only)
        by_date = {own.document_id: own.metadata.date for own in meeting.values()}
        newest = sorted(sorted(by_date), key=by_date.__getitem__, reverse=True)
        turns = {i: [p.id for p in meeting.values() if p.document_id == i] for i in newest}
        return [i for turn in zip_longest(*turns.values()) for i in turn if i is not None][:k]

    def ids_at(self, places: Sequence[int]) -> list[int]:
        """See `Passages.ids_at`."""
        ids = sorted(self._passages)
        return [ids[place] for place in places]

    def passages(self, ids: Sequence[int]) -> dict[int, StoredPassage]:
        """See `Passages.passages`."""
        return {i: self._passages[i] for i in ids if i in self._passages}

    def paragraphs(self, ids: Sequence[int]) -> list[tuple[StoredPassage, ...]]:
        """See `Passages.paragraphs`."""
        around = {i for own in self.passages(ids).values() for i in self._parts(own)}
        return paragraphs_of(self.passages([*around]))

    def _parts(self, one: StoredPassage) -> Iterable[int]:
        for i in range(one.id - PARTS_AROUND, one.id + PARTS_AROUND + 1):
            other = self._passages.get(i, one)
            same = (one.document_id, one.paragraph) == (other.document_id, other.paragraph)
            if same and (other is one or BlockKind.FURNITURE not in {one.kind, other.kind}):
                yield other.id

    @property
    def averages(self) -> Averages:
        """See `Terms.averages`."""
        n, n_terms = len(self._passages), self._fields[0].n_terms
        n_sentences = sum(len(own.sentences) for own in self._passages.values())
        return Averages(n, n_terms / max(n, 1), n_terms / max(n_sentences, 1))

    def document_frequencies(self, terms: Sequence[str]) -> dict[str, int]:
        """See `Terms.document_frequencies`."""
        texts, headings = self._fields
        return {term: texts.frequencies[term] or headings.frequencies[term] for term in terms}

    def completions(self, prefix: str, k: int) -> list[str]:
        """See `Terms.completions`."""
        texts, _ = self._fields
        begun = [term for term in texts.frequencies if term.startswith(prefix)]
        return sorted(begun, key=lambda term: (-texts.frequencies[term], term))[:k]

    def holding(self, words: Sequence[str]) -> set[str]:
        """See `Terms.holding`."""
        texts = [
            f"{own.document.metadata}\n{own.document.text}" for own in self._documents.values()
        ]
        return {word for word in words if any(_holds(text, word) for text in texts)}

    def spellings(self, keys: Collection[str]) -> dict[str, list[Spelling]]:
        """See `Names.spellings`."""
        return spellings_in(self._documents.values(), keys)

    def explained(self, shorts: Collection[str], longs: Collection[str]) -> list[Explained]:
        """See `Names.explained`."""
        return explained_in(self._documents.values(), shorts, longs)

    @property
    def is_examined(self) -> bool:
        """See `Statements.is_examined`."""
        return True

    def by_speaker(
        self, words: Collection[str], k: int, only: Sequence[Restriction] = ()
    ) -> list[int]:
        """See `Statements.by_speaker`."""
        surest: dict[int, float] = {}
        for i in self._meeting(only):
            found = [words_naming(statement) for statement in self._statements[i]]
            sure = [by_word[word] for by_word in found for word in words if word in by_word]
            if sure:
                surest[i] = max(sure)
        return list(_best(surest, k))

    def statements(self, ids: Sequence[int]) -> dict[int, tuple[Statement, ...]]:
        """See `Statements.statements`."""
        return {i: self._statements[i] for i in ids if self._statements.get(i)}

    def source_text(self, document_id: int) -> SourceText | None:
        """See `Texts.source_text`."""
        new = self._documents.get(document_id)
        if new is None:
            return None
        own = new.document
        return SourceText(document_id, new.path, own.metadata, own.text, own.blocks, own.pages)

    def make_snippet(self, document_id: int, span: Span, question: str, kept_at: str) -> Snippet:
        """See `Texts.make_snippet`."""
        new = self._documents.get(document_id)
        if new is None or not 0 <= span.start < span.end <= len(new.document.text):
            raise LibraryError("Those words are not in the archive.")
        prefix, suffix = context_of(new.document.text, span)
        before = [one.passage for one in new.passages if one.passage.span.start <= span.start]
        return Snippet(
            id=str(uuid4()),
            quote=span.of(new.document.text),
            path=new.path,
            content_hash=new.content_hash,
            span=span,
            paragraph=max((passage.paragraph for passage in before), default=0),
            page=page_at(new.document.pages, span.start),
            metadata=new.document.metadata,
            question=question,
            kept_at=kept_at,
            prefix=prefix,
            suffix=suffix,
            document_id=document_id,
        )

    @property
    def catalogue(self) -> Catalogue:
        """See `Corpus.catalogue`."""
        listed = [Listed(i, d.document.metadata, (d.path,)) for i, d in self._documents.items()]
        return Catalogue(listed, lambda: [(p.document_id, p.id) for p in self._passages.values()])

    def _meeting(self, only: Sequence[Restriction]) -> dict[int, StoredPassage]:
        narrowing = narrowing_of(only)
        return {i: p for i, p in self._passages.items() if narrowing.allows(p, self._analyzer)}

    def _analysed(self) -> tuple["_Field", "_Field"]:
        """The texts of the passages, and what stands above them."""
        terms, passages = self._analyzer.terms, self._passages
        texts = _Field({i: terms(own.text) for i, own in passages.items()})
        return texts, _Field({i: terms(own.heading) for i, own in passages.items()})


class _Field:
    """The terms of passages by id, counted as BM25 needs them."""

    def __init__(self, held: Mapping[int, Sequence[str]]) -> None:
        self._counts = {i: Counter(terms) for i, terms in held.items()}
        self._lengths = {i: len(terms) for i, terms in held.items()}
        self.n_terms = sum(self._lengths.values())
        self._mean = self.n_terms / max(len(held), 1)
        self.frequencies = Counter(term for terms in held.values() for term in set(terms))

    def bm25(self, i: int, term: str) -> float:
        """The score of one term in one passage."""
        tf, df = self._counts[i][term], self.frequencies[term]
        idf = math.log(1 + (len(self._counts) - df + 0.5) / (df + 0.5))
        length = _as_a_byte(self._lengths[i])
        norm = _K1 * (1 - _B + _B * length / max(self._mean, 1.0))
        return idf * tf * (_K1 + 1) / (tf + norm)


def _best(scores: Mapping[int, float], k: int) -> dict[int, float]:
    best = sorted(scores.items(), key=lambda one: (-one[1], one[0]))
    return dict(best[:k])


def _holds(text: str, word: str) -> bool:
    whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    return whole.search(text) is not None or (UNSPACED.search(word) is not None and word in text)


def _as_a_byte(length: int) -> int:
    """A length as tantivy keeps it: exactly up to forty, then in steps that double after eight."""
    start, step = 40, 2
    while length >= start + 8 * step:
        start, step = start + 8 * step, 2 * step
    return length if length <= start else start + (length - start) // step * step
