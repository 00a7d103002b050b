"""The one place that turns code points, our positions, into UTF-16 units, which are Qt's."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from qa_app.model import Span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_BREAKING_SPACE = re.compile(r"[^\S\u00a0\u202f]|[\x00-\x1f\x7f]")


class Utf16Map:
    """Positions of one text, in code points and in UTF-16 units.

    Every position is that of a character's beginning or of the text's end; one in the middle of a
    surrogate pair counts as the end of its character. `breaks` are the code points before which
    the text is shown with a line break of its own (see `line_breaks`).
    """

    def __init__(self, text: str, breaks: Sequence[int] = ()) -> None:
        self.n_units = len(text.encode("utf-16-le", "surrogatepass")) // 2 + len(breaks)
        astral = self.n_units != len(text) + len(breaks)
        points = [match.start() for match in _ASTRAL.finditer(text)] if astral else []
        # A break makes the character before it one unit longer.
        self._points = sorted([*points, *(before - 1 for before in breaks)])
        self._units = [point + pairs for pairs, point in enumerate(self._points)]

    def units(self, code_point: int) -> int:
        """The UTF-16 position of a code point position."""
        return code_point + bisect_left(self._points, code_point)

    def code_points(self, unit: int) -> int:
        """The code point position of a UTF-16 position."""
        return unit - bisect_left(self._units, unit)

    def span(self, span: Span) -> Span:
        """The same stretch of the text, in UTF-16 units."""
        return Span(self.units(span.start), self.units(span.end))


def as_shown(text: str) -> str:
    """`text` as Qt's text widgets can keep it without moving a position.

    They make one line break of a carriage return and a newline, which would shift all that follows.
    """
    return text.replace("\r\n", " \n")


def line_breaks(text: str, most_chars: int) -> list[int]:
    """Where to break lines longer than `most_chars`: code points, after a blank if there is one.

    Qt lays out a line as a whole, in time that grows with its length.
    """
    breaks: list[int] = []
    start = 0
    while len(text) - start > most_chars:
        # No longer than the most up to here; the search for an end need not go further.
        line_end = text.rfind("\n", start, start + most_chars)
        if line_end >= 0:
            start = line_end + 1
            continue
        if text.startswith("\n", start + most_chars):
            start += most_chars + 1
            continue
        blank = text.rfind(" ", start + most_chars // 2, start + most_chars)
        start = blank + 1 if blank >= 0 else start + most_chars
        breaks.append(start)
    return breaks


def with_breaks(text: str, breaks: Sequence[int], start: int, end: int) -> str:
    """`text[start:end]` with a line break before each of `breaks` in `(start, end]`."""
    inside = breaks[bisect_right(breaks, start) : bisect_right(breaks, end)]
    return "\n".join(text[a:b] for a, b in pairwise((start, *inside, end)))


def on_one_line(text: str) -> str:
    """`text` with each line break, tab and control character as a blank; positions stay."""
    return _BREAKING_SPACE.sub(" ", text)
