"""Paints a row of a picker: a mark, words, a smaller line below them, and a remark on the right."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qa_app.gui.models.picker_model import PickerEntry, PickerRole
from qa_app.gui.theme import Theme
from qa_app.gui.utf16 import on_one_line
from qa_app.gui.views.hit_delegate import small_font

Index = QModelIndex | QPersistentModelIndex
_MARK_PX = 30
_RIGHT_PX = 14
_ABOVE_PX = 6
_GAP_PX = 14
_BAR_PX = 3


class PickerDelegate(QStyledItemDelegate):
    """Every row is as high as one with two lines, or one where no entry has a second."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line, or two."""
        entry = index.data(PickerRole.ENTRY)
        height = QFontMetrics(option.font).lineSpacing()
        if isinstance(entry, PickerEntry) and entry.detail:
            height += QFontMetrics(small_font(option.font)).lineSpacing()
        return QSize(0, height + 2 * _ABOVE_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        entry = index.data(PickerRole.ENTRY)
        if not isinstance(entry, PickerEntry):
            return
        painter.save()
        self._paint_ground(painter, option)
        room = option.rect.adjusted(_MARK_PX, _ABOVE_PX, -_RIGHT_PX, -_ABOVE_PX)
        colour = self._theme.muted if entry.is_gone else self._theme.text
        painter.setFont(option.font)
        mark = QRect(option.rect.left() + _BAR_PX, room.top(), _MARK_PX - _BAR_PX, room.height())
        top = Qt.AlignmentFlag.AlignTop
        _write(painter, mark, entry.mark, self._theme.accent, top | Qt.AlignmentFlag.AlignHCenter)
        painter.setFont(small_font(option.font))
        taken = _write(
            painter, room, entry.side, self._theme.muted, top | Qt.AlignmentFlag.AlignRight
        )
        _write(painter, room, entry.detail, self._theme.muted, Qt.AlignmentFlag.AlignBottom)
        painter.setFont(option.font)
        _write(painter, room.adjusted(0, 0, -taken, 0), entry.words, colour, top)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.selected)
            bar = QRect(option.rect.left(), option.rect.top(), _BAR_PX, option.rect.height())
            painter.fillRect(bar, self._theme.accent)


def _write(
    painter: QPainter, room: QRect, text: str, colour: QColor, flags: Qt.AlignmentFlag
) -> int:
    """Write as much as fits on one line; how wide it is, with a gap."""
    if not text:
        return 0
    middle = Qt.TextElideMode.ElideMiddle
    shown = painter.fontMetrics().elidedText(on_one_line(text), middle, room.width())
    painter.setPen(colour)
    painter.drawText(room, flags | Qt.TextFlag.TextSingleLine, shown)
    return painter.fontMetrics().horizontalAdvance(shown) + _GAP_PX
