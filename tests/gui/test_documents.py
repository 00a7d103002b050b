"""The page of documents, folders and exceptions, by keys and clicks."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qa_app.gui.main_window import MainWindow
from qa_app.gui.models.document_table_model import Column
from qa_app.gui.views.documents_dialog import DocumentsDialog
from qa_app.model import FileState, Progress
from tests.gui import sample_news
from tests.gui.conftest import OpenWindow
from tests.gui.fake_book import DOCUMENTS
from tests.gui.hands import click, press, write

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> DocumentsDialog:
    """The page, opened by its key."""
    press(qtbot, Qt.Key.Key_D, CTRL | SHIFT)
    dialog = window.findChild(DocumentsDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 6)
    qtbot.waitUntil(dialog.filter.hasFocus)
    return dialog


def type_lines(qtbot: QtBot, page: DocumentsDialog, *lines: str) -> None:
    """Type patterns, Enter after each."""
    page.folders.patterns.setFocus()
    for line in lines:
        write(qtbot, page.folders.patterns, line)
        press(qtbot, Qt.Key.Key_Return)


def test_every_file_is_listed_and_counted(page: DocumentsDialog) -> None:
    """The line below the table says how many there are in which state."""
    wanted = "6 files · 3 indexed · 1 failed · 1 skipped · 1 pending"
    assert page.summary.whole_text() == wanted


def test_files_read_in_part_are_listed_with_those_not_searched(
    qtbot: QtBot, page: DocumentsDialog
) -> None:
    """Where a part was left out it is said in full, as it is of a file that failed."""
    why = "pages 3 and 7 are scanned and have no text"
    first, *others = DOCUMENTS
    page.states.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    page.show_documents((replace(first, reason=why), *others))
    assert page.model.rowCount() == 4
    row = page.model.row_of(first.path)
    assert page.model.index(row, Column.REASON).data() == why
    page.table.selectRow(row)
    assert page.reason.text() == why


def test_every_state_fits_its_column(page: DocumentsDialog, request: pytest.FixtureRequest) -> None:
    """Its words are longer in German, and none is cut off."""
    request.getfixturevalue("german")
    table = page.table
    table.resize(table.width() + 1, table.height())
    shown = [page.model.index(row, Column.STATE).data() for row in range(page.model.rowCount())]
    assert any("gescheitert" in words for words in shown)
    widest = max(map(table.fontMetrics().horizontalAdvance, shown))
    assert table.columnWidth(Column.STATE) > widest


def test_every_place_for_the_focus_has_a_name(page: DocumentsDialog) -> None:
    """Whatever can have the focus can be named by a screen reader."""
    for widget in page.findChildren(QWidget):
        is_part = widget.inherits("QScrollBar") or widget.window() is not page
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not is_part:
            assert widget.accessibleName(), widget


def test_enter_reads_the_document(qtbot: QtBot, window: MainWindow, page: DocumentsDialog) -> None:
    """Typing finds a document, and Enter shows it in the window from its beginning."""
    write(qtbot, page.filter, "coast bases")
    assert page.model.rowCount() == 1
    with qtbot.waitSignal(window.client.source_loaded):
        press(qtbot, Qt.Key.Key_Return)
    assert window.source_pane.header.title == sample_news.BASES
    assert window.source_pane.view.verticalScrollBar().value() == 0
    assert window.source_pane.isAncestorOf(window.focusWidget())


def test_what_is_not_indexed_is_not_read(qtbot: QtBot, page: DocumentsDialog) -> None:
    """Enter on a file that failed says why it cannot be shown."""
    write(qtbot, page.filter, "scan")
    press(qtbot, Qt.Key.Key_Return)
    assert page.isVisible()
    assert "Permission denied" in page.problem.text()


def test_arrows_lead_into_the_table(qtbot: QtBot, page: DocumentsDialog) -> None:
    """Down goes from the line to the table; Ctrl+C copies the path of the chosen file."""
    press(qtbot, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_C, CTRL)
    entry = page.table.current()
    assert entry is not None
    assert QGuiApplication.clipboard().text() == entry.path


def test_control_and_a_digit_sort(qtbot: QtBot, page: DocumentsDialog) -> None:
    """Ctrl+4 sorts by passages, again the other way round; the chosen file stays chosen."""
    press(qtbot, Qt.Key.Key_Down)
    chosen = page.table.current()
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        press(qtbot, Qt.Key.Key_4, CTRL)
        header = page.table.horizontalHeader()
        assert header.sortIndicatorSection() == Column.PASSAGES
        assert header.sortIndicatorOrder() == order
        assert page.table.current() == chosen


def test_states_can_be_chosen(qtbot: QtBot, page: DocumentsDialog) -> None:
    """The box beside the line leaves one state, or all that is not searched."""
    page.states.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert page.model.rowCount() == 3
    assert page.summary.whole_text().startswith("3 of 6 files")
    press(qtbot, Qt.Key.Key_Down)
    assert page.model.states() == {FileState.INDEXED}


def test_problems_lead_to_what_is_not_searched(qtbot: QtBot, window: MainWindow) -> None:
    """What the status line offers lists the files that are not searched."""
    window.documents.show_unsearched()
    dialog = window.findChild(DocumentsDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 3)
    dialog.close()


def test_escape_closes_and_the_focus_is_back(
    qtbot: QtBot, window: MainWindow, page: DocumentsDialog
) -> None:
    """Esc closes the page; the question has the focus again."""
    press(qtbot, Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert window.focusWidget() is window.question_bar.field


def test_list_follows_a_run(qtbot: QtBot, window: MainWindow, page: DocumentsDialog) -> None:
    """F5 in the page starts a run, after which the files are listed anew."""
    with qtbot.waitSignals([window.client.indexed, window.client.documents_listed]):
        press(qtbot, Qt.Key.Key_F5)
    assert page.isVisible()


def test_list_is_asked_for_anew_while_a_run_is_on(qtbot: QtBot, open_window: OpenWindow) -> None:
    """The files read meanwhile show up, at most once a second."""
    window = open_window(folder="/slow")
    qtbot.waitUntil(lambda: window.indexing.is_running)
    window.documents.show()
    with qtbot.waitSignal(window.client.documents_listed):
        pass
    with qtbot.waitSignal(window.client.documents_listed):
        window.client.index_progressed.emit(Progress(13, 80, 300, 1.0, None))
        window.client.index_progressed.emit(Progress(14, 80, 300, 1.0, None))
    with qtbot.assertNotEmitted(window.client.documents_listed, wait=300):
        pass
    dialog = window.findChild(DocumentsDialog)
    assert dialog is not None
    assert "being brought up to date" in dialog.summary.whole_text()
    dialog.close()


def test_folder_is_forgotten_after_one_question(
    qtbot: QtBot, window: MainWindow, page: DocumentsDialog
) -> None:
    """Forgetting asks once, and says that the folder itself is left alone."""
    page.tabs.setCurrentWidget(page.folders)
    click(qtbot, page.folders.forget_button)
    box = page.findChild(QMessageBox)
    assert box is not None
    assert "left alone" in box.informativeText()
    forget = box.defaultButton()
    assert isinstance(forget, QPushButton)
    with qtbot.waitSignal(window.client.library_changed):
        click(qtbot, forget)
    assert page.folders.folders.count() == 0


def test_folder_is_added(
    qtbot: QtBot,
    window: MainWindow,
    page: DocumentsDialog,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """A chosen folder is indexed into the open library."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    page.tabs.setCurrentWidget(page.folders)
    with qtbot.waitSignal(window.client.indexed) as indexed:
        click(qtbot, page.folders.add_button)
    assert indexed.args[0].report.folder == str(tmp_path)


