"""A session at the desk by keys alone, on the real engine and the real model."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from qa_app.gui.main_window import MainWindow
from qa_app.gui.tasks import EngineClient
from qa_app.gui.views.correction_dialog import CorrectionDialog
from qa_app.gui.views.export_dialog import ExportDialog
from tests.gui.conftest import ROOT
from tests.gui.hands import QUESTION, come_back, press, write

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


def correct_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    """Give the source on screen another title, and see it there."""
    press(qtbot, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), CorrectionDialog))
    write(qtbot, focused(), "A title of my own")
    with qtbot.waitSignal(window.correcting.corrected, timeout=PATIENCE_MS):
        press(qtbot, Qt.Key.Key_Return)
    assert window.source_pane.header.title == "A title of my own"
    qtbot.waitUntil(
        lambda: (
            window.snippets_pane.list.snippet_model.snippets()[0].metadata.title
            == "A title of my own"
        )
    )
    come_back(qtbot, window)


def export_by_keys(qtbot: QtBot, window: MainWindow, file: Path) -> None:
    """Export the snippets as a Word file."""
    press(qtbot, Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ExportDialog))
    press(qtbot, Qt.Key.Key_L, ALT)
    press(qtbot, Qt.Key.Key_A, CTRL)
    write(qtbot, focused(), str(file))
    with qtbot.waitSignal(window.client.snippets_exported, timeout=PATIENCE_MS):
        press(qtbot, Qt.Key.Key_Return)
    assert window.export_bar.label.whole_text() == f"Exported to {file.name} (1)"
    assert file.read_bytes().startswith(b"PK")
    come_back(qtbot, window)


def check_by_keys(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    """Check the export, and read the quote in its source."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    with qtbot.waitSignal(window.client.export_verified, timeout=PATIENCE_MS) as verified:
        press(qtbot, Qt.Key.Key_E, CTRL | SHIFT)
    assert verified.args is not None
    assert [str(v.state) for v in verified.args[0].report.verdicts] == ["verbatim"]
    press(qtbot, Qt.Key.Key_Return)
    come_back(qtbot, window)
    assert window.source_pane.view.hasFocus()


def focused() -> QWidget:
    """The widget with the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_a_session_by_keys_alone(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Ask, read, keep, copy, correct, export, check, palette, back, another library, cancel."""
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

    correct_by_keys(qtbot, window)
    export_by_keys(qtbot, window, tmp_path / "quotes.docx")
    check_by_keys(qtbot, window, monkeypatch, tmp_path / "quotes.docx")

    size = window.appearance.text_percent
    press(qtbot, Qt.Key.Key_K, CTRL)
    write(qtbot, focused(), "larger")
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
    write(qtbot, focused(), "minutes")
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
