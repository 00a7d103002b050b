"""What the window makes of an indexing run's report."""

from pathlib import Path
from unittest.mock import Mock

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_app.gui.indexing import Indexing
from qa_app.messages import FolderChanged, Indexed, LibraryChanged, LibraryOpened
from qa_app.model import IndexReport
from tests.gui.conftest import OpenWindow
from tests.gui.hands import ask, press
from tests.gui.sample_news import STATUS


class _Client(QObject):
    """The engine's side, as far as it reports."""

    library_opened = Signal(object)
    index_progressed = Signal(object)
    indexed = Signal(object)
    library_changed = Signal(object)
    folder_changed = Signal(object)


@pytest.mark.parametrize(
    ("report", "is_news"),
    [
        (IndexReport("/news", n_unchanged=3), False),
        (IndexReport("/news", n_unchanged=3, n_moved=1), True),
        (IndexReport("/news", n_unchanged=3, n_examined=3), True),
    ],
)
def test_contents_changed_follows_what_a_run_did(
    qtbot: QtBot, report: IndexReport, *, is_news: bool
) -> None:
    """What is on screen is out of date where files changed or statements were found anew."""
    assert qtbot
    client = _Client()
    indexing = Indexing(client, Mock(), Mock(), client)  # type: ignore[arg-type]  # stands in
    changes: list[bool] = []
    indexing.contents_changed.connect(lambda: changes.append(True))
    client.indexed.emit(Indexed(report=report, status=None))
    assert bool(changes) == is_news


class _Engine(_Client):
    """Keeps what it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.runs: list[str] = []

    def open_library(self, library: str) -> None:
        """Open nothing."""

    def index_folder(self, folder: str) -> None:
        """Remember the folder."""
        self.runs.append(folder)

    def cancel_indexing(self) -> None:
        """Cancel nothing."""


def _opened(engine: _Engine, library: str) -> None:
    engine.library_opened.emit(LibraryOpened(library=library, status=STATUS))


def test_folders_are_added_one_after_the_other(qtbot: QtBot) -> None:
    """A run is on until every folder asked for is read."""
    assert qtbot
    engine = _Engine()
    indexing = Indexing(engine, Mock(), Mock(), engine)  # type: ignore[arg-type]  # stands in
    indexing.open("/library", "")
    _opened(engine, "/library")
    indexing.add("/more")
    assert engine.runs == ["", "/more"]
    engine.indexed.emit(Indexed(report=IndexReport(""), status=STATUS))
    assert indexing.is_running
    engine.indexed.emit(Indexed(report=IndexReport("/more"), status=STATUS))
    assert not indexing.is_running


def test_report_of_the_library_before_is_not_this_one_s(qtbot: QtBot) -> None:
    """A run that was cancelled by opening another library says nothing of that one."""
    assert qtbot
    engine = _Engine()
    indexing = Indexing(engine, Mock(), Mock(), engine)  # type: ignore[arg-type]  # stands in
    indexing.open("/first", "")
    _opened(engine, "/first")
    indexing.open("/second", "")
    engine.indexed.emit(Indexed(report=IndexReport("", cancelled=True), status=STATUS))
    assert indexing.status is None
    _opened(engine, "/first")
    assert indexing.status is None
    _opened(engine, "/second")
    assert indexing.is_running
    assert indexing.status == STATUS


def test_report_of_the_library_before_a_damaged_one(qtbot: QtBot) -> None:
    """Where the next library cannot be opened, the run in the one before still says nothing."""
    assert qtbot
    engine = _Engine()
    indexing = Indexing(engine, Mock(), Mock(), engine)  # type: ignore[arg-type]  # stands in
    indexing.open("/first", "")
    _opened(engine, "/first")
    indexing.open("/damaged", "")
    indexing.give_up_all(is_engine_gone=False)
    engine.indexed.emit(Indexed(report=IndexReport("", cancelled=True), status=STATUS))
    assert indexing.status is None
    assert not indexing.is_running


def test_change_of_the_library_before_is_not_this_one_s(qtbot: QtBot) -> None:
    """A folder that the library before has forgotten only now leaves this one as it is."""
    assert qtbot
    engine = _Engine()
    indexing = Indexing(engine, Mock(), Mock(), engine)  # type: ignore[arg-type]  # stands in
    indexing.open("/second", "")
    _opened(engine, "/second")
    for library, folders in (("/first", ()), ("/second", ("/left",))):
        changed = replace(STATUS, library=library, folders=folders)
        engine.library_changed.emit(LibraryChanged(changed))
        assert indexing.status is not None
        assert indexing.status.folders == (folders or STATUS.folders)


def test_indexing_goes_on_once_after_a_crash(qtbot: QtBot, open_window: OpenWindow) -> None:
    """The engine that is started again goes on with the run; where it dies again, F5 does."""
    window = open_window(folder="/slow")
    state, progress = window.status_line.state, window.status_line.progress
    qtbot.waitUntil(progress.isVisible)
    with qtbot.waitSignal(window.client.engine_stopped):
        window.asking.ask("crash")
    assert "interrupted; F5 goes on" in state.whole_text()
    with qtbot.waitSignal(window.asking.gave_up):
        pass
    with qtbot.waitSignal(window.client.answered):
        window.asking.ask("q")
    assert "interrupted; F5 goes on" in state.whole_text()
    assert not window.indexing.is_running
    press(qtbot, Qt.Key.Key_F5)
    qtbot.waitUntil(progress.isVisible)


def test_run_is_begun_again_with_the_engine(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    """The run that ended with the engine goes on with the one that is started anew."""
    window = open_window(folder="/slow")
    qtbot.waitUntil(window.status_line.progress.isVisible)
    ask(qtbot, window, f"q once:{tmp_path}/died")
    qtbot.waitUntil(window.status_line.progress.isVisible)
    assert window.indexing.is_running


def test_state_does_not_belie_the_progress(qtbot: QtBot, open_window: OpenWindow) -> None:
    """While a run is on the state says so and nothing of being up to date."""
    window = open_window(folder="/slow")
    qtbot.waitUntil(window.status_line.progress.isVisible)
    wanted = "3 documents, 41 passages, being brought up to date… · all offline"
    assert window.status_line.state.whole_text() == wanted


def _following(engine: _Engine) -> Indexing:
    """A library that is open and up to date."""
    indexing = Indexing(engine, Mock(), Mock(), engine)  # type: ignore[arg-type]  # stands in
    indexing.open("/library", "")
    _opened(engine, "/library")
    engine.indexed.emit(Indexed(report=IndexReport(""), status=STATUS))
    engine.runs.clear()
    return indexing


def test_what_changes_in_a_folder_is_read(qtbot: QtBot) -> None:
    """Of that folder alone, and of no folder that is not the library's."""
    assert qtbot
    engine = _Engine()
    indexing = _following(engine)
    engine.folder_changed.emit(FolderChanged("/elsewhere"))
    assert engine.runs == []
    engine.folder_changed.emit(FolderChanged(STATUS.folders[0]))
    assert engine.runs == [STATUS.folders[0]]
    assert indexing.is_running


