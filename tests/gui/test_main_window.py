"""The window, with real keys and clicks, on an engine that is a real process."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QGuiApplication, QPalette
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from qa_app.gui.corpus import Corpus
from qa_app.gui.indexing import SAMPLE_QUESTIONS
from qa_app.gui.main_window import MainWindow
from qa_app.gui.views.dialogs import DetailsDialog
from qa_app.gui.views.documents_dialog import DocumentsDialog
from qa_app.gui.views.hit_list import HitList
from qa_app.messages import Peeked
from qa_app.model import FileState, HighlightKind
from tests.gui import sample_news
from tests.gui.conftest import MakeClient, OpenWindow
from tests.gui.hands import QUESTION, ask, click, press, write

CTRL = Qt.KeyboardModifier.ControlModifier


def hits_of(window: MainWindow) -> HitList:
    """The list of hits."""
    return window.hits_panel.hit_list


def test_window_can_be_typed_in_before_the_engine_answers(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    """The window is up at once; what is typed before the engine runs is answered when it does."""
    window = open_window()
    assert window.isVisible()
    assert window.question_bar.field.hasFocus()
    write(qtbot, window.question_bar.field, "q")
    qtbot.waitUntil(lambda: hits_of(window).hit_model.rowCount() == 2)


def test_typing_shows_keyword_hits(qtbot: QtBot, window: MainWindow) -> None:
    """After the last key stroke the keyword hits are listed, as such."""
    with qtbot.waitSignal(window.client.peeked):
        write(qtbot, window.question_bar.field, "Abu Q")
    assert hits_of(window).hit_model.hits() == sample_news.keyword_hits()
    label = window.hits_panel.list_label.text()
    assert label == "Keyword hits — Enter for the full ranking"
    assert window.question_bar.outcome.text() == "2 keyword hits · 2 ms"


def test_enter_gives_the_full_ranking(qtbot: QtBot, window: MainWindow) -> None:
    """Enter replaces keyword hits by the ranking, chooses the first and shows its source."""
    ask(qtbot, window)
    assert hits_of(window).hit_model.hits() == sample_news.answer_hits()
    assert window.question_bar.outcome.text() == "6 hits · likely answered · 18 ms"
    assert hits_of(window).currentIndex().row() == 0
    qtbot.waitUntil(lambda: window.source_pane.header.title == sample_news.BASES)
    assert window.question_bar.field.hasFocus()


def test_arrows_walk_through_the_hits_from_the_question(qtbot: QtBot, window: MainWindow) -> None:
    """Down and Up choose hits while the question keeps the focus; each source follows."""
    ask(qtbot, window)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    assert hits_of(window).currentIndex().row() == 2
    qtbot.waitUntil(lambda: window.source_pane.header.title == "banknotes-third-delivery.txt")
    press(qtbot, Qt.Key.Key_Up)
    assert hits_of(window).currentIndex().row() == 1
    assert window.question_bar.field.hasFocus()
    assert window.question_bar.field.text() == QUESTION


def test_enter_after_the_arrows_reads_the_hit(qtbot: QtBot, window: MainWindow) -> None:
    """Once the arrows have chosen a hit, Enter goes to it instead of asking the same again."""
    ask(qtbot, window)
    press(qtbot, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(window.client.answered, wait=100):
        press(qtbot, Qt.Key.Key_Return)
    assert window.source_pane.view.hasFocus()


def test_control_and_a_digit_choose_a_hit(qtbot: QtBot, window: MainWindow) -> None:
    """Ctrl+2 chooses the second hit; a number without a hit does nothing."""
    ask(qtbot, window)
    press(qtbot, Qt.Key.Key_2, CTRL)
    assert hits_of(window).currentIndex().row() == 1
    press(qtbot, Qt.Key.Key_9, CTRL)
    assert hits_of(window).currentIndex().row() == 1


def test_enter_on_a_hit_goes_to_its_passage(qtbot: QtBot, window: MainWindow) -> None:
    """Enter on a hit moves the focus to the source, where the passage is in view."""
    ask(qtbot, window)
    hits_of(window).setFocus()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    view = window.source_pane.view
    assert view.hasFocus()
    qtbot.waitUntil(lambda: bool(view.extraSelections()))
    hit = hits_of(window).current_hit()
    assert hit is not None
    assert hit.text in [s.cursor.selectedText() for s in view.extraSelections()]
    assert view.viewport().rect().contains(view.cursorRect())


def test_click_chooses_a_hit(qtbot: QtBot, window: MainWindow) -> None:
    """A click on a row chooses it."""
    ask(qtbot, window)
    place = hits_of(window).visualRect(hits_of(window).hit_model.index(1)).topLeft()
    click(qtbot, hits_of(window).viewport(), place + QPoint(60, 20))
    assert hits_of(window).currentIndex().row() == 1


def test_refusal_is_a_banner_over_related_passages(qtbot: QtBot, window: MainWindow) -> None:
    """Where the documents do not answer, the window says so and what they never mention."""
    ask(qtbot, window, "What did Erdogan say?")
    panel = window.hits_panel
    assert panel.banner.isVisible()
    assert panel.banner.text() == (
        "The documents do not answer this.\nThey never mention: erdogan."
    )
    assert panel.list_label.text() == "Related, not an answer"
    assert hits_of(window).hit_model.rowCount() == 2
    assert not hits_of(window).currentIndex().isValid()
    kinds = {h.kind for hit in hits_of(window).hit_model.hits() for h in hit.highlights}
    assert kinds == {HighlightKind.TERM}
    assert window.question_bar.outcome.text() == "no answer · 12 ms"
    ask(qtbot, window)
    assert not panel.banner.isVisible()


def test_example_question_is_asked_by_a_click(qtbot: QtBot, window: MainWindow) -> None:
    """The sample corpus offers three questions; a click asks one."""
    buttons = window.hits_panel.welcome.example_buttons
    assert [b.text().split(maxsplit=1)[1] for b in buttons] == list(SAMPLE_QUESTIONS)
    with qtbot.waitSignal(window.client.answered):
        click(qtbot, buttons[0])
    assert window.question_bar.field.text() == SAMPLE_QUESTIONS[0]
    assert hits_of(window).hit_model.rowCount() == 6


def test_keyword_hits_stay_until_the_model_is_loaded(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Enter before the model is loaded keeps the keyword hits and says what is waited for."""
    window = open_window("--hold-model")
    qtbot.waitUntil(lambda: ", up to date" in window.status_line.state.whole_text())
    write(qtbot, window.question_bar.field, QUESTION)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: hits_of(window).hit_model.rowCount() == 2)
    assert window.status_line.busy.text() == "Loading the model…"
    with qtbot.waitSignal(window.client.answered):
        press(qtbot, Qt.Key.Key_F5)
    assert hits_of(window).hit_model.rowCount() == 6
    assert window.status_line.busy.text() == ""


