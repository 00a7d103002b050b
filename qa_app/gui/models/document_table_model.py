"""Every file of the library's folders, a row each, for Qt.

Narrowing and sorting are done here and not by a proxy model: that one would ask for each of ten
thousand cells, one by one, what a single pass over the entries tells.
"""

from collections.abc import Callable, Sequence
from enum import IntEnum
from html import escape

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer

from qa_app.explaining.names import file_name, shown_name, shown_path
from qa_app.gui.engine_words import in_own_words
from qa_app.gui.folding import folded
from qa_app.gui.matching import holds_all
from qa_app.gui.wording import Number, size_words, state_mark, state_words, tr
from qa_app.model import DocumentEntry, FileState

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FOLDED_AT_ONCE = 500
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
# What asks for a person's attention comes first.
_URGENCY = {state: n for n, state in enumerate(("failed", "skipped", "pending", "indexed"))}


class Column(IntEnum):
    """What stands in a column."""

    STATE = 0
    NAME = 1
    PATH = 2
    PASSAGES = 3
    SIZE = 4
    REASON = 5


class DocumentRole(IntEnum):
    """What a row can be asked for besides its text and its spoken text."""

    ENTRY = Qt.ItemDataRole.UserRole + 1


_NUMBERS = (Column.PASSAGES, Column.SIZE)


class _Row(Struct, frozen=True):
    """An entry with what it is sorted by; `path` begins at its folder."""

    entry: DocumentEntry
    name: str
    path: str


_KEYS: dict[Column, Callable[[_Row], object]] = {
    Column.STATE: lambda row: _URGENCY[row.entry.state],
    Column.NAME: lambda row: row.name.casefold(),
    Column.PATH: lambda row: row.path.casefold(),
    Column.PASSAGES: lambda row: row.entry.n_passages,
    Column.SIZE: lambda row: row.entry.size_bytes,
    Column.REASON: lambda row: row.entry.reason,
}


def _in_own_words(entry: DocumentEntry) -> DocumentEntry:
    return replace(entry, reason=in_own_words(entry.reason)) if entry.reason else entry


