"""Keys that a person chose."""

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from qa_app.gui.key_choices import KeyChoices
from qa_app.gui.main_window import MainWindow
from tests.gui.conftest import OpenWindow
from tests.gui.hands import press_sequence

TYPING = """
A Shift+A ß 7 / Space Return Enter Tab Shift+Tab Esc Up Down Left Home PgDown Shift+Up
Backspace Del Ctrl+A Ctrl+V Ctrl+X Ctrl+Y Ctrl+Left Ctrl+Shift+Right Ctrl+Backspace
Shift+Insert
"""


@pytest.fixture
def choices(window: MainWindow, settings: QSettings) -> KeyChoices:
    """What can be chosen in a window."""
    return KeyChoices(settings, window.actions_by_name, window)


def key(words: str) -> QKeySequence:
    """A key, as it is pressed."""
    return QKeySequence(words)


def test_changed_key_runs_the_action_and_the_old_does_not(
    qtbot: QtBot, window: MainWindow, choices: KeyChoices
) -> None:
    """A new key works at once, stands in menu and tooltip, and the old one is free."""
    action = window.actions_by_name["why_hit"]
    assert choices.change("why_hit", key("Ctrl+U")) == ""
    with qtbot.waitSignal(action.triggered):
        press_sequence(qtbot, window.question_bar.field, "Ctrl+U")
    with qtbot.assertNotEmitted(action.triggered):
        press_sequence(qtbot, window.question_bar.field, "Ctrl+I")
    assert action.toolTip().endswith("(Ctrl+U)")
    assert choices.change("open_folder", key("Ctrl+I")) == ""


def test_changed_key_is_there_in_the_next_window(
    choices: KeyChoices, open_window: OpenWindow
) -> None:
    """Keys are saved, two that changed places too."""
    assert choices.change("why_hit", key("F8")) == ""
    assert choices.change("open_folder", key("Ctrl+I")) == ""
    assert choices.change("why_hit", key("Ctrl+O")) == ""
    actions = open_window().actions_by_name
    assert actions["why_hit"].shortcut().toString() == "Ctrl+O"
    assert actions["open_folder"].shortcut().toString() == "Ctrl+I"


def test_clash_is_refused_with_the_other_action(window: MainWindow, choices: KeyChoices) -> None:
    """A key that is taken is refused in a sentence that names what it does; nothing changes."""
    sentence = choices.change("why_hit", key("Ctrl+K"))
    assert sentence == "Ctrl+K already stands for “Command palette…”. Change that one first."
    assert window.actions_by_name["why_hit"].shortcut().toString() == "Ctrl+I"
    assert not choices.is_changed("why_hit")
    assert "“Hit 3”" in choices.refusal("why_hit", key("Ctrl+3"))
    assert "“Move down”" in choices.refusal("why_hit", key("Alt+Down"))


@pytest.mark.parametrize("words", TYPING.split())
def test_keys_of_typing_are_refused(choices: KeyChoices, words: str) -> None:
    """What a text field needs is never taken from it."""
    sentence = choices.refusal("why_hit", key(words))
    assert "is needed for typing" in sentence


@pytest.mark.parametrize("words", ["Ctrl+U", "F8", "Shift+F8", "Alt+Y", "Ctrl+Alt+I", "Meta+I"])
def test_other_keys_are_free(choices: KeyChoices, words: str) -> None:
    """Function keys, and letters with Ctrl, Alt or the system's key, can be had."""
    assert choices.refusal("why_hit", key(words)) == ""


def test_letter_that_opens_a_menu_is_refused(choices: KeyChoices) -> None:
    """Alt and the letter of a menu opens that menu."""
    assert choices.refusal("why_hit", key("Alt+F")) == "Alt+F opens the menu “File”."


def test_own_usual_key_can_be_had_again(choices: KeyChoices) -> None:
    """An action that gave up its key can be given it by pressing it, Ctrl+C and / included."""
    for name, usual in (("copy_citation", "Ctrl+C"), ("focus_question", "/"), ("undo", "Ctrl+Z")):
        assert choices.change(name, key("F8")) == ""
        assert choices.change(name, key(usual)) == ""


def test_fixed_key_is_refused(choices: KeyChoices) -> None:
    """A key that its widget handles is not for changing."""
    assert choices.change("ask", key("F8")) == "This action always has the key Enter."


def test_reset_gives_all_usual_keys_back(window: MainWindow, choices: KeyChoices) -> None:
    """Both keys of an action come back, unless another has one of them by now."""
    assert choices.change("focus_question", key("F8")) == ""
    assert choices.change("why_hit", key("Ctrl+L")) == ""
    assert "“Why this hit”" in choices.reset("focus_question")
    assert choices.words("focus_question") == "F8"
    choices.reset_all()
    keys = [k.toString() for k in window.actions_by_name["focus_question"].shortcuts()]
    assert keys == ["Ctrl+L", "/"]
    assert choices.words("why_hit") == "Ctrl+I"
    assert not choices.is_changed("why_hit")


def test_saved_key_that_cannot_be_had_is_dropped(
    settings: QSettings, open_window: OpenWindow
) -> None:
    """A saved key that clashes, is for typing or is no key at all leaves the usual one."""
    settings.setValue("keys/why_hit", "Ctrl+K")
    settings.setValue("keys/open_folder", "q")
    settings.setValue("keys/quit", "nonsense+")
    settings.setValue("keys/ask", "F9")
    actions = open_window().actions_by_name
    assert actions["why_hit"].shortcut().toString() == "Ctrl+I"
    assert actions["open_folder"].shortcut().toString() == "Ctrl+O"
    assert actions["quit"].shortcut().toString() == "Ctrl+Q"
    assert not actions["ask"].shortcuts()
