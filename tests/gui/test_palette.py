"""The command palette, with real keys."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_app.gui.main_window import MainWindow
from qa_app.gui.views.command_popup import CommandPopup
from tests.gui.conftest import OpenWindow
from tests.gui.hands import ask, click, press, press_sequence, write

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def popup(qtbot: QtBot, window: MainWindow) -> CommandPopup:
    """The palette, opened from the question."""
    window.question_bar.field.setFocus()
    press(qtbot, Qt.Key.Key_K, CTRL)
    opened = window.command_palette.popup
    assert opened is not None
    assert opened.field.hasFocus()
    return opened


def listed(popup: CommandPopup) -> list[str]:
    """What is listed."""
    return [row.command.text for row in popup.list_model.rows()]


def chosen(popup: CommandPopup) -> str:
    """The row that Enter would run."""
    return str(popup.view.currentIndex().data())


def test_control_k_lists_every_action(window: MainWindow, popup: CommandPopup) -> None:
    """The palette opens in the upper middle, with every action, the first chosen."""
    assert popup.isVisible()
    assert len(listed(popup)) == len(window.actions_by_name)
    assert "Hit 9" in listed(popup)
    assert chosen(popup) == listed(popup)[0]
    middle = popup.geometry().center().x()
    assert abs(middle - window.rect().center().x()) <= 1
    assert popup.geometry().top() < window.height() / 8


def test_typing_finds_by_initials(qtbot: QtBot, popup: CommandPopup) -> None:
    """A few letters of the name find it, and the first that fits is chosen."""
    write(qtbot, popup.field, "cpm")
    assert listed(popup)[0] == "Copy as Markdown"
    assert chosen(popup) == "Copy as Markdown"
    assert popup.list_model.rows()[0].positions == (0, 2, 8)


def test_nothing_found_says_so(qtbot: QtBot, popup: CommandPopup) -> None:
    """Letters that fit nothing show a sentence, and Enter does nothing."""
    write(qtbot, popup.field, "xyzzyx")
    assert listed(popup) == []
    assert popup.nothing.isVisible()
    press(qtbot, Qt.Key.Key_Return)
    assert popup.isVisible()


def test_escape_gives_the_focus_back(qtbot: QtBot, window: MainWindow, popup: CommandPopup) -> None:
    """Esc closes the palette and nothing else, and the focus is where it was."""
    press(qtbot, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert window.question_bar.field.hasFocus()
    window.source_pane.view.setFocus()
    press(qtbot, Qt.Key.Key_K, CTRL)
    press(qtbot, Qt.Key.Key_Escape)
    assert window.source_pane.view.hasFocus()


def test_arrows_and_pages_walk_and_skip_what_cannot_be_run(
    qtbot: QtBot, window: MainWindow, popup: CommandPopup
) -> None:
    """Down, Up, Page Down and Page Up choose rows; what cannot be run is never chosen."""
    names = listed(popup)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Up)
    assert chosen(popup) == names[1]
    press(qtbot, Qt.Key.Key_PageDown)
    assert popup.view.currentIndex().row() > 5
    for _ in names:
        press(qtbot, Qt.Key.Key_Down)
    n_enabled = sum(action.isEnabled() for action in window.actions_by_name.values())
    assert popup.view.currentIndex().row() == n_enabled - 1 < len(names)
    for _ in names:
        press(qtbot, Qt.Key.Key_PageUp)
    assert chosen(popup) == names[0]


def test_action_runs_where_the_focus_was(qtbot: QtBot, window: MainWindow) -> None:
    """What is chosen runs when the palette is gone and the focus is back on the hits."""
    ask(qtbot, window)
    window.hits_panel.hit_list.setFocus()
    action, seen = window.actions_by_name["copy_citation"], list[object]()
    action.triggered.connect(lambda: seen.append(QApplication.focusWidget()))
    QGuiApplication.clipboard().clear()
    press(qtbot, Qt.Key.Key_K, CTRL)
    popup = window.command_palette.popup
    assert popup is not None
    write(qtbot, popup.field, "copy with")
    press(qtbot, Qt.Key.Key_Return)
    assert seen == [window.hits_panel.hit_list]
    assert "Abu Qasra" in QGuiApplication.clipboard().text()


def test_click_runs_an_action(qtbot: QtBot, window: MainWindow, popup: CommandPopup) -> None:
    """A click on a row runs it."""
    write(qtbot, popup.field, "hit 2")
    place = popup.view.visualRect(popup.list_model.index(0)).center()
    with qtbot.waitSignal(window.actions_by_name["choose_hit_2"].triggered):
        click(qtbot, popup.view.viewport(), place)
    assert not popup.isVisible()


def test_elsewhere_closes_it(qtbot: QtBot, window: MainWindow, popup: CommandPopup) -> None:
    """A click into the source closes the palette and leaves the focus there."""
    del qtbot
    window.source_pane.view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not popup.isVisible()
    assert window.source_pane.view.hasFocus()


def test_keys_of_actions_work_from_the_palette(
    qtbot: QtBot, window: MainWindow, popup: CommandPopup
) -> None:
    """A key seen in the palette can be pressed at once: the palette goes, the action runs."""
    with qtbot.waitSignal(window.actions_by_name["show_snippets"].triggered):
        press(qtbot, Qt.Key.Key_B, CTRL)
    assert not popup.isVisible()


def test_control_k_again_closes_it(qtbot: QtBot, window: MainWindow, popup: CommandPopup) -> None:
    """The key that opens the palette closes it, and Tab does not leave it."""
    press(qtbot, Qt.Key.Key_Tab)
    assert popup.field.hasFocus()
    press(qtbot, Qt.Key.Key_K, CTRL)
    assert not popup.isVisible()
    assert window.question_bar.field.hasFocus()


def test_disabled_action_is_listed_last_and_not_run(
    qtbot: QtBot, window: MainWindow, popup: CommandPopup
) -> None:
    """What cannot be done now is seen at the end; Enter does not run it."""
    assert listed(popup)[-1] == "Cancel indexing" or not (
        popup.list_model.rows()[-1].command.is_enabled
    )
    write(qtbot, popup.field, "cancel indexing")
    with qtbot.assertNotEmitted(window.actions_by_name["cancel_running"].triggered):
        press(qtbot, Qt.Key.Key_Return)
    assert popup.isVisible()


def test_what_is_used_comes_first_next_time(
    qtbot: QtBot, window: MainWindow, settings: QSettings, open_window: OpenWindow
) -> None:
    """An action that was run is listed first, in the next window too."""
    del settings
    for name in ("Full screen", "Full screen", "Hit 3"):
        press_sequence(qtbot, window.question_bar.field, "Ctrl+K")
        popup = window.command_palette.popup
        assert popup is not None
        write(qtbot, popup.field, name)
        press(qtbot, Qt.Key.Key_Return)
    other = open_window()
    press_sequence(qtbot, other.question_bar.field, "Ctrl+K")
    popup = other.command_palette.popup
    assert popup is not None
    assert listed(popup)[:2] == ["Full screen", "Hit 3"]


def test_palette_stays_in_a_small_window(
    qtbot: QtBot, window: MainWindow, popup: CommandPopup
) -> None:
    """However small the window is, the whole palette is inside it."""
    for size in ((560, 400), (1600, 900), (700, 600)):
        window.resize(*size)
        qtbot.waitUntil(lambda: window.rect().contains(popup.geometry()))


def test_screen_reader_hears_the_row(qtbot: QtBot, popup: CommandPopup) -> None:
    """The line that is typed in describes the row that is chosen."""
    write(qtbot, popup.field, "full screen")
    assert popup.field.accessibleDescription() == "Full screen, View, F11"
    assert popup.field.accessibleName()
    assert popup.view.accessibleName()
