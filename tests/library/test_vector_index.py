"""The vector index by itself, of each kind."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.encoding.pooling import unit_rows
from qa_app.encoding.protocol import Vectors
from qa_app.library.scope import Ids, Scope
from qa_app.library.vector_building import Source, build
from qa_app.library.vector_index import VectorDigests, VectorFiles, VectorIndex
from qa_app.library.vector_kinds import About, Kind, Sizes
from qa_app.library.vector_rows import pack_vectors, unpack_vectors

_SIZES = Sizes(flat=100, codes=400, least=20, n_lists=16)
_LARGER = (Kind.CODES, Kind.LISTS)
_FIRST_ID = 100


def _rows(n: int, dim: int = 8, seed: int = 0) -> Vectors:
    return unit_rows(np.random.default_rng(seed).standard_normal((n, dim)).astype(np.float32))


def _ids(n: int, first: int = _FIRST_ID) -> Ids:
    return np.arange(first, first + n, dtype=np.int64)


def _index(ids: list[int], rows: Vectors) -> VectorIndex:
    index = VectorIndex.create(rows.shape[1])
    index.add(ids, rows)
    return index


def _built(kind: Kind, rows: Vectors, sizes: Sizes = _SIZES) -> VectorIndex:
    """An index of a kind, of passages numbered from a hundred."""
    n, dim = rows.shape

    def batches() -> Iterable[tuple[Ids, Vectors]]:
        for at in range(0, n, 64):
            yield _ids(n)[at : at + 64], rows[at : at + 64]

    def of(wanted: Sequence[int]) -> tuple[Ids, Vectors]:
        ids = np.array(wanted, dtype=np.int64)
        return ids, rows[ids - _FIRST_ID]

    source = Source(dim, n, lambda k: rows[:k], of, batches)
    return build(source, kind, sizes)


def _files(folder: Path) -> VectorFiles:
    return VectorFiles(folder / "vectors.faiss", folder / "vectors.flat")


def _written(index: VectorIndex, folder: Path) -> VectorDigests:
    files = _files(folder)
    return VectorDigests(index.write_main(files.main), index.write_flat(files.flat))


def _nearest(rows: Vectors, question: Vectors, k: int) -> set[int]:
    return {_FIRST_ID + int(i) for i in np.argsort(-(rows @ question))[:k]}


@given(st.integers(1, 30), st.integers(1, 40), st.integers(0, 1000))
def test_search_is_exact(n: int, k: int, seed: int) -> None:
    """The nearest by cosine come nearest first, as a sort of all of them has it."""
    rows, question = _rows(n, seed=seed), _rows(1, seed=seed + 1)[0]
    found = _built(Kind.FLAT, rows).search(question, k)
    cosines = rows @ question
    best = np.argsort(-cosines, kind="stable")[:k]
    assert [i for i, _ in found] == [100 + int(i) for i in best]
    assert [c for _, c in found] == pytest.approx([float(cosines[i]) for i in best], abs=1e-5)


@pytest.mark.parametrize("kind", _LARGER)
def test_a_larger_one_finds_most_of_the_nearest(kind: Kind) -> None:
    """At least as many as it says, and orders them by cosines that are nearly right."""
    rows, questions = _rows(3000, 32), _rows(50, 32, seed=4)
    index = _built(kind, rows)
    found = [index.search(question, 10) for question in questions]
    shares = [
        len({i for i, _ in own} & _nearest(rows, question, 10)) / 10
        for own, question in zip(found, questions, strict=True)
    ]
    assert index.about.recall > 0.95
    assert float(np.mean(shares)) > 0.95
    for own, question in zip(found, questions, strict=True):
        cosines = [c for _, c in own]
        assert cosines == sorted(cosines, reverse=True)
        assert cosines == pytest.approx(
            [float(rows[i - _FIRST_ID] @ question) for i, _ in own], abs=0.02
        )


@pytest.mark.parametrize("kind", _LARGER)
@pytest.mark.parametrize("n", [70, 3000])
def test_it_says_how_many_it_finds(kind: Kind, n: int) -> None:
    """What it says of itself is what the sums of three passages find, compared with all."""
    rows = _rows(n, 32)
    index = _built(kind, rows)
    third = min(_SIZES.n_probes, n // 3)
    probes = unit_rows(rows[: 3 * third].reshape(3, third, 32).sum(axis=0))
    found = [
        {i for i, _ in index.search(probe, 10)} & _nearest(rows, probe, 10) for probe in probes
    ]
    share = sum(map(len, found)) / (10 * third)
    assert index.about.recall == pytest.approx(share, abs=2e-3)


def test_lists_are_looked_into_as_far_as_recall_asks() -> None:
    """Where less has to be found, fewer lists are looked into; never more than find nearly all."""
    rows = _rows(3000, 32)
    few = _built(Kind.LISTS, rows, Sizes(n_lists=16, recall=0.5)).about
    many = _built(Kind.LISTS, rows, Sizes(n_lists=16, recall=1.1)).about
    assert 0 < few.n_probed < many.n_probed <= 16
    assert 0.5 <= few.recall < 0.95 < many.recall <= 1


class TestCodes:
    """A byte a number, in the way that finds enough."""

    @staticmethod
    def _lopsided(largest: float) -> Vectors:
        """Rows with one number that is far larger than the others, as some models give them."""
        rows = _rows(600, 64)
        rows[:, 5] = largest
        return unit_rows(rows)

    @pytest.mark.parametrize(("largest", "is_scaled"), [(0.1, True), (3.0, False)])
    def test_much_in_one_number_is_no_loss(
        self, largest: float, is_scaled: bool, tmp_path: Path
    ) -> None:
        """Where the same scale for all would cut a number off, each has its own span."""
        rows = self._lopsided(largest)
        index = _built(Kind.CODES, rows)
        assert (index.about.scale > 0) is is_scaled
        assert index.about.recall > 0.95
        index.add([900], _rows(1, 64, 9))
        digests = _written(index, tmp_path)
        opened = VectorIndex.open(_files(tmp_path), 64, digests, index.about)
        merged = opened.merged(_files(tmp_path), 64, digests.main)
        for one in (index, opened, merged):
            nearest, cosine = one.search(rows[7], 3)[0]
            assert nearest == 107
            assert cosine == pytest.approx(1, abs=0.01)
            assert one.are(_ids(600), rows)
            assert not one.are(_ids(600), np.roll(rows, 1, axis=0))

    def test_a_cosine_is_never_more_than_one(self) -> None:
        """What rounding adds is taken off."""
        rows = _rows(400, 64)
        index = _built(Kind.CODES, rows)
        assert all(index.search(row, 1)[0][1] <= 1 for row in rows)


@pytest.mark.parametrize("kind", _LARGER)
def test_passages_that_are_equally_near(kind: Kind) -> None:
    """Of many that have the same vector any ten are the nearest."""
    index = _built(kind, np.repeat(_rows(3, 32), 100, axis=0))
    assert index.about.recall > 0.99


@pytest.mark.parametrize("kind", Kind)
class TestChanges:
    """What is added to an index and removed from it."""

    def test_removed_passages_are_found_no_more(self, kind: Kind) -> None:
        """Removal is by id; ids that are not there are let be."""
        index = _built(kind, _rows(30))
        index.remove([101, 1000])
        index.remove([])
        assert len(index) == 29
        assert {i for i, _ in index.search(_rows(1)[0], 50)} == set(range(100, 130)) - {101}

    def test_added_passages_are_found(self, kind: Kind) -> None:
        """They are found among the others, and exactly."""
        rows, question = _rows(30), _rows(1, seed=3)
        index = _built(kind, rows)
        index.add([500], question)
        [(found, cosine)] = index.search(question[0], 1)
        assert found == 500
        assert cosine == pytest.approx(1)
        assert len(index) == 31

    def test_removed_and_added_again(self, kind: Kind) -> None:
        """A passage that is shown again is there once, and may go again."""
        rows = _rows(30)
        index = _built(kind, rows)
        index.remove([107])
        index.add([107], rows[7:8])
        assert sorted(index.ids.tolist()) == _ids(30).tolist()
        assert [i for i, _ in index.search(rows[7], 40)].count(107) == 1
        index.remove([107])
        assert len(index) == 29
        assert 107 not in {i for i, _ in index.search(rows[7], 40)}

    def test_search_within_a_scope(self, kind: Kind) -> None:
        """Of a scope the nearest are found, whatever is nearer outside and has come or gone."""
        rows = _rows(600, 32)
        index = _built(kind, rows[:590])
        index.remove([110, 120])
        index.add(_ids(10, 690), rows[590:])
        for step in (1, 3, 50):
            scope = Scope(np.arange(100, 800, step, dtype=np.int64))
            within = set(scope.ids.tolist()) & set(index.ids.tolist())
            found = index.search(rows[0], 700, scope)
            assert {i for i, _ in found} <= within
            assert found[0][0] == 100
            assert len(found) > 0.6 * len(within)

    def test_narrow_scope_misses_nothing(self, kind: Kind) -> None:
        """Where few passages are left, every one of them is found."""
        index = _built(kind, _rows(600, 32))
        index.remove([200])
        scope = Scope(np.array([5, 100, 200, 333, 699], dtype=np.int64))
        assert {i for i, _ in index.search(_rows(1, 32, 5)[0], 9, scope)} == {100, 333, 699}

    def test_saved_index_is_the_same(self, kind: Kind, tmp_path: Path) -> None:
        """What is written is what is opened, at a path of any script, changes and all."""
        folder = tmp_path / "Отчёт"
        folder.mkdir()
        rows = unpack_vectors(pack_vectors(_rows(30)), 8)
        index = _built(kind, rows)
        index.remove([103, 104])
        index.add([2**40], rows[3:4])
        digests = _written(index, folder)
        opened = VectorIndex.open(_files(folder), 8, digests, index.about)
        found, wanted = (dict(one.search(rows[4], 50)) for one in (opened, index))
        assert list(found.values()) == pytest.approx(list(wanted.values()), abs=1e-3)
        assert found.keys() == wanted.keys()
        assert sorted(opened.ids.tolist()) == sorted(index.ids.tolist())
        assert (opened.n_recent, opened.n_gone) == (index.n_recent, index.n_gone)
        assert (index.main is None) is (kind is Kind.FLAT)

    def test_vectors_are_told_from_others(self, kind: Kind) -> None:
        """It can be asked whether it holds these vectors."""
        rows = _rows(30)
        index = _built(kind, rows)
        index.add([500], rows[:1])
        ids = np.array([100, 111, 500], dtype=np.int64)
        assert index.are(ids, rows[[0, 11, 0]])
        assert not index.are(ids, rows[[0, 12, 0]])
        assert not index.are(ids, rows[[0, 11, 1]])


@pytest.mark.parametrize("kind", _LARGER)
def test_merged_holds_the_same(kind: Kind, tmp_path: Path) -> None:
    """What has changed goes into another main part; nothing is beside it any more."""
    rows = _rows(300)
    index = _built(kind, rows[:290])
    index.remove([100, 101])
    index.add(_ids(10, 390), rows[290:])
    digests = _written(index, tmp_path)
    merged = index.merged(_files(tmp_path), 8, digests.main)
    assert sorted(merged.ids.tolist()) == list(range(102, 400))
    assert (merged.n_recent, merged.n_gone) == (0, 0)
    assert merged.are(_ids(298, 102), rows[2:])
    digests = _written(merged, tmp_path)
    opened = VectorIndex.open(_files(tmp_path), 8, digests, merged.about)
    assert opened.search(rows[5], 5) == merged.search(rows[5], 5)


class TestSizes:
    """Which kind a library has."""

    @pytest.mark.parametrize(
        ("n", "now", "kind"),
        [
            (10_000, None, Kind.FLAT),
            (10_001, None, Kind.CODES),
            (300_000, None, Kind.CODES),
            (300_001, None, Kind.LISTS),
            (10_001, Kind.FLAT, Kind.CODES),
            (9_000, Kind.CODES, Kind.CODES),
            (9_000, Kind.FLAT, Kind.FLAT),
            (7_999, Kind.CODES, Kind.FLAT),
            (250_000, Kind.LISTS, Kind.LISTS),
            (230_000, Kind.LISTS, Kind.CODES),
            (9_000, Kind.LISTS, Kind.CODES),
            (10, Kind.LISTS, Kind.FLAT),
        ],
    )
    def test_kind_by_size(self, n: int, now: Kind | None, kind: Kind) -> None:
        """One goes back to what is for fewer only well below the border."""
        assert Sizes().kind_for(n, now) is kind

    def test_a_small_one_is_outgrown_at_the_border(self) -> None:
        """Flat up to so many passages, and then no more."""
        index = _built(Kind.FLAT, _rows(100))
        assert not index.is_outgrown(_SIZES)
        index.add([999], _rows(1))
        assert index.is_outgrown(_SIZES)
        assert not index.is_too_changed(_SIZES)

    def test_changes_become_too_many(self) -> None:
        """What came and what went count together."""
        index = _built(Kind.CODES, _rows(200))
        index.remove(list(range(100, 110)))
        index.add(_ids(10, 500), _rows(10))
        assert not index.is_too_changed(_SIZES)
        index.remove([111])
        assert index.is_too_changed(_SIZES)

    def test_lists_are_outgrown(self) -> None:
        """They are found anew where there are twice as many passages."""
        index = _built(Kind.LISTS, _rows(500))
        index.add(_ids(500, 2000), _rows(500))
        assert not index.is_outgrown(_SIZES)
        index.add([5000], _rows(1))
        assert index.is_outgrown(_SIZES)


def test_empty_index_finds_nothing() -> None:
    """There is nothing near in an empty index."""
    assert VectorIndex.create(8).search(_rows(1)[0], 5) == []


class TestFiles:
    """FAISS and numpy are given no bytes but our own."""

    @pytest.mark.parametrize("kind", Kind)
    def test_vectors_of_another_length_are_refused(self, kind: Kind, tmp_path: Path) -> None:
        """An index for another encoder's vectors is not opened."""
        index = _built(kind, _rows(3))
        digests = _written(index, tmp_path)
        with pytest.raises(ValueError, match="length 9"):
            VectorIndex.open(_files(tmp_path), 9, digests, index.about)

    @pytest.mark.parametrize(("kind", "name"), [*((k, "main") for k in _LARGER), ("flat", "flat")])
    def test_altered_file_is_refused(self, kind: str, name: str, tmp_path: Path) -> None:
        """A file torn or altered anywhere, were it in the number of its vectors, is not read."""
        index = _built(Kind(kind), _rows(3), Sizes(n_lists=2))
        digests = _written(index, tmp_path)
        path: Path = getattr(_files(tmp_path), name)
        data = path.read_bytes()
        for at in range(0, len(data), 7):
            for other in (data[:at], data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]):
                path.write_bytes(other)
                with pytest.raises(ValueError, match="not the file that was written"):
                    VectorIndex.open(_files(tmp_path), 8, digests, index.about)

    def test_missing_file_is_refused(self, tmp_path: Path) -> None:
        """Where there is none it is a ValueError too."""
        with pytest.raises(ValueError, match="vectors"):
            VectorIndex.open(_files(tmp_path), 8, VectorDigests(), About())

    @pytest.mark.parametrize("kind", Kind)
    def test_write_where_there_is_no_folder(self, kind: Kind, tmp_path: Path) -> None:
        """A place that cannot be written is an OSError, like everywhere else."""
        with pytest.raises(OSError, match="nowhere"):
            _written(_built(kind, _rows(3)), tmp_path / "nowhere")

    def test_mapped_part_outlives_its_file(self, tmp_path: Path) -> None:
        """Who searches goes on, whatever takes the place of the file."""
        rows = _rows(300)
        index = _built(Kind.LISTS, rows)
        opened = VectorIndex.open(_files(tmp_path), 8, _written(index, tmp_path), index.about)
        before = opened.search(rows[3], 20)
        (tmp_path / "vectors.faiss").unlink()
        (tmp_path / "vectors.faiss").write_bytes(b"another")
        assert opened.search(rows[3], 20) == before


@given(st.integers(1, 30), st.sets(st.integers(90, 140), max_size=20), st.integers(1, 40))
def test_search_within_a_scope_is_exact(n: int, ids: set[int], k: int) -> None:
    """Of a scope the nearest come nearest first, whatever is nearer outside of it."""
    index = _index(list(range(100, 100 + n)), _rows(n))
    question = _rows(1, seed=7)[0]
    within = index.search(question, k, Scope(np.array(sorted(ids), dtype=np.int64)))
    assert within == [hit for hit in index.search(question, n) if hit[0] in ids][:k]
