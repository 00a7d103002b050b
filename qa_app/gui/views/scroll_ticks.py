"""Beside a scroll bar: where in the document the hits and what was found are."""

from collections.abc import Iterator, Sequence
from enum import IntEnum

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionSlider, QWidget

from qa_app.gui.theme import Theme
from qa_app.gui.views.source_view import SourceView
from qa_app.model import Span

_WIDTH_PX = 14
_NEAR_PX = 6.0
_RADIUS_PX = 4.0
_EDGE_PX = 2.0
# More than there are pixels to tell them apart.
_MOST_FOUND = 1_000


class TickKind(IntEnum):
    """What a tick stands for; the later one is painted over the earlier."""

    FOUND = 0
    HIT = 1
    PASSAGE = 2
    ANSWER = 3


class Tick(Struct, frozen=True):
    """A place in the document, in code points, and what is there."""

    kind: TickKind
    span: Span


class ScrollTicks(QWidget):
    """Ticks told apart by shape: a bar, a wide bar, a diamond, a hairline.

    A click on one is `picked`. There is no key for it here: F3 goes from one to the next.
    """

    picked = Signal(Tick)

    def __init__(self, view: SourceView, theme: Theme) -> None:
        super().__init__()
        self._view = view
        self._theme = theme
        self._ticks: tuple[Tick, ...] = ()
        self._found: tuple[Tick, ...] = ()
        self.setFixedWidth(_WIDTH_PX)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Places of the hits in the document"))
        bar = view.verticalScrollBar()
        bar.rangeChanged.connect(self.update)
        # A long document is laid out as it is scrolled, which moves what is below.
        bar.valueChanged.connect(self.update)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def set_ticks(self, ticks: Sequence[Tick]) -> None:
        """Show the places of the hits, and say how many there are."""
        self._ticks = tuple(sorted(ticks, key=lambda tick: tick.kind))
        n_hits = sum(tick.kind in {TickKind.HIT, TickKind.PASSAGE} for tick in ticks)
        self.setAccessibleDescription(self.tr("Hits in this document: {n}").format(n=n_hits))
        self.update()

    def set_found(self, starts: Sequence[int], ends: Sequence[int]) -> None:
        """Show where words were found, of very many only some."""
        step = len(starts) // _MOST_FOUND + 1
        places = zip(starts[::step], ends[::step], strict=True)
        self._found = tuple(Tick(TickKind.FOUND, Span(start, end)) for start, end in places)
        self.update()

    def ticks(self) -> tuple[Tick, ...]:
        """Every tick, in the order in which they are painted."""
        return (*self._found, *self._ticks)

    def y_of(self, tick: Tick) -> float:
        """How far down a tick is painted."""
        return self._y(tick, self._groove())

    def sizeHint(self) -> QSize:
        """Narrow."""
        return QSize(_WIDTH_PX, 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the nearest tick, if one is near; of two, the one painted above."""
        at = event.position().y()
        groove = self._groove()
        near = [(abs(self._y(tick, groove) - at), -tick.kind, tick) for tick in self.ticks()]
        distance, _kind, tick = min(near, key=lambda found: found[:2], default=(_NEAR_PX, 0, None))
        if tick is not None and distance < _NEAR_PX:
            self.picked.emit(tick)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every tick."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, 1, self.height()), self._theme.hairline)
        painter.setPen(Qt.PenStyle.NoPen)
        groove = self._groove()
        for tick in self.ticks():
            self._paint(painter, tick.kind, self._y(tick, groove))

    def _y(self, tick: Tick, groove: tuple[float, float]) -> float:
        top, height = groove
        y = top + height * self._view.share_of(tick.span.start)
        margin = _RADIUS_PX + _EDGE_PX
        return max(margin, min(self.height() - margin, y))

    def _paint(self, painter: QPainter, kind: TickKind, y: float) -> None:
        if kind is TickKind.ANSWER:
            painter.setBrush(self._theme.text)
            painter.drawPolygon(_diamond(QPointF(self.width() / 2, y)))
            return
        left, thickness, colour = self._shape(kind)
        width = self.width() - _EDGE_PX - left
        painter.fillRect(QRectF(left, y - thickness / 2, width, thickness), colour)

    def _shape(self, kind: TickKind) -> tuple[float, float, QColor]:
        """Where a bar begins from the left, how thick it is, and its colour."""
        if kind is TickKind.PASSAGE:
            return 2.0, 5.0, self._theme.accent
        if kind is TickKind.HIT:
            return self.width() / 2, 3.0, self._theme.muted
        return 3.0, 1.0, self._theme.text

    def _groove(self) -> tuple[float, float]:
        """The part of the scroll bar along which its handle moves."""
        bar = self._view.verticalScrollBar()
        if not bar.maximum():
            return 0.0, float(self.height())
        option = QStyleOptionSlider()
        bar.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarGroove
        groove = bar.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, bar)
        return float(groove.top()), float(groove.height())


def _diamond(middle: QPointF) -> QPolygonF:
    return QPolygonF(list(_corners(middle, _RADIUS_PX)))


def _corners(middle: QPointF, radius: float) -> Iterator[QPointF]:
    for x, y in ((0, -radius), (radius, 0), (0, radius), (-radius, 0)):
        yield middle + QPointF(x, y)
