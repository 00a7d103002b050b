"""The commands that the palette lists, as rows."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qa_app.gui.commands import FoundCommand

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class CommandRole(IntEnum):
    """What a row knows beyond its text."""

    FOUND = Qt.ItemDataRole.UserRole


class CommandListModel(QAbstractListModel):
    """One row for each command that was found; one that cannot be run is not enabled."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FoundCommand, ...] = ()

    def set_rows(self, rows: Sequence[FoundCommand]) -> None:
        """Show other commands."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rows(self) -> tuple[FoundCommand, ...]:
        """What is shown."""
        return self._rows

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of commands."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The command, its name, or what a screen reader says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.command.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.command.about
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (row.command.text, row.command.menu, row.command.keys)
            return ", ".join(part for part in parts if part)
        return row if role == CommandRole.FOUND else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only what can be run can be chosen."""
        if not index.isValid() or not self._rows[index.row()].command.is_enabled:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