class DocumentTableModel(QAbstractTableModel):
    """The files that match what is typed and are in one of the states wanted, in an order."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_Row] = []
        self._shown: list[_Row] = []
        self._found_by: dict[str, tuple[_Row, str]] = {}
        self._unfolded: list[_Row] = []
        self._roots: list[str] = []
        self._words: list[str] = []
        self._states: frozenset[FileState] = frozenset()
        self._are_parts_listed = False
        self._column, self._is_descending = Column.PATH, False
        self._titles = column_titles()
        self._folding = QTimer(self)
        self._folding.setInterval(0)
        self._folding.timeout.connect(self._fold_some)

    def set_entries(self, entries: Sequence[DocumentEntry], folders: Sequence[str]) -> None:
        """List other files; those that are as they were keep their rows."""
        roots = [folder.rstrip("/\\") for folder in folders]
        kept = self._rows if roots == self._roots else []
        known = {row.entry.path: row for row in kept}
        rows = []
        for entry in map(_in_own_words, entries):
            row = known.get(entry.path)
            rows.append(row if row and row.entry == entry else _row(entry, roots))
        self._rows, self._roots = rows, roots
        self._unfolded = list(rows)
        self._folding.start()
        self._sort_rows()
        self._list()

    def narrow(self, typed: str) -> None:
        """List only files whose title, path or reason holds every word typed."""
        self._words = folded(typed).split()
        self._list()

    def set_states(self, states: Sequence[FileState], *, or_in_part: bool = False) -> None:
        """List only files in one of `states`, `or_in_part` read; every file where there is none."""
        self._states = frozenset(states)
        self._are_parts_listed = or_in_part
        self._list()

    def states(self) -> frozenset[FileState]:
        """The states that are listed; empty for all."""
        return self._states

    def entry(self, row: int) -> DocumentEntry | None:
        """The file in a row."""
        return self._shown[row].entry if 0 <= row < len(self._shown) else None

    def row_of(self, path: str) -> int:
        """The row of a file; -1 where it is not listed."""
        return next((n for n, row in enumerate(self._shown) if row.entry.path == path), -1)

    def counts(self) -> dict[FileState, int]:
        """How many files of the library are in which state."""
        counts = dict.fromkeys(FileState, 0)
        for row in self._rows:
            counts[row.entry.state] += 1
        return counts

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many files are listed."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many facts there are of each."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The title of a column."""
        if orientation != Qt.Orientation.Horizontal or section not in self._titles:
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return _RIGHT
        return self._titles[column] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell is asked for, or None."""
        if not index.isValid() or not 0 <= index.row() < len(self._shown):
            return None
        row, column = self._shown[index.row()], Column(index.column())
        found: object = None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                found = _text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                found = _tip(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                found = f"{self._titles[column]}: {_spoken(row, column)}"
            case Qt.ItemDataRole.TextAlignmentRole if column in _NUMBERS:
                found = _RIGHT
            case DocumentRole.ENTRY:
                found = row.entry
        return found

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the files in an order."""
        if 0 <= column < len(Column):
            self._column = Column(column)
            self._is_descending = order == Qt.SortOrder.DescendingOrder
            self._sort_rows()
            self._list()

    def _words_of(self, row: _Row) -> str:
        """What a file is found by, folded once."""
        known, words = self._found_by.get(row.entry.path, (None, ""))
        if known is not row:
            words = folded(f"{row.name} {row.path} {row.entry.reason}")
            self._found_by[row.entry.path] = row, words
        return words

    def _fold_some(self) -> None:
        """Fold a share of the files ahead of the first letter typed."""
        for row in self._unfolded[-_FOLDED_AT_ONCE:]:
            self._words_of(row)
        del self._unfolded[-_FOLDED_AT_ONCE:]
        if not self._unfolded:
            self._folding.stop()

    def _sort_rows(self) -> None:
        # Twice: files that are alike in the column stand in order of their paths.
        self._rows.sort(key=_KEYS[Column.PATH])  # type: ignore[arg-type]
        if self._column is Column.PATH and not self._is_descending:
            return
        self._rows.sort(key=_KEYS[self._column], reverse=self._is_descending)  # type: ignore[arg-type]

    def _list(self) -> None:
        self.beginResetModel()
        words = self._words
        self._shown = [
            row
            for row in self._rows
            if self._is_wanted(row.entry) and (not words or holds_all(words, self._words_of(row)))
        ]
        self.endResetModel()

    def _is_wanted(self, entry: DocumentEntry) -> bool:
        if not self._states or entry.state in self._states:
            return True
        return self._are_parts_listed and bool(entry.reason)


def column_titles() -> dict[Column, str]:
    """What the columns are called."""
    return {
        Column.STATE: tr("State"),
        Column.NAME: tr("Document"),
        Column.PATH: tr("Path"),
        Column.PASSAGES: tr("Passages"),
        Column.SIZE: tr("Size"),
        Column.REASON: tr("Why"),
    }


def _row(entry: DocumentEntry, roots: Sequence[str]) -> _Row:
    name = shown_name(entry.title) or file_name(entry.path)
    return _Row(entry, name, shown_path(_path_in(entry.path, roots)))


def _path_in(path: str, roots: Sequence[str]) -> str:
    """A path from its folder on; with the folder's name where there are several."""
    for root in roots:
        if path.startswith(root) and path[len(root) : len(root) + 1] in {"/", "\\"}:
            last = max(root.rfind("/"), -1 if root.startswith("/") else root.rfind("\\"))
            begin = len(root) if len(roots) == 1 else last
            return path[begin + 1 :]
    return path


def _text(row: _Row, column: Column) -> str:
    entry = row.entry
    match column:
        case Column.STATE:
            return f"{state_mark(entry.state)}  {state_words(entry.state)}"
        case Column.NAME:
            return row.name
        case Column.PATH:
            return row.path
        case Column.PASSAGES:
            return f"{Number(entry.n_passages):,}" if entry.n_passages else ""
        case Column.SIZE:
            return size_words(entry.size_bytes)
        case Column.REASON:
            return shown_path(entry.reason)


def _tip(row: _Row, column: Column) -> str | None:
    """A cell that may be cut off, whole; the other cells say the reason."""
    whole = {Column.NAME: row.name, Column.PATH: shown_path(row.entry.path)}
    words = whole.get(column, row.entry.reason)
    # A tooltip that looks like markup is taken for it.
    return f"<p>{escape(words)}</p>" if words else None


def _spoken(row: _Row, column: Column) -> str:
    return state_words(row.entry.state) if column is Column.STATE else _text(row, column)
