"""Paints what a score adds: its name, a bar, its value and what was measured."""

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qa_app.explaining.shares import Contribution, signed
from qa_app.gui.models.share_list_model import Scale, ShareRole
from qa_app.gui.theme import Theme
from qa_app.gui.wording import in_figures

Index = QModelIndex | QPersistentModelIndex
_SIDE_PX = 16.0
_GAP_PX = 10.0
_ABOVE_PX = 3.0
_BAR_ABOVE_PX = 5.0
_MOST_LABEL_SHARE = 0.42
_LEAST_MEASURE_SHARE = 0.6
_LEAST_BAR_PX = 32.0
_MOST_BAR_PX = 320.0
_FOCUS_BAR_PX = 3.0


class Columns(Struct, frozen=True):
    """Where each part of a row is painted."""

    label: QRectF
    bar: QRectF
    value: QRectF
    measure: QRectF


class ShareDelegate(QStyledItemDelegate):
    """A row a share. What takes away stands left of the line, hatched, with a minus before it."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line high."""
        del index
        height = QFontMetricsF(option.font).lineSpacing() + 2 * _ABOVE_PX
        return QSize(0, round(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        contribution, scale = index.data(ShareRole.CONTRIBUTION), index.data(ShareRole.SCALE)
        places = columns(QRectF(option.rect), scale, QFontMetricsF(option.font))
        painter.save()
        painter.setFont(option.font)
        self._paint_ground(painter, option)
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        self._write(painter, places.label, contribution.label, self._theme.text, left)
        self._write(
            painter, places.value, in_figures(signed(contribution.share)), self._theme.text, right
        )
        self._write(
            painter,
            places.measure,
            in_figures(contribution.measured_briefly),
            self._theme.muted,
            left,
        )
        self._paint_bar(painter, places.bar, contribution, scale)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        painter.fillRect(option.rect, self._theme.base)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(option.rect, self._theme.selected)
            edge = QRectF(option.rect)
            edge.setWidth(_FOCUS_BAR_PX)
            painter.fillRect(edge, self._theme.accent)

    def _paint_bar(
        self, painter: QPainter, room: QRectF, contribution: Contribution, scale: Scale
    ) -> None:
        width = (scale.highest - scale.lowest) or 1.0
        zero = room.left() + room.width() * -scale.lowest / width
        end = zero + room.width() * contribution.share / width
        bar = QRectF(min(zero, end), room.top(), max(1.0, abs(end - zero)), room.height())
        if contribution.share >= 0:
            painter.fillRect(bar, self._theme.accent)
        else:
            painter.setPen(QPen(self._theme.muted, 1))
            painter.setBrush(QBrush(self._theme.muted, Qt.BrushStyle.BDiagPattern))
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
        if scale.lowest < 0:
            painter.fillRect(QRectF(zero, room.top() - 2, 1, room.height() + 4), self._theme.muted)

    def _write(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        colour: QColor,
        side: Qt.AlignmentFlag,
    ) -> None:
        metrics = QFontMetricsF(painter.font())
        painter.setPen(colour)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        flags = side | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, flags | Qt.TextFlag.TextSingleLine, shown)


def columns(row: QRectF, scale: Scale, metrics: QFontMetricsF) -> Columns:
    """Places inside `row`; the bar gets what the words leave, and what was measured gives way."""
    room = row.width() - 2 * _SIDE_PX
    label = min(_widest(scale.labels, metrics), room * _MOST_LABEL_SHARE)
    value = metrics.horizontalAdvance(signed(-88.88)) + 1
    measure = _widest(scale.measures, metrics)
    bar = room - label - value - measure - 3 * _GAP_PX
    bar = max(_LEAST_BAR_PX, min(_MOST_BAR_PX, bar))
    left_over = room - label - bar - value - 3 * _GAP_PX
    if left_over < measure * _LEAST_MEASURE_SHARE:
        # Too little to be understood is better used for the bar.
        bar, left_over = max(bar, bar + left_over + _GAP_PX), 0.0
    measure = min(measure, left_over)
    places: list[QRectF] = []
    left = row.left() + _SIDE_PX
    for width in (label, bar, value, measure):
        places.append(QRectF(left, row.top(), width, row.height()))
        left += width + _GAP_PX
    places[1].adjust(0, _BAR_ABOVE_PX, 0, -_BAR_ABOVE_PX)
    return Columns(*places)


def _widest(texts: Iterable[str], metrics: QFontMetricsF) -> float:
    return max((metrics.horizontalAdvance(text) for text in texts), default=0.0) + 1
