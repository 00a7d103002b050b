"""The keys that hints name."""

from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from qa_app.gui.actions import give_keys
from qa_app.gui.key_names import KeyNames
from qa_app.gui.main_window import MainWindow
from tests.gui.hands import press


def test_a_hint_names_the_key_as_it_is_bound(window: MainWindow) -> None:
    """From any part of the window; of several keys it is the first."""
    names = KeyNames(window.snippets_pane.list)
    assert f"{names:undo} {names:larger}" == "Ctrl+Z Ctrl++"
    give_keys(window.actions_by_name["undo"], ["F8"])
    assert f"{names:undo}" == "F8"


def test_without_a_window_it_is_the_usual_key() -> None:
    """So it is for an action whose key belongs to a widget."""
    assert f"{KeyNames(QObject()):open_folder}" == "Ctrl+O"
    assert f"{KeyNames(QObject()):edit_snippet}" == "F2"


def test_hints_follow_a_change(qtbot: QtBot, window: MainWindow) -> None:
    """The pane of snippets names the key by which one is kept now."""
    give_keys(window.actions_by_name["keep_snippet"], ["F7"])
    press(qtbot, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.snippets_pane.hint.whole_text().startswith("F7 keeps the chosen hit")
