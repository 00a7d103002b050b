"""Where the terms of a question stand in many texts, found for all of them at once."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from msgspec import Struct

from qa_app.answering.variants import Expansion
from qa_app.library.analyzer import Analyzer, Ints, Scan


class FoundTerms(Struct, frozen=True):
    """Each place where a term of the question stands, by text and then by place.

    `column` numbers the terms of the question, `text` the texts, `place` the terms of a text;
    `start` and `end` are code points. All are `(n_found,)` int64.
    """

    column: Ints
    text: Ints
    place: Ints
    start: Ints
    end: Ints


class Tokens(Struct, frozen=True):
    """The terms of many texts on end; `text` says of each which text it is of."""

    numbers: Ints
    text: Ints
    starts: Ints
    ends: Ints
    first: Ints

    @classmethod
    def of(cls, scans: Sequence[Scan]) -> "Tokens":
        """Those of the scans; `first` is where each one's begin, and where all end."""
        lengths = np.array([len(scan.numbers) for scan in scans], dtype=np.int64)
        return cls(
            numbers=np.concatenate([scan.numbers for scan in scans]),
            text=np.repeat(np.arange(len(scans)), lengths),
            starts=np.concatenate([scan.starts for scan in scans]),
            ends=np.concatenate([scan.ends for scan in scans]),
            first=np.concatenate(([0], np.cumsum(lengths))),
        )


class WantedTerms:
    """What is looked for: the terms of a question, each a column, and what stands for them."""

    def __init__(
        self, terms: Sequence[str], expansions: Sequence[Expansion], analyzer: Analyzer
    ) -> None:
        self.column_of: Mapping[str, int] = {term: n for n, term in enumerate(terms)}
        numbers = np.array([analyzer.number(term) for term in terms], dtype=np.int64)
        self._by_number = np.argsort(numbers)
        self._numbers = numbers[self._by_number]
        self._others = [
            (
                [analyzer.number(term) for term in expansion.terms],
                [self.column_of[term] for term in expansion.stands_for],
            )
            for expansion in expansions
        ]

    def find(self, tokens: Tokens) -> FoundTerms:
        """Where they stand; what an expansion stands for is found wherever its terms are."""
        finds = [self._themselves(tokens), *self._expanded(tokens)]
        first, last, column = (np.concatenate(own) for own in zip(*finds, strict=True))
        if len(finds) > 1:
            in_order = np.argsort(first, kind="stable")
            first, last, column = first[in_order], last[in_order], column[in_order]
        text = tokens.text[first]
        return FoundTerms(
            column=column,
            text=text,
            place=first - tokens.first[text],
            start=tokens.starts[first],
            end=tokens.ends[last],
        )

    def _themselves(self, tokens: Tokens) -> tuple[Ints, Ints, Ints]:
        if not len(self._numbers):
            nothing = np.empty(0, dtype=np.int64)
            return nothing, nothing, nothing
        at = np.searchsorted(self._numbers, tokens.numbers)
        at[at == len(self._numbers)] = 0
        found = np.flatnonzero(self._numbers[at] == tokens.numbers)
        return found, found, self._by_number[at[found]]

    def _expanded(self, tokens: Tokens) -> Iterator[tuple[Ints, Ints, Ints]]:
        for numbers, columns in self._others:
            first = np.flatnonzero(tokens.numbers == numbers[0])
            for n, number in enumerate(numbers[1:], start=1):
                first = first[first + n < len(tokens.numbers)]
                follows = tokens.numbers[first + n] == number
                first = first[follows & (tokens.text[first + n] == tokens.text[first])]
            for column in columns:
                yield first, first + len(numbers) - 1, np.full(len(first), column)
