"""The one seam behind which passages are kept and found, whatever engine does it.

Values go through it and nothing else: no connection, no index and no cursor of any engine. What is
asked is asked in batches, because another engine may be far away. docs/decisions/seam.md says why
it is as it is; tests/library/archives.py holds what every engine has to keep.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from qa_app.encoding.protocol import PassageVectors, Vectors
from qa_app.library.stored import StoredPassage
from qa_app.model import Document, Passage, Restriction


@dataclass(frozen=True, slots=True)
class NewPassage:
    """A passage to be kept with its vectors."""

    passage: Passage
    vectors: PassageVectors


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document to be kept: its passages are spans of its text, in order.

    `path` is where it is from, relative to whatever is archived, with slashes; `content_hash` names
    its bytes: what has the same is the same document.
    """

    path: str
    content_hash: str
    document: Document
    passages: tuple[NewPassage, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate; a higher score is better, and only those of one search compare."""

    passage_id: int
    score: float


class Archive(Protocol):
    """Passages, found by keywords and by vectors, read by id.

    Ids of passages and documents are opaque, are never given out twice, and name the same passage
    as long as it is there. What `add` and `remove` have done is found by every search that begins
    after they return. For one thread.

    Raises, wherever it cannot do what is asked: LibraryBusy where trying again will help,
    LibraryDamaged where a repair will, LibraryError with a sentence where neither does.
    """

    @property
    def dim(self) -> int:
        """The length of every vector."""
        ...

    def count(self) -> int:
        """How many passages there are."""
        ...

    def add(self, documents: Sequence[NewDocument]) -> list[int]:
        """Keep documents, all of them or none: their ids, in the order given.

        One of the same content is kept once, and has the id that it had.
        """
        ...

    def remove(self, document_ids: Sequence[int]) -> int:
        """Drop documents: how many passages went with them. Ids that are not there are let be."""
        ...

    def by_keywords(
        self, asked: Sequence[Sequence[str]], k: int, only: Sequence[Restriction] = ()
    ) -> list[list[Found]]:
        """For each list of analysed terms the `k` best passages by BM25, the best first.

        Those that hold any of the terms and meet all restrictions.
        """
        ...

    def by_vectors(
        self, asked: Vectors, k: int, only: Sequence[Restriction] = ()
    ) -> list[list[Found]]:
        """For each row, `(n, dim)` float32 of unit length, the `k` nearest, the nearest first.

        Those that meet all restrictions. The score is the cosine, right to some thousandths; at
        least .95 of the nearest are found.
        """
        ...

    def passages(self, ids: Sequence[int]) -> dict[int, StoredPassage]:
        """The passages that are (still) there, by id."""
        ...
