"""The one place that turns code points, our positions, into UTF-16 units, which are Qt's."""

import re
from bisect import bisect_left

from qa_app.model import Span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_BREAKING_SPACE = re.compile(r"[^\S\u00a0\u202f]|[\x00-\x1f\x7f]")


class Utf16Map:
    """Positions of one text, in code points and in UTF-16 units.

    Every position is that of a character's beginning or of the text's end; one in the middle of a
    surrogate pair counts as the end of its character.
    """

    def __init__(self, text: str) -> None:
        self.n_units = len(text.encode("utf-16-le", "surrogatepass")) // 2
        astral = self.n_units != len(text)
        self._points = [match.start() for match in _ASTRAL.finditer(text)] if astral else []
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


def on_one_line(text: str) -> str:
    """`text` with each line break, tab and control character as a blank; positions stay."""
    return _BREAKING_SPACE.sub(" ", text)
