"""The window closed while documents are read, on the real engine with an encoder of no model."""

import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from qa_app.engine import Engine
from qa_app.gui.main_window import MainWindow
from qa_app.gui.tasks import EngineClient
from qa_app.model import FileState, Progress
from qa_app.reading.limits import limits_of
from qa_app.settings import Settings
from tests.fakes import DirectReader, HashEncoder
from tests.gui.conftest import ROOT
from tests.library.faults.comparing import told

N_FILES = 200
PATIENCE_MS = 120_000
QUESTIONS = ("What did Minister 7 say?", "What happened to bridge 150?")

NewWindow = Callable[[], MainWindow]


@pytest.fixture
def new_window(qtbot: QtBot, settings: QSettings, monkeypatch: pytest.MonkeyPatch) -> NewWindow:
    """Opens windows on engines of their own, with the settings of one person."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))

    def open_it() -> MainWindow:
        client = EngineClient([sys.executable, "-m", "tests.fake_service"])
        made = MainWindow(client=client, settings=settings, library_for=str)
        qtbot.addWidget(made, before_close_func=lambda _: client.close())
        made.show()
        return made

    return open_it


@pytest.fixture
def plain_engine(cache_dir: Path) -> Engine:
    """The engine without a window."""
    chosen = Settings(cache_dir=cache_dir)
    return Engine(chosen, HashEncoder, reader=lambda: DirectReader(limits_of(chosen)))


def write_documents(folder: Path) -> None:
    """Many small files."""
    for n in range(N_FILES):
        text = f"Minister {n} said that bridge {n} will close.\n\nNobody cheered on day {n}.\n"
        (folder / f"{n:03}.txt").write_text(text, encoding="utf-8")


def is_midway(progress: Progress) -> bool:
    """Whether some files are read and most are not."""
    return 0 < progress.n_files_done < N_FILES // 2


def finished_in(engine: Engine, library: Path) -> set[str]:
    """The files whose documents the library has."""
    with closing(engine.open(library)) as opened:
        entries = opened.entries()
    return {e.path for e in entries if e.state is FileState.INDEXED and e.document_id}


def test_closing_while_indexing_loses_nothing(
    qtbot: QtBot, new_window: NewWindow, plain_engine: Engine, folder: Path, tmp_path: Path
) -> None:
    """What was finished is kept, the next start reads the rest, and nothing tells the difference.

    The library then holds and answers what one does that nobody closed the window on.
    """
    write_documents(folder)
    library, undisturbed = tmp_path / "library", tmp_path / "undisturbed"
    first = new_window()
    with qtbot.waitSignal(
        first.client.index_progressed, timeout=PATIENCE_MS, check_params_cb=is_midway
    ):
        first.open(str(library), str(folder))
    first.close()
    assert not first.client.is_running()
    finished = finished_in(plain_engine, library)
    assert 0 < len(finished) < N_FILES
    second = new_window()
    with qtbot.waitSignal(second.client.indexed, timeout=PATIENCE_MS) as ended:
        second.open(str(library), "")
    report = ended.args[0].report
    assert (report.n_unchanged, report.n_added) == (len(finished), N_FILES - len(finished))
    second.close()
    plain_engine.index(undisturbed, folder)
    assert told(plain_engine, library, QUESTIONS) == told(plain_engine, undisturbed, QUESTIONS)
