"""The list of keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qa_app.gui.actions import SPECS
from qa_app.gui.main_window import MainWindow
from qa_app.gui.views.keys_dialog import KeysDialog
from tests.gui.hands import press


def test_f1_lists_every_action(qtbot: QtBot, window: MainWindow) -> None:
    """The list of keys has a line for each action."""
    press(qtbot, Qt.Key.Key_F1)
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    assert {spec.description for spec in SPECS} <= shown
    dialog.close()


def test_f1_explains_the_search_words(qtbot: QtBot, window: MainWindow) -> None:
    """The list of keys has what narrows a question down too; the welcome points there."""
    assert "F1 explains" in window.hits_panel.welcome.hint.text()
    press(qtbot, Qt.Key.Key_F1)
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    shown = " ".join(label.text() for label in dialog.findChildren(QLabel))
    for words in ("source:", "after:", "before:", '"exact words"', "-word"):
        assert words in shown
    dialog.close()
