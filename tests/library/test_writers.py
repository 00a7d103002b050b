"""One writer at a time, in whichever process, and readers that never wait for it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from qa_app.engine import Engine
from qa_app.errors import LibraryBusy
from qa_app.findings import Part
from qa_app.library import doctor, indexer, store
from qa_app.library.library import Library
from qa_app.library.lock import writer_lock
from tests.conftest import REPOSITORY
from tests.library.conftest import Index, names_of, write

Open = Callable[[], Library]

# Begins a run, says so, and goes on with it when it is told to.
_WRITER = """
import sys
from pathlib import Path
from qa_app.engine import Engine
from qa_app.settings import Settings
from tests.fakes import HashEncoder

def wait(progress):
    print(progress.path, flush=True)
    sys.stdin.readline()

library, folder, cache = map(Path, sys.argv[1:])
Engine(Settings(cache_dir=cache), HashEncoder).index(library, folder, on_progress=wait)
"""


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (indexer, doctor):
        monkeypatch.setattr(module, "_LOCK_WAIT_S", 0.01)


@contextmanager
def _another_writes(library: Path, folder: Path, cache: Path) -> Iterator[None]:
    """While another process is in the middle of a run."""
    with subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(library), str(folder), str(cache)],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        process.stdout.readline()
        yield
        process.stdin.close()
        process.stdout.read()
    assert process.returncode == 0


@pytest.mark.usefixtures("_impatient")
def test_the_second_writer_is_turned_away(
    three_files: Path, engine: Engine, library_dir: Path, cache_dir: Path, index: Index
) -> None:
    """It is told that another program is updating the library; afterwards it may."""
    write(three_files / "d.txt", "The quarry is flooded.")
    with _another_writes(library_dir, three_files, cache_dir):
        with pytest.raises(LibraryBusy, match="another program"):
            index()
        with pytest.raises(LibraryBusy, match="another program"):
            engine.forget(library_dir, three_files)
        with pytest.raises(LibraryBusy, match="another program"):
            engine.doctor(library_dir, repair=True)
    assert index().n_unchanged == 4


def test_readers_answer_while_another_process_writes(
    three_files: Path, library_dir: Path, cache_dir: Path, opened: Open
) -> None:
    """One that was open before and one opened meanwhile, and each takes up what is new."""
    early = opened()
    early.refresh()
    write(three_files / "d.txt", "The quarry is flooded.")
    with _another_writes(library_dir, three_files, cache_dir):
        for library in (early, opened()):
            library.refresh()
            assert names_of(library, "harbour") == {"a.txt"}
    early.refresh()
    assert names_of(early, "quarry") == {"d.txt"}


@pytest.mark.usefixtures("three_files")
def test_readers_answer_while_the_indexes_are_made_anew(
    engine: Engine, library_dir: Path, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old ones are in use until the new ones are whole."""
    write(tmp_path / "more" / "d.txt", "The quarry is flooded.")
    engine.index(library_dir, tmp_path / "more")
    early = opened()
    early.refresh()
    seen: list[set[str]] = []
    read = store.all_vectors

    def look_and_read(*args: object) -> object:
        for library in (early, opened()):
            library.refresh()
            seen.append(names_of(library, "harbour"))
        return read(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(store, "all_vectors", look_and_read)
    engine.forget(library_dir, tmp_path / "more")
    assert seen == [{"a.txt"}, {"a.txt"}]


@pytest.mark.usefixtures("three_files")
def test_keywords_that_are_not_stamped_yet(library_dir: Path, opened: Open) -> None:
    """A reader that comes between a writer's commit and its stamp takes the new keywords."""
    stamp = library_dir / "derived.json"
    before = stamp.read_bytes()
    write(
        library_dir / "keywords" / "meta.json",
        (library_dir / "keywords" / "meta.json").read_bytes() + b"\n",
    )
    with writer_lock(library_dir):
        library = opened()
        library.refresh()
        assert names_of(library, "harbour") == {"a.txt"}
    assert stamp.read_bytes() == before


@pytest.mark.usefixtures("three_files")
def test_the_doctor_looks_on_while_another_writes(engine: Engine, library_dir: Path) -> None:
    """A check needs no lock, and says what it could not compare."""
    with writer_lock(library_dir):
        found = engine.doctor(library_dir)
    assert found.is_well
    says = {finding.part: finding.says for finding in found.findings}
    assert "were not compared" in says[Part.WRITER]
    assert Part.INDEXES not in says
