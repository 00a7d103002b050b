"""The vector index by itself."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.encoding.pooling import unit_rows
from qa_app.encoding.protocol import Vectors
from qa_app.library.scope import Scope
from qa_app.library.vector_index import VectorIndex


def _rows(n: int, dim: int = 8, seed: int = 0) -> Vectors:
    return unit_rows(np.random.default_rng(seed).standard_normal((n, dim)).astype(np.float32))


def _index(ids: list[int], rows: Vectors) -> VectorIndex:
    index = VectorIndex.create(rows.shape[1])
    index.add(ids, rows)
    return index


@given(st.integers(1, 30), st.integers(1, 40), st.integers(0, 1000))
def test_search_is_exact(n: int, k: int, seed: int) -> None:
    """The nearest by cosine come nearest first, as a sort of all of them has it."""
    rows, question = _rows(n, seed=seed), _rows(1, seed=seed + 1)[0]
    found = _index(list(range(100, 100 + n)), rows).search(question, k)
    cosines = rows @ question
    best = np.argsort(-cosines, kind="stable")[:k]
    assert [i for i, _ in found] == [100 + int(i) for i in best]
    assert [c for _, c in found] == pytest.approx([float(cosines[i]) for i in best], abs=1e-5)


def test_empty_index_finds_nothing() -> None:
    """There is nothing near in an empty index."""
    assert VectorIndex.create(8).search(_rows(1)[0], 5) == []


def test_removed_passages_are_found_no_more() -> None:
    """Removal is by id; ids that are not there are let be."""
    index = _index([5, 6, 7], _rows(3))
    index.remove([6, 99])
    index.remove([])
    assert len(index) == 2
    assert {i for i, _ in index.search(_rows(1)[0], 10)} == {5, 7}


def test_saved_index_is_the_same(tmp_path: Path) -> None:
    """What is written is what is opened, at a path of any script."""
    rows = _rows(5)
    index = _index([1, 2, 3, 4, 2**40], rows)
    path = tmp_path / "Отчёт" / "vectors.faiss"
    path.parent.mkdir()
    opened = VectorIndex.open(path, 8, index.write(path))
    assert opened.search(rows[4], 5) == index.search(rows[4], 5)
    assert opened.ids.tolist() == [1, 2, 3, 4, 2**40]
    assert opened.vectors(opened.ids) == pytest.approx(rows)


def test_vectors_of_another_length_are_refused(tmp_path: Path) -> None:
    """An index for another encoder's vectors is not opened."""
    digest = _index([1], _rows(1)).write(tmp_path / "vectors.faiss")
    with pytest.raises(ValueError, match="length 9"):
        VectorIndex.open(tmp_path / "vectors.faiss", 9, digest)


def test_torn_file_is_refused_wherever_it_is_torn(tmp_path: Path) -> None:
    """Every beginning of the file, short of the whole, is a ValueError."""
    path = tmp_path / "vectors.faiss"
    digest = _index([1, 2, 3], _rows(3)).write(path)
    data = path.read_bytes()
    for kept in range(0, len(data), 3):
        path.write_bytes(data[:kept])
        with pytest.raises(ValueError, match="vectors"):
            VectorIndex.open(path, 8, digest)


def test_sizes_that_a_file_names_are_not_believed(tmp_path: Path) -> None:
    """A file altered anywhere, were it in the number of its vectors, never reaches FAISS."""
    path = tmp_path / "vectors.faiss"
    digest = _index([1, 2, 3], _rows(3)).write(path)
    data = path.read_bytes()
    for at in range(0, len(data), 3):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        with pytest.raises(ValueError, match="not the file that was written"):
            VectorIndex.open(path, 8, digest)


def test_write_where_there_is_no_folder(tmp_path: Path) -> None:
    """A place that cannot be written is an OSError, like everywhere else."""
    with pytest.raises(OSError, match="nowhere"):
        _index([1], _rows(1)).write(tmp_path / "nowhere" / "vectors.faiss")


@given(st.integers(1, 30), st.sets(st.integers(90, 140), max_size=20), st.integers(1, 40))
def test_search_within_a_scope_is_exact(n: int, ids: set[int], k: int) -> None:
    """Of a scope the nearest come nearest first, whatever is nearer outside of it."""
    index = _index(list(range(100, 100 + n)), _rows(n))
    question = _rows(1, seed=7)[0]
    within = index.search(question, k, Scope(np.array(sorted(ids), dtype=np.int64)))
    assert within == [hit for hit in index.search(question, n) if hit[0] in ids][:k]
