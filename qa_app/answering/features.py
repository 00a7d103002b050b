"""Exact features of a candidate paragraph: keywords and vectors, of the whole and each sentence.

A paragraph too long for the encoder is kept as several passages, its parts; it is measured as one,
so that cutting it costs it nothing.
"""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import NamedTuple, TypeVar, overload

from msgspec import Struct

from qa_app.language.speech.statement import Statement
from qa_app.library.stored import StoredPassage
from qa_app.model import Span

Item = TypeVar("Item")


class Lazily(Sequence[Item]):
    """A sequence whose items are made when they are looked at: of most candidates few are."""

    def __init__(self, n_items: int, make: Callable[[int], Item]) -> None:
        self._n_items = n_items
        self._make = make
        self._made: dict[int, Item] = {}

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        numbers = range(self._n_items)[at]
        return self._item(numbers) if isinstance(numbers, int) else [*map(self._item, numbers)]

    def __len__(self) -> int:
        return self._n_items

    def _item(self, number: int) -> Item:
        if number not in self._made:
            self._made[number] = self._make(number)
        return self._made[number]


class Match(Struct, frozen=True):
    """A term of the question found in a part. `span` is of the part; `place` counts its terms."""

    term: str
    span: Span
    place: int


class Sentence(Struct, frozen=True):
    """A sentence of a candidate: where it stands and what it scores.

    `span` is of the part numbered `part`; `terms` are the question's that it holds, `coverage`
    their share of its idf; `answer_kind` says how far it holds what kind of thing is asked for.
    Both lie in 0 to 1.
    """

    part: int
    span: Span
    text: str
    terms: frozenset[str]
    bm25: float
    cosine: float
    coverage: float
    answer_kind: float


class SentenceFeatures(NamedTuple):
    """What `SentenceWeights` weigh beside the kind of thing that is asked for.

    How much nearer to the question the sentence is than the mean of its paragraph; the share of the
    terms found in the paragraph that it holds, weighed by their idf over its sentences; the
    coverage of the sentence before, as far as this one does not hold the words itself.
    """

    nearer: float
    rare: float
    carried_on: float


class Features(Struct, frozen=True):
    """Exact features of one candidate paragraph.

    `bm25` and `bm25_sentence` are 0 or more; `cosine` and `cosine_sentence`, of the nearest part
    and sentence, in -1 to 1. In 0 to 1: `coverage`, the share of the question's idf that its text
    and headings hold; `coverage_nearby`, the most that two sentences on end hold; `phrases`, the
    share of the question's neighbouring terms that are neighbours here too; `answer_kind`, that of
    the best sentence; `missing_name`, the idf of the rarest name of the question that is not here,
    as a share of the highest idf there is. `core` and `core_nearby` are coverage and coverage
    nearby with little weight on words that only shape the question; `held` is all the idf that it
    holds, 0 or more, in units of the highest there is.

    `sentence_features` tell which sentence answers, with `answer_kinds`, how far each holds what
    kind of thing is asked for. The former are worked out for all candidates when the first is asked
    for, each of the latter when it is looked at.

    Where it is not so that it `may_repeat` another candidate, nothing in it is said word for word
    in another.

    `lacking` are the terms that something named is asked about with (who *killed* Governor Hale),
    where none of them is here; it is empty where one is.
    """

    parts: tuple[StoredPassage, ...]
    sentences: Sequence[Sentence]
    sentence_features: Callable[[], Sequence[SentenceFeatures]]
    answer_kinds: Sequence[float]
    bm25: float
    bm25_sentence: float
    cosine: float
    cosine_sentence: float
    coverage: float
    coverage_nearby: float
    phrases: float
    answer_kind: float
    missing_name: float
    core: float
    core_nearby: float
    held: float
    lacking: frozenset[str]
    may_repeat: bool
    matches: Sequence[Sequence[Match]]
    statements: tuple[tuple[Statement, ...], ...]

    @property
    def id(self) -> int:
        """The id of the first part, which orders candidates as the documents have them."""
        return self.parts[0].id

    @property
    def certainty(self) -> float:
        """How sure the surest statement asked for is, 0 where there is none."""
        return max((s.certainty for s in chain(*self.statements)), default=0.0)