def test_clearing_the_question_brings_the_welcome_back(qtbot: QtBot, window: MainWindow) -> None:
    """Without a question there are no hits."""
    ask(qtbot, window)
    window.question_bar.field.selectAll()
    press(qtbot, Qt.Key.Key_Delete)
    assert window.hits_panel.currentWidget() is window.hits_panel.welcome
    assert hits_of(window).hit_model.rowCount() == 0


def test_empty_library_says_what_to_do(qtbot: QtBot, open_window: OpenWindow) -> None:
    """A library that holds nothing explains itself and offers to open a folder."""
    window = open_window(library="/empty")
    welcome = window.hits_panel.welcome
    qtbot.waitUntil(lambda: welcome.heading.text() == "No documents yet")
    assert "Ctrl+O" in welcome.hint.text()
    assert welcome.folder_button.isVisible()


def test_slash_and_control_l_select_the_question(qtbot: QtBot, window: MainWindow) -> None:
    """Both keys lead to the question and select it; in the question a slash is a slash."""
    ask(qtbot, window)
    for key, modifier in (
        (Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_L, CTRL),
    ):
        hits_of(window).setFocus()
        press(qtbot, key, modifier)
        assert window.question_bar.field.hasFocus()
        assert window.question_bar.field.selectedText() == QUESTION
    press(qtbot, Qt.Key.Key_Slash)
    assert window.question_bar.field.text() == "/"


def test_f6_goes_round_and_escape_goes_back(qtbot: QtBot, window: MainWindow) -> None:
    """F6 walks from pane to pane; Esc returns to the question and keeps it."""
    ask(qtbot, window)
    panes = (hits_of(window), window.source_pane.view, window.question_bar.field)
    for pane in panes:
        press(qtbot, Qt.Key.Key_F6)
        assert pane.hasFocus()
    press(qtbot, Qt.Key.Key_F6)
    press(qtbot, Qt.Key.Key_Escape)
    assert window.question_bar.field.hasFocus()
    assert window.question_bar.field.text() == QUESTION


def test_control_o_opens_the_folder_s_library(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, settings: QSettings
) -> None:
    """A chosen folder's own library is opened and the folder indexed into it, and remembered."""
    folder = "/home/lina/minutes"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: folder)
    with qtbot.waitSignal(window.client.indexed) as indexed:
        press(qtbot, Qt.Key.Key_O, CTRL)
    assert indexed.args[0].report.folder == folder
    assert indexed.args[0].status.library == "/of" + folder
    assert settings.value("library") == "/of" + folder


