"""The centres of lists."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qa_app.encoding.pooling import unit_rows
from qa_app.encoding.protocol import Vectors
from qa_app.library.vector_lists import found_centres, nearest_centres


def _rows(n: int, seed: int = 0, dim: int = 16) -> Vectors:
    return unit_rows(np.random.default_rng(seed).standard_normal((n, dim)).astype(np.float32))


@given(st.integers(1, 40), st.integers(0, 9))
def test_nearest_has_the_largest_product(n: int, seed: int) -> None:
    """No centre is nearer to a row than the one that is named, however many rows there are."""
    rows, centres = _rows(300 * n, seed), _rows(n, seed + 1)
    products = rows @ centres.T
    nearest = nearest_centres(rows, centres)
    own = np.take_along_axis(products, nearest[:, None], axis=1)
    assert np.allclose(own[:, 0], products.max(axis=1), atol=1e-6)


def test_no_rows_have_no_centre() -> None:
    """Nothing is nearest to nothing."""
    assert len(nearest_centres(_rows(0), _rows(3))) == 0


def test_centres_are_where_rows_are() -> None:
    """Of rows in a few heaps each centre is in one, and rounds bring them nearer to the rows."""
    heaps = _rows(8, seed=3, dim=64)
    rows = unit_rows(np.repeat(heaps, 50, axis=0) + 0.1 * _rows(400, seed=4, dim=64))
    first, last = (found_centres(rows, 24, *rounds) for rounds in ((0, 0), (6, 4)))
    assert last.shape == (24, 64)
    assert np.allclose(np.linalg.norm(last, axis=1), 1, atol=1e-5)
    assert (rows @ last.T).max(axis=1).mean() > (rows @ first.T).max(axis=1).mean()


def test_centres_are_the_same_each_time() -> None:
    """The same rows give the same lists, so that an index made anew is the same."""
    rows = _rows(500)
    assert np.array_equal(found_centres(rows, 20, 2, 2), found_centres(rows, 20, 2, 2))


def test_more_centres_than_there_are_kinds_of_rows() -> None:
    """Where rows are equal, centres that none is nearest to stay unit rows."""
    rows = np.repeat(_rows(3), 30, axis=0)
    centres = found_centres(rows, 60, 6, 4)
    assert np.allclose(np.linalg.norm(centres, axis=1), 1, atol=1e-5)
    assert (rows @ centres.T).max(axis=1).min() > 0.999
