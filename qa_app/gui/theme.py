"""Colours, all derived from the palette, so that light and dark follow the system.

Every surface is tinted only so far that text over it keeps a contrast of 4.5 to 1.
"""

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

MIN_CONTRAST = 4.5
_AMBER = QColor(255, 190, 0)
_GREEN = QColor(40, 170, 110)
_RED = QColor(220, 60, 50)
_STEP = 0.02


class Theme(Struct, frozen=True):
    """The window's colours.

    `text` and `muted` are legible over every surface, `accent` over those that are no marks.
    """

    base: QColor
    text: QColor
    muted: QColor
    accent: QColor
    hairline: QColor
    selected: QColor
    answer: QColor
    speaker: QColor
    passage: QColor
    other_hit: QColor
    notice: QColor
    alert: QColor

    def surfaces(self) -> tuple[QColor, ...]:
        """Every colour that text stands on."""
        return (self.base, self.selected, *self.marks(), self.notice, self.alert)

    def marks(self) -> tuple[QColor, ...]:
        """The tints behind marked words."""
        return (self.answer, self.speaker, self.passage, self.other_hit)


def theme_from(palette: QPalette) -> Theme:
    """The theme that suits `palette`."""
    base, text = palette.base().color(), palette.text().color()
    hue = palette.highlight().color()
    dark = luminance(base) < luminance(text)

    def tint(colour: QColor, light_share: float, dark_share: float) -> QColor:
        return _tinted(base, colour, dark_share if dark else light_share, text)

    selected, notice, alert = (
        tint(hue, 0.09, 0.18),
        tint(_AMBER, 0.16, 0.14),
        tint(_RED, 0.12, 0.24),
    )
    answer, speaker = tint(_AMBER, 0.38, 0.34), tint(_GREEN, 0.30, 0.42)
    passage, other_hit = tint(hue, 0.15, 0.26), tint(hue, 0.06, 0.12)
    marks = (answer, speaker, passage, other_hit)
    grounds = (base, palette.window().color(), selected, notice, alert)
    return Theme(
        base=base,
        text=text,
        muted=legible(mixed(text, base, 0.42), text, (*grounds, *marks)),
        accent=legible(hue, text, (*grounds, other_hit)),
        hairline=mixed(base, text, 0.14),
        selected=selected,
        answer=answer,
        speaker=speaker,
        passage=passage,
        other_hit=other_hit,
        notice=notice,
        alert=alert,
    )


def contrast(one: QColor, other: QColor) -> float:
    """How well two colours can be told apart, 1 to 21.

    Source: WCAG 2.2, (L1 + 0.05) / (L2 + 0.05) with L1 the lighter's relative luminance.
    """
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    """Relative luminance, 0 for black to 1 for white. Source: WCAG 2.2."""
    red, green, blue = (_linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """`share` of `other` in `one`."""

    def blend(a: int, b: int) -> int:
        return round(a + (b - a) * share)

    return QColor(
        blend(one.red(), other.red()),
        blend(one.green(), other.green()),
        blend(one.blue(), other.blue()),
    )


def legible(
    colour: QColor, text: QColor, grounds: Iterable[QColor], *, enough: float = MIN_CONTRAST
) -> QColor:
    """`colour`, moved towards `text` until it has `enough` contrast to all of `grounds`."""
    share, moved, every = 0.0, colour, tuple(grounds)
    while share < 1 and min(contrast(moved, ground) for ground in every) < enough:
        share += _STEP
        moved = mixed(colour, text, min(1.0, share))
    return moved


def set_colours(
    widget: QWidget, *, text: QColor | None = None, ground: QColor | None = None
) -> None:
    """Give a widget its own text or background colour."""
    palette = widget.palette()
    if text is not None:
        palette.setColor(QPalette.ColorRole.WindowText, text)
        palette.setColor(QPalette.ColorRole.ButtonText, text)
    if ground is not None:
        palette.setColor(QPalette.ColorRole.Window, ground)
        widget.setAutoFillBackground(True)
    widget.setPalette(palette)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _tinted(base: QColor, hue: QColor, share: float, text: QColor) -> QColor:
    """`base` with as much of `hue`, up to `share`, as leaves `text` legible."""
    while share > 0 and contrast(mixed(base, hue, share), text) < MIN_CONTRAST + 1:
        share -= _STEP
    return mixed(base, hue, max(0.0, share))