def test_dismissed_folder_dialog_changes_nothing(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a choice the library stays."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    with qtbot.assertNotEmitted(window.client.library_opened, wait=100):
        press(qtbot, Qt.Key.Key_O, CTRL)


@pytest.mark.parametrize("way", ["button", "key"])
def test_indexing_can_be_cancelled(qtbot: QtBot, open_window: OpenWindow, way: str) -> None:
    """Progress is shown with a cancel button; it and Ctrl+. stop the run, Esc does not."""
    window = open_window(folder="/slow")
    line = window.status_line
    qtbot.waitUntil(line.progress.isVisible)
    assert line.progress_text.text() == "12 of 80 files · 45 passages/s · about 2 min left"
    with qtbot.assertNotEmitted(window.client.indexed, wait=100):
        press(qtbot, Qt.Key.Key_Escape)
    with qtbot.waitSignal(window.client.indexed):
        if way == "button":
            click(qtbot, line.cancel_button)
        else:
            press(qtbot, Qt.Key.Key_Period, CTRL)
    assert not line.progress.isVisible()
    assert "cancelled; F5 goes on" in line.state.whole_text()


def test_files_that_could_not_be_read_are_listed(qtbot: QtBot, open_window: OpenWindow) -> None:
    """A button says how many files are missing, and lists them with the reasons."""
    window = open_window(folder="/bad")
    button = window.status_line.problems_button
    qtbot.waitUntil(button.isVisible)
    assert button.text() == "3 files could not be read"
    click(qtbot, button)
    dialog = window.findChild(DocumentsDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 3)
    listed = [dialog.model.entry(row) for row in range(3)]
    assert FileState.INDEXED not in {entry.state for entry in listed if entry is not None}
    dialog.close()


def test_status_says_what_the_library_holds(window: MainWindow) -> None:
    """The line at the bottom counts documents and passages."""
    wanted = "3 documents, 41 passages, up to date · all offline"
    assert window.status_line.state.whole_text() == wanted


def test_control_enter_opens_the_file(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Ctrl+Enter opens the file of the chosen hit; one that is gone is a message."""
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    ask(qtbot, window)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert not opened
    assert "cannot be opened" in window.message_bar.label.text()
    path = tmp_path / "bases #1.html"
    path.write_text("x")
    monkeypatch.setitem(sample_news.PATHS, 1, str(path))
    hits_of(window).show_hits(sample_news.answer_hits())
    hits_of(window).choose(0)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert [url.toLocalFile() for url in opened] == [str(path)]


def test_failure_is_a_message_that_can_be_closed(qtbot: QtBot, window: MainWindow) -> None:
    """A failed question is told in plain text below it; the next success takes it away."""
    write(qtbot, window.question_bar.field, "wrong")
    with qtbot.waitSignal(window.client.failed):
        press(qtbot, Qt.Key.Key_Return)
    bar = window.message_bar
    assert bar.isVisible()
    assert bar.label.text() == "<i>Too long</i> a question."
    assert bar.label.textFormat() == Qt.TextFormat.PlainText
    click(qtbot, bar.close_button)
    assert not bar.isVisible()


def test_fault_of_ours_is_a_dialog_with_details(qtbot: QtBot, window: MainWindow) -> None:
    """A failure with details opens a dialog from which they can be copied."""
    write(qtbot, window.question_bar.field, "broken")
    with qtbot.waitSignal(window.client.failed):
        press(qtbot, Qt.Key.Key_Return)
    dialog = window.findChild(DetailsDialog)
    assert dialog is not None
    click(qtbot, dialog.copy_button)
    assert QGuiApplication.clipboard().text() == "This is our fault.\n\nTraceback: line 1"
    dialog.close()


def test_crash_is_one_message_and_the_window_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    """When the engine dies the window says so, with details; the next question works."""
    write(qtbot, window.question_bar.field, "crash")
    with qtbot.waitSignal(window.client.engine_stopped):
        press(qtbot, Qt.Key.Key_Return)
    assert window.message_bar.isVisible()
    click(qtbot, window.message_bar.details_button)
    dialog = window.findChild(DetailsDialog)
    assert dialog is not None
    assert "the floor gave way" in dialog.details.toPlainText()
    dialog.close()
    window.question_bar.field.setFocus()
    ask(qtbot, window)
    assert hits_of(window).hit_model.rowCount() == 6
    assert not window.message_bar.isVisible()


def test_engine_that_says_why_it_stops_is_quoted(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Where the engine said what is wrong before it ended, that is what the window shows."""
    window = open_window("--refuse")
    with qtbot.waitSignal(window.client.engine_stopped):
        pass
    assert window.message_bar.label.text() == "The settings file cannot be read."
    assert window.status_line.state.whole_text() == "No library is open"


def test_dark_palette_reaches_the_rows(qtbot: QtBot, window: MainWindow) -> None:
    """When the system turns dark, so does the window."""
    ask(qtbot, window)
    dark = QPalette(QColor("#2b2b2e"))
    dark.setColor(QPalette.ColorRole.Base, QColor("#1e1e20"))
    dark.setColor(QPalette.ColorRole.Text, QColor("#e6e6e6"))
    window.setPalette(dark)
    image = hits_of(window).viewport().grab().toImage()
    assert image.pixelColor(image.width() - 4, image.height() - 4).lightness() < 60


def test_place_and_library_are_remembered(
    qtbot: QtBot, open_window: OpenWindow, settings: QSettings
) -> None:
    """The size of the window, its split and its library come back the next time."""
    first = open_window()
    first.resize(700, 510)
    first.splitter.setSizes([300, 399])
    sizes = first.splitter.sizes()
    first.close()
    assert settings.value("library") == "/full"
    second = MainWindow(client=first.client, settings=settings, library_for=str)
    qtbot.addWidget(second)
    second.show()
    assert (second.width(), second.height()) == (700, 510)
    assert second.splitter.sizes() == sizes


def test_every_place_for_the_focus_has_a_name(window: MainWindow) -> None:
    """Whatever can have the focus can be named by a screen reader."""
    for widget in window.findChildren(QWidget):
        shown = widget.isVisibleTo(window) and not widget.inherits("QScrollBar")
        if shown and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName(), widget


@pytest.mark.parametrize("width", [700, 1280])
def test_nothing_is_cut_off(qtbot: QtBot, window: MainWindow, width: int) -> None:
    """From 700 pixels upward the panes have room and the rows need no sideways scrolling."""
    window.resize(width, 600)
    ask(qtbot, window)
    assert window.width() == width
    assert hits_of(window).horizontalScrollBar().maximum() == 0
    for row in range(6):
        rect = hits_of(window).visualRect(hits_of(window).hit_model.index(row))
        assert rect.width() <= hits_of(window).viewport().width()


@pytest.mark.parametrize(
    ("wanted", "last", "otherwise", "opened"),
    [
        (Corpus("/full"), "/last", Corpus("/other"), Corpus("/full")),
        (None, "/last", Corpus("/other"), Corpus("/last")),
        (None, "", Corpus("/seeds", "/f", is_sample=True), Corpus("/seeds", "/f", is_sample=True)),
        (None, "/seeds", Corpus("/seeds", "/f", is_sample=True), Corpus("/seeds", "/f", True)),
    ],
)
def test_what_is_opened_first(
    make_client: MakeClient,
    settings: QSettings,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    wanted: Corpus | None,
    last: str,
    otherwise: Corpus,
    opened: Corpus,
) -> None:
    """What is asked for, else what was open last, else what is offered; a sample stays one."""
    seen: list[Corpus] = []
    settings.setValue("library", last)
    window = MainWindow(client=make_client(), settings=settings, library_for=str)
    qtbot.addWidget(window)
    monkeypatch.setattr(
        window,
        "open",
        lambda library, folder, *, is_sample: seen.append(Corpus(library, folder, is_sample)),
    )
    window.open_first(wanted, otherwise)
    assert seen == [opened]


def test_nothing_to_open_is_explained(
    make_client: MakeClient, settings: QSettings, qtbot: QtBot
) -> None:
    """A window without any library says how to get one."""
    window = MainWindow(client=make_client(), settings=settings, library_for=str)
    qtbot.addWidget(window)
    window.open_first(None, None)
    assert "No folder is open" in window.status_line.state.whole_text()


def test_a_late_look_up_does_not_replace_the_answer(qtbot: QtBot, window: MainWindow) -> None:
    """Keyword hits for the question that has been answered come too late."""
    ask(qtbot, window)
    window.client.peeked.emit(Peeked(99, QUESTION, 1.0, sample_news.keyword_hits()))
    assert hits_of(window).hit_model.hits() == sample_news.answer_hits()


def test_same_question_typed_again_is_asked_again(qtbot: QtBot, window: MainWindow) -> None:
    """Once the question was cleared its answer is gone; Enter asks, though arrows had chosen."""
    ask(qtbot, window)
    press(qtbot, Qt.Key.Key_Down)
    window.question_bar.field.selectAll()
    press(qtbot, Qt.Key.Key_Delete)
    QGuiApplication.clipboard().setText(QUESTION)
    press(qtbot, Qt.Key.Key_V, CTRL)
    with qtbot.waitSignal(window.client.answered):
        press(qtbot, Qt.Key.Key_Return)
    assert hits_of(window).hit_model.rowCount() == 6
