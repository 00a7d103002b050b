"""The snippets kept, for Qt."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from qa_app.gui.wording import snippet_words
from qa_app.model import Snippet

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class SnippetRole(IntEnum):
    """What a row can be asked for: its `Snippet`, and the group that begins with it, if one does.

    The group of a row that does not begin one is None; the first rows without a group begin none.
    """

    SNIPPET = Qt.ItemDataRole.UserRole + 1
    GROUP = Qt.ItemDataRole.UserRole + 2


class SnippetListModel(QAbstractListModel):
    """Snippets by place, replaced as a whole."""

    def __init__(self) -> None:
        super().__init__()
        self._snippets: tuple[Snippet, ...] = ()

    def replace(self, snippets: Sequence[Snippet]) -> None:
        """Show `snippets` instead of what is there."""
        self.beginResetModel()
        self._snippets = tuple(snippets)
        self.endResetModel()

    def snippets(self) -> tuple[Snippet, ...]:
        """Every snippet, by place."""
        return self._snippets

    def row_of(self, snippet_id: str) -> int:
        """Where a snippet stands; -1 where it does not."""
        ids = [snippet.id for snippet in self._snippets]
        return ids.index(snippet_id) if snippet_id in ids else -1

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many snippets there are; none has rows of its own."""
        return 0 if parent.isValid() else len(self._snippets)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the row is asked for, or None."""
        if not index.isValid() or not 0 <= index.row() < len(self._snippets):
            return None
        snippet = self._snippets[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return snippet.quote
            case Qt.ItemDataRole.AccessibleTextRole:
                return snippet_words(snippet, index.row() + 1, len(self._snippets))
            case SnippetRole.SNIPPET:
                return snippet
            case SnippetRole.GROUP:
                return self._group_begun_at(index.row())
            case _:
                return None

    def _group_begun_at(self, row: int) -> str | None:
        group = self._snippets[row].group
        before = self._snippets[row - 1].group if row else ""
        return group if group != before else None
