"""Paints a command: its icon, its name with the typed letters marked, its menu, its key."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qa_app.gui.commands import FoundCommand
from qa_app.gui.icons import draw
from qa_app.gui.models.command_list_model import CommandRole
from qa_app.gui.theme import Theme, legible, mixed
from qa_app.gui.utf16 import Utf16Map

Index = QModelIndex | QPersistentModelIndex
_SIDE = 12.0
_GAP = 10.0
_ABOVE = 5.0
_BAR = 3.0
_MIN_MENU_ROOM = 40.0
_FAINT_SHARE = 0.5
_MIN_FAINT_CONTRAST = 3.0
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CommandDelegate(QStyledItemDelegate):
    """Rows of one height, whatever they say."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A line of text with air around it."""
        del index
        return QSize(0, self.row_height(option.font))

    def row_height(self, font: QFont) -> int:
        """How high every row is."""
        return round(QFontMetricsF(font).lineSpacing() + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        found = index.data(CommandRole.FOUND)
        if not isinstance(found, FoundCommand):
            return
        painter.save()
        painter.setFont(option.font)
        place, selected = QRectF(option.rect), bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(place, self._theme.selected)
            painter.fillRect(
                QRectF(place.topLeft(), place.bottomLeft() + QPointF(_BAR, 0)), self._theme.accent
            )
        self._paint_words(painter, found, place.adjusted(_SIDE, 0, -_SIDE, 0), option.font)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, found: FoundCommand, place: QRectF, font: QFont
    ) -> None:
        command, theme, metrics = found.command, self._theme, QFontMetricsF(font)
        colour = theme.text if command.is_enabled else self._faint()
        quiet = theme.muted if command.is_enabled else colour
        side = metrics.ascent() + 2
        draw(painter, command.icon, QRectF(place.left(), place.top(), side, place.height()), colour)
        painter.setPen(colour)
        painter.drawText(place, _RIGHT, command.keys)
        words = place.adjusted(side + _GAP, 0, -metrics.horizontalAdvance(command.keys) - _GAP, 0)
        width = _draw_name(painter, found, words, font, colour)
        menu = words.adjusted(width + _GAP, 0, 0, 0)
        if menu.width() > _MIN_MENU_ROOM:
            painter.setPen(quiet)
            shown = metrics.elidedText(command.menu, Qt.TextElideMode.ElideRight, menu.width())
            painter.drawText(menu, _LEFT, shown)

    def _faint(self) -> QColor:
        theme = self._theme
        faint = mixed(theme.text, theme.base, _FAINT_SHARE)
        return legible(faint, theme.text, (theme.base,), enough=_MIN_FAINT_CONTRAST)


def marks(text: str, positions: Sequence[int]) -> list[QTextLayout.FormatRange]:
    """Bold and underlined, and so seen without colour; `positions` are code points of `text`."""
    units, made = Utf16Map(text), []
    for at in positions:
        mark = QTextLayout.FormatRange()
        mark.start = units.units(at)
        mark.length = units.units(at + 1) - mark.start
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.Bold)
        style.setFontUnderline(True)
        mark.format = style
        made.append(mark)
    return made


def _draw_name(
    painter: QPainter, found: FoundCommand, place: QRectF, font: QFont, colour: QColor
) -> float:
    """Draw the name as far as there is room for it; how wide it is."""
    text, positions = found.command.text, found.positions
    # Bold letters are wider than those that were measured.
    layout = QTextLayout(text, font)
    layout.setFormats(marks(text, positions))
    layout.beginLayout()
    line = layout.createLine()
    line.setNumColumns(len(text.encode("utf-16-le")) // 2)
    layout.endLayout()
    painter.save()
    painter.setClipRect(place)
    painter.setPen(colour)
    layout.draw(painter, QPointF(place.left(), place.center().y() - line.height() / 2))
    painter.restore()
    return min(line.naturalTextWidth(), place.width())
