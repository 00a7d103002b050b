"""Examining documents: anew where an earlier program kept them, and whatever they hold."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from qa_app.engine import Engine
from qa_app.errors import LibraryError
from qa_app.library import examining, names
from qa_app.library.database import open_database
from qa_app.library.library import Library
from qa_app.model import FileProblem, FileState, Passage, Progress
from tests.library.conftest import Found, Index, write

_TEXTS = {
    "a.txt": "Ann Lee said it was late.",
    "b.txt": "Bob Reed said it was early.",
    "c.txt": "Cid Moss said it was noon.",
}
_REASON = (
    "its statements could not be read, which is a bug of ours: ZeroDivisionError('nine lives'); "
    "it is searched all the same"
)
Open = Callable[[], Library]
Break = Callable[[], None]


@pytest.fixture
def three_speakers(folder: Path) -> Path:
    """A folder of three files, in each of which someone else speaks."""
    for name, text in _TEXTS.items():
        write(folder / name, text)
    return folder


@pytest.fixture
def break_b(monkeypatch: pytest.MonkeyPatch) -> Break:
    """Lets the second document break this version's search for names."""
    replace = names.replace

    def install() -> None:
        version = examining.EXAMINING_VERSION

        def broken(
            connection: sqlite3.Connection, document_id: int, text: str, passages: list[Passage]
        ) -> None:
            if "Reed" in text and version == examining.EXAMINING_VERSION:
                raise ZeroDivisionError("nine lives")
            replace(connection, document_id, text, passages)

        monkeypatch.setattr(names, "replace", broken)

    return install


def _make_older(library_dir: Path) -> None:
    """Leave the library as a program that examined nothing would have made it."""
    connection = open_database(library_dir)
    connection.execute("DELETE FROM statements")
    connection.execute("DELETE FROM speakers")
    connection.execute("UPDATE documents SET examined = 0")
    connection.close()


def _speakers(library: Library) -> set[str]:
    library.refresh()
    found = library.statements(library.passage_ids())
    return {statement.speaker for statements in found.values() for statement in statements}


class TestAnew:
    """A run first examines what an earlier program kept."""

    def test_documents_are_counted(
        self, three_speakers: Path, index: Index, library_dir: Path, opened: Open
    ) -> None:
        """Each is examined once, and nothing is read or encoded for it."""
        assert three_speakers
        assert index().n_examined == 0
        _make_older(library_dir)
        report = index()
        assert (report.n_examined, report.n_unchanged, report.n_encoded) == (3, 3, 0)
        assert _speakers(opened()) == {"Ann Lee", "Bob Reed", "Cid Moss"}
        assert index().n_examined == 0

    def test_it_tells_how_far_it_is(
        self, engine: Engine, three_speakers: Path, index: Index, library_dir: Path
    ) -> None:
        """A file counts as done when its document is examined."""
        index()
        _make_older(library_dir)
        told: list[Progress] = []
        engine.index(library_dir, three_speakers, on_progress=told.append)
        done = [progress.n_files_done for progress in told]
        assert done == sorted(done)
        assert set(done) == {0, 1, 2, 3}

    def test_cancelled_on_the_way(
        self, engine: Engine, three_speakers: Path, index: Index, library_dir: Path, opened: Open
    ) -> None:
        """The run says that it was cancelled, and the next one does the rest."""
        index()
        _make_older(library_dir)
        answers = iter([False, True])
        report = engine.index(library_dir, three_speakers, cancelled=lambda: next(answers))
        assert (report.cancelled, report.n_examined) == (True, 1)
        assert _speakers(opened()) == {"Ann Lee"}
        assert index().n_examined == 2

    def test_library_knows_whether_it_is_examined(
        self, three_speakers: Path, index: Index, library_dir: Path, opened: Open
    ) -> None:
        """It follows, from one refresh to the next."""
        assert three_speakers
        index()
        library = opened()
        library.refresh()
        assert library.is_examined
        _make_older(library_dir)
        assert library.is_examined
        library.refresh()
        assert not library.is_examined
        index()
        library.refresh()
        assert library.is_examined


class TestBugs:
    """A document that brings out a bug of ours costs its own statements and nothing else."""

    def test_new_document(
        self, three_speakers: Path, index: Index, break_b: Break, found: Found, opened: Open
    ) -> None:
        """It is searched, and reported, and not tried again."""
        break_b()
        report = index()
        problem = FileProblem(str(three_speakers / "b.txt"), FileState.INDEXED, _REASON)
        assert (report.n_added, report.problems) == (3, (problem,))
        assert found("early") == {"b.txt"}
        library = opened()
        assert _speakers(library) == {"Ann Lee", "Cid Moss"}
        assert library.is_examined
        assert library.status().problems == (problem,)
        again = index()
        assert (again.n_examined, again.n_unchanged, again.problems) == (0, 3, ())
        assert library.status().problems == (problem,)

    def test_document_of_an_earlier_program(
        self,
        three_speakers: Path,
        index: Index,
        break_b: Break,
        opened: Open,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """What was found before is not kept beside what is found now."""
        index()
        monkeypatch.setattr(examining, "EXAMINING_VERSION", examining.EXAMINING_VERSION + 1)
        break_b()
        report = index()
        problem = FileProblem(str(three_speakers / "b.txt"), FileState.INDEXED, _REASON)
        assert (report.n_examined, report.problems) == (3, (problem,))
        assert _speakers(opened()) == {"Ann Lee", "Cid Moss"}

    def test_mended_program(
        self,
        three_speakers: Path,
        index: Index,
        opened: Open,
        monkeypatch: pytest.MonkeyPatch,
        break_b: Break,
    ) -> None:
        """A later program finds the statements, and nothing is amiss with the file any more."""
        assert three_speakers
        break_b()
        index()
        monkeypatch.setattr(examining, "EXAMINING_VERSION", examining.EXAMINING_VERSION + 1)
        index()
        library = opened()
        assert _speakers(library) == {"Ann Lee", "Bob Reed", "Cid Moss"}
        assert library.status().problems == ()

    def test_full_disk_is_no_fault_of_a_document(
        self, three_speakers: Path, index: Index, opened: Open, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It ends the run, and the document in hand is not kept half."""
        assert three_speakers

        def full(*_args: object) -> NoReturn:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error

        with monkeypatch.context() as patch:
            patch.setattr(names, "replace", full)
            with pytest.raises(LibraryError, match="is full"):
                index()
        assert index().n_added == 3
        assert _speakers(opened()) == {"Ann Lee", "Bob Reed", "Cid Moss"}
