"""The palette's rows."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from qa_app.gui.commands import Command, FoundCommand
from qa_app.gui.models.command_list_model import CommandListModel, CommandRole

COPY = FoundCommand(Command("copy", "Copy", "Copies", "Hit", "Ctrl+C", "copy"), (0, 1))
STOP = FoundCommand(Command("stop", "Stop", "Stops", "File", "", "stop", is_enabled=False))


def test_model_keeps_to_the_rules(qtbot: QtBot) -> None:
    """Qt's own tester finds nothing wrong while rows come and go."""
    del qtbot
    model = CommandListModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for rows in ((COPY, STOP), (), (STOP,), (COPY,) * 60):
        model.set_rows(rows)
        assert model.rowCount() == len(rows)
    assert tester.model() is model


def test_row_says_name_menu_and_key(qtbot: QtBot) -> None:
    """A screen reader hears the name, the menu and the key; one that has no key says none."""
    del qtbot
    model = CommandListModel()
    model.set_rows((COPY, STOP))
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0).data(role) == "Copy, Hit, Ctrl+C"
    assert model.index(1).data(role) == "Stop, File"
    assert model.index(0).data(CommandRole.FOUND) == COPY


def test_only_what_can_be_run_can_be_chosen(qtbot: QtBot) -> None:
    """A row that cannot be run is not enabled."""
    del qtbot
    model = CommandListModel()
    model.set_rows((COPY, STOP))
    assert model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) == Qt.ItemFlag.NoItemFlags
