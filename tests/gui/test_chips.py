"""What a question was understood to ask for, as chips: dropped and brought back by real keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from pytestqt.qtbot import QtBot

from qa_app.gui.main_window import MainWindow
from qa_app.gui.views.chip_row import ChipRow
from qa_app.model import Answer
from tests.gui.hands import ask, click, press, write
from tests.gui.sample_answers import LONG_WORDS, NARROW

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
ALL = [
    "source: The Harbour Post",
    "February 2025",
    "“sea base”",
    "without: gas",
    "Khmeimim",
    "Humaymim & <b>Hamim</b>",
]


def row_of(window: MainWindow) -> ChipRow:
    """The row of chips."""
    return window.question_bar.chips


def words_of(window: MainWindow) -> list[str]:
    """What the chips say, from left to right."""
    return [chip.words for chip in row_of(window).chips]


def press_and_wait(
    qtbot: QtBot,
    window: MainWindow,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> Answer:
    """Press a key that asks again; the answer."""
    with qtbot.waitSignal(window.client.answered) as answered:
        press(qtbot, key, modifier)
    answer: Answer = answered.args[0]
    return answer


def test_every_condition_has_a_chip(qtbot: QtBot, window: MainWindow) -> None:
    """Restrictions first, a period as one, then what was also searched; none without."""
    ask(qtbot, window, NARROW)
    row = row_of(window)
    assert words_of(window) == ALL
    assert row.label.isVisible()
    assert row.label.text() == "also searched:"
    assert row.restore_chip is None
    ask(qtbot, window)
    assert not row.isVisible()


def test_chip_can_be_named_and_explains_itself(qtbot: QtBot, window: MainWindow) -> None:
    """It is a button with a name and a description; its tooltip is no markup of a document's."""
    ask(qtbot, window, NARROW)
    chip = row_of(window).chips[-1]
    interface = QAccessible.queryAccessibleInterface(chip)
    assert interface.role() is QAccessible.Role.PushButton
    assert interface.text(QAccessible.Text.Name) == f"also searched: {ALL[-1]}"
    assert "beside “Hmeimim”" in interface.text(QAccessible.Text.Description)
    assert "&amp; &lt;b&gt;Hamim" in chip.toolTip()


