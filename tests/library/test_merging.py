"""Changes of the vectors are put into their main part while nobody waits."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from qa_app.errors import LibraryMissing
from qa_app.library import vector_kinds
from qa_app.library.library import Library
from qa_app.library.lock import merger_lock, writer_lock
from qa_app.library.merging import merge_changes
from qa_app.library.vector_kinds import Kind, Sizes
from tests.fakes import HashEncoder
from tests.library.conftest import Index, write

Open = Callable[[], Library]

_N = 20


def _paragraph(word: str) -> str:
    return f"The {word} of Tarsos was seen again."


def _text(words: list[str]) -> str:
    return "\n\n".join(map(_paragraph, words))


@pytest.fixture(params=[Kind.CODES, Kind.LISTS])
def changed(
    request: pytest.FixtureRequest, folder: Path, index: Index, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A library with a main part, two passages beside it and one gone from it."""
    codes = 0 if request.param is Kind.LISTS else 1_000
    # Too few for a run to put them in, and enough for a pause.
    monkeypatch.setattr(vector_kinds, "SIZES", Sizes(flat=0, codes=codes, least=4, n_lists=2))
    write(folder / "long.txt", _text([f"harbour{n}" for n in range(_N)]))
    write(folder / "other.txt", _text(["quay"]))
    index()
    write(folder / "other.txt", _text(["bridge", "mill"]))
    index()
    return folder


def _beside(library: Library) -> tuple[int, int]:
    vectors = library.status().vectors
    assert vectors is not None
    return vectors.n_recent, vectors.n_gone


def _nearest(library: Library, word: str) -> str:
    library.refresh()
    asked = HashEncoder().encode_question(_paragraph(word))
    ((best,),) = library.by_vectors(asked[None], 1)
    return library.passages([best])[best].text


def _files(library_dir: Path) -> dict[str, bytes]:
    files = (path for path in library_dir.iterdir() if path.is_file())
    return {path.name: path.read_bytes() for path in files if path.suffix != ".lock"}


def test_merged(changed: Path, library_dir: Path, opened: Open) -> None:
    """Everything is found as before, by those who had it open too; nothing is left beside."""
    assert changed
    library = opened()
    library.refresh()
    assert _beside(library) == (2, 1)
    assert merge_changes(library_dir)
    assert _beside(library) == (0, 0)
    for reader in (library, opened()):
        for word in ("bridge", "mill", "harbour3"):
            assert word in _nearest(reader, word)
        assert "quay" not in _nearest(reader, "quay")
    assert not merge_changes(library_dir)


def test_reader_goes_on_meanwhile(changed: Path, library_dir: Path, opened: Open) -> None:
    """Whoever asks at any moment of it has the answer, and waits for nobody."""
    assert changed
    reader = opened()
    found = []

    def ask() -> bool:
        found.append(_nearest(reader, "bridge"))
        return False

    assert merge_changes(library_dir, ask)
    assert len(found) == 3
    assert set(found) == {_paragraph("bridge")}


def test_later_run_goes_on_from_it(
    changed: Path, library_dir: Path, index: Index, opened: Open, encoder: HashEncoder
) -> None:
    """What is indexed next comes beside the new main part; nothing is encoded for it again."""
    assert merge_changes(library_dir)
    n_encoded = encoder.n_passages
    write(changed / "third.txt", _text(["tower"]))
    index()
    assert encoder.n_passages == n_encoded + 1
    assert _beside(opened()) == (1, 0)
    assert "tower" in _nearest(opened(), "tower")
    assert "mill" in _nearest(opened(), "mill")


@pytest.mark.parametrize("n_asked", [1, 2, 3])
def test_cancelled(changed: Path, library_dir: Path, n_asked: int) -> None:
    """Whenever it is cancelled, the library is as it was, and nothing is left over."""
    assert changed
    before = _files(library_dir)
    answers: Iterator[bool] = iter([False] * (n_asked - 1) + [True])
    assert not merge_changes(library_dir, lambda: next(answers))
    assert next(answers, None) is None
    assert _files(library_dir) == before


def test_run_meanwhile(changed: Path, library_dir: Path, index: Index, opened: Open) -> None:
    """A run has the lock when it wants it, and what it publishes stays."""
    calls = 0

    def run_at_last() -> bool:
        nonlocal calls
        calls += 1
        if calls == 3:
            write(changed / "third.txt", _text(["tower"]))
            index()
        return False

    assert not merge_changes(library_dir, run_at_last)
    assert _beside(opened()) == (3, 1)
    assert "tower" in _nearest(opened(), "tower")
    assert not list(library_dir.glob(".*merged"))


def test_not_while_somebody_writes(changed: Path, library_dir: Path) -> None:
    """One writer at a time: the other one goes first."""
    assert changed
    before = _files(library_dir)
    with writer_lock(library_dir):
        assert not merge_changes(library_dir)
    assert _files(library_dir) == before


def test_one_window_at_a_time(changed: Path, library_dir: Path) -> None:
    """Two that have the library open do not write to the same draft."""
    assert changed
    with merger_lock(library_dir):
        assert not merge_changes(library_dir)
    assert merge_changes(library_dir)


def test_few_changes_stay_beside(
    changed: Path, library_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not worth reading and writing everything for a few passages."""
    assert changed
    monkeypatch.setattr(vector_kinds, "SIZES", replace(vector_kinds.SIZES, least=6))
    before = _files(library_dir)
    assert not merge_changes(library_dir)
    assert _files(library_dir) == before


def test_torn_main_part_is_left_to_be_made_anew(
    changed: Path, library_dir: Path, opened: Open
) -> None:
    """What does not fit the stamp is nothing to go on from."""
    assert changed
    main = library_dir / "vectors.faiss"
    main.write_bytes(main.read_bytes()[:-8])
    assert not merge_changes(library_dir)
    assert "bridge" in _nearest(opened(), "bridge")


def test_small_library_has_nothing_to_merge(three_files: Path, library_dir: Path) -> None:
    """Without a main part there is nothing beside it."""
    assert three_files
    assert not merge_changes(library_dir)


def test_no_library(library_dir: Path) -> None:
    """What is not there is said, and not made."""
    with pytest.raises(LibraryMissing):
        merge_changes(library_dir)
    assert not library_dir.exists()
