"""The table of actions: each is reached by its key, in a menu, and in the palette."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from qa_app.gui.action_spec import ActionSpec
from qa_app.gui.action_table import SPECS
from qa_app.gui.actions import keys_in_words, names_of, plain
from qa_app.gui.icon_drawings import DRAWINGS
from qa_app.gui.main_window import MainWindow
from tests.gui.hands import ask, press_sequence, write

BOUND = [(name, key) for s in SPECS if s.is_bound for name, ks in names_of(s).items() for key in ks]
NAMES = [name for spec in SPECS for name in names_of(spec)]


def only_tell(action: QAction, told: list[str]) -> None:
    """Let an action do nothing but say that it was run."""
    action.triggered.disconnect()
    action.setEnabled(True)
    action.triggered.connect(lambda: told.append(action.objectName()))


def menus_of(window: MainWindow) -> list[QMenu]:
    """Every menu of the window, those within others included."""
    menus: list[QMenu] = []
    waiting = [action.menu() for action in window.menuBar().actions()]
    while waiting:
        menu = waiting.pop()
        assert isinstance(menu, QMenu)
        menus.append(menu)
        waiting += [action.menu() for action in menu.actions() if action.menu() is not None]
    return menus


def mnemonics(actions: list[QAction]) -> list[str]:
    """The letters that choose an entry."""
    keys = (QKeySequence.mnemonic(action.text()).toString() for action in actions)
    return [key for key in keys if key]


def test_shortcuts_are_unique(window: MainWindow) -> None:
    """No two actions share a key that is bound."""
    keys = [k.toString() for a in window.actions_by_name.values() for k in a.shortcuts()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_line_of_the_table_is_whole(spec: ActionSpec) -> None:
    """Each action has a name, a key, a text, a description and a drawing."""
    assert spec.name
    assert spec.keys
    assert spec.text
    assert spec.description
    assert spec.icon in DRAWINGS


def test_every_action_is_described(window: MainWindow) -> None:
    """Each action has an icon, and a tooltip that says what it does and names its key."""
    for spec in SPECS:
        assert keys_in_words(spec, window.actions_by_name)
        for name in names_of(spec):
            action = window.actions_by_name[name]
            assert not action.icon().isNull()
            assert action.whatsThis() == spec.description
            assert action.toolTip().startswith(f"{spec.description} (")


@pytest.mark.parametrize("pane", ["source", "hits"])
def test_every_action_is_reached_by_its_key(qtbot: QtBot, window: MainWindow, pane: str) -> None:
    """Each key that is bound, pressed in the window, runs its action once and no other."""
    told: list[str] = []
    widget = window.source_pane.view if pane == "source" else window.hits_panel.hit_list
    ask(qtbot, window)
    for name in {name for name, _ in BOUND}:
        only_tell(window.actions_by_name[name], told)
    for name, key in BOUND:
        # What can be done at the moment may change while the answer comes in.
        window.actions_by_name[name].setEnabled(True)
        told.clear()
        press_sequence(qtbot, widget, key)
        assert told == [name], key


def test_keys_of_the_question_and_the_hits_do_what_the_table_says(
    qtbot: QtBot, window: MainWindow
) -> None:
    """Return asks in the question and reads on a hit; Down and Up choose hits in both."""
    field, hits = window.question_bar.field, window.hits_panel.hit_list
    ask(qtbot, window)
    for widget in (field, hits):
        press_sequence(qtbot, widget, "Down")
        assert hits.currentIndex().row() == 1
        press_sequence(qtbot, widget, "Up")
        assert hits.currentIndex().row() == 0
    press_sequence(qtbot, hits, "Return")
    assert window.source_pane.view.hasFocus()


def test_keys_that_are_no_letters_work_while_typing(qtbot: QtBot, window: MainWindow) -> None:
    """In the question too every bound key runs its action, but for those of typing itself."""
    told: list[str] = []
    for name in {name for name, _ in BOUND}:
        only_tell(window.actions_by_name[name], told)
    for name, key in BOUND:
        told.clear()
        press_sequence(qtbot, window.question_bar.field, key)
        is_for_typing = key in {"/", "Ctrl+Z", "Ctrl+Shift+Z"}
        assert told == ([] if is_for_typing else [name]), key


def test_every_action_is_in_one_menu(window: MainWindow) -> None:
    """Each action stands in exactly one menu, and is run by choosing it there."""
    entries = Counter(id(a) for menu in menus_of(window) for a in menu.actions())
    for name in NAMES:
        action, told = window.actions_by_name[name], list[str]()
        assert entries[id(action)] == 1
        only_tell(action, told)
        action.activate(QAction.ActionEvent.Trigger)
        assert told == [name]


def test_every_action_is_reached_by_the_palette(qtbot: QtBot, window: MainWindow) -> None:
    """Typing the name of an action into the palette and pressing Enter runs it."""
    told: list[str] = []
    for name in NAMES:
        if name != "show_palette":
            only_tell(window.actions_by_name[name], told)
    for name in NAMES:
        if name == "show_palette":
            continue
        told.clear()
        press_sequence(qtbot, window.question_bar.field, "Ctrl+K")
        popup = window.command_palette.popup
        assert popup is not None
        write(qtbot, popup.field, plain(window.actions_by_name[name].text()).rstrip("…"))
        press_sequence(qtbot, popup.field, "Return")
        assert told == [name]
        assert not popup.isVisible()


def test_unbound_actions_say_so_in_the_menu(window: MainWindow) -> None:
    """An action whose key belongs to a widget shows that key in its menu without binding it."""
    for spec in SPECS:
        if not spec.is_bound:
            action = window.actions_by_name[spec.name]
            assert not action.shortcuts()
            assert action.text().endswith(f"\t{keys_in_words(spec, window.actions_by_name)}")


def test_letters_of_menus_are_unique(window: MainWindow) -> None:
    """No two menus of the bar, and no two entries of a menu, are chosen by the same letter."""
    for entries in (window.menuBar().actions(), *(m.actions() for m in menus_of(window))):
        letters = mnemonics(entries)
        assert len(letters) == len(set(letters))
    assert len(mnemonics(window.menuBar().actions())) == len(window.menuBar().actions())


def test_focus_is_on_a_widget_after_the_window_opens(window: MainWindow) -> None:
    """Keys go somewhere from the first moment on."""
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    assert window.isAncestorOf(focused)
    assert focused.focusPolicy() != Qt.FocusPolicy.NoFocus
