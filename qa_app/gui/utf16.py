"""The one place that turns code points, our positions, into UTF-16 units, which are Qt's."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from qa_app.model import Span

_CHUNK_CHARS = 8_192
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_BREAKING_SPACE = re.compile(r"[^\S\u00a0\u202f]|[\x00-\x1f\x7f]")


class Utf16Map:
    """Positions of one text, in code points and in UTF-16 units.

    Every position is that of a character's beginning or of the text's end; one in the middle of a
    surrogate pair counts as the beginning of its character. `breaks` are the code points before
    which the text is shown with a line break of its own (see `line_breaks`).

    To list every pair of a long text would take longer than a turn of the loop may: at first they
    are only counted, chunk by chunk, and those of a chunk are listed when it is asked for.
    """

    def __init__(self, text: str, breaks: Sequence[int] = ()) -> None:
        self._text = text
        self._breaks = breaks
        self._pairs_before = list(accumulate(map(self._n_pairs, _starts(text)), initial=0))
        self._unit_starts = [
            start + n for start, n in zip(_starts(text), self._pairs_before, strict=False)
        ]
        self.n_units = len(text) + self._pairs_before[-1]
        self._listed: dict[int, list[int]] = {}

    def units(self, code_point: int) -> int:
        """The UTF-16 position of a code point position."""
        chunk = min(code_point // _CHUNK_CHARS, len(self._unit_starts) - 1)
        pairs = self._pairs(chunk)
        return code_point + self._pairs_before[chunk] + bisect_left(pairs, code_point)

    def code_points(self, unit: int) -> int:
        """The code point position of a UTF-16 position."""
        chunk = max(0, bisect_right(self._unit_starts, unit) - 1)
        point = unit - self._pairs_before[chunk]
        # Each pair before it in this chunk has put it one unit further.
        pairs = self._pairs(chunk)
        return point - bisect_left(range(len(pairs)), point, key=lambda n: pairs[n] + n)

    def span(self, span: Span) -> Span:
        """The same stretch of the text, in UTF-16 units."""
        return Span(self.units(span.start), self.units(span.end))

    def _n_pairs(self, start: int) -> int:
        """How many characters of a chunk take two units."""
        chunk = self._text[start : start + _CHUNK_CHARS]
        n_astral = 0
        if not chunk.isascii():
            n_astral = len(chunk.encode("utf-16-le", "surrogatepass")) // 2 - len(chunk)
        return n_astral + len(self._breaks_after(start))

    def _pairs(self, chunk: int) -> list[int]:
        """Which characters of a chunk take two units; a break makes one of that before it."""
        if chunk not in self._listed:
            start = chunk * _CHUNK_CHARS
            text = self._text[start : start + _CHUNK_CHARS]
            astral = () if text.isascii() else _ASTRAL.finditer(text)
            points = [start + match.start() for match in astral]
            broken = [before - 1 for before in self._breaks_after(start)]
            self._listed[chunk] = sorted([*points, *broken])
        return self._listed[chunk]

    def _breaks_after(self, start: int) -> Sequence[int]:
        """The breaks behind the characters of the chunk that begins at `start`."""
        first, last = bisect_right(self._breaks, start), start + _CHUNK_CHARS
        return self._breaks[first : bisect_right(self._breaks, last)]


def as_shown(text: str) -> str:
    """`text` as Qt's text widgets can keep it without moving a position.

    They make one line break of a carriage return and a newline, which would shift all that follows.
    """
    # Most texts have none, and to look is quicker than to replace.
    return text.replace("\r\n", " \n") if "\r\n" in text else text


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


def _starts(text: str) -> range:
    """Where the chunks of a text begin; one without characters has one."""
    return range(0, max(1, len(text)), _CHUNK_CHARS)
