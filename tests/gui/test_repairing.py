"""The library checked and repaired in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from qa_app.findings import Diagnosis, Health, Part
from qa_app.gui.finding_words import diagnosis_text, health_words, part_words
from qa_app.gui.main_window import MainWindow
from qa_app.gui.models.finding_table_model import FindingColumn, FindingTableModel
from qa_app.gui.views.repair_dialog import RepairDialog
from qa_app.messages import CancelErrands, LibraryChecked
from tests.gui.conftest import OpenWindow
from tests.gui.hands import click, come_back, press
from tests.gui.sample_findings import FINE, REPAIRED, TROUBLED

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(qtbot: QtBot, window: MainWindow) -> RepairDialog:
    """Press Ctrl+Shift+K; the dialog."""
    press(qtbot, Qt.Key.Key_K, CTRL | SHIFT)
    dialog = window.findChild(RepairDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def checked(qtbot: QtBot, window: MainWindow) -> RepairDialog:
    """The dialog after the check."""
    dialog = opened(qtbot, window)
    qtbot.waitUntil(lambda: not dialog.is_running)
    return dialog


@pytest.fixture
def damaged(qtbot: QtBot, open_window: OpenWindow) -> MainWindow:
    """A window whose library cannot be opened."""
    window = open_window(library="/damaged", folder="/a")
    qtbot.waitUntil(window.message_bar.isVisible)
    return window


def test_a_library_that_is_well_is_said_to_be(qtbot: QtBot, window: MainWindow) -> None:
    """Each part has a row with a sign and a word, and there is nothing to repair."""
    dialog = checked(qtbot, window)
    assert dialog.summary.text() == "Everything is fine."
    rows = [
        [str(dialog.model.index(n, column).data()) for column in FindingColumn]
        for n in range(dialog.model.rowCount())
    ]
    assert [row[:2] for row in rows] == [
        ["Disk", "✓  fine"],
        ["Other programs", "✓  fine"],
        ["Database", "✓  fine"],
    ]
    assert "143 passages" in rows[2][2]
    assert dialog.table.hasFocus()
    assert not dialog.repair_button.isEnabled()
    assert not dialog.progress.isVisible()


def test_what_was_found_is_copied(qtbot: QtBot, window: MainWindow) -> None:
    """Ctrl+C copies everything, so that it can be sent to whoever helps."""
    checked(qtbot, window)
    press(qtbot, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == diagnosis_text(Diagnosis("/full", FINE))


def test_the_message_of_damage_offers_the_check(qtbot: QtBot, damaged: MainWindow) -> None:
    """The button beside the sentence opens the dialog, and its tip names the key."""
    button = damaged.message_bar.check_button
    assert button.isVisible()
    assert "Ctrl+Shift+K" in button.toolTip()
    click(qtbot, button)
    dialog = damaged.findChild(RepairDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog.is_running)
    assert dialog.summary.text() == "1 thing is in trouble"


def test_other_messages_offer_none(qtbot: QtBot, window: MainWindow) -> None:
    """What is no damage is not mended by a check."""
    with qtbot.waitSignal(window.client.failed):
        window.client.ask("wrong")
    assert window.message_bar.isVisible()
    assert not window.message_bar.check_button.isVisible()


def test_trouble_is_repaired_and_the_library_opened_anew(qtbot: QtBot, damaged: MainWindow) -> None:
    """Alt+R repairs; what was done is listed, and behind the dialog the documents are there."""
    dialog = checked(qtbot, damaged)
    assert dialog.table.currentIndex().row() == 2
    assert dialog.view.toPlainText() == TROUBLED[2].says
    with qtbot.waitSignal(damaged.client.library_opened):
        press(qtbot, Qt.Key.Key_R, ALT)
    assert dialog.summary.text() == "1 thing was repaired"
    assert "set aside as library.damaged-1.sqlite3; made again" in dialog.view.toPlainText()
    assert not dialog.repair_button.isEnabled()
    assert not damaged.message_bar.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    come_back(qtbot, damaged)
    qtbot.waitUntil(lambda: ", up to date" in damaged.status_line.state.whole_text())


@pytest.mark.usefixtures("german")
def test_damage_and_what_was_done_about_it_are_german(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    """The message, its button, the findings and the repair; SQLite's own words stay."""
    window = open_window(library="/damaged")
    qtbot.waitUntil(window.message_bar.isVisible)
    assert window.message_bar.label.text().startswith("Die Datenbank /damaged/library.sqlite3")
    assert window.message_bar.check_button.text() == "Bibliothek prüfen…"
    dialog = checked(qtbot, window)
    assert dialog.summary.text() == "1 Störung"
    assert (
        dialog.view.toPlainText()
        == "library.sqlite3 lässt sich nicht lesen: file is not a database"
    )
    with qtbot.waitSignal(window.client.library_opened):
        press(qtbot, Qt.Key.Key_R, ALT)
    assert dialog.view.toPlainText().endswith(
        "; beiseitegelegt als library.damaged-1.sqlite3; neu gemacht; "
        "1.200 Passagen mussten nicht neu kodiert werden"
    )


