"""What each score adds to a hit, for Qt."""

from collections.abc import Sequence
from enum import IntEnum

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from qa_app.explaining.shares import Contribution
from qa_app.gui.wording import share_words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ShareRole(IntEnum):
    """What a row can be asked for besides its text: its `Contribution`, and the `Scale` of all."""

    CONTRIBUTION = Qt.ItemDataRole.UserRole + 1
    SCALE = Qt.ItemDataRole.UserRole + 2


class Scale(Struct, frozen=True):
    """What every row must agree on: the ends of the bars, 0 among them, and room for the words."""

    lowest: float = 0.0
    highest: float = 0.0
    labels: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()


class ShareListModel(QAbstractListModel):
    """Contributions, replaced as a whole."""

    def __init__(self) -> None:
        super().__init__()
        self._contributions: tuple[Contribution, ...] = ()
        self._scale = Scale()

    def replace(self, contributions: Sequence[Contribution]) -> None:
        """Show `contributions` instead of what is there."""
        self.beginResetModel()
        self._contributions, self._scale = tuple(contributions), _scale_of(contributions)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many contributions there are; none has rows of its own."""
        return 0 if parent.isValid() else len(self._contributions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the row is asked for, or None."""
        if not index.isValid() or not 0 <= index.row() < len(self._contributions):
            return None
        contribution = self._contributions[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return contribution.label
            case Qt.ItemDataRole.AccessibleTextRole:
                return share_words(contribution)
            case ShareRole.CONTRIBUTION:
                return contribution
            case ShareRole.SCALE:
                return self._scale
            case _:
                return None


def _scale_of(contributions: Sequence[Contribution]) -> Scale:
    shares = [0.0, *(c.share for c in contributions)]
    return Scale(
        lowest=min(shares),
        highest=max(shares),
        labels=tuple(c.label for c in contributions),
        measures=tuple(c.measured_briefly for c in contributions),
    )
