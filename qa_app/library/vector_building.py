"""Making a vector index for as many passages as there are, and measuring how well it finds."""

import math
from collections.abc import Callable, Iterable, Sequence

import faiss
import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from qa_app.encoding.protocol import Vectors
from qa_app.library.scope import Ids
from qa_app.library.vector_index import VectorIndex
from qa_app.library.vector_kinds import About, Kind, Sizes
from qa_app.library.vector_lists import found_centres
from qa_app.library.vector_parts import FlatPart, MainPart, as_bytes

# How many of the nearest have to be found.
_K = 10
# Of these are the nearest by codes, however much is lost by them.
_NEAR = 50
# How many lists are looked into: from one try to the next about a third more.
_TRIES = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 160, 192, 256, 320, 384, 512, 640, 768)
# Beyond so many, what a byte a number has to span is known.
_MOST_SPANNED = 65_536
# A number of a unit vector lies within so many times their root mean square, nearly always.
_WITHIN = 5.0
# Of a byte with a sign.
_LARGEST = 127
_N_ROUGH, _N_ROUNDS = 6, 4
# The share of what all lists would find that fewer of them have to.
_NEARLY = 0.99
# By how little two cosines may differ that are of the same vector.
_SAME = 1e-6


class Source(Struct, frozen=True):
    """The vectors of a library, to be read in any order and as often as needed.

    `sample` gives some of the passages' vectors, spread over all, at most so many; `of` those of
    some passages, and `all` every passage's, a batch at a time: `(ids, (n, dim) float32)`.
    """

    dim: int
    n: int
    sample: Callable[[int], Vectors]
    of: Callable[[Sequence[int]], tuple[Ids, Vectors]]
    all: Callable[[], Iterable[tuple[Ids, Vectors]]]


def build(source: Source, kind: Kind, sizes: Sizes) -> VectorIndex:
    """An index of that kind of all passages."""
    if kind is Kind.FLAT:
        index = VectorIndex.create(source.dim)
        for ids, rows in source.all():
            index.add(ids, rows)
        return index
    return VectorIndex(_main_part(source, kind, sizes), FlatPart(source.dim))


def _main_part(source: Source, kind: Kind, sizes: Sizes) -> MainPart:
    if kind is Kind.LISTS:
        return _in_lists(source, sizes)
    scaled = _in_codes(source, sizes, _LARGEST * math.sqrt(source.dim) / _WITHIN)
    # A model may put much of a vector into one number: that is too much for a byte then.
    return scaled if scaled.about.recall >= sizes.recall else _in_codes(source, sizes, 0.0)


def _in_codes(source: Source, sizes: Sizes, scale: float) -> MainPart:
    """A byte a number, times `scale`; with 0 of it, each number has a span of its own."""
    about = About(Kind.CODES, n_trained=source.n, scale=scale)
    part = MainPart(_codes(source, scale), about)
    probes = _like_questions(source.sample(3 * sizes.n_probes))
    exact, by_codes = _Nearest(probes), _Nearest(_as_wide(probes), scale)
    _fill(part, source, [exact, by_codes] if scale else [exact])
    found = by_codes.ids(_K).tolist() if scale else _searched(part, probes)
    return part.known_as(replace(about, recall=round(exact.recall(found, source), 4)))


def _in_lists(source: Source, sizes: Sizes) -> MainPart:
    n_lists = min(sizes.n_lists, source.n)
    about = About(Kind.LISTS, n_trained=source.n, n_lists=n_lists, n_probed=n_lists)
    part = MainPart(_lists(source, n_lists, sizes), about)
    probes = _like_questions(source.sample(3 * sizes.n_probes))
    exact = _Nearest(probes)
    _fill(part, source, [exact])
    # What codes lose no list can find. Nothing but what is near can come into its place.
    most = exact.recall(_searched(part, probes, exact.ids(_NEAR)), source)
    for n_probed in [n for n in _TRIES if n < n_lists]:
        fewer = part.known_as(replace(about, n_probed=n_probed))
        recall = exact.recall(_searched(fewer, probes), source)
        if recall >= min(sizes.recall, _NEARLY * most):
            return fewer.known_as(replace(fewer.about, recall=round(recall, 4)))
    return part.known_as(replace(about, recall=round(most, 4)))


def _fill(part: MainPart, source: Source, nearest: Sequence["_Nearest"]) -> None:
    """Add every passage to a part, and let those who look for some see it."""
    for ids, rows in source.all():
        part.add(ids, rows)
        for one in nearest:
            one.look_at(ids, rows)


def _searched(part: MainPart, probes: Vectors, near: Ids | None = None) -> list[list[int]]:
    """The passages that a part finds nearest to each probe, among those `near` to it."""
    none: Ids = np.zeros(0, dtype=np.int64)
    within = [None] * len(probes) if near is None else np.sort(near, axis=1)
    pairs = zip(probes, within, strict=True)
    return [part.search(probe, _K, own, none)[1].tolist() for probe, own in pairs]


