"""What a document says of itself, corrected in the window."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qa_app.gui.main_window import MainWindow
from qa_app.gui.views.correction_dialog import CorrectionDialog, is_date
from tests.gui.conftest import OpenWindow
from tests.gui.hands import ask, come_back, press, write
from tests.gui.sample_news import METADATA


@pytest.fixture
def reading(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """A window with an answer, its first hit shown in its source."""
    ask(qtbot, window)
    qtbot.waitUntil(lambda: window.source_pane.current is not None)
    return window


def opened(qtbot: QtBot, window: MainWindow) -> CorrectionDialog:
    """Press F4; the form."""
    press(qtbot, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: window.findChild(CorrectionDialog) is not None)
    dialog = window.findChild(CorrectionDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def fill(qtbot: QtBot, dialog: CorrectionDialog, name: str, text: str) -> None:
    """Type a text in place of what a line says."""
    dialog.fields[name].setFocus()
    dialog.fields[name].selectAll()
    write(qtbot, dialog.fields[name], text)


def save(qtbot: QtBot, window: MainWindow) -> None:
    """Press Enter, and wait until it is kept."""
    with qtbot.waitSignal(window.correcting.corrected):
        press(qtbot, Qt.Key.Key_Return)
    come_back(qtbot, window)


def test_the_form_shows_what_is_shown_and_what_the_document_says(
    qtbot: QtBot, reading: MainWindow
) -> None:
    """A line each; below it the document's own words, or that it says nothing."""
    dialog = opened(qtbot, reading)
    own = METADATA[1]
    assert dialog.metadata() == own
    assert dialog.own_words["author"].whole_text() == f"The document says: {own.author}"
    assert dialog.own_words["address"].whole_text() == "The document does not say"
    assert not any(button.isEnabled() for button in dialog.resets.values())


def test_a_correction_shows_at_once(qtbot: QtBot, reading: MainWindow) -> None:
    """The hits, also where it is another's source, and the header of the source name it anew."""
    dialog = opened(qtbot, reading)
    fill(qtbot, dialog, "title", "A better title")
    save(qtbot, reading)
    hits = reading.hits_panel.hit_list.hit_model.hits()
    shown = {h.source.metadata.title for h in hits if h.source.document_id == 1}
    assert shown == {"A better title"}
    assert reading.source_pane.header.title == "A better title"
    assert reading.hits_panel.hit_list.currentIndex().row() == 0
    assert opened(qtbot, reading).fields["title"].text() == "A better title"


def test_a_correction_stays_on_the_way_back(qtbot: QtBot, reading: MainWindow) -> None:
    """The question before shows the corrected source without being asked again."""
    ask(qtbot, reading, "q again")
    dialog = opened(qtbot, reading)
    hit = reading.hits_panel.hit_list.current_hit()
    assert hit is not None
    fill(qtbot, dialog, "title", "A better title")
    save(qtbot, reading)
    with qtbot.assertNotEmitted(reading.client.answered, wait=200):
        press(qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    hits = reading.hits_panel.hit_list.hit_model.hits()
    document_id = hit.source.document_id
    shown = {h.source.metadata.title for h in hits if h.source.document_id == document_id}
    assert shown == {"A better title"}


def test_one_line_or_all_get_the_documents_words_back(qtbot: QtBot, reading: MainWindow) -> None:
    """Each line has its own button; another is for all of them."""
    dialog = opened(qtbot, reading)
    fill(qtbot, dialog, "title", "Mine")
    fill(qtbot, dialog, "author", "Me")
    dialog.resets["title"].click()
    assert dialog.fields["title"].text() == METADATA[1].title
    assert dialog.fields["author"].text() == "Me"
    dialog.reset_button.click()
    assert dialog.metadata() == METADATA[1]
    assert not dialog.reset_button.isEnabled()
    with qtbot.waitSignal(reading.correcting.announced) as said:
        press(qtbot, Qt.Key.Key_Return)
    assert said.args == ["The source is shown as it says itself"]


def test_a_date_that_is_none_is_refused_in_words(qtbot: QtBot, reading: MainWindow) -> None:
    """Nothing is sent; the focus is on the date."""
    dialog = opened(qtbot, reading)
    fill(qtbot, dialog, "date", "17.2.2025")
    with qtbot.assertNotEmitted(dialog.save_wanted):
        press(qtbot, Qt.Key.Key_Return)
    assert "Write the date as 2025" in dialog.problem.text()
    assert dialog.fields["date"].hasFocus()
    fill(qtbot, dialog, "date", "2025-02")
    assert not dialog.problem.isVisible()
    save(qtbot, reading)


@pytest.mark.parametrize("said", ["", "2025", "2025-02", "2024-02-29"])
def test_iso_dates_are_dates(said: str) -> None:
    """As far as it is known."""
    assert is_date(said)


@pytest.mark.parametrize(
    "said", ["25", "2025-13", "2025-02-30", "2025-2-1", "2025-02-17T10", "٢٠٢٥", "0000", "May 2025"]
)
def test_other_dates_are_none(said: str) -> None:
    """What no calendar has, or is written otherwise."""
    assert not is_date(said)


def test_what_cannot_be_kept_is_said_in_the_form(qtbot: QtBot, reading: MainWindow) -> None:
    """What was typed stays, to be saved again."""
    dialog = opened(qtbot, reading)
    fill(qtbot, dialog, "title", "refused")
    with qtbot.waitSignal(reading.client.failed):
        press(qtbot, Qt.Key.Key_Return)
    assert dialog.problem.text() == "The notebook cannot be written."
    assert dialog.save_button.isEnabled()
    assert dialog.fields["title"].text() == "refused"


def test_the_source_of_the_chosen_snippet(qtbot: QtBot, open_window: OpenWindow) -> None:
    """In the pane of snippets it is that one's; one whose source is gone says so."""
    window = open_window(library="/kept")
    qtbot.waitUntil(lambda: window.snippets_pane.list.snippet_model.rowCount() == 3)
    window.snippets.toggle()
    window.snippets_pane.list.choose(1)
    dialog = opened(qtbot, window)
    assert dialog.metadata() == METADATA[2]
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(CorrectionDialog) is None)
    come_back(qtbot, window)
    window.snippets_pane.list.choose(2)
    with qtbot.waitSignal(window.correcting.announced) as said:
        press(qtbot, Qt.Key.Key_F4)
    assert said.args == ["The source is gone; these are the words as they were kept"]


def test_without_a_source_there_is_none_to_correct(qtbot: QtBot, window: MainWindow) -> None:
    """The window says so."""
    with qtbot.waitSignal(window.correcting.announced) as said:
        press(qtbot, Qt.Key.Key_F4)
    assert said.args == ["No source is chosen to be corrected"]
