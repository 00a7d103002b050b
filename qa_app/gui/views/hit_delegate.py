"""Paints a hit: its rank, the passage with its marks, who says it, where it stands, who agrees."""

import math

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from qa_app.explaining.names import isolated
from qa_app.gui.models.hit_list_model import HitRole
from qa_app.gui.theme import Theme
from qa_app.gui.views import badges
from qa_app.gui.views.passage_layout import LINE_SPACING, MAX_LINES, LaidOut, lay_out
from qa_app.gui.wording import SEPARATOR, place_words, title_of
from qa_app.model import Hit

Index = QModelIndex | QPersistentModelIndex
_MARGIN = 14.0
_GUTTER = 30.0
_GAP = 7.0
_BAR = 3.0
_FOCUS_BAR = 5.0
_MIN_TEXT_WIDTH = 80.0
_MEASURE_CHARS = 95


class Row(Struct, frozen=True):
    """A hit laid out at one width."""

    hit: Hit
    passage: LaidOut
    badges: tuple[badges.PlacedBadge, ...]
    source_line: str
    height: float


class HitDelegate(QStyledItemDelegate):
    """Paints, and measures what it will paint; layouts are kept until the width or look changes.

    To lay out every row of a long list at once would freeze the window: the height of a row that
    was not measured yet is a guess, and the list sees to it that no such row is painted.
    """

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = 0
        self._font = QFont()
        self._text_width = self._line_chars = self._line_height = self._small_height = 1.0
        self._rows: dict[int, Row] = {}

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.forget()

    def forget(self) -> None:
        """Drop every layout: the hits have changed."""
        self._rows.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the view, as high as the hit needs, or may need."""
        width = _view_width(option)
        self._settle(width, option.font)
        row = self._rows.get(index.row())
        height = row.height if row is not None else self._guess(index.data(HitRole.HIT))
        return QSize(width, round(height))

    def measure(self, index: Index, width: int, font: QFont) -> bool:
        """Lay a row out, where it is not; whether it is another height than it was taken for."""
        self._settle(width, font)
        if index.row() in self._rows:
            return False
        guess = self._guess(index.data(HitRole.HIT))
        return round(self.row(index, width, font).height) != round(guess)

    def is_measured(self, row: int) -> bool:
        """Whether a row's height is known."""
        return row in self._rows

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
        if row.badges:
            badges.paint(painter, row.badges, below, small_font(self._font), self._theme)
            below += QPointF(0, badges.height_of(row.badges) + _GAP)
        self._paint_source(painter, row, below, rect)
        painter.restore()

    def row(self, index: Index, width: int, font: QFont) -> Row:
        """The layout of a row at `width`."""
        self._settle(width, font)
        row = self._rows.get(index.row())
        if row is None:
            row = self._rows[index.row()] = self._lay_out(index)
        return row

    def _settle(self, width: int, font: QFont) -> None:
        if width != self._width or font != self._font:
            self.forget()
            self._width, self._font = width, QFont(font)
            whole, small = QFontMetricsF(font), QFontMetricsF(small_font(font))
            room = max(_MIN_TEXT_WIDTH, width - 2 * _MARGIN - _GUTTER)
            # A longer line is hard to read: the eye loses its way back to the next.
            self._text_width = min(room, _MEASURE_CHARS * whole.averageCharWidth())
            self._line_chars = self._text_width / whole.averageCharWidth()
            self._line_height = whole.height()
            self._small_height = small.lineSpacing()

    def _guess(self, hit: Hit) -> float:
        n_lines = min(MAX_LINES, math.ceil(max(1, len(hit.text)) / self._line_chars))
        passage = self._line_height * (1 + (n_lines - 1) * LINE_SPACING)
        has_badges = hit.attribution is not None or bool(hit.also_in)
        return self._height(passage, self._small_height + 2 if has_badges else 0.0)

    def _height(self, passage: float, badged: float) -> float:
        """The height of a row with a passage, a source line and perhaps badges."""
        return 2 * _MARGIN + passage + _GAP + (badged + _GAP if badged else 0) + self._small_height

    def _lay_out(self, index: Index) -> Row:
        hit, width = index.data(HitRole.HIT), self._text_width
        passage = lay_out(
            hit.text, index.data(HitRole.SEGMENTS), font=self._font, width=width, theme=self._theme
        )
        font = small_font(self._font)
        placed = badges.place(badges.badges_of(hit), font, width)
        return Row(
            hit=hit,
            passage=passage,
            badges=placed,
            source_line=_fitted_source_line(hit, QFontMetricsF(font), width),
            height=self._height(passage.height, badges.height_of(placed)),
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

    def _paint_source(self, painter: QPainter, row: Row, at: QPointF, rect: QRectF) -> None:
        font = small_font(self._font)
        step = QFontMetricsF(font).lineSpacing()
        place = QRectF(at.x(), at.y(), rect.right() - _MARGIN - at.x(), step)
        painter.setFont(font)
        _draw_line(painter, place, row.source_line, self._theme.muted)


def small_font(font: QFont) -> QFont:
    """The font of a source line."""
    small = QFont(font)
    small.setPointSizeF(max(6.0, font.pointSizeF() - 1.5))
    return small


def _draw_line(painter: QPainter, place: QRectF, text: str, colour: QColor) -> None:
    painter.setPen(colour)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(place, flags | Qt.TextFlag.TextSingleLine, text)


def _fitted_source_line(hit: Hit, metrics: QFontMetricsF, width: float) -> str:
    """The source line, its title shortened first: the rest says where to look."""
    rest = SEPARATOR + place_words(hit.source)
    room = max(width * 0.3, width - metrics.horizontalAdvance(rest))
    title = metrics.elidedText(title_of(hit.source), Qt.TextElideMode.ElideRight, room)
    return metrics.elidedText(isolated(title) + rest, Qt.TextElideMode.ElideRight, width)


def _view_width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QAbstractScrollArea) else option.rect.width()