@pytest.mark.parametrize(
    "key",
    [
        Qt.Key.Key_Delete,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Space,
    ],
)
def test_chip_is_dropped_by_a_key(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    """Tab leads to the first chip; a key on it asks without it, and the next has the focus."""
    ask(qtbot, window, NARROW)
    press(qtbot, Qt.Key.Key_Tab)
    assert row_of(window).chips[0].hasFocus()
    answer = press_and_wait(qtbot, window, key)
    assert "source" not in {restriction.kind for restriction in answer.restrictions}
    assert words_of(window) == ALL[1:]
    assert row_of(window).chips[0].hasFocus()
    assert window.question_bar.field.text() == NARROW


def test_chip_is_dropped_by_a_click(qtbot: QtBot, window: MainWindow) -> None:
    """A click anywhere on a chip, its cross too, drops it; a period goes with both its ends."""
    ask(qtbot, window, NARROW)
    chip = row_of(window).chips[1]
    with qtbot.waitSignal(window.client.answered):
        click(qtbot, chip, QPoint(chip.width() - 12, chip.height() // 2))
    assert words_of(window) == [ALL[0], *ALL[2:]]


def test_tab_and_arrows_walk_in_reading_order(qtbot: QtBot, window: MainWindow) -> None:
    """Tab and Right go from left to right, Left back; at either end an arrow stays."""
    ask(qtbot, window, NARROW)
    row = row_of(window)
    for chip in row.chips:
        press(qtbot, Qt.Key.Key_Tab)
        assert chip.hasFocus()
    press(qtbot, Qt.Key.Key_Right)
    assert row.chips[-1].hasFocus()
    for chip in reversed(row.chips[:-1]):
        press(qtbot, Qt.Key.Key_Left)
        assert chip.hasFocus()
    press(qtbot, Qt.Key.Key_Left)
    assert row.chips[0].hasFocus()
    press(qtbot, Qt.Key.Key_Backtab)
    assert window.question_bar.field.hasFocus()


def test_one_key_drops_the_last(qtbot: QtBot, window: MainWindow) -> None:
    """Ctrl+Shift+X drops the last, while typing too; what was dropped adds up."""
    ask(qtbot, window, NARROW)
    press_and_wait(qtbot, window, Qt.Key.Key_X, CTRL_SHIFT)
    answer = press_and_wait(qtbot, window, Qt.Key.Key_X, CTRL_SHIFT)
    assert answer.also_searched == ()
    assert words_of(window) == ALL[:4]
    assert not row_of(window).label.isVisible()
    assert window.question_bar.field.hasFocus()


def test_what_was_dropped_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    """A chip names what was dropped, or how much; it and Ctrl+Shift+R bring it all back."""
    ask(qtbot, window, NARROW)
    press_and_wait(qtbot, window, Qt.Key.Key_X, CTRL_SHIFT)
    row = row_of(window)
    assert row.restore_chip is not None
    assert row.restore_chip.words == f"Bring back “{ALL[-1]}”"
    press_and_wait(qtbot, window, Qt.Key.Key_X, CTRL_SHIFT)
    assert row.restore_chip.words == "Bring back all 2"
    with qtbot.waitSignal(window.client.answered):
        click(qtbot, row.restore_chip)
    assert words_of(window) == ALL
    press_and_wait(qtbot, window, Qt.Key.Key_X, CTRL_SHIFT)
    press_and_wait(qtbot, window, Qt.Key.Key_R, CTRL_SHIFT)
    assert words_of(window) == ALL
    assert row.restore_chip is None


def test_offer_to_bring_back_is_no_condition(qtbot: QtBot, window: MainWindow) -> None:
    """Delete on the last chip of all asks nothing; Right leads to it."""
    ask(qtbot, window, NARROW)
    press_and_wait(qtbot, window, Qt.Key.Key_X, CTRL_SHIFT)
    row = row_of(window)
    row.chips[-1].setFocus()
    press(qtbot, Qt.Key.Key_Right)
    assert row.restore_chip is not None
    assert row.restore_chip.hasFocus()
    with qtbot.assertNotEmitted(window.client.answered, wait=100):
        press(qtbot, Qt.Key.Key_Delete)


def test_focus_is_never_lost(qtbot: QtBot, window: MainWindow) -> None:
    """Chip after chip is dropped without another key; then the question has the focus."""
    ask(qtbot, window, NARROW)
    press(qtbot, Qt.Key.Key_Tab)
    for n_left in reversed(range(len(ALL))):
        press_and_wait(qtbot, window, Qt.Key.Key_Delete)
        focused = QGuiApplication.focusObject()
        row = row_of(window)
        assert focused is (row.chips[0] if n_left else window.question_bar.field)


def test_another_question_starts_anew(qtbot: QtBot, window: MainWindow) -> None:
    """Typing takes the chips away; what was dropped belongs to the question it was dropped from."""
    ask(qtbot, window, NARROW)
    press_and_wait(qtbot, window, Qt.Key.Key_X, CTRL_SHIFT)
    write(qtbot, window.question_bar.field, "?")
    assert not row_of(window).isVisible()
    with qtbot.assertNotEmitted(window.client.answered, wait=100):
        press(qtbot, Qt.Key.Key_X, CTRL_SHIFT)
        press(qtbot, Qt.Key.Key_R, CTRL_SHIFT)
    press_and_wait(qtbot, window, Qt.Key.Key_Return)
    assert words_of(window) == ALL


def test_enter_again_keeps_what_was_dropped(qtbot: QtBot, window: MainWindow) -> None:
    """The same question asked again is the same question."""
    ask(qtbot, window, NARROW)
    press_and_wait(qtbot, window, Qt.Key.Key_X, CTRL_SHIFT)
    press_and_wait(qtbot, window, Qt.Key.Key_Return)
    assert words_of(window) == ALL[:-1]


@pytest.mark.parametrize("width", [560, 700, 1180])
def test_chips_wrap_and_never_widen_the_window(
    qtbot: QtBot, window: MainWindow, width: int
) -> None:
    """They stand in rows inside the row's width, none over another; long words are shortened."""
    window.resize(width, 600)
    ask(qtbot, window, f"{LONG_WORDS} {NARROW}")
    row = row_of(window)
    assert window.width() == width
    places = [part.geometry() for part in (*row.chips, row.label)]
    for n, place in enumerate(places):
        assert row.rect().contains(place)
        assert not any(place.intersects(other) for other in places[:n])
    tops = [chip.y() for chip in row.chips]
    assert tops == sorted(tops)
    assert len(set(tops)) > 1
    long = next(chip for chip in row.chips if "TheRatherLong" in chip.words)
    assert long.width() < long.fontMetrics().horizontalAdvance(long.words)
    assert LONG_WORDS.removeprefix("source:") in long.toolTip()


def test_label_stands_before_a_chip(qtbot: QtBot, window: MainWindow) -> None:
    """However wide the window, “also searched” begins the row of its first chip or stands in it."""
    ask(qtbot, window, NARROW)
    row = row_of(window)
    for width in range(560, 1200, 16):
        window.resize(width, 600)
        qtbot.waitUntil(lambda: row.rect().contains(row.chips[-1].geometry()))
        assert row.label.y() == row.chips[4].y()
