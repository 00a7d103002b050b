"""Which passages are worth measuring: the best by keywords and by vectors, cheaply told."""

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from types import MappingProxyType

import numpy as np

from qa_app.answering.corpus_terms import CorpusTerms
from qa_app.encoding.protocol import PendingVector
from qa_app.language.speech.statement import Statement
from qa_app.library.archive import Corpus
from qa_app.model import Restriction

_N_EACH = 100
# Each costs a fifth of a millisecond to measure. With forty of them the right paragraph is no more
# often the first, and one time in a thousand more often among the first five.
_N_MEASURED = 30
_N_MEASURED_STATEMENTS = 60
# Every key stroke asks, and the full ranking follows: of keyword hits ten are shown.
_N_MEASURED_BY_KEYWORDS = 24
_KEYWORD_SHARE = 0.45
_N_DIGITS = 5
# The best by keywords are candidates more often than not, the later the less. They are read a few
# at a time, as long as there is nothing else to do.
_N_AHEAD = 6
_MOST_AHEAD = 36


def candidates(
    library: Corpus,
    terms: CorpusTerms,
    vector: PendingVector | None,
    *,
    said: Mapping[int, tuple[Statement, ...]] = MappingProxyType({}),
    only: Sequence[Restriction] = (),
    read_ahead: Callable[[Sequence[int]], object] = len,
) -> list[int]:
    """Ids of the passages to measure, the more promising first.

    Args:
        library: the corpus.
        terms: the question's, as the corpus knows them.
        vector: the question's; None where keywords alone count.
        said: the statements asked for, by passage.
        only: what the passages have to meet.
        read_ahead: given the likeliest, before the vector is waited for.
    """
    (keyword,) = library.by_keywords([terms.searched], _N_EACH, only)
    dense: dict[int, float] = {}
    if vector is not None:
        best = islice(keyword, _MOST_AHEAD)
        while not vector.done() and (ahead := list(islice(best, _N_AHEAD))):
            read_ahead(ahead)
        (dense,) = library.by_vectors(vector.result()[np.newaxis], _N_EACH, only)
    promise = _promise(keyword, dense)
    # Where the last of them is, the last digits of a score are not to decide.
    by_promise = sorted(promise, key=lambda i: (-round(promise[i], _N_DIGITS), i))
    surest = {i: max(s.certainty for s in theirs) for i, theirs in said.items()}
    statements = sorted(said, key=lambda i: (-promise.get(i, 0.0), -surest[i], i))
    n_measured = _N_MEASURED_BY_KEYWORDS if vector is None else _N_MEASURED
    chosen = (*statements[:_N_MEASURED_STATEMENTS], *by_promise[:n_measured])
    return list(dict.fromkeys(chosen))


def _promise(keyword: dict[int, float], dense: dict[int, float]) -> dict[int, float]:
    """A convex combination of both scores, 0 to 1, without looking at a passage.

    Source: Bruch, Gai and Ingber, “An Analysis of Fusion Functions for Hybrid Retrieval” (2022).
    """
    best = max(keyword.values(), default=0.0) or 1.0
    farthest, nearest = min(dense.values(), default=0.0), max(dense.values(), default=0.0)
    width = (nearest - farthest) or 1.0
    promise = {i: _KEYWORD_SHARE * score / best for i, score in keyword.items()}
    for i, cosine in dense.items():
        near = (1 - _KEYWORD_SHARE) * (cosine - farthest) / width
        promise[i] = promise.get(i, 0.0) + near
    return promise