def test_a_check_shows_progress_and_is_stopped(qtbot: QtBot, open_window: OpenWindow) -> None:
    """The key is on the button that stops it."""
    window = open_window(library="/patient")
    qtbot.waitUntil(lambda: ", up to date" in window.status_line.state.whole_text())
    dialog = opened(qtbot, window)
    qtbot.waitUntil(lambda: dialog.progress.maximum() == 4)
    assert dialog.progress.value() == 1
    assert dialog.stop_button.hasFocus()
    with qtbot.waitSignal(window.client.library_checked):
        press(qtbot, Qt.Key.Key_Space)
    assert dialog.summary.text().startswith("Stopped before the end")


def test_a_repair_is_stopped_and_the_library_opened_anew(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    """What was repaired till then is there, so the library is opened again all the same."""
    window = open_window(library="/long-damaged")
    qtbot.waitUntil(window.message_bar.isVisible)
    dialog = checked(qtbot, window)
    press(qtbot, Qt.Key.Key_R, ALT)
    qtbot.waitUntil(lambda: dialog.is_running and dialog.progress.maximum() == 4)
    with qtbot.waitSignals([window.client.library_checked, window.client.failed]):
        press(qtbot, Qt.Key.Key_Space)
    assert dialog.summary.text().startswith("Stopped before the end")
    assert window.message_bar.check_button.isVisible()


def test_closing_the_dialog_ends_the_check(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Its late report is not taken for the next one's."""
    window = open_window(library="/patient")
    dialog = opened(qtbot, window)
    dialog.setObjectName("first")
    with qtbot.waitSignal(window.client.library_checked):
        press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(RepairDialog) is None)
    come_back(qtbot, window)
    again = opened(qtbot, window)
    assert again.is_running
    with qtbot.waitSignal(window.client.library_checked):
        window.client.request(CancelErrands("CheckLibrary"))
    assert not again.is_running


def test_an_engine_that_dies_ends_the_check(qtbot: QtBot, open_window: OpenWindow) -> None:
    """The dialog says so instead of waiting for ever."""
    window = open_window(library="/patient")
    dialog = opened(qtbot, window)
    with qtbot.waitSignal(window.client.engine_stopped):
        window.client.ask("crash")
    assert not dialog.is_running
    assert "stopped unexpectedly" in dialog.summary.text()


def test_without_a_library_the_dialog_says_so(qtbot: QtBot, open_window: OpenWindow) -> None:
    """The engine's sentence stands in the dialog, not in the window behind it."""
    window = open_window(library="")
    qtbot.waitUntil(lambda: "Opening" not in window.status_line.state.whole_text())
    dialog = checked(qtbot, window)
    assert dialog.summary.text() == "No library is open; open a folder first."
    assert not dialog.copy_button.isEnabled()


def test_a_repair_of_a_library_left_meanwhile_opens_nothing(
    qtbot: QtBot, window: MainWindow
) -> None:
    """Its late report does not take the person out of the library that is open now."""
    with qtbot.assertNotEmitted(window.client.library_opened, wait=50):
        window.client.library_checked.emit(LibraryChecked(Diagnosis("/other", REPAIRED), True))


def test_everything_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    """A screen reader is told what each part of the dialog is."""
    dialog = checked(qtbot, window)
    parts = (
        dialog.table,
        dialog.view,
        dialog.progress,
        dialog.stop_button,
        dialog.repair_button,
        dialog.copy_button,
    )
    assert all(part.accessibleName() for part in parts)


def test_model_keeps_to_qts_rules() -> None:
    """Qt's own tester finds nothing, through filling and emptying."""
    model = FindingTableModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.replace(REPAIRED)
    spoken = model.index(2, FindingColumn.HEALTH).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "repaired"
    assert model.headerData(FindingColumn.SAYS, Qt.Orientation.Horizontal) == "Finding"
    model.replace(())
    assert model.rowCount() == 0
    tester.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_every_part_and_health_has_words() -> None:
    """A part that is looked at one day has a name in the window, or this fails."""
    assert all(part_words(part) for part in Part)
    assert [health_words(health) for health in Health] == [str(health) for health in Health]
