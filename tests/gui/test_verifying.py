"""An export checked in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qa_app.gui.main_window import MainWindow
from qa_app.gui.models.verdict_table_model import VerdictColumn, VerdictTableModel
from qa_app.gui.verdict_words import quote_state_words, report_summary, verdict_text
from qa_app.gui.views.dialogs import DetailsDialog
from qa_app.gui.views.verify_dialog import VerifyDialog
from qa_app.verdicts import QuoteState, VerifyReport
from tests.gui.hands import come_back, press
from tests.gui.sample_news import METADATA
from tests.gui.sample_verdicts import VERDICTS, WORDS

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(
    qtbot: QtBot,
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    file: str = "/quotes.json",
    *,
    is_on_top: bool = True,
) -> VerifyDialog:
    """Press Ctrl+Shift+E and choose a file; the dialog."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (file, ""))
    press(qtbot, Qt.Key.Key_E, CTRL | SHIFT)
    dialog = window.findChild(VerifyDialog)
    assert dialog is not None
    # Where the engine fails, what says so may be on top of it at once.
    qtbot.waitUntil(dialog.isActiveWindow if is_on_top else dialog.isVisible)
    return dialog


@pytest.fixture
def checked(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> VerifyDialog:
    """A dialog with a verdict of each state."""
    dialog = opened(qtbot, window, monkeypatch)
    qtbot.waitUntil(lambda: not dialog.is_running)
    return dialog


def test_quotes_are_listed_with_a_summary_on_top(checked: VerifyDialog) -> None:
    """Each row says the state in a sign and a word; the first that is wrong is chosen."""
    assert checked.summary.text() == "2 of 4 quotes verbatim, 1 moved, 1 changed, 1 missing"
    states = [str(checked.model.index(n, VerdictColumn.STATE).data()) for n in range(4)]
    assert states == ["✓  verbatim", "→  moved", "≠  changed", "✕  missing"]
    assert checked.table.hasFocus()
    assert checked.table.currentIndex().row() == 2
    assert not checked.progress.isVisible()


def test_a_difference_is_told_without_colour(checked: VerifyDialog) -> None:
    """Signs stand around the words that only one side has, as on the command line."""
    shown = checked.view.toPlainText()
    assert "Prices in the [-markets-]{+shops+} eased" in shown
    assert "characters" in shown


def test_arrows_walk_and_the_pane_follows(qtbot: QtBot, checked: VerifyDialog) -> None:
    """Down goes to the missing quote, which says why its source is gone."""
    press(qtbot, Qt.Key.Key_Down)
    assert "No such file or directory" in checked.view.toPlainText()
    press(qtbot, Qt.Key.Key_Home)
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Up)
    assert "The words stand where the export says." in checked.view.toPlainText()


@pytest.mark.usefixtures("checked")
def test_details_are_copied(qtbot: QtBot) -> None:
    """Ctrl+C copies all that is known of the chosen quote."""
    press(qtbot, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == verdict_text(VERDICTS[2])


def test_enter_reads_the_words_in_their_source(
    qtbot: QtBot, window: MainWindow, checked: VerifyDialog
) -> None:
    """The dialog closes, and the source pane shows the place with the focus in it."""
    checked.table.selectRow(0)
    with qtbot.waitSignal(window.client.source_loaded):
        press(qtbot, Qt.Key.Key_Return)
    come_back(qtbot, window)
    pane = window.source_pane
    qtbot.waitUntil(lambda: pane.header.title == METADATA[1].title)
    assert pane.view.hasFocus()
    assert WORDS in pane.view.toPlainText()
    assert not pane.standing.isVisible()


def test_words_that_stand_there_no_more_are_not_marked(qtbot: QtBot, window: MainWindow) -> None:
    """A document that changed since it was indexed is shown from its beginning, and says so."""
    span = VERDICTS[0].span
    assert span is not None
    with qtbot.waitSignal(window.client.source_loaded):
        window.sources.show_words(1, span, "Other words than those.")
    assert "no longer in this document" in window.source_pane.standing.text()


def test_a_source_that_no_library_has_is_said_so(qtbot: QtBot, checked: VerifyDialog) -> None:
    """Enter on it leaves the dialog open, with a sentence."""
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert checked.isVisible()
    assert "not in the library" in checked.problem.text()


def test_a_check_shows_progress_and_is_stopped(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key is on the button that stops it; what was found till then is listed."""
    dialog = opened(qtbot, window, monkeypatch, "/slow.json")
    qtbot.waitUntil(lambda: dialog.progress.maximum() == 4)
    assert dialog.progress.value() == 1
    with qtbot.waitSignal(window.client.export_verified):
        press(qtbot, Qt.Key.Key_Space)
    assert dialog.summary.text() == "1 of 1 quote verbatim, cancelled before the end"


def test_closing_the_dialog_ends_the_check(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its late report is not taken for the next one's."""
    opened(qtbot, window, monkeypatch, "/slow.json")
    with qtbot.waitSignal(window.client.export_verified):
        press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(VerifyDialog) is None)
    come_back(qtbot, window)
    dialog = opened(qtbot, window, monkeypatch)
    qtbot.waitUntil(lambda: not dialog.is_running)
    assert dialog.model.rowCount() == 4


def test_what_cannot_be_checked_says_why(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine's sentence stands in the dialog, not in the window behind it."""
    dialog = opened(qtbot, window, monkeypatch, "/none.json")
    qtbot.waitUntil(lambda: not dialog.is_running)
    assert "cannot be read" in dialog.summary.text()
    assert not window.message_bar.isVisible()


def test_a_fault_ends_the_check_too(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dialog waits no longer, and the details are there to be copied."""
    dialog = opened(qtbot, window, monkeypatch, "/broken.json", is_on_top=False)
    qtbot.waitUntil(lambda: not dialog.is_running)
    assert dialog.summary.text() == "This is our fault."
    qtbot.waitUntil(lambda: window.findChild(DetailsDialog) is not None)


def test_an_engine_that_dies_ends_the_check(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dialog says so instead of waiting for ever."""
    dialog = opened(qtbot, window, monkeypatch, "/slow.json")
    with qtbot.waitSignal(window.client.engine_stopped):
        window.client.ask("crash")
    assert not dialog.is_running
    assert "stopped unexpectedly" in dialog.summary.text()


def test_model_keeps_to_qts_rules() -> None:
    """Qt's own tester finds nothing, through filling and emptying."""
    model = VerdictTableModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.replace(VERDICTS)
    spoken = model.index(1, VerdictColumn.STATE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "moved"
    assert model.headerData(VerdictColumn.QUOTE, Qt.Orientation.Horizontal) == "Quote"
    model.replace(())
    assert model.rowCount() == 0
    tester.deleteLater()


def test_words_are_those_of_the_command_line() -> None:
    """A state is called the same in the window, on the command line and in the README."""
    assert [quote_state_words(state) for state in QuoteState] == [str(s) for s in QuoteState]
    assert report_summary(VerifyReport("f", VERDICTS[:1])) == "1 of 1 quote verbatim"