def test_patterns_are_saved_and_a_run_follows(
    qtbot: QtBot, window: MainWindow, page: DocumentsDialog
) -> None:
    """Patterns reach the library, and what they match leaves it at once."""
    page.tabs.setCurrentWidget(page.folders)
    type_lines(qtbot, page, "*.log", "drafts/")
    with qtbot.waitSignals([window.client.library_changed, window.client.indexed]):
        click(qtbot, page.folders.save_button)
    assert page.folders.patterns.toPlainText() == "*.log\ndrafts/"
    status = window.indexing.status
    assert status is not None
    assert status.excluded == ("*.log", "drafts/")
    assert not page.folders.save_button.isEnabled()


def test_wrong_pattern_is_told_in_place(
    qtbot: QtBot, window: MainWindow, page: DocumentsDialog
) -> None:
    """A line that is no pattern is named, and nothing is saved."""
    page.tabs.setCurrentWidget(page.folders)
    type_lines(qtbot, page, "*.log", "!")
    with qtbot.assertNotEmitted(window.client.library_changed, wait=100):
        click(qtbot, page.folders.save_button)
    assert page.folders.problem.text() == "Line 2 is no pattern: !"


def test_refused_patterns_stay_to_be_mended(qtbot: QtBot, page: DocumentsDialog) -> None:
    """What the library does not take is not thrown away with the next news of it."""
    page.tabs.setCurrentWidget(page.folders)
    page.folders.save_button.setEnabled(True)
    page.folders.patterns.setPlainText("*.log")
    click(qtbot, page.folders.save_button)
    page.show_failure("Exclude", "The pattern *.log is not understood.")
    page.folders.show_status(sample_news.STATUS)
    assert page.folders.patterns.toPlainText() == "*.log"
    assert page.folders.problem.isVisible()


def test_programs_are_not_opened(
    qtbot: QtBot, page: DocumentsDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A listed file that may be a program is not handed to the system; the page says so."""
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", asked.append)
    program = tmp_path / "run.desktop"
    program.write_text("[Desktop Entry]\nExec=true\n")
    page.file_wanted.emit(str(program))
    assert "may be programs" in page.problem.text()
    assert not asked
    del qtbot


def test_reason_of_the_chosen_file_is_shown_whole(qtbot: QtBot, page: DocumentsDialog) -> None:
    """Below the table stands why the chosen file is not searched; nothing where it is."""
    assert not page.reason.text()
    write(qtbot, page.filter, "old.doc")
    assert page.reason.text() == "not a format that is read (.htm .html .md .txt)"


def test_names_and_paths_have_most_of_the_width(page: DocumentsDialog) -> None:
    """The reason has the rest, and no column begins outside of the view."""
    header = page.table.horizontalHeader()
    widths = [header.sectionSize(column) for column in Column]
    assert widths[Column.NAME] == widths[Column.PATH] > widths[Column.REASON]
    assert sum(widths) == page.table.viewport().width()


def test_buttons_have_no_icons_of_the_style(page: DocumentsDialog) -> None:
    """Those would be black on dark ground."""
    assert all(button.icon().isNull() for button in page.findChildren(QPushButton))
