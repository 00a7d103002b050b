"""The one seam behind which documents are kept and found, whatever engine does it.

Values go through it and nothing else: no connection, no index and no cursor of any engine. What is
asked is asked in batches, because another engine may be far away. docs/decisions/seam.md says why
it is as it is; `ArchiveContract` (tests/library/archive_knowledge.py) holds what every engine has
to keep.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from qa_app.encoding.protocol import PassageVectors, Vectors
from qa_app.language.dates import Days
from qa_app.language.speech.statement import Statement
from qa_app.library.analyzer import Analyzer
from qa_app.library.stored import Averages, Explained, Named, Spelling, StoredPassage
from qa_app.model import Document, Passage, Restriction, Snippet, SourceText, Span

# How much a term in a heading counts beside one in the text: a title names what every paragraph
# under it is about, and should break ties, not win.
HEADING_WEIGHT = 0.3


class Passages(Protocol):
    """Passages, found by keywords and by vectors, read by id.

    Ids of passages and documents are opaque, are never given out twice, and name the same passage
    as long as it is there; a later passage of a document has a higher id. Those of one paragraph
    follow one another. What is found are scores by id, the best first, and a higher score is
    better; only those of one search compare.
    """

    @property
    def dim(self) -> int:
        """The length of every vector."""
        ...

    @property
    def n_documents(self) -> int:
        """How many documents there are."""
        ...

    def count(self, only: Sequence[Restriction] = ()) -> int:
        """How many passages there are, or how many of them meet all restrictions."""
        ...

    def by_keywords(
        self, asked: Sequence[Sequence[str]], k: int, only: Sequence[Restriction] = ()
    ) -> list[dict[int, float]]:
        """For each list of analysed terms the `k` best passages by BM25, the best first.

        Those that hold any of the terms, in their text or above it (see `HEADING_WEIGHT`), and
        meet all restrictions.
        """
        ...

    def by_vectors(
        self, asked: Vectors, k: int, only: Sequence[Restriction] = ()
    ) -> list[dict[int, float]]:
        """For each row, `(n, dim)` float32 of unit length, the `k` nearest, the nearest first.

        Those that meet all restrictions. The score is the cosine, right to some thousandths; at
        least .95 of the nearest are found.
        """
        ...

    def newest(self, k: int, only: Sequence[Restriction]) -> list[int]:
        """`k` of the passages that meet all restrictions, by turns.

        The first one of each document, the newest document before others; then the second.
        """
        ...

    def ids_at(self, places: Sequence[int]) -> list[int]:
        """The passages at some places, from 0, among all in the order of their ids."""
        ...

    def passages(self, ids: Sequence[int]) -> dict[int, StoredPassage]:
        """The passages that are (still) there, by id.

        What was read is best remembered while nothing changes: the likeliest passages are asked
        for ahead, and once more with the rest.
        """
        ...

    def paragraphs(self, ids: Sequence[int]) -> list[tuple[StoredPassage, ...]]:
        """The paragraphs that the passages belong to: the parts of each, in order.

        Of an endless one, a text without empty lines, only what stands around the passages.
        """
        ...


class Terms(Protocol):
    """The words of the passages, analysed."""

    @property
    def analyzer(self) -> Analyzer:
        """What makes terms of words. It is the same for every archive; it remembers texts."""
        ...

    @property
    def averages(self) -> Averages:
        """Lengths over all passages, in terms."""
        ...

    def document_frequencies(self, terms: Sequence[str]) -> dict[str, int]:
        """In how many passages' texts each analysed term occurs, or else in what stands above.

        About as many, but 0 for what nothing holds and for nothing else.
        """
        ...

    def completions(self, prefix: str, k: int) -> list[str]:
        """The `k` most frequent terms that begin with `prefix` (lower-cased, not stemmed)."""
        ...

    def holding(self, words: Sequence[str]) -> set[str]:
        """Those of words, as they were typed, that any document holds.

        In its headings, and in what is left out of its passages, too.
        """
        ...


class Names(Protocol):
    """The names in the documents, and what their acronyms stand for."""

    def spellings(self, keys: Collection[str]) -> dict[str, list[Spelling]]:
        """What the documents spell under each of some keys (see `name_keys`)."""
        ...

    def explained(self, shorts: Collection[str], longs: Collection[str]) -> list[Explained]:
        """The acronyms that the documents explain, the most often explained first.

        Args:
            shorts: acronyms, folded; everything they stand for is found.
            longs: what acronyms may stand for, as `long_key` gives it.
        """
        ...


class Statements(Protocol):
    """Who says what in the passages."""

    @property
    def is_examined(self) -> bool:
        """Whether the statements of all documents are known."""
        ...

    def by_speaker(
        self, words: Collection[str], k: int, only: Sequence[Restriction] = ()
    ) -> list[int]:
        """Passages with a statement by someone whom one of the words, folded, names or describes.

        Those that meet all restrictions, the surest first. Of more than `k` that the words find,
        the less sure need not be looked at.
        """
        ...

    def statements(self, ids: Sequence[int]) -> dict[int, tuple[Statement, ...]]:
        """The statements of passages, in the order of the text; only of those that carry any."""
        ...


class Sources(Protocol):
    """What the documents say of themselves: where they are from, who wrote them, and when.

    Sets are of documents. Keys are those of `source_names`.
    """

    @property
    def days(self) -> tuple[Days, ...]:
        """The days that documents are dated, each once, in order."""
        ...

    @property
    def sources(self) -> Mapping[str, frozenset[int]]:
        """Which documents each key of a publisher or host stands for."""
        ...

    @property
    def source_begins(self) -> frozenset[str]:
        """What their keys begin with (see `source_names.begins_of`)."""
        ...

    @property
    def places(self) -> Mapping[str, frozenset[int]]:
        """Which documents each key of a title, a file or a folder stands for."""
        ...

    @property
    def authors(self) -> Mapping[str, frozenset[int]]:
        """Which documents each key of an author stands for."""
        ...

    @property
    def author_names(self) -> tuple[str, ...]:
        """The authors' names, the most frequent first."""
        ...

    @property
    def publishers_by_documents(self) -> Mapping[frozenset[int], str]:
        """The most frequent spelling of each publisher, by the documents it stands for."""
        ...

    def documents_from(self, source: str) -> frozenset[int]:
        """The documents of a source, as `is_from` has it."""
        ...

    def documents_by(self, author: str) -> frozenset[int]:
        """The documents of an author, as `is_by` has it."""
        ...

    def names_from(self, key: str) -> set[str]:
        """The titles and file names whose keys begin with `key`."""
        ...

    def named_with(self, terms: Collection[str], analyzer: Analyzer) -> list[Named]:
        """The titles and file names that hold every one of the terms, which are not none."""
        ...


