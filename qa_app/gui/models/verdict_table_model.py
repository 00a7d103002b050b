"""The quotes of an export and how each stands in its source, a row each, for Qt."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from qa_app.explaining.names import file_name, isolated
from qa_app.gui.verdict_words import quote_state_mark, quote_state_words
from qa_app.gui.wording import tr
from qa_app.verdicts import Verdict

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class VerdictColumn(IntEnum):
    """What stands in a column."""

    STATE = 0
    QUOTE = 1
    SOURCE = 2


class VerdictTableModel(QAbstractTableModel):
    """Verdicts in the order of the export, replaced as a whole."""

    def __init__(self) -> None:
        super().__init__()
        self._verdicts: tuple[Verdict, ...] = ()
        self._titles = {
            VerdictColumn.STATE: tr("State"),
            VerdictColumn.QUOTE: tr("Quote"),
            VerdictColumn.SOURCE: tr("Source"),
        }

    def replace(self, verdicts: Sequence[Verdict]) -> None:
        """List `verdicts` instead of what is there."""
        self.beginResetModel()
        self._verdicts = tuple(verdicts)
        self.endResetModel()

    def verdict(self, row: int) -> Verdict | None:
        """The verdict in a row."""
        return self._verdicts[row] if 0 <= row < len(self._verdicts) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many quotes there are."""
        return 0 if parent.isValid() else len(self._verdicts)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many facts there are of each."""
        return 0 if parent.isValid() else len(VerdictColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The title of a column."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._titles.get(VerdictColumn(section)) if section in self._titles else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell is asked for, or None."""
        verdict = self.verdict(index.row()) if index.isValid() else None
        if verdict is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(verdict, VerdictColumn(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(verdict, VerdictColumn(index.column()))
        return None


def _shown(verdict: Verdict, column: VerdictColumn) -> str:
    if column is VerdictColumn.STATE:
        return f"{quote_state_mark(verdict.state)}  {quote_state_words(verdict.state)}"
    if column is VerdictColumn.QUOTE:
        return isolated(" ".join(verdict.quote.split()))
    return isolated(file_name(verdict.path))


def _spoken(verdict: Verdict, column: VerdictColumn) -> str:
    if column is VerdictColumn.STATE:
        return quote_state_words(verdict.state)
    return _shown(verdict, column)
