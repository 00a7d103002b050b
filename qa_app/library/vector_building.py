"""Making a vector index for as many passages as there are, and measuring how well it finds."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import faiss
import numpy as np

from qa_app.encoding.protocol import Vectors
from qa_app.library.scope import Ids
from qa_app.library.vector_index import VectorIndex
from qa_app.library.vector_kinds import About, Kind, Sizes
from qa_app.library.vector_parts import FlatPart, MainPart

# How many of the nearest have to be found.
_K = 10
# How many lists are looked into: from one try to the next about a third more.
_TRIES = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 160, 192, 256, 320, 384, 512, 640, 768)
# Beyond so many, what a byte a number has to span is known.
_MOST_SPANNED = 65_536
# A number of a unit vector lies within so many times their root mean square, nearly always.
_WITHIN = 5.0
# Of a byte with a sign.
_LARGEST = 127
_N_ROUNDS = 10
# The share of what all lists would find that fewer of them have to.
_NEARLY = 0.99
# By how little two cosines may differ that are of the same vector.
_SAME = 1e-6


@dataclass(frozen=True, slots=True)
class Source:
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
    recall = _filled(part, source, sizes).recall(part, source)
    return part.known_as(replace(about, recall=round(recall, 4)))


def _in_lists(source: Source, sizes: Sizes) -> MainPart:
    n_lists = min(sizes.n_lists, source.n)
    about = About(Kind.LISTS, n_trained=source.n, n_lists=n_lists, n_probed=n_lists)
    part = MainPart(_lists(source, n_lists, sizes), about)
    exact = _filled(part, source, sizes)
    # What codes lose no list can find.
    most = exact.recall(part, source)
    for n_probed in [n for n in _TRIES if n < n_lists]:
        fewer = part.known_as(replace(about, n_probed=n_probed))
        recall = exact.recall(fewer, source)
        if recall >= min(sizes.recall, _NEARLY * most):
            return fewer.known_as(replace(fewer.about, recall=round(recall, 4)))
    return part.known_as(replace(about, recall=round(most, 4)))


def _filled(part: MainPart, source: Source, sizes: Sizes) -> "_Nearest":
    """Add every passage to a part; what is nearest to some vectors by comparing all."""
    exact = _Nearest(_like_questions(source.sample(3 * sizes.n_probes)))
    for ids, rows in source.all():
        part.add(ids, rows)
        exact.look_at(ids, rows)
    return exact


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
    centres = faiss.IndexFlatIP(source.dim)
    index = faiss.IndexIVFScalarQuantizer(centres, source.dim, n_lists, bits, measure, False)
    index.cp.niter = _N_ROUNDS
    index.cp.min_points_per_centroid = 1
    index.train(source.sample(n_lists * sizes.n_training))
    return index


def _like_questions(rows: Vectors) -> Vectors:
    """Vectors between three passages each, which are as hard to find the nearest of as questions.

    The vector of a passage has the nearest in its own list; that of a question has them in many.
    """
    third = len(rows) // 3
    between = rows[: 3 * third].reshape(3, third, rows.shape[1]).sum(axis=0)
    unit: Vectors = between / np.maximum(np.linalg.norm(between, axis=1, keepdims=True), 1e-9)
    return unit


class _Nearest:
    """The passages nearest to some vectors, found by comparing all."""

    def __init__(self, probes: Vectors) -> None:
        self._probes = probes
        self._cosines = np.zeros((len(probes), 0), dtype=np.float32)
        self._ids = np.zeros((len(probes), 0), dtype=np.int64)

    def look_at(self, ids: Ids, rows: Vectors) -> None:
        """Compare some more passages."""
        cosines = np.hstack((self._cosines, self._probes @ rows.T))
        all_ids = np.hstack((self._ids, np.broadcast_to(ids, (len(self._probes), len(ids)))))
        best = np.argpartition(-cosines, min(_K, cosines.shape[1]) - 1, axis=1)[:, :_K]
        self._cosines = np.take_along_axis(cosines, best, axis=1)
        self._ids = np.take_along_axis(all_ids, best, axis=1)

    def recall(self, part: MainPart, source: Source) -> float:
        """The share of them that a part finds among as many; others as near count as well."""
        none: Ids = np.zeros(0, dtype=np.int64)
        found = [part.search(probe, _K, None, none)[1] for probe in self._probes]
        others = set(np.concatenate((none, *found)).tolist()) - set(self._ids.ravel().tolist())
        ids, rows = source.of(sorted(others))
        vectors = dict(zip(ids.tolist(), rows, strict=True))
        n_near = sum(self._is_near(n, i, vectors) for n, own in enumerate(found) for i in own)
        return n_near / self._ids.size if self._ids.size else 1.0

    def _is_near(self, n: int, passage_id: int, vectors: Mapping[int, Vectors]) -> bool:
        """Whether a passage is among the nearest of a probe, or no farther than they are."""
        if passage_id in self._ids[n]:
            return True
        own = vectors.get(passage_id)
        farthest = float(self._cosines[n].min())
        return own is not None and float(self._probes[n] @ own) >= farthest - _SAME
