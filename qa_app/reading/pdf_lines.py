"""The lines of a PDF's page: their words in the order of the file, and where they stand.

PDFium is asked about the ends of each line and the stretches between its gaps, not about every
character: each question costs a microsecond, and a page has thousands of characters.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from qa_app.reading.pdf_chars import PageChars, TextPage

_LINE_END = "\r\n"
# PDFium's own sign for a hyphen that ends a line.
_HYPHEN = "\ufffe"
# Wider than any space between words, in heights of a line.
_GAP = 0.9
# Wider than this is no line of words that stand close, in heights of a line a character.
_SPARSE = 0.5
_N_LOOKED_AT = 4
_MARK = re.compile(r"(?:[^\w\s]|[\[(]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)\]]|\d{1,3}|o)")
_MAX_MARK_CHARS = 8
_BOLD = re.compile(rb"bold|black|heavy|demi|cmbx|semibold|extrab", re.IGNORECASE)
_MAX_BOLD_CHARS = 90
_N_FONTS = 64
_MAX_SHORT_CHARS = 40
_ENDS = frozenset('.!?:;)"”’»。')
_SAME_SIZE = 0.04
# No page is so large.
_FAR = 1e6
_MAX_STRETCHES = 100
_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ſt", "ﬆ": "st",
}  # fmt: skip
_CONTROLS = "".join(map(chr, (*range(9), *range(14, 32), *range(127, 160))))
_BLANKS = " \t\xa0"
_TIDY = str.maketrans(
    {
        **dict.fromkeys([*_CONTROLS, "\xad", "\ufeff", "\uffff"], ""),
        **dict.fromkeys("\t\n\r\v\f", " "),
        **_LIGATURES,
    }
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"[ \u00a0]{2,}")


class Line(Struct):
    """A line of a page. Lengths are in points, y grows upwards, `size` is the height of its font.

    `gaps` are the positions in `text` of what stands after a wide gap, with the gap's two edges.
    `broken`: a word may go on in the next line; the hyphen is the last character of `text`.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    broken: bool = False
    gaps: tuple[tuple[int, float, float], ...] = ()

    @property
    def cells(self) -> list[str]:
        """The words between the wide gaps."""
        if not self.gaps:
            bare = self.text.strip()
            return [bare] if bare else []
        cells = []
        start = 0
        for at, _, _ in self.gaps:
            cells.append(self.text[start:at].strip())
            start = at
        cells.append(self.text[start:].strip())
        return cells if all(cells) else [cell for cell in cells if cell]

    def cut(self, column: int) -> "Line":
        """What stands between two gaps, as a line of its own."""
        edges = [(0, self.left, self.left), *self.gaps, (len(self.text), self.right, self.right)]
        (start, _, left), (end, right, _) = edges[column : column + 2]
        text = self.text[start:end].strip()
        broken = self.broken if column == len(self.gaps) else text.endswith("-")
        return replace(self, text=text, left=left, right=right, broken=broken, gaps=())


