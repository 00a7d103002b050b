"""Snippets written to a file from the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qa_app.gui.main_window import MainWindow
from tests.gui.conftest import OpenWindow
from tests.gui.hands import press

CTRL = Qt.KeyboardModifier.ControlModifier


def test_control_e_writes_the_snippets(
    qtbot: QtBot, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A name without an end gets that of the chosen format; what was written is said."""
    window = open_window(library="/kept")
    qtbot.waitUntil(lambda: window.snippets_pane.list.snippet_model.rowCount() == 3)
    chosen = (str(tmp_path / "mine"), "PDF (*.pdf)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    with qtbot.waitSignal(window.exporting.announced) as said:
        press(qtbot, Qt.Key.Key_E, CTRL)
    assert said.args == ["Exported to mine.pdf (3)"]


def test_nothing_kept_is_nothing_to_export(qtbot: QtBot, window: MainWindow) -> None:
    """No file is asked for."""
    with qtbot.waitSignal(window.exporting.announced) as said:
        press(qtbot, Qt.Key.Key_E, CTRL)
    assert said.args == ["No snippets are kept yet"]
