"""The settings, with real keys."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from qa_app.gui.appearance import Look
from qa_app.gui.key_choices import KeyChoices
from qa_app.gui.main_window import MainWindow
from qa_app.gui.models.key_table_model import Column, KeyTableModel
from qa_app.gui.preferences import Preferences
from qa_app.gui.text_size import usual_font
from qa_app.gui.views.keys_page import KeysPage
from qa_app.gui.views.settings_dialog import SettingsDialog
from tests.gui.hands import click, press_sequence, write


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> SettingsDialog:
    """The settings, opened by their key."""
    press_sequence(qtbot, window.question_bar.field, "Ctrl+,")
    opened = window.findChild(SettingsDialog)
    assert opened is not None
    qtbot.waitUntil(opened.isActiveWindow)
    return opened


@pytest.fixture
def keys(dialog: SettingsDialog) -> KeysPage:
    """The page of the keys."""
    dialog.pages.setCurrentWidget(dialog.keys)
    return dialog.keys


def shown_key(page: KeysPage) -> str:
    """What stands beside the chosen action."""
    return str(page.table.model().index(page.table.currentIndex().row(), Column.KEYS).data())


def test_look_and_size_change_at_once(
    qtbot: QtBot, window: MainWindow, dialog: SettingsDialog
) -> None:
    """With Down in the lists the window changes while the settings are open."""
    assert isinstance(QApplication.focusWidget(), QComboBox)
    press_sequence(qtbot, dialog.look.look, "Down")
    assert window.appearance.look is Look.LIGHT
    press_sequence(qtbot, dialog.look.text_size, "Down")
    assert window.appearance.text_percent == 110
    press_sequence(qtbot, dialog.look.text_size, "Up")
    press_sequence(qtbot, dialog.look.look, "Up")
    dialog.reject()
    QApplication.setPalette(QPalette())
    QApplication.setFont(usual_font())


def test_language_is_saved_for_the_next_start(
    qtbot: QtBot, window: MainWindow, settings: QSettings
) -> None:
    """Another language is remembered, and a line says when it will be used."""
    languages = (("en", "English"), ("xx", "Other words"))
    preferences = Preferences(settings, window.appearance, window, languages)
    preferences.set_actions(window.actions_by_name)
    preferences.show()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    assert not dialog.look.hint.isVisible()
    press_sequence(qtbot, dialog.look.language, "Down")
    assert settings.value("language") == "xx"
    assert dialog.look.hint.isVisible()
    dialog.reject()


def test_enter_takes_a_new_key(qtbot: QtBot, window: MainWindow, keys: KeysPage) -> None:
    """Typing finds an action, Enter waits for its key, and the next key is its key."""
    write(qtbot, keys.filter, "why")
    press_sequence(qtbot, keys.filter, "Return")
    assert keys.table.hasFocus()
    assert shown_key(keys) == "Press the new key…"
    press_sequence(qtbot, keys.table, "Ctrl+U")
    assert shown_key(keys) == "Ctrl+U"
    assert keys.message.text() == "“Why this hit” now has the key Ctrl+U."
    assert window.actions_by_name["why_hit"].shortcut().toString() == "Ctrl+U"


def test_clash_is_said_and_another_key_can_be_pressed(
    qtbot: QtBot, window: MainWindow, keys: KeysPage
) -> None:
    """A key that is taken names the other action and the table goes on waiting."""
    write(qtbot, keys.filter, "why")
    press_sequence(qtbot, keys.filter, "Return")
    press_sequence(qtbot, keys.table, "Ctrl+K")
    assert "“Command palette…”" in keys.message.text()
    press_sequence(qtbot, keys.table, "Tab")
    assert "is needed for typing" in keys.message.text()
    assert keys.table.hasFocus()
    press_sequence(qtbot, keys.table, "F8")
    assert window.actions_by_name["why_hit"].shortcut().toString() == "F8"


def test_escape_leaves_the_key_and_then_the_settings(
    qtbot: QtBot, dialog: SettingsDialog, keys: KeysPage
) -> None:
    """The first Esc ends the wait, the second closes the settings."""
    press_sequence(qtbot, keys.table, "F2")
    press_sequence(qtbot, keys.table, "Esc")
    assert shown_key(keys) == "Ctrl+O"
    assert dialog.isVisible()
    press_sequence(qtbot, keys.table, "Esc")
    assert not dialog.isVisible()


def test_fixed_key_says_so(qtbot: QtBot, keys: KeysPage) -> None:
    """An action whose key its widget handles cannot be given another."""
    write(qtbot, keys.filter, "next hit")
    press_sequence(qtbot, keys.filter, "Return")
    assert keys.message.text() == "This action always has the key Down."
    assert shown_key(keys) == "Down"


def test_usual_keys_come_back(qtbot: QtBot, window: MainWindow, keys: KeysPage) -> None:
    """One key or all of them can be made usual again."""
    for name, key in (("why this", "F8"), ("full screen", "F9")):
        keys.filter.clear()
        write(qtbot, keys.filter, name)
        press_sequence(qtbot, keys.filter, "Return")
        press_sequence(qtbot, keys.table, key)
    click(qtbot, keys.reset_button)
    assert window.actions_by_name["full_screen"].shortcut().toString() == "F11"
    assert window.actions_by_name["why_hit"].shortcut().toString() == "F8"
    click(qtbot, keys.reset_all_button)
    assert window.actions_by_name["why_hit"].shortcut().toString() == "Ctrl+I"


def test_filter_finds_by_key_and_may_find_nothing(qtbot: QtBot, keys: KeysPage) -> None:
    """A key finds its action; where nothing is found, nothing can be changed."""
    write(qtbot, keys.filter, "ctrl+k")
    assert keys.table.model().index(0, Column.ACTION).data() == "Command palette…"
    write(qtbot, keys.filter, "zzz")
    assert keys.table.model().rowCount() == 0
    press_sequence(qtbot, keys.filter, "Return")
    click(qtbot, keys.reset_button)
    assert not keys.table.is_waiting


def test_table_keeps_to_the_rules(window: MainWindow, settings: QSettings) -> None:
    """Qt's own tester finds nothing wrong with the table, while it waits and after."""
    choices = KeyChoices(settings, window.actions_by_name, window)
    model = KeyTableModel(choices)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.wait_for("why_hit")
    model.wait_for("")
    assert tester.model() is model
    assert model.rowCount() == len(window.actions_by_name)


def test_changed_key_is_told_apart(window: MainWindow, settings: QSettings) -> None:
    """A changed key is bold, and a screen reader says that it was changed."""
    choices = KeyChoices(settings, window.actions_by_name, window)
    model = KeyTableModel(choices)
    row = list(window.actions_by_name).index("why_hit")
    index = model.index(row, Column.KEYS)
    assert index.data(Qt.ItemDataRole.FontRole) is None
    assert choices.change("why_hit", QKeySequence("F8")) == ""
    assert index.data(Qt.ItemDataRole.FontRole).bold()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "F8, changed"
