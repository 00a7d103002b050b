"""Vectors as the database has them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qa_app.encoding.pooling import unit_rows
from qa_app.encoding.protocol import PassageVectors
from qa_app.library.vector_rows import (
    pack_vectors,
    packed_rows,
    row_bytes,
    split_rows,
    unpack_vectors,
)

_n, _seed = st.integers(0, 5), st.integers(0, 1000)


def _rows(n: int, seed: int, dim: int = 384) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return unit_rows(np.random.default_rng(seed).standard_normal((n, dim)).astype(np.float32))


@given(_n, _seed)
def test_a_cosine_moves_by_some_thousandths(n: int, seed: int) -> None:
    """A byte a number moves a cosine by less than 2e-3, and a length by less than that."""
    rows = _rows(n, seed)
    again = unpack_vectors(pack_vectors(rows), 384)
    assert again.shape == rows.shape
    assert again.dtype == np.float32
    assert np.abs(again @ rows.T - rows @ rows.T).max(initial=0) < 2e-3
    assert np.abs(np.linalg.norm(again, axis=1) - 1).max(initial=0) < 2e-3


@given(_n, _seed, st.sampled_from([1, 8, 64, 384]))
def test_packed_again_it_is_the_same(n: int, seed: int, dim: int) -> None:
    """What was read back and is kept again loses nothing more."""
    packed = pack_vectors(_rows(n, seed, dim))
    assert pack_vectors(unpack_vectors(packed, dim)) == packed
    assert len(packed) == n * row_bytes(dim)


def test_vector_of_nothing() -> None:
    """A sentence without a token has no direction, before and after."""
    assert not unpack_vectors(pack_vectors(np.zeros((2, 8), dtype=np.float32)), 8).any()


@given(_n, _seed)
def test_rows_can_be_split(n: int, seed: int) -> None:
    """Each row stands for itself."""
    rows = _rows(n, seed, 8)
    packed = pack_vectors(rows)
    assert b"".join(split_rows(packed, 8)) == packed
    assert [pack_vectors(row) for row in rows] == split_rows(packed, 8)


@given(st.lists(_n, max_size=4), _seed)
def test_packed_together_passages_are_as_packed_alone(sizes: list[int], seed: int) -> None:
    """The rows of several passages are those of each, however many sentences it has."""
    passages = [PassageVectors(_rows(1, seed, 8)[0], _rows(n, seed + n, 8)) for n in sizes]
    assert packed_rows(passages) == [
        (pack_vectors(own.passage), split_rows(pack_vectors(own.sentences), 8)) for own in passages
    ]
