"""What is done in the source: from hit to hit, finding words, the outline."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qa_app.gui.main_window import MainWindow
from qa_app.gui.views.scroll_ticks import Tick, TickKind
from tests.gui import sample_news
from tests.gui.hands import ask, click, press, write

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
# What the offscreen platform lacks to show a menu, and says so.
menus = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing the keyboard")


@pytest.fixture
def reading(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """A window with an answer, its first hit shown in its source."""
    ask(qtbot, window)
    qtbot.waitUntil(lambda: window.source_pane.current is not None)
    return window


def selected(window: MainWindow) -> str:
    """The words selected in the source."""
    found = window.source_pane.selected()
    return found[1].of(found[0].text) if found is not None else ""


def press_menu_key(pane: QWidget) -> None:
    """What the platform makes of the Menu key."""
    pane.setFocus()
    by_key, at = QContextMenuEvent.Reason.Keyboard, pane.rect().center()
    QApplication.sendEvent(pane, QContextMenuEvent(by_key, at, pane.mapToGlobal(at)))


def row(window: MainWindow) -> int:
    """The row of the chosen hit."""
    return window.hits_panel.hit_list.currentIndex().row()


def test_f3_goes_from_hit_to_hit_and_round(qtbot: QtBot, reading: MainWindow) -> None:
    """F3 chooses the next hit that stands in the document, past the last one the first."""
    pane = reading.source_pane
    assert pane.standing.text() == "1 of 3 in this document"
    press(qtbot, Qt.Key.Key_F3)
    assert (row(reading), pane.standing.text()) == (1, "2 of 3 in this document")
    press(qtbot, Qt.Key.Key_F3)
    assert row(reading) == 4
    press(qtbot, Qt.Key.Key_F3)
    assert row(reading) == 0
    assert pane.standing.text() == "1 of 3 in this document — from the top again"
    press(qtbot, Qt.Key.Key_F3, SHIFT)
    assert row(reading) == 4
    assert reading.question_bar.field.hasFocus()


def test_without_a_source_f3_says_what_to_do(qtbot: QtBot, window: MainWindow) -> None:
    """Before a hit is chosen there is nowhere to go."""
    press(qtbot, Qt.Key.Key_F3)
    assert window.source_pane.standing.text() == "Choose a hit first"


def test_ticks_show_passage_answer_and_other_hits(reading: MainWindow) -> None:
    """Each hit of the document has a tick, in the text's order from above."""
    ticks = reading.source_pane.ticks
    kinds = [tick.kind for tick in ticks.ticks()]
    assert kinds == [TickKind.HIT, TickKind.HIT, TickKind.PASSAGE, TickKind.ANSWER]
    by_place = sorted(ticks.ticks(), key=lambda tick: tick.span)
    heights = [ticks.y_of(tick) for tick in by_place]
    assert heights == sorted(heights)
    # No sign is cut off at the edge.
    assert 4 < heights[0] <= heights[-1] < ticks.height() - 4


def test_click_on_a_tick_chooses_its_hit(qtbot: QtBot, reading: MainWindow) -> None:
    """The tick of another hit leads to it; a click beside all ticks does nothing."""
    ticks = reading.source_pane.ticks
    first: Tick = ticks.ticks()[0]
    click(qtbot, ticks, QPoint(8, ticks.height() - 1))
    assert row(reading) == 0
    click(qtbot, ticks, QPoint(8, round(ticks.y_of(first))))
    assert row(reading) == 1


