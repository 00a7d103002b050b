"""The hits on screen, for Qt."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from qa_app.gui.marks import segments
from qa_app.gui.renaming import renamed_hits
from qa_app.gui.wording import marks_words, row_words
from qa_app.model import Hit, Metadata

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class HitRole(IntEnum):
    """What a row can be asked for besides its text and its spoken text.

    `SEGMENTS` gives the marked stretches as `marks.Segment`s, in code points of the passage;
    `RELATED` whether the row is only related and no answer.
    """

    HIT = Qt.ItemDataRole.UserRole + 1
    SEGMENTS = Qt.ItemDataRole.UserRole + 2
    RELATED = Qt.ItemDataRole.UserRole + 3


class HitListModel(QAbstractListModel):
    """Ranked hits, replaced as a whole: a new ranking has no row in common with the old one."""

    def __init__(self) -> None:
        super().__init__()
        self._hits: tuple[Hit, ...] = ()
        self._related = False

    def replace(self, hits: Sequence[Hit], *, related: bool = False) -> None:
        """Show `hits` instead of what is there. `related`: they are near, but no answer."""
        self.beginResetModel()
        self._hits, self._related = tuple(hits), related
        self.endResetModel()

    def clear(self) -> None:
        """Show no hits."""
        self.replace(())

    def correct(self, document_id: int, metadata: Metadata) -> None:
        """Name a document as it was corrected, wherever it is a source."""
        self._hits = renamed_hits(self._hits, document_id, metadata)
        if self._hits:
            self.dataChanged.emit(self.index(0), self.index(len(self._hits) - 1))

    def hits(self) -> tuple[Hit, ...]:
        """Every hit, best first."""
        return self._hits

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many hits there are; a hit has no rows of its own."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the row is asked for, or None."""
        if not index.isValid() or not 0 <= index.row() < len(self._hits):
            return None
        hit = self._hits[index.row()]
        found: object = None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                found = hit.text
            case Qt.ItemDataRole.AccessibleTextRole:
                found = row_words(hit, len(self._hits), related=self._related)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                found = marks_words(hit)
            case HitRole.HIT:
                found = hit
            case HitRole.SEGMENTS:
                found = segments(hit.highlights, len(hit.text))
            case HitRole.RELATED:
                found = self._related
        return found
