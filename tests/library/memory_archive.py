"""An archive in memory, as plain as can be: that another engine fits behind the seam."""

import math
from collections.abc import Iterator, Sequence

from qa_app.encoding.protocol import Vectors
from qa_app.errors import LibraryError
from qa_app.library.analyzer import Analyzer
from qa_app.library.archive import Found, NewDocument
from qa_app.library.narrowing import narrowing_of
from qa_app.library.stored import StoredPassage
from qa_app.model import Restriction


class MemoryArchive:
    """See `Archive`."""

    def __init__(self, dim: int) -> None:
        self._dim = dim
        self._analyzer = Analyzer()
        self._passages: dict[int, StoredPassage] = {}
        self._hashes: dict[str, int] = {}
        self._n_passages = 0
        self._n_documents = 0

    @property
    def dim(self) -> int:
        """See `Archive.dim`."""
        return self._dim

    def count(self) -> int:
        """See `Archive.count`."""
        return len(self._passages)

    def add(self, documents: Sequence[NewDocument]) -> list[int]:
        """See `Archive.add`."""
        for new in documents:
            if any(len(one.vectors.passage) != self._dim for one in new.passages):
                raise LibraryError(f"{new.path} has vectors of another length.")
        return [self._hashes.get(new.content_hash) or self._put(new) for new in documents]

    def _put(self, new: NewDocument) -> int:
        self._n_documents += 1
        self._hashes[new.content_hash] = self._n_documents
        for one in new.passages:
            self._n_passages += 1
            passage = one.passage
            start = passage.span.start
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
            del self._passages[i]
        self._hashes = {h: i for h, i in self._hashes.items() if i not in document_ids}
        return len(gone)

    def by_keywords(
        self, asked: Sequence[Sequence[str]], k: int, only: Sequence[Restriction] = ()
    ) -> list[list[Found]]:
        """See `Archive.by_keywords`."""
        terms = {own.id: self._analyzer.terms(own.text) for own in self._meeting(only)}
        return [
            _best(((i, _weight(wanted, held)) for i, held in terms.items()), k, above=0.0)
            for wanted in asked
        ]

    def by_vectors(
        self, asked: Vectors, k: int, only: Sequence[Restriction] = ()
    ) -> list[list[Found]]:
        """See `Archive.by_vectors`."""
        passages = list(self._meeting(only))
        return [_best(((p.id, float(p.vector @ row)) for p in passages), k) for row in asked]

    def passages(self, ids: Sequence[int]) -> dict[int, StoredPassage]:
        """See `Archive.passages`."""
        return {i: self._passages[i] for i in ids if i in self._passages}

    def _meeting(self, only: Sequence[Restriction]) -> Iterator[StoredPassage]:
        narrowing = narrowing_of(only)
        return (own for own in self._passages.values() if narrowing.allows(own, self._analyzer))


def _weight(wanted: Sequence[str], held: Sequence[str]) -> float:
    return sum(held.count(term) for term in set(wanted)) / (1 + math.log(len(held) + 1))


def _best(scored: Iterator[tuple[int, float]], k: int, above: float = -math.inf) -> list[Found]:
    found = [Found(i, score) for i, score in scored if score > above]
    return sorted(found, key=lambda one: (-one.score, one.passage_id))[:k]