class LineReader:
    """Reads the lines of pages, one page after the other. One thread at a time."""

    def __init__(self, api: Any) -> None:  # noqa: ANN401 - the raw API has no types
        self._chars = PageChars(api)

    def lines_of(self, textpage: TextPage, page: int, *, turned: int = 0) -> list[Line]:
        """The lines of a page, in the order of the file.

        Args:
            textpage: PDFium's own.
            page: which it is, from 0.
            turned: by how many degrees it is shown turned clockwise.
        """
        self._chars.turn_to(textpage)
        text = self._chars.text()
        words, firsts, lasts = self._placed(text)
        read_line = self._turned_line(turned) if turned else self._line
        lines: list[Line] = []
        above_bold = False
        ends = self._chars.ends(firsts, lasts)
        for bare, first, last, both in zip(words, firsts, lasts, ends, strict=True):
            line = read_line(bare, page, first, last, both)
            n_chars = last - first + 1
            if not turned and line.right - line.left > _SPARSE * line.size * n_chars:
                line.gaps = self._gaps(line, first, n_chars)
            elif (
                len(bare) <= _MAX_BOLD_CHARS
                and (above_bold or not bare[0].islower())
                and _may_head(bare, lines)
            ):
                line.bold = _is_bold(self._chars.font(first))
            above_bold = line.bold
            lines.append(line)
        if not turned:
            self._look_for_gaps(lines, firsts, lasts)
        return _tidied(lines, text)

    def _placed(self, text: str) -> tuple[list[str], list[int], list[int]]:
        """The words of each line, and which characters are its first and its last."""
        lines: list[str] = []
        firsts: list[int] = []
        lasts: list[int] = []
        for start, words in _cut(text):
            bare = words.strip(_BLANKS)
            if not bare or bare == _HYPHEN:
                continue
            first = start if bare == words else start + words.index(bare[0])
            lines.append(bare)
            firsts.append(first)
            lasts.append(first + len(bare) - 1)
        if len(text) != self._chars.n_chars():
            place = self._place_in(text)
            firsts, lasts = list(map(place, firsts)), list(map(place, lasts))
        return lines, firsts, lasts

    def _place_in(self, text: str) -> Callable[[int], int]:
        """From a position in the text to PDFium's index of that character."""
        has_astral = not text.isascii() and max(text) > "\uffff"

        def place(at: int) -> int:
            if has_astral:
                at = len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
            return self._chars.index_of(at)

        return place

    def _by_stretches(self, first: int, last: int) -> tuple[float, float, float, float]:
        """Left, right, bottom and size of a line with an end that is nowhere, as in odd fonts."""
        n = min(self._chars.n_stretches(first, last - first + 1), _MAX_STRETCHES)
        boxes = map(self._chars.stretch, range(n))
        sane = [box for box in boxes if all(-_FAR < edge < _FAR for edge in box)]
        if not sane:
            return 0.0, 0.0, 0.0, 1.0
        left, right = min(box[0] for box in sane), max(box[2] for box in sane)
        for index in ((first + last) // 2, last):
            _, top, _, bottom = self._chars.box(index)
            if -_FAR < bottom < top < _FAR:
                return left, right, bottom, top - bottom
        return left, right, sane[0][3], max(sane[0][1] - sane[0][3], 1.0)

    def _look_for_gaps(
        self, lines: Sequence[Line], firsts: Sequence[int], lasts: Sequence[int]
    ) -> None:
        """Looks for gaps in some of the lines that are not too wide for their words.

        Where one of those has a gap, all are looked at: they go across two columns.
        """
        dense = [n for n, line in enumerate(lines) if not line.gaps]
        seen = dense[:: len(dense) // _N_LOOKED_AT + 1]
        for n in seen:
            lines[n].gaps = self._gaps(lines[n], firsts[n], lasts[n] - firsts[n] + 1)
        if any(lines[n].gaps for n in seen):
            for n in dense:
                lines[n].gaps = self._gaps(lines[n], firsts[n], lasts[n] - firsts[n] + 1)

    def _line(self, words: str, page: int, first: int, last: int, ends: tuple[float, ...]) -> Line:
        left, top, right, bottom, other_left, other_top, other_right, other_bottom = ends
        size, other = top - bottom, other_top - other_bottom
        if other != size and abs(other - size) > _SAME_SIZE * size:
            bottom, size = self._middle(first, last, bottom, size)
        if other_left < left or other_right < right:
            left, right = min(left, other_left), max(right, other_right)
        else:
            right = other_right
        if words[-1] == _HYPHEN:
            words = words[:-1] + "-"
        if not (-_FAR < left <= right < _FAR and -_FAR < bottom < _FAR and 0 < size < _FAR):
            left, right, bottom, size = self._by_stretches(first, last)
        return Line(words, page, left, right, bottom, size, False, words[-1] == "-")

    def _turned_line(self, turned: int) -> Callable[..., Line]:
        """As `_line`, on a page that is shown turned clockwise by that many degrees."""

        def read_line(
            words: str, page: int, _first: int, _last: int, ends: tuple[float, ...]
        ) -> Line:
            boxes = []
            for left, top, right, bottom in (ends[:4], ends[4:]):
                for _ in range(turned // 90):
                    left, top, right, bottom = bottom, -left, top, -right  # noqa: PLW2901
                boxes.append((left, top, right, bottom))
            (left, top, right, bottom), (other_left, _, other_right, _) = boxes
            words = words.replace(_HYPHEN, "-")
            left, right = min(left, other_left), max(right, other_right)
            if not (-_FAR < left <= right < _FAR and -_FAR < bottom < top < _FAR):
                left, right, bottom, top = 0.0, 0.0, 0.0, 1.0
            return Line(words, page, left, right, bottom, top - bottom, broken=words[-1] == "-")

        return read_line

    def _middle(self, first: int, last: int, bottom: float, size: float) -> tuple[float, float]:
        """Bottom and size of a line whose ends differ: one of them may be a raised number."""
        _, top, _, low = self._chars.box((first + last) // 2)
        if abs(top - low - size) > _SAME_SIZE * size:
            return low, top - low
        return bottom, size

    def _gaps(self, line: Line, first: int, n_chars: int) -> tuple[tuple[int, float, float], ...]:
        """Where the line's stretches stand far apart: what is after the gap, and its edges."""
        n_stretches = self._chars.n_stretches(first, n_chars)
        if n_stretches < 2:
            return ()
        found = self._chars.gaps(n_stretches, _GAP * line.size)
        if not found:
            return ()
        starts = self._starts(line.text, first, n_stretches)
        gaps = [(starts[n], end, start) for n, end, start in found if n in starts]
        # What stands far from its text may be the mark of an item.
        before = line.text[: gaps[0][0]].strip() if gaps else ""
        if gaps and len(before) <= _MAX_MARK_CHARS and _MARK.fullmatch(before):
            del gaps[0]
        return tuple(gaps)

    def _starts(self, words: str, first: int, n_stretches: int) -> dict[int, int]:
        """Where in the line each stretch starts that starts a word, by its number.

        PDFium puts a space before whatever stands apart.
        """
        begun = self._chars.objects(first, words)
        # Each new object is a stretch more. Where all of them start words, none of them is missed.
        if len(begun) == n_stretches - 1:
            return dict(enumerate(begun, 1))
        starts: dict[int, int] = {}
        at = words.find(" ") + 1
        while at:
            seen = self._chars.n_stretches(first, at + 1) - 1
            starts.setdefault(seen, at)
            if seen == n_stretches - 1:
                break
            at = words.find(" ", at) + 1
        return starts


@lru_cache(_N_FONTS)
def _is_bold(font: bytes) -> bool:
    return _BOLD.search(font) is not None


def _cut(text: str) -> Iterable[tuple[int, str]]:
    """The lines and where they start; one that ends in PDFium's hyphen keeps it."""
    lines = text.split(_LINE_END)
    if _HYPHEN in text:
        return _cut_at_hyphens(lines)
    n_chars = [len(words) + len(_LINE_END) for words in lines]
    return zip(accumulate(n_chars, initial=0), lines, strict=False)


def _cut_at_hyphens(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    start = 0
    for words in lines:
        if _HYPHEN in words:
            at = start
            for part in words.replace(_HYPHEN, _HYPHEN + _LINE_END).split(_LINE_END):
                yield at, part
                at += len(part)
        else:
            yield start, words
        start += len(words) + len(_LINE_END)


def _may_head(words: str, above: list[Line]) -> bool:
    """Whether a line may be a heading, so that its font is worth a look."""
    if above and above[-1].bold:
        return True
    if words[-1] in ".,;-\ufffe":
        return False
    is_short = len(words) < _MAX_SHORT_CHARS
    return is_short or not above or above[-1].text[-1] in _ENDS


def _tidied(lines: list[Line], text: str) -> list[Line]:
    """The lines without what has no shape: controls, soft hyphens, halves of characters."""
    if _is_tidy(text.replace(_LINE_END, "").replace(_HYPHEN, "")):
        return lines
    for line in lines:
        _tidy_line(line)
    return [line for line in lines if line.text]


def _is_tidy(text: str) -> bool:
    drawn_as_one = not text.isascii() and any(char in text for char in _LIGATURES)
    return text.isprintable() and "  " not in text and not drawn_as_one


def _tidy_line(line: Line) -> None:
    if _is_tidy(line.text):
        return
    if line.gaps:
        cuts = [0, *(at for at, _, _ in line.gaps), len(line.text)]
        parts = [tidy(line.text[a:b]) for a, b in pairwise(cuts)]
        ends = [sum(map(len, parts[: n + 1])) for n in range(len(line.gaps))]
        line.gaps = tuple((end, a, b) for end, (_, a, b) in zip(ends, line.gaps, strict=True))
        line.text = "".join(parts)
    else:
        line.text = tidy(line.text).strip()


def tidy(text: str) -> str:
    """Words as a reader sees them: ligatures in letters, nothing invisible, no lone surrogates."""
    if _is_tidy(text):
        return text
    return _SPACES.sub(" ", _SURROGATE.sub("\ufffd", text.translate(_TIDY)))
