"""The entries of a list to pick from by typing, for Qt."""

from collections.abc import Sequence
from enum import IntEnum

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from qa_app.gui.folding import folded
from qa_app.gui.matching import matching

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PickerEntry(Struct, frozen=True):
    """A row: `words`, below them `detail`, on the right `side`, before them `mark`.

    `key` tells entries apart. `spoken` is what a screen reader says after the words. One that
    `is_gone` cannot be chosen.
    """

    key: str
    words: str
    detail: str = ""
    side: str = ""
    mark: str = ""
    spoken: str = ""
    is_gone: bool = False


class PickerRole(IntEnum):
    """What a row can be asked for besides its text and its spoken text."""

    ENTRY = Qt.ItemDataRole.UserRole + 1


class PickerModel(QAbstractListModel):
    """The entries that match what is typed, in their order; the nearest where none does."""

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._entries: tuple[tuple[str, PickerEntry], ...] = ()
        self._shown: tuple[PickerEntry, ...] = ()

    def set_entries(self, entries: Sequence[PickerEntry]) -> None:
        """List other entries."""
        self._entries = tuple((folded(f"{e.words} {e.detail}"), e) for e in entries)
        self._list()

    def narrow(self, typed: str) -> None:
        """List what matches `typed`."""
        self._typed = typed
        self._list()

    def entry(self, row: int) -> PickerEntry | None:
        """The entry in a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def n_entries(self) -> int:
        """How many entries there are, listed or not."""
        return len(self._entries)

    def row_of(self, key: str) -> int:
        """The row of an entry; -1 where it is not listed."""
        return next((row for row, e in enumerate(self._shown) if e.key == key), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many entries are listed."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the row is asked for, or None."""
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.words
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (entry.words, entry.spoken, entry.detail, entry.side)
                return ", ".join(part for part in parts if part)
            case PickerRole.ENTRY:
                return entry
            case _:
                return None

    def _list(self) -> None:
        self.beginResetModel()
        self._shown = tuple(matching(self._typed, self._entries))
        self.endResetModel()