class Corpus(Passages, Terms, Names, Statements, Protocol):
    """Everything that answering a question needs. For one thread.

    Raises, wherever it cannot do what is asked: LibraryBusy where trying again will help,
    LibraryDamaged where a repair will, LibraryError with a sentence where neither does.
    """

    @property
    def catalogue(self) -> Sources:
        """What the documents say of themselves."""
        ...

    @property
    def background(self) -> float | None:
        """What a near miss looks like in it (see `answering.background`), where that is known."""
        ...

    def refresh(self, wait_s: float = 5.0) -> None:
        """Begin a question: take up what was added and removed until now.

        Where there is nothing to be asked yet, that is waited for, `wait_s` at most.

        Raises:
            LibraryBusy: there is nothing to be asked yet.
        """
        ...

    def check_encoder(self, named: str) -> None:
        """Raise LibraryMismatch where the vectors are not the named encoder's."""
        ...


class Texts(Protocol):
    """Whole documents: what a hit is shown in, kept from and cited from."""

    def source_text(self, document_id: int) -> SourceText | None:
        """A whole document; None where it is there no more."""
        ...

    def make_snippet(self, document_id: int, span: Span, question: str, kept_at: str) -> Snippet:
        """A snippet of the words at `span` of a document.

        Raises:
            LibraryError: the document is there no more, or the span is none of its text.
        """
        ...


class NewPassage(Struct, frozen=True):
    """A passage to be kept with its vectors."""

    passage: Passage
    vectors: PassageVectors


class NewDocument(Struct, frozen=True):
    """A document to be kept: its passages are spans of its text, in order.

    `path` is where it is from, relative to whatever is archived, with slashes; `content_hash` names
    its bytes: what has the same is the same document.
    """

    path: str
    content_hash: str
    document: Document
    passages: tuple[NewPassage, ...]


class Archive(Corpus, Texts, Protocol):
    """A corpus that documents are put into.

    Who says what in them, and which names they spell how, the archive finds itself: it is in their
    texts. What `add` and `remove` have done is found by every search that begins after they return.
    """

    def add(self, documents: Sequence[NewDocument]) -> list[int]:
        """Keep documents, all of them or none: their ids, in the order given.

        One of the same content is kept once, and has the id that it had.
        """
        ...

    def remove(self, document_ids: Sequence[int]) -> int:
        """Drop documents: how many passages went with them. Ids that are not there are let be."""
        ...
