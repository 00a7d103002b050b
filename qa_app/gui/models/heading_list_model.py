"""The headings of a document, for Qt."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from qa_app.gui.folding import folded
from qa_app.gui.matching import holds_all
from qa_app.gui.utf16 import on_one_line
from qa_app.model import BlockKind, SourceText, Span

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_INDENT = "    "


class Heading(Struct, frozen=True):
    """A heading's words on one line, its place, and how deep it stands, from 0."""

    words: str
    span: Span
    depth: int


def headings_of(source: SourceText) -> tuple[Heading, ...]:
    """The headings of a document, in order; the outermost that it has is at depth 0."""
    found = [b for b in source.blocks if b.kind is BlockKind.HEADING]
    top = min((block.level for block in found if block.level), default=1)
    words = (" ".join(on_one_line(block.span.of(source.text)).split()) for block in found)
    return tuple(
        Heading(said, block.span, max(0, block.level - top))
        for said, block in zip(words, found, strict=True)
        if said
    )


class HeadingListModel(QAbstractListModel):
    """Headings, those only that hold some words."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[Heading, ...] = ()
        self._folded: tuple[str, ...] = ()
        self._shown: tuple[Heading, ...] = ()

    def replace(self, headings: Sequence[Heading]) -> None:
        """Show other headings, every one."""
        self.beginResetModel()
        self._all = self._shown = tuple(headings)
        self._folded = tuple(folded(heading.words) for heading in headings)
        self.endResetModel()

    def narrow(self, words: str) -> None:
        """Show the headings that hold every one of `words`."""
        wanted = folded(words).split()
        self.beginResetModel()
        self._shown = tuple(
            heading
            for heading, text in zip(self._all, self._folded, strict=True)
            if holds_all(wanted, text)
        )
        self.endResetModel()

    def shown(self) -> tuple[Heading, ...]:
        """The headings shown."""
        return self._shown

    def row_at(self, position: int) -> int:
        """The row of the last heading that begins at or before a position, else the first."""
        before = [row for row, h in enumerate(self._shown) if h.span.start <= position]
        return before[-1] if before else 0

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many headings are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heading's words, further in the deeper it stands; or as they are read aloud."""
        if not index.isValid() or not 0 <= index.row() < len(self._shown):
            return None
        heading = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _INDENT * heading.depth + heading.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = QCoreApplication.translate("HeadingListModel", "{words}, level {n}")
            return said.format(words=heading.words, n=heading.depth + 1)
        return None
