"""A passage as a row draws it: wrapped and marked, a long one cut around its answer."""

import unicodedata

from msgspec import Struct
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from qa_app.gui.marks import Segment, cut, focus
from qa_app.gui.theme import Theme
from qa_app.gui.utf16 import Utf16Map, on_one_line
from qa_app.model import HighlightKind, Span

MAX_LINES = 6
LINE_SPACING = 1.3
ELLIPSIS = "…"
_MAX_CHARS = 1_500
_LEAD_CHARS = 600


class Excerpt(Struct, frozen=True):
    """Some or all of a passage, with an ellipsis at either cut, and its marks in code points."""

    text: str
    marks: tuple[Segment, ...]


class LaidOut(Struct, frozen=True):
    """An excerpt ready to be drawn at the width it was laid out for."""

    excerpt: Excerpt
    layout: QTextLayout
    height: float


def lay_out(
    text: str, marks: tuple[Segment, ...], *, font: QFont, width: float, theme: Theme
) -> LaidOut:
    """`text` in at most `MAX_LINES` lines of `width` pixels, its answer among them."""
    text = on_one_line(text)
    window = _near(text, focus(marks))
    excerpt = _excerpt(text, marks, window)
    laid_out = _laid_out(excerpt, font, width, theme)
    if laid_out.layout.lineCount() <= MAX_LINES:
        return laid_out
    start = _first_shown(laid_out)
    window = Span(window.start + start, window.end)
    return _trimmed(text, marks, window, font=font, width=width, theme=theme)


def char_format(kinds: frozenset[HighlightKind], theme: Theme) -> QTextCharFormat:
    """How a stretch looks that is marked for `kinds`.

    Told apart without colour: an answer is underlined, a term bold, a speaker bold above dots.
    """
    style = QTextCharFormat()
    if HighlightKind.ANSWER in kinds:
        style.setBackground(theme.answer)
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    if HighlightKind.SPEAKER in kinds:
        style.setBackground(theme.speaker)
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    if kinds & {HighlightKind.TERM, HighlightKind.SPEAKER}:
        style.setFontWeight(QFont.Weight.Bold)
    return style


def _near(text: str, wanted: Span | None) -> Span:
    """A stretch around what must be seen, short enough to be laid out at once."""
    if len(text) <= _MAX_CHARS:
        return Span(0, len(text))
    start = max(0, (wanted.start if wanted else 0) - _LEAD_CHARS)
    return Span(start, min(len(text), start + _MAX_CHARS))


def _excerpt(text: str, marks: tuple[Segment, ...], window: Span) -> Excerpt:
    before = ELLIPSIS if window.start > 0 else ""
    after = ELLIPSIS if window.end < len(text) else ""
    inside = window.of(text)
    skipped = len(inside) - len(inside.lstrip()) if before else 0
    window = Span(
        window.start + skipped, window.start + len(inside.rstrip()) if after else window.end
    )
    shown = before + window.of(text) + after
    return Excerpt(shown, cut(marks, window, offset=len(before)))


def _laid_out(excerpt: Excerpt, font: QFont, width: float, theme: Theme) -> LaidOut:
    layout = QTextLayout(excerpt.text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if _is_right_to_left(excerpt.text):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    positions = Utf16Map(excerpt.text)
    layout.setFormats([_range(mark, positions, theme) for mark in excerpt.marks])
    return LaidOut(excerpt, layout, _break_lines(layout, width))


def _is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs to the left."""
    strong = (unicodedata.bidirectional(char) for char in text)
    return next((d for d in strong if d in {"L", "R", "AL"}), "L") != "L"


def _range(mark: Segment, positions: Utf16Map, theme: Theme) -> QTextLayout.FormatRange:
    span = positions.span(mark.span)
    found = QTextLayout.FormatRange()
    found.start, found.length = span.start, span.end - span.start
    found.format = char_format(mark.kinds, theme)
    return found


def _break_lines(layout: QTextLayout, width: float) -> float:
    """Place every line; the height of them all, without the spacing below the last."""
    layout.beginLayout()
    y = bottom = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        bottom = y + line.height()
        y += line.height() * LINE_SPACING
    layout.endLayout()
    return bottom


def _first_shown(whole: LaidOut) -> int:
    """Where to begin so that the answer is seen: a line before it, where there is room for one.

    In code points after the excerpt's own beginning.
    """
    layout, positions = whole.layout, Utf16Map(whole.excerpt.text)
    wanted = focus(whole.excerpt.marks) or Span(0, 0)
    first = layout.lineForTextPosition(positions.units(wanted.start)).lineNumber()
    last = layout.lineForTextPosition(
        positions.units(max(wanted.start, wanted.end - 1))
    ).lineNumber()
    has_room = last - first + 1 < MAX_LINES
    line = min(first - 1 if has_room else first, layout.lineCount() - MAX_LINES)
    if line <= 0 or last < MAX_LINES - 1:
        return 0
    start = positions.code_points(layout.lineAt(line).textStart())
    return start - whole.excerpt.text.startswith(ELLIPSIS)


def _trimmed(
    text: str, marks: tuple[Segment, ...], window: Span, *, font: QFont, width: float, theme: Theme
) -> LaidOut:
    """The excerpt that begins with `window` and fills `MAX_LINES`, cut at a word."""
    while True:
        laid_out = _laid_out(_excerpt(text, marks, window), font, width, theme)
        surplus = laid_out.layout.lineCount() > MAX_LINES
        if not surplus or window.end - window.start <= 1:
            return laid_out
        window = Span(window.start, _earlier_end(laid_out, text, window))


def _earlier_end(laid_out: LaidOut, text: str, window: Span) -> int:
    """A word's end before the first line that is too many; always inside `window`."""
    excerpt = laid_out.excerpt
    units = laid_out.layout.lineAt(MAX_LINES).textStart()
    n_shown = Utf16Map(excerpt.text).code_points(units) - excerpt.text.startswith(ELLIPSIS)
    limit = max(window.start + 1, min(window.start + n_shown, window.end - 1))
    blank = text.rfind(" ", window.start + 1, limit)
    return blank if blank > window.start else limit
