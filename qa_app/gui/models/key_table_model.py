"""Every action and its keys, for a table."""

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QIcon

from qa_app.gui.actions import in_words, plain
from qa_app.gui.icons import icon
from qa_app.gui.key_choices import KeyChoices

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Column(IntEnum):
    """What stands where."""

    ACTION = 0
    MENU = 1
    KEYS = 2


class KeyTableModel(QAbstractTableModel):
    """A row for each action, in the order of the table of actions.

    The row that waits for a key says so instead of its keys.
    """

    def __init__(self, choices: KeyChoices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._names = tuple(choices.actions)
        self._waiting = ""

    def name(self, row: int) -> str:
        """The action of a row."""
        return self._names[row]

    def wait_for(self, name: str) -> None:
        """Show that an action waits for its new key; none where the name is empty."""
        self._waiting = name
        self.refresh()

    def refresh(self) -> None:
        """Show the keys as they are now."""
        last = self.index(len(self._names) - 1, Column.KEYS)
        self.dataChanged.emit(self.index(0, Column.KEYS), last)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of actions."""
        return 0 if parent.isValid() else len(self._names)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Action, menu, keys."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What the columns hold."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Action"), self.tr("Menu"), self.tr("Key"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, and how they look."""
        if not index.isValid():
            return None
        name, column = self._names[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(name, column)
        if role == Qt.ItemDataRole.DecorationRole and column == Column.ACTION:
            return self._icon(name)
        if role == Qt.ItemDataRole.FontRole and column == Column.KEYS:
            return _bold() if self._choices.is_changed(name) else None
        if role == Qt.ItemDataRole.AccessibleTextRole and column == Column.KEYS:
            return self._spoken(name)
        return (
            self._choices.actions[name].whatsThis() if role == Qt.ItemDataRole.ToolTipRole else None
        )

    def _text(self, name: str, column: int) -> str:
        if column == Column.ACTION:
            return plain(self._choices.actions[name].text())
        if column == Column.MENU:
            return plain(in_words(self._choices.spec(name).menu))
        waits = name == self._waiting
        return self.tr("Press the new key…") if waits else self._choices.words(name)

    def _icon(self, name: str) -> QIcon:
        return icon(self._choices.spec(name).icon)

    def _spoken(self, name: str) -> str:
        words = self._text(name, Column.KEYS)
        changed = self._choices.is_changed(name)
        return self.tr("{key}, changed").format(key=words) if changed else words


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
