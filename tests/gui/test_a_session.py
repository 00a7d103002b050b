"""A session at the desk by keys alone, on the real engine and the real model."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from qa_app.gui.main_window import MainWindow
from qa_app.gui.tasks import EngineClient
from tests.gui.conftest import ROOT
from tests.gui.hands import QUESTION, press, write

pytestmark = pytest.mark.integration

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PATIENCE_MS = 120_000
N_FILES = 400


@pytest.fixture
def window(
    qtbot: QtBot, settings: QSettings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[MainWindow]:
    """The sample corpus is open; the library of a folder of minutes was open before."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    client = EngineClient([sys.executable, "-m", "qa_app.service"])
    window = MainWindow(client=client, settings=settings, library_for=str)
    qtbot.addWidget(window, before_close_func=lambda _: client.close())
    window.resize(1000, 700)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    minutes = tmp_path / "minutes"
    minutes.mkdir()
    (minutes / "first.txt").write_text("The council met on Monday. The roof will be mended.\n")
    open_and_wait(qtbot, window, tmp_path / "other", minutes)
    open_and_wait(qtbot, window, tmp_path / "sample", ROOT / "seeds")
    yield window
    client.close()


def open_and_wait(qtbot: QtBot, window: MainWindow, library: Path, folder: Path) -> None:
    """Open a library and index a folder into it."""
    with qtbot.waitSignal(window.client.indexed, timeout=PATIENCE_MS):
        window.open(str(library), str(folder))


def hits_of(window: MainWindow) -> int:
    """How many hits are listed."""
    return window.hits_panel.hit_list.hit_model.rowCount()


def ask_by_keys(qtbot: QtBot, window: MainWindow, question: str) -> None:
    """Go to the question, type another one over it, and press Enter."""
    press(qtbot, Qt.Key.Key_L, CTRL)
    write(qtbot, window.question_bar.field, question)
    with qtbot.waitSignal(window.client.answered, timeout=PATIENCE_MS):
        press(qtbot, Qt.Key.Key_Return)


def test_a_session_by_keys_alone(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    """Ask, choose, read, next highlight, keep, copy, palette, back, another library, cancel."""
    ask_by_keys(qtbot, window, QUESTION)
    assert hits_of(window) == 2
    press(qtbot, Qt.Key.Key_Down)
    hit = window.hits_panel.hit_list.current_hit()
    assert hit is not None
    assert hit.rank == 2

    with qtbot.waitSignal(window.client.source_loaded, timeout=PATIENCE_MS):
        press(qtbot, Qt.Key.Key_1, CTRL)
        press(qtbot, Qt.Key.Key_Down)
        press(qtbot, Qt.Key.Key_Return)
    view = window.source_pane.view
    assert view.hasFocus()
    qtbot.waitUntil(lambda: window.source_pane.header.title == hit.source.metadata.title)
    press(qtbot, Qt.Key.Key_F3)
    assert view.viewport().rect().contains(view.cursorRect())

    press(qtbot, Qt.Key.Key_D, CTRL)
    kept = window.snippets_pane.list.snippet_model
    qtbot.waitUntil(lambda: kept.rowCount() == 1)
    assert kept.snippets()[0].quote == hit.text

    press(qtbot, Qt.Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().mimeData()
    assert hit.text in copied.text()
    assert hit.source.metadata.title in copied.text()
    assert copied.hasHtml()

    size = window.appearance.text_percent
    press(qtbot, Qt.Key.Key_K, CTRL)
    focused = QGuiApplication.focusObject()
    write(qtbot, focused, "larger")  # type: ignore[arg-type]  # the palette's line
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.appearance.text_percent > size)
    press(qtbot, Qt.Key.Key_0, CTRL)

    ask_by_keys(qtbot, window, "How did Russia help with Syria's cash shortage?")
    press(qtbot, Qt.Key.Key_Left, ALT)
    assert window.question_bar.field.text() == QUESTION
    current = window.hits_panel.hit_list.current_hit()
    assert current is not None
    assert current.text == hit.text

    press(qtbot, Qt.Key.Key_L, CTRL | SHIFT)
    focused = QGuiApplication.focusObject()
    write(qtbot, focused, "minutes")  # type: ignore[arg-type]  # the list's line
    with qtbot.waitSignal(window.client.indexed, timeout=PATIENCE_MS):
        press(qtbot, Qt.Key.Key_Return)
    assert kept.rowCount() == 0
    ask_by_keys(qtbot, window, "What will be mended?")
    assert hits_of(window) == 1

    for n in range(N_FILES):
        (tmp_path / "minutes" / f"{n}.txt").write_text(f"Item {n} was put off until meeting {n}.\n")
    with qtbot.waitSignal(window.client.indexed, timeout=PATIENCE_MS) as ended:
        press(qtbot, Qt.Key.Key_F5)
        with qtbot.waitSignal(window.client.index_progressed, timeout=PATIENCE_MS):
            pass
        press(qtbot, Qt.Key.Key_Period, CTRL)
    assert ended.args is not None
    assert ended.args[0].report.cancelled
    assert not window.indexing.is_running
    ask_by_keys(qtbot, window, "What will be mended?")
    assert hits_of(window) >= 1
