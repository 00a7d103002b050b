"""The terms of a question as columns of numbers: what each weighs, which are names, which pairs."""

from collections.abc import Collection, Mapping
from itertools import pairwise

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from qa_app.answering.question import Question
from qa_app.library.analyzer import Ints

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

# What a word that shapes the question weighs, beside one that it is about.
_LIGHT = 0.3


class Weighed(Struct, frozen=True):
    """What each term weighs, `(n_terms,)`."""

    weights: Floats
    total: float

    @classmethod
    def of(cls, weights: Floats) -> "Weighed":
        """With their sum."""
        return cls(weights, float(weights.sum()))

    def held(self, terms: Flags) -> Floats:
        """What the terms flagged in each row weigh together."""
        weight: Floats = terms @ self.weights
        return weight

    def share(self, terms: Flags) -> Floats:
        """The share that they make up of all, 0 to 1."""
        return self.held(terms) / (self.total or 1.0)


class AskedTerms(Struct, frozen=True):
    """What a question is, as far as every candidate is measured against it.

    `every` weighs the terms that coverage counts by their idf, `core` the same with little weight
    on words that only shape the question. `names` and `predicate` are columns; `pair_of` numbers
    the pairs of terms that are neighbours in the question, -1 for others, `(n_terms, n_terms)`.
    """

    terms: tuple[str, ...]
    idf: Floats
    every: Weighed
    core: Weighed
    pairs: Weighed
    pair_of: Ints
    names: Ints
    predicate: Ints

    @classmethod
    def of(
        cls,
        question: Question,
        idf: Mapping[str, float],
        aside: Collection[str],
        light: Collection[str],
    ) -> "AskedTerms":
        """The columns of the terms that have an idf.

        Args:
            question: what is asked.
            idf: of every term of the question.
            aside: terms that coverage does not count.
            light: terms that only shape the question.
        """
        terms = tuple(idf)
        weights = np.array([idf[term] for term in terms], dtype=np.float64)
        counted = np.array([term not in aside for term in terms], dtype=np.float64)
        lightly = np.array([_LIGHT if term in light else 1.0 for term in terms])
        pair_of, pair_weights = _pairs(terms, weights, counted)
        names = {
            term
            for term, word in question.words.items()
            if word[0].isupper() and not question.text.startswith(word)
        }
        # The terms that something named is asked about with.
        said_of = {t for t in terms if t not in aside and t not in light} - names if names else ()
        return cls(
            terms=terms,
            idf=weights,
            every=Weighed.of(weights * counted),
            core=Weighed.of(weights * counted * lightly),
            pairs=Weighed.of(pair_weights),
            pair_of=pair_of,
            names=_columns(terms, names.difference(aside)),
            predicate=_columns(terms, said_of),
        )


def _columns(terms: tuple[str, ...], chosen: Collection[str]) -> Ints:
    return np.array([n for n, term in enumerate(terms) if term in chosen], dtype=np.int64)


def _pairs(terms: tuple[str, ...], weights: Floats, counted: Floats) -> tuple[Ints, Floats]:
    """Neighbours in the question as it stands, whatever is counted of it."""
    pair_of = np.full((len(terms), len(terms)), -1, dtype=np.int64)
    both = [(a, b) for a, b in pairwise(range(len(terms))) if counted[a] and counted[b]]
    for number, (a, b) in enumerate(both):
        pair_of[a, b] = number
    return pair_of, np.array([min(weights[a], weights[b]) for a, b in both], dtype=np.float64)