def test_find_selects_counts_and_goes_round(qtbot: QtBot, reading: MainWindow) -> None:
    """Typing selects the first place from the cursor on; Enter goes on, past the last to the first.

    Esc closes the line, and the words stay selected in the text.
    """
    press(qtbot, Qt.Key.Key_F, CTRL)
    bar = reading.source_pane.find_bar
    assert bar.field.hasFocus()
    write(qtbot, bar.field, "grey")
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 2")
    assert selected(reading) == "grey"
    press(qtbot, Qt.Key.Key_Return)
    assert bar.count.text() == "2 of 2"
    press(qtbot, Qt.Key.Key_F3)
    assert bar.count.text() == "1 of 2, from the top"
    press(qtbot, Qt.Key.Key_Return, SHIFT)
    assert bar.count.text() == "2 of 2, from the end"
    press(qtbot, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert reading.source_pane.view.hasFocus()
    assert selected(reading) == "grey"


def test_find_says_that_there_is_nothing(qtbot: QtBot, reading: MainWindow) -> None:
    """What does not stand in the document is not found; Enter does nothing then."""
    press(qtbot, Qt.Key.Key_F, CTRL)
    bar = reading.source_pane.find_bar
    write(qtbot, bar.field, "zeppelin")
    press(qtbot, Qt.Key.Key_Return)
    assert bar.count.text() == "not found"


def test_find_takes_selected_words_and_narrows(qtbot: QtBot, reading: MainWindow) -> None:
    """The words selected in the text are looked for; case and whole words can be asked for."""
    view, bar = reading.source_pane.view, reading.source_pane.find_bar
    cursor = view.document().find("The", 0, view.document().FindFlag.FindCaseSensitively)
    view.setTextCursor(cursor)
    view.setFocus()
    press(qtbot, Qt.Key.Key_F, CTRL)
    assert bar.field.text() == "The"
    qtbot.waitUntil(lambda: bar.count.text().endswith("of 19"))
    click(qtbot, bar.case_button)
    assert bar.count.text().endswith("of 2")
    click(qtbot, bar.case_button)
    click(qtbot, bar.word_button)
    assert bar.count.text().endswith("of 16")


def test_find_reads_past_emoji_and_accents(qtbot: QtBot, reading: MainWindow) -> None:
    """Places after emoji are exact, and a word without its accent finds it."""
    press(qtbot, Qt.Key.Key_F, CTRL)
    write(qtbot, reading.source_pane.find_bar.field, "cafe")
    assert selected(reading) == "café"


def test_another_document_is_searched_for_the_same_words(qtbot: QtBot, reading: MainWindow) -> None:
    """The line stays open when another hit is chosen; its document is searched, not left."""
    press(qtbot, Qt.Key.Key_F, CTRL)
    bar = reading.source_pane.find_bar
    write(qtbot, bar.field, "Abu Qasra")
    press(qtbot, Qt.Key.Key_4, CTRL)
    qtbot.waitUntil(lambda: bar.count.text() == "1 found")
    assert reading.source_pane.header.title == sample_news.BORDER.title
    press(qtbot, Qt.Key.Key_F3)
    assert bar.count.text() == "1 of 1"
    assert selected(reading) == "Abu Qasra"


def test_outline_lists_headings_and_jumps(qtbot: QtBot, reading: MainWindow) -> None:
    """Ctrl+J lists the headings, typing narrows them, Enter goes to one; Esc closes the list."""
    outline = reading.source_pane.outline
    press(qtbot, Qt.Key.Key_J, CTRL)
    assert outline.isVisible()
    write(qtbot, outline.field, "zzz")
    assert outline.headings.rowCount() == 0
    press(qtbot, Qt.Key.Key_Return)
    outline.field.clear()
    write(qtbot, outline.field, "DEFENCE")
    press(qtbot, Qt.Key.Key_Return)
    assert not outline.isVisible()
    view = reading.source_pane.view
    assert view.hasFocus()
    assert view.textCursor().block().text() == sample_news.BASES
    press(qtbot, Qt.Key.Key_J, CTRL)
    press(qtbot, Qt.Key.Key_Escape)
    assert not outline.isVisible()


def test_document_without_headings_says_so(qtbot: QtBot, reading: MainWindow) -> None:
    """Where there is no heading the pane says it in its line, and nothing opens."""
    press(qtbot, Qt.Key.Key_3, CTRL)
    title = "banknotes-third-delivery.txt"
    qtbot.waitUntil(lambda: reading.source_pane.header.title == title)
    press(qtbot, Qt.Key.Key_J, CTRL)
    assert not reading.source_pane.outline.isVisible()
    assert "no headings" in reading.source_pane.standing.text()


def test_header_is_plain_text_to_select(qtbot: QtBot, reading: MainWindow) -> None:
    """The header can be reached and copied by keys; markup in it stays text."""
    press(qtbot, Qt.Key.Key_4, CTRL)
    header = reading.source_pane.header
    qtbot.waitUntil(lambda: header.title == sample_news.BORDER.title)
    assert header.toPlainText().splitlines() == [
        sample_news.BORDER.title,
        "Border Review · 2025",
        sample_news.PATHS[3],
    ]
    header.setFocus()
    press(qtbot, Qt.Key.Key_A, CTRL)
    press(qtbot, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == header.toPlainText()


def test_header_wraps_in_a_narrow_pane(reading: MainWindow) -> None:
    """At 200 pixels nothing of the header is cut off at its side."""
    header = reading.source_pane.header
    reading.source_pane.setMinimumWidth(0)
    header.resize(200, 300)
    assert header.horizontalScrollBar().maximum() == 0
    assert header.document().idealWidth() <= 200
    assert header.verticalScrollBar().value() == 0


@menus
def test_menu_key_opens_the_fitting_menu(qtbot: QtBot, reading: MainWindow) -> None:
    """The Menu key shows what can be done with a hit, and in the source what can be done there."""
    menu = reading.context_menus.menu
    for pane, wanted in (
        (reading.hits_panel.hit_list, "why_hit"),
        (reading.source_pane.view, "find_in_source"),
    ):
        press_menu_key(pane)
        qtbot.waitUntil(menu.isVisible)
        assert reading.actions_by_name[wanted] in menu.actions()
        menu.close()


@menus
def test_menu_copies_words_alone(reading: MainWindow) -> None:
    """The source's menu also copies the selected words without a citation."""
    view = reading.source_pane.view
    view.setFocus()
    cursor = view.document().find("Fishermen")
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    press_menu_key(view)
    menu = reading.context_menus.menu
    (words,) = (a for a in menu.actions() if a.text() == "Copy the words &only")
    words.trigger()
    menu.close()
    assert QGuiApplication.clipboard().text() == "Fishermen"
