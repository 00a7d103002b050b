"""The badges of a row: whose words it shows, and how many sources agree."""

from collections.abc import Iterable, Sequence
from enum import Enum

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from qa_app.explaining.verdict import manner_words
from qa_app.gui.theme import Theme
from qa_app.gui.utf16 import on_one_line
from qa_app.gui.wording import SEPARATOR, agreeing_names, agreement_badge, explained
from qa_app.model import Hit, Manner

_SIDE_PX = 7.0
_ABOVE_PX = 1.0
_GAP_PX = 6.0


class BadgeStyle(Enum):
    """How a badge is drawn: told apart by shape, not by colour alone."""

    FILLED = "filled"
    DASHED = "dashed"
    FRAMED = "framed"
    BARE = "bare"


class Badge(Struct, frozen=True):
    """Some words, what may be cut off them first, and how they are drawn."""

    style: BadgeStyle
    words: str
    end: str = ""


class PlacedBadge(Struct, frozen=True):
    """A badge where it stands among the others, its words fitted."""

    style: BadgeStyle
    words: str
    place: QRectF


def badges_of(hit: Hit) -> tuple[Badge, ...]:
    """Direct is filled, reported dashed; agreement is framed, its names follow bare."""
    badges: list[Badge] = []
    if hit.attribution is not None:
        is_direct = hit.attribution.manner is Manner.DIRECT
        style = BadgeStyle.FILLED if is_direct else BadgeStyle.DASHED
        manner = SEPARATOR + manner_words(hit.attribution.manner, explained)
        badges.append(Badge(style, on_one_line(hit.attribution.speaker), manner))
    if hit.also_in:
        if count := agreement_badge(hit):
            badges.append(Badge(BadgeStyle.FRAMED, count))
        badges.append(Badge(BadgeStyle.BARE, on_one_line(agreeing_names(hit))))
    return tuple(badges)


def place(badges: Iterable[Badge], font: QFont, width: float) -> tuple[PlacedBadge, ...]:
    """The badges side by side as far as they fit, then below, none wider than `width`."""
    metrics = QFontMetricsF(font)
    height = metrics.lineSpacing() + 2 * _ABOVE_PX
    placed: list[PlacedBadge] = []
    x = y = 0.0
    for badge in badges:
        side = 0.0 if badge.style is BadgeStyle.BARE else _SIDE_PX
        wanted = metrics.horizontalAdvance(badge.words + badge.end) + 2 * side
        if x > 0 and x + wanted > width:
            x, y = 0.0, y + height + _ABOVE_PX
        words = _fitted(badge, metrics, width - x - 2 * side)
        taken = metrics.horizontalAdvance(words) + 2 * side
        placed.append(PlacedBadge(badge.style, words, QRectF(x, y, taken, height)))
        x += taken + _GAP_PX
    return tuple(placed)


def height_of(badges: Sequence[PlacedBadge]) -> float:
    """How high they stand together."""
    return badges[-1].place.bottom() if badges else 0.0


def paint(
    painter: QPainter, badges: Iterable[PlacedBadge], at: QPointF, font: QFont, theme: Theme
) -> None:
    """Draw the badges with their upper left corner at `at`."""
    painter.setFont(font)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for badge in badges:
        frame = badge.place.translated(at)
        if badge.style is not BadgeStyle.BARE:
            _paint_frame(painter, badge.style, frame, theme)
            frame = frame.adjusted(_SIDE_PX, 0, 0, 0)
        painter.setPen(theme.muted if badge.style is BadgeStyle.BARE else theme.text)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(frame, flags | Qt.TextFlag.TextSingleLine, badge.words)


def _paint_frame(painter: QPainter, style: BadgeStyle, frame: QRectF, theme: Theme) -> None:
    is_filled = style is BadgeStyle.FILLED
    line = Qt.PenStyle.DashLine if style is BadgeStyle.DASHED else Qt.PenStyle.SolidLine
    painter.setBrush(theme.speaker if is_filled else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(Qt.PenStyle.NoPen) if is_filled else QPen(theme.muted, 1, line))
    inside = frame.adjusted(0.5, 0.5, -0.5, -0.5)
    # One that counts sources has square corners, one that names a speaker is round.
    radius = 2.0 if style is BadgeStyle.FRAMED else inside.height() / 2
    painter.drawRoundedRect(inside, radius, radius)


def _fitted(badge: Badge, metrics: QFontMetricsF, room: float) -> str:
    """The words, shortened where they and the end do not both fit."""
    room -= metrics.horizontalAdvance(badge.end)
    return metrics.elidedText(badge.words, Qt.TextElideMode.ElideRight, room) + badge.end
