"""Paints a hit: its rank, the passage with its marks, who says it, where it stands, who agrees."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from qa_app.gui.models.hit_list_model import HitRole
from qa_app.gui.theme import Theme
from qa_app.gui.utf16 import on_one_line
from qa_app.gui.views.passage_layout import LaidOut, lay_out
from qa_app.gui.wording import SEPARATOR, agreement, place_words, title_of, tr
from qa_app.model import Attribution, Hit, Manner

Index = QModelIndex | QPersistentModelIndex
_MARGIN = 14.0
_GUTTER = 30.0
_GAP = 7.0
_BAR = 3.0
_FOCUS_BAR = 5.0
_MIN_TEXT_WIDTH = 80.0
_BADGE_SIDE = 7.0
_BADGE_ABOVE = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """A hit laid out at one width."""

    hit: Hit
    passage: LaidOut
    badge: str
    source_line: str
    agreement: str
    height: float


class HitDelegate(QStyledItemDelegate):
    """Paints, and measures what it will paint; layouts are kept until the width or look changes."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = 0
        self._font = QFont()
        self._rows: dict[int, Row] = {}

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.forget()

    def forget(self) -> None:
        """Drop every layout: the hits have changed."""
        self._rows.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the view, as high as the hit needs."""
        width = _view_width(option)
        return QSize(width, round(self.row(index, width, option.font).height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = self.row(index, _view_width(option), option.font)
        rect = QRectF(option.rect)
        painter.save()
        self._paint_ground(painter, option, rect)
        self._paint_rank(painter, row, rect, related=bool(index.data(HitRole.RELATED)))
        painter.setPen(self._theme.text)
        top_left = rect.topLeft() + QPointF(_MARGIN + _GUTTER, _MARGIN)
        row.passage.layout.draw(painter, top_left)
        below = top_left + QPointF(0, row.passage.height + _GAP)
        if row.badge:
            below += QPointF(0, self._paint_badge(painter, row, below) + _GAP)
        self._paint_source(painter, row, below, rect)
        painter.restore()

    def row(self, index: Index, width: int, font: QFont) -> Row:
        """The layout of a row at `width`."""
        if width != self._width or font != self._font:
            self.forget()
            self._width, self._font = width, QFont(font)
        row = self._rows.get(index.row())
        if row is None:
            row = self._rows[index.row()] = self._lay_out(index, width, font)
        return row

    def _lay_out(self, index: Index, width: int, font: QFont) -> Row:
        hit = index.data(HitRole.HIT)
        text_width = max(_MIN_TEXT_WIDTH, width - 2 * _MARGIN - _GUTTER)
        passage = lay_out(
            hit.text, index.data(HitRole.SEGMENTS), font=font, width=text_width, theme=self._theme
        )
        small = QFontMetricsF(small_font(font))
        also = agreement(hit)
        n_small_lines = 2 if also else 1
        height = passage.height + _GAP + n_small_lines * small.lineSpacing() + 2 * _MARGIN
        if hit.attribution is not None:
            height += _badge_height(small) + _GAP
        return Row(
            hit=hit,
            passage=passage,
            badge=_fitted_badge(hit.attribution, small, text_width),
            source_line=_fitted_source_line(hit, small, text_width),
            agreement=small.elidedText(also, Qt.TextElideMode.ElideRight, text_width),
            height=height + (n_small_lines - 1) * 2,
        )

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
        state = option.state
        painter.fillRect(rect, self._theme.base)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.selected)
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            bar = QRectF(rect)
            bar.setWidth(_FOCUS_BAR if focused else _BAR)
            painter.fillRect(bar, self._theme.accent if focused else self._theme.muted)
        line = QRectF(rect.left() + _MARGIN + _GUTTER, rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, self._theme.hairline)

    def _paint_rank(self, painter: QPainter, row: Row, rect: QRectF, *, related: bool) -> None:
        font = QFont(self._font)
        font.setBold(not related)
        painter.setFont(font)
        painter.setPen(self._theme.muted if related else self._theme.accent)
        place = QRectF(rect.left() + _BAR, rect.top() + _MARGIN, _GUTTER, rect.height())
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(place, flags, str(row.hit.rank))

    def _paint_badge(self, painter: QPainter, row: Row, at: QPointF) -> float:
        """Who says it: filled where in their own words, dashed where reported; its height."""
        font = small_font(self._font)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(row.badge) + 2 * _BADGE_SIDE
        frame = QRectF(at.x(), at.y(), width, _badge_height(metrics))
        is_direct = row.hit.attribution is not None and row.hit.attribution.manner is Manner.DIRECT
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.speaker if is_direct else Qt.BrushStyle.NoBrush)
        dashed = QPen(self._theme.muted, 1, Qt.PenStyle.DashLine)
        painter.setPen(Qt.PenStyle.NoPen if is_direct else dashed)
        inside = frame.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inside, inside.height() / 2, inside.height() / 2)
        painter.setFont(font)
        _draw_line(painter, frame.translated(_BADGE_SIDE, 0), row.badge, self._theme.text)
        return frame.height()

    def _paint_source(self, painter: QPainter, row: Row, at: QPointF, rect: QRectF) -> None:
        font = small_font(self._font)
        step = QFontMetricsF(font).lineSpacing()
        place = QRectF(at.x(), at.y(), rect.right() - _MARGIN - at.x(), step)
        painter.setFont(font)
        _draw_line(painter, place, row.source_line, self._theme.muted)
        _draw_line(painter, place.translated(0, step + 2), row.agreement, self._theme.muted)


def small_font(font: QFont) -> QFont:
    """The font of a source line."""
    small = QFont(font)
    small.setPointSizeF(max(6.0, font.pointSizeF() - 1.5))
    return small


def _draw_line(painter: QPainter, place: QRectF, text: str, colour: QColor) -> None:
    painter.setPen(colour)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(place, flags | Qt.TextFlag.TextSingleLine, text)


def _badge_height(metrics: QFontMetricsF) -> float:
    return metrics.lineSpacing() + 2 * _BADGE_ABOVE


def _fitted_badge(attribution: Attribution | None, metrics: QFontMetricsF, width: float) -> str:
    """Who says it and how, the name shortened where both do not fit."""
    if attribution is None:
        return ""
    manner = SEPARATOR + tr(attribution.manner)
    room = width - 2 * _BADGE_SIDE - metrics.horizontalAdvance(manner)
    speaker = on_one_line(attribution.speaker)
    return metrics.elidedText(speaker, Qt.TextElideMode.ElideRight, room) + manner


def _fitted_source_line(hit: Hit, metrics: QFontMetricsF, width: float) -> str:
    """The source line, its title shortened first: the rest says where to look."""
    rest = SEPARATOR + place_words(hit.source)
    room = max(width * 0.3, width - metrics.horizontalAdvance(rest))
    title = metrics.elidedText(title_of(hit.source), Qt.TextElideMode.ElideRight, room)
    return metrics.elidedText(title + rest, Qt.TextElideMode.ElideRight, width)


def _view_width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QAbstractScrollArea) else option.rect.width()
