"""What Ctrl+C and Ctrl+Shift+C put on the clipboard."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from qa_app.explaining.quoting import Quotation, as_html, as_markdown, as_plain
from qa_app.explaining.rich_text import as_rtf
from qa_app.gui.copying import paragraph_at
from qa_app.gui.main_window import MainWindow
from qa_app.model import Hit
from tests.gui import sample_news
from tests.gui.conftest import OpenWindow
from tests.gui.hands import QUESTION, ask, press

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def reading(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """A window with an answer, its first hit shown in its source."""
    ask(qtbot, window)
    qtbot.waitUntil(lambda: window.source_pane.current is not None)
    QGuiApplication.clipboard().clear()
    return window


def quotation_of(hit: Hit) -> Quotation:
    """What is to be copied of a hit."""
    return Quotation(hit.text, hit.source.metadata, hit.source.path, hit.source.paragraph)


def test_one_key_copies_every_form(qtbot: QtBot, reading: MainWindow) -> None:
    """Ctrl+C copies the hit as rich text, plain text and Markdown, also from the question."""
    wanted = quotation_of(sample_news.answer_hits()[0])
    for pane in (reading.hits_panel.hit_list, reading.question_bar.field):
        QGuiApplication.clipboard().clear()
        pane.setFocus()
        press(qtbot, Qt.Key.Key_C, CTRL)
        copied = QGuiApplication.clipboard().mimeData()
        assert copied.text() == as_plain(wanted)
        assert copied.html() == as_html(wanted)
        assert bytes(copied.data("text/markdown").data()).decode() == as_markdown(wanted)
        assert bytes(copied.data("text/rtf").data()).decode("ascii") == as_rtf(wanted)


def test_what_was_copied_is_said(qtbot: QtBot, reading: MainWindow) -> None:
    """A few words say what is on the clipboard now."""
    with qtbot.waitSignal(reading.copying.announced) as said:
        press(qtbot, Qt.Key.Key_C, CTRL)
    assert said.args == ["Copied with citation, ¶ 5"]


@pytest.mark.usefixtures("reading")
def test_markdown_goes_as_plain_text(qtbot: QtBot) -> None:
    """Ctrl+Shift+C copies Markdown that any program takes, and only that."""
    press(qtbot, Qt.Key.Key_C, CTRL | SHIFT)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == as_markdown(quotation_of(sample_news.answer_hits()[0]))
    assert not copied.hasHtml()


def test_words_selected_in_the_source_are_copied(qtbot: QtBot, reading: MainWindow) -> None:
    """With the focus in the source its selected words are copied, with their own paragraph."""
    view = reading.source_pane.view
    view.setTextCursor(view.document().find("“The grey ships come"))
    view.setFocus()
    press(qtbot, Qt.Key.Key_C, CTRL)
    about, path = sample_news.METADATA[1], sample_news.PATHS[1]
    wanted = Quotation("“The grey ships come", about, path, 6)
    assert QGuiApplication.clipboard().text() == as_plain(wanted)


def test_the_chosen_snippet_is_copied(qtbot: QtBot, open_window: OpenWindow) -> None:
    """In the pane of snippets it is that one, with its own citation and the place set by hand."""
    window = open_window(library="/kept")
    snippets = window.snippets_pane.list
    qtbot.waitUntil(lambda: snippets.snippet_model.rowCount() == 3)
    ask(qtbot, window)
    window.snippets.toggle()
    press(qtbot, Qt.Key.Key_Down)
    chosen = snippets.current_snippet()
    assert chosen is not None
    by_hand = replace(chosen, page_by_hand="xii")
    snippets.snippet_model.replace([by_hand])
    snippets.choose(0)
    press(qtbot, Qt.Key.Key_C, CTRL)
    place = (by_hand.paragraph, "xii")
    wanted = Quotation(by_hand.quote, by_hand.metadata, by_hand.path, *place)
    assert QGuiApplication.clipboard().text() == as_plain(wanted)
    assert "p. xii" in as_plain(wanted)


def test_copy_in_the_question_takes_its_selection(qtbot: QtBot, reading: MainWindow) -> None:
    """With words selected in the question, Ctrl+C copies those."""
    reading.question_bar.field.setFocus()
    reading.question_bar.field.selectAll()
    press(qtbot, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == QUESTION


def test_without_a_hit_nothing_is_copied(qtbot: QtBot, window: MainWindow) -> None:
    """Before anything was asked the clipboard stays as it is, and the window says why."""
    QGuiApplication.clipboard().setText("before")
    with qtbot.waitSignal(window.copying.announced):
        press(qtbot, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "before"


def test_paragraphs_are_counted_as_passages_count_them() -> None:
    """By-lines and paragraphs count, furniture and headings do not; a gap belongs to the next."""
    source = sample_news.source_text(1)
    numbers = {
        words: paragraph_at(source, source.text.index(words))
        for words in ("Home", "By Lina", "Two months", "in a café", "“In politics", "Share this")
    }
    assert numbers == {
        "Home": 1,
        "By Lina": 1,
        "Two months": 2,
        "in a café": 3,
        "“In politics": 4,
        "Share this": 6,
    }
