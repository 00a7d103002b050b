"""A list of headings over the source, narrowed by typing."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from qa_app.gui.models.heading_list_model import Heading, HeadingListModel
from qa_app.gui.theme import Theme, set_colours

_WIDTH_PX = 460
_HEIGHT_PX = 380
_SIDE_PX = 12
_ROWS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}


class OutlineField(QLineEdit):
    """Where to type; the arrows choose in the list below, Enter takes what is chosen."""

    stepped = Signal(int)
    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step and take."""
        key = Qt.Key(event.key())
        if key in _ROWS:
            self.stepped.emit(_ROWS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class OutlinePopup(QFrame):
    """Lies over its parent and keeps inside it. `picked` carries a `Heading`."""

    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.field = OutlineField()
        self.list = QListView()
        self.headings = HeadingListModel()
        self.list.setModel(self.headings)
        self._set_up_parts()
        self._lay_out()
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        set_colours(self, ground=theme.base, text=theme.text)
        palette = self.list.palette()
        palette.setColor(QPalette.ColorRole.Highlight, theme.selected)
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.text)
        self.list.setPalette(palette)

    def show_headings(self, headings: Sequence[Heading], position: int) -> None:
        """Open over the headings, the one above `position` chosen."""
        self.headings.replace(headings)
        self.field.clear()
        self._choose(self.headings.row_at(position))
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus()

    def _place(self) -> None:
        room = self._over.rect().adjusted(_SIDE_PX, _SIDE_PX, -_SIDE_PX, -_SIDE_PX)
        row = max(1, self.list.sizeHintForRow(0))
        rows_px = row * self.headings.rowCount() + self.field.sizeHint().height() + 4 * _SIDE_PX
        self.setGeometry(
            room.left(),
            room.top(),
            min(_WIDTH_PX, room.width()),
            min(_HEIGHT_PX, rows_px, room.height()),
        )

    def _choose(self, row: int) -> None:
        last = self.headings.rowCount() - 1
        if last >= 0:
            self.list.setCurrentIndex(self.headings.index(min(max(0, row), last)))

    def _set_up_parts(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Outline"))
        self.field.setPlaceholderText(self.tr("Find a heading"))
        self.field.setAccessibleName(self.tr("Find a heading"))
        self.list.setAccessibleName(self.tr("Headings"))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.field.textEdited.connect(self._on_text_edited)
        self.field.stepped.connect(lambda step: self._choose(self.list.currentIndex().row() + step))
        self.field.taken.connect(lambda: self._pick(self.list.currentIndex()))
        self.list.clicked.connect(self._pick)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)

    def _on_text_edited(self, text: str) -> None:
        self.headings.narrow(text)
        self._choose(0)

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(self.headings.shown()[index.row()])
