"""What a check of the library has found, a row for each part, for Qt."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from qa_app.explaining.names import isolated
from qa_app.findings import Finding
from qa_app.gui.finding_words import finding_words, health_mark, health_words, part_words
from qa_app.gui.wording import tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class FindingColumn(IntEnum):
    """What stands in a column."""

    PART = 0
    HEALTH = 1
    SAYS = 2


class FindingTableModel(QAbstractTableModel):
    """Findings in the order they were made, replaced as a whole."""

    def __init__(self) -> None:
        super().__init__()
        self._findings: tuple[Finding, ...] = ()
        self._titles = {
            FindingColumn.PART: tr("Part"),
            FindingColumn.HEALTH: tr("State"),
            FindingColumn.SAYS: tr("Finding"),
        }

    def replace(self, findings: Sequence[Finding]) -> None:
        """List `findings` instead of what is there."""
        self.beginResetModel()
        self._findings = tuple(findings)
        self.endResetModel()

    def finding(self, row: int) -> Finding | None:
        """The finding in a row."""
        return self._findings[row] if 0 <= row < len(self._findings) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many findings there are."""
        return 0 if parent.isValid() else len(self._findings)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many facts there are of each."""
        return 0 if parent.isValid() else len(FindingColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The title of a column."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._titles.get(FindingColumn(section)) if section in self._titles else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell is asked for, or None."""
        finding = self.finding(index.row()) if index.isValid() else None
        if finding is None:
            return None
        column = FindingColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(finding, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            is_health = column is FindingColumn.HEALTH
            return health_words(finding.health) if is_health else _shown(finding, column)
        return None


def _shown(finding: Finding, column: FindingColumn) -> str:
    if column is FindingColumn.PART:
        return part_words(finding.part)
    if column is FindingColumn.HEALTH:
        return f"{health_mark(finding.health)}  {health_words(finding.health)}"
    return isolated(" ".join(finding_words(finding).split()))
