"""The list of keys."""

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qa_app.gui.action_table import SPECS
from qa_app.gui.key_choices import KeyChoices
from qa_app.gui.main_window import MainWindow
from qa_app.gui.views.keys_dialog import KeysDialog
from tests.gui.hands import press, write


def test_f1_lists_every_action(qtbot: QtBot, window: MainWindow) -> None:
    """The list of keys has a line for each action."""
    press(qtbot, Qt.Key.Key_F1)
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    assert {spec.description for spec in SPECS} <= shown
    dialog.close()


def test_f1_shows_the_keys_as_they_are_now(
    qtbot: QtBot, window: MainWindow, settings: QSettings
) -> None:
    """A key that was changed stands in the list; the nine of the hits take one line."""
    choices = KeyChoices(settings, window.actions_by_name, window)
    assert choices.change("why_hit", QKeySequence("F8")) == ""
    press(qtbot, Qt.Key.Key_F1)
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"F8", "Ctrl+1 … Ctrl+9", "Ctrl+L or /"} <= shown
    assert "Ctrl+I" not in shown
    dialog.close()


def test_typing_filters_the_list(qtbot: QtBot, window: MainWindow) -> None:
    """Letters leave the lines that hold them, and the headings of those; none leave a sentence."""
    press(qtbot, Qt.Key.Key_F1)
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.filter.hasFocus)
    write(qtbot, dialog.filter, "full screen")
    seen = {label.text() for label in dialog.findChildren(QLabel) if label.isVisible()}
    assert seen == {"View", "F11", "Fill the screen with the window, or no longer"}
    write(qtbot, dialog.filter, "zzz")
    assert dialog.nothing.isVisible()
    dialog.close()


def test_f1_explains_the_search_words(qtbot: QtBot, window: MainWindow) -> None:
    """The list of keys has what narrows a question down too; the welcome points there."""
    assert "F1 explains" in window.hits_panel.welcome.hint.text()
    press(qtbot, Qt.Key.Key_F1)
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    shown = " ".join(label.text() for label in dialog.findChildren(QLabel))
    for words in ("source:", "author:", "after:", "before:", '"exact words"', "-word"):
        assert words in shown
    dialog.close()