def _codes(source: Source, scale: float) -> faiss.Index:
    """An index without vectors, that knows how to code them."""
    bits = faiss.ScalarQuantizer.QT_8bit_direct_signed if scale else faiss.ScalarQuantizer.QT_8bit
    codes = faiss.IndexScalarQuantizer(source.dim, bits, faiss.METRIC_INNER_PRODUCT)
    if not scale:
        codes.train(source.sample(_MOST_SPANNED))
    return faiss.IndexIDMap2(codes)


def _lists(source: Source, n_lists: int, sizes: Sizes) -> faiss.Index:
    """The same, with lists of codes."""
    bits, measure = faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT
    rows = source.sample(n_lists * sizes.n_training)
    centres = faiss.IndexFlatIP(source.dim)
    centres.add(found_centres(rows, n_lists, _N_ROUGH, _N_ROUNDS))
    index = faiss.IndexIVFScalarQuantizer(centres, source.dim, n_lists, bits, measure, False)
    # What is left to be found is what a byte has to span.
    index.train(rows)
    return index


def _like_questions(rows: Vectors) -> Vectors:
    """Vectors between three passages each, which are as hard to find the nearest of as questions.

    The vector of a passage has the nearest in its own list; that of a question has them in many.
    """
    third = len(rows) // 3
    between = rows[: 3 * third].reshape(3, third, rows.shape[1]).sum(axis=0)
    unit: Vectors = between / np.maximum(np.linalg.norm(between, axis=1, keepdims=True), 1e-9)
    return unit


def _as_wide(rows: Vectors) -> Vectors:
    """Rows in bytes, each with the scale that lets its largest number be the largest byte."""
    largest = np.abs(rows).max(axis=1, keepdims=True, initial=1e-9)
    return as_bytes(rows / largest, _LARGEST)


class _Nearest:
    """The passages nearest to some vectors, found by comparing all: as they are, or in bytes."""

    def __init__(self, probes: Vectors, scale: float = 0.0) -> None:
        self._probes = probes
        self._scale = scale
        # Fifty of each, in no order.
        self._cosines = np.zeros((len(probes), 0), dtype=np.float32)
        self._ids = np.zeros((len(probes), 0), dtype=np.int64)

    def look_at(self, ids: Ids, rows: Vectors) -> None:
        """Compare some more passages."""
        if self._scale:
            # FAISS finds the same, but one by one.
            rows = as_bytes(rows, self._scale)
        cosines: Vectors = (rows @ self._probes.T).T
        if self._cosines.shape[1] == _NEAR:
            # Nearly all are among the nearest of none.
            farthest = self._cosines.min(axis=1, keepdims=True)
            some = np.flatnonzero((cosines > farthest).any(axis=0))
            ids, cosines = ids[some], cosines[:, some]
        cosines = np.hstack((self._cosines, cosines))
        all_ids = np.hstack((self._ids, np.broadcast_to(ids, (len(self._probes), len(ids)))))
        best = np.argpartition(-cosines, min(_NEAR, cosines.shape[1]) - 1, axis=1)[:, :_NEAR]
        self._cosines = np.take_along_axis(cosines, best, axis=1)
        self._ids = np.take_along_axis(all_ids, best, axis=1)

    def ids(self, k: int) -> Ids:
        """The `k` nearest of each, nearest first, at most fifty: `(n, k)`."""
        order = np.argsort(-self._cosines, axis=1)[:, :k]
        return np.take_along_axis(self._ids, order, axis=1)

    def recall(self, found: Sequence[Sequence[int]], source: Source) -> float:
        """The share of the ten nearest of each that was found; others as near count as well."""
        if not self._ids.size:
            return 1.0
        best = -np.sort(-self._cosines, axis=1)[:, :_K]
        cosines = self._cosines_of(found, source)
        n_near = np.count_nonzero(cosines >= best.min(axis=1, keepdims=True) - _SAME)
        return float(n_near / best.size)

    def _cosines_of(self, found: Sequence[Sequence[int]], source: Source) -> Vectors:
        """Those of what was found with each of the vectors, `(n_probes, _K)`."""
        known = [
            dict(zip(ids, cosines, strict=True))
            for ids, cosines in zip(self._ids.tolist(), self._cosines.tolist(), strict=True)
        ]
        others = {i for own, ids in zip(known, found, strict=True) for i in ids if i not in own}
        ids_of_others, rows = source.of(sorted(others))
        vectors = dict(zip(ids_of_others.tolist(), rows, strict=True))
        cosines = np.full((len(found), _K), -np.inf, dtype=np.float32)
        for n, ids in enumerate(found):
            for at, i in enumerate(ids):
                cosines[n, at] = known[n][i] if i in known[n] else self._probes[n] @ vectors[i]
        return cosines