def test_what_changes_during_a_run_is_read_after_it(qtbot: QtBot) -> None:
    """However often it changes it is one run more, which nobody has asked for."""
    assert qtbot
    engine = _Engine()
    indexing = _following(engine)
    begun: list[bool] = []
    indexing.bring_up_to_date()
    indexing.run_begun.connect(lambda: begun.append(True))
    for _ in range(3):
        engine.folder_changed.emit(FolderChanged(STATUS.folders[0]))
    assert engine.runs == [""]
    engine.indexed.emit(Indexed(report=IndexReport(""), status=STATUS))
    assert engine.runs == ["", STATUS.folders[0]]
    engine.indexed.emit(Indexed(report=IndexReport(""), status=STATUS))
    assert not indexing.is_running
    assert begun == []


def test_after_a_run_was_cancelled_nothing_is_read_unasked(qtbot: QtBot) -> None:
    """F5 goes on, and what changes is read again from then on."""
    assert qtbot
    engine = _Engine()
    indexing = _following(engine)
    indexing.bring_up_to_date()
    engine.folder_changed.emit(FolderChanged(STATUS.folders[0]))
    indexing.cancel()
    engine.indexed.emit(Indexed(report=IndexReport("", cancelled=True), status=STATUS))
    engine.folder_changed.emit(FolderChanged(STATUS.folders[0]))
    assert engine.runs == [""]
    indexing.bring_up_to_date()
    engine.indexed.emit(Indexed(report=IndexReport(""), status=STATUS))
    engine.folder_changed.emit(FolderChanged(STATUS.folders[0]))
    assert engine.runs == ["", "", STATUS.folders[0]]


def test_closing_while_indexing_asks_nothing(qtbot: QtBot, open_window: OpenWindow) -> None:
    """The window goes at once, and the engine is asked to end, not killed."""
    window = open_window(folder="/home/lina/slow")
    qtbot.waitUntil(lambda: window.indexing.is_running)
    window.close()
    assert not window.isVisible()
    assert QApplication.activeModalWidget() is None
    assert not window.client.is_running()
