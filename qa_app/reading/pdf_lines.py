"""The lines of a PDF's page: their words in the order of the file, and where they stand.

PDFium is asked about the ends of each line and the stretches between its gaps, not about every
character: each question costs a microsecond, and a page has thousands of characters.
"""

import ctypes
import re
import struct
from collections.abc import Callable, Iterator, Sequence
from ctypes import c_int, c_void_p
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

# pypdfium2 has no types of its own.
TextPage = Any

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
_MAX_SHORT_CHARS = 40
_ENDS = frozenset('.!?:;)"”’»。')
_FONT_BYTES = 128
_SAME_SIZE = 0.04
# No page is so large.
_FAR = 1e6
_MAX_STRETCHES = 100
_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ſt", "ﬆ": "st",
}  # fmt: skip
_CONTROLS = "".join(map(chr, (*range(9), *range(14, 32), *range(127, 160))))
_BOX = struct.Struct("4f")
_unpack = _BOX.unpack
_ENDS_BOX = struct.Struct("8f")
_unpack_ends = _ENDS_BOX.unpack
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


@dataclass(slots=True)
class Line:
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
        cuts = [0, *[at for at, _, _ in self.gaps], len(self.text)]
        cells = [self.text[a:b].strip() for a, b in pairwise(cuts)]
        return [cell for cell in cells if cell]

    def cut(self, column: int) -> "Line":
        """What stands between two gaps, as a line of its own."""
        edges = [(0, self.left, self.left), *self.gaps, (len(self.text), self.right, self.right)]
        (start, _, left), (end, right, _) = edges[column : column + 2]
        text = self.text[start:end].strip()
        broken = self.broken if column == len(self.gaps) else text.endswith("-")
        return replace(self, text=text, left=left, right=right, broken=broken, gaps=())


class LineReader:
    """Reads the lines of pages; its memory is used over and over. One thread at a time."""

    def __init__(self, api: Any) -> None:  # noqa: ANN401 - the raw API has no types
        # Prototypes of numbers alone: they cost half of what the raw API's own ones do.
        self._loose = _prototype(api.FPDFText_GetLooseCharBox, c_void_p, c_int, c_void_p)
        self._count = _prototype(api.FPDFText_CountRects, c_void_p, c_int, c_int)
        self._rect = _prototype(api.FPDFText_GetRect, c_void_p, c_int, *[c_void_p] * 4)
        self._font = _prototype(
            api.FPDFText_GetFontInfo, c_void_p, c_int, c_void_p, c_int, c_void_p
        )
        self._n_chars = _prototype(api.FPDFText_CountChars, c_void_p)
        self._text = _prototype(api.FPDFText_GetText, c_void_p, c_int, c_int, c_void_p)
        self._text_index = _prototype(api.FPDFText_GetTextIndexFromCharIndex, c_void_p, c_int)
        self._index = _prototype(api.FPDFText_GetCharIndexFromTextIndex, c_void_p, c_int)
        self._object = _prototype(api.FPDFText_GetTextObject, c_void_p, c_int, gives=c_void_p)
        # Left, top, right, bottom.
        self._box = bytearray(_BOX.size)
        self._kept = (ctypes.c_char * _BOX.size).from_buffer(self._box)
        self._box_at = ctypes.addressof(self._kept)
        # The same of both ends of a line.
        self._ends = bytearray(_ENDS_BOX.size)
        self._kept_ends = (ctypes.c_char * _ENDS_BOX.size).from_buffer(self._ends)
        self._first_at = ctypes.addressof(self._kept_ends)
        self._last_at = self._first_at + _BOX.size
        # Left, top, right, bottom, as the calls for stretches give them.
        self._edges = (ctypes.c_double * 4)()
        first = ctypes.addressof(self._edges)
        self._edges_at = [first + n * ctypes.sizeof(ctypes.c_double) for n in range(4)]
        self._name = ctypes.create_string_buffer(_FONT_BYTES)
        self._flags = ctypes.c_int()

    def lines_of(self, textpage: TextPage, page: int, *, turned: int = 0) -> list[Line]:
        """The lines of a page, in the order of the file.

        Args:
            textpage: PDFium's own.
            page: which it is, from 0.
            turned: by how many degrees it is shown turned clockwise.
        """
        raw = ctypes.cast(textpage, c_void_p).value
        text = self._words(raw)
        place = self._places(raw, text)
        read_line = self._turned_line(turned) if turned else self._line
        lines: list[Line] = []
        spans: list[tuple[int, int]] = []
        for start, words in _cut(text):
            bare = words.strip(_BLANKS)
            if not bare or bare == _HYPHEN:
                continue
            if bare != words:
                start += words.index(bare[0])  # noqa: PLW2901
            first, last = start, start + len(bare) - 1
            if place is not _itself:
                first, last = place(first), place(last)
            line = read_line(raw, bare, page, first, last)
            span = (first, last - first + 1)
            if not turned and line.right - line.left > _SPARSE * line.size * span[1]:
                line.gaps = self._gaps(raw, line, *span)
            elif (
                len(bare) <= _MAX_BOLD_CHARS
                and (not bare[0].islower() or (lines and lines[-1].bold))
                and _may_head(bare, lines)
            ):
                line.bold = self._is_bold(raw, first)
            lines.append(line)
            spans.append(span)
        if not turned:
            self._look_for_gaps(raw, lines, spans)
        return _tidied(lines, text)

    def _by_stretches(
        self, raw: int | None, first: int, last: int
    ) -> tuple[float, float, float, float]:
        """Left, right, bottom and size of a line with an end that is nowhere, as in odd fonts."""
        boxes = []
        for n in range(min(self._count(raw, first, last - first + 1), _MAX_STRETCHES)):
            self._rect(raw, n, *self._edges_at)
            boxes.append(tuple(self._edges))
        sane = [box for box in boxes if all(-_FAR < edge < _FAR for edge in box)]
        if not sane:
            return 0.0, 0.0, 0.0, 1.0
        left, right = min(box[0] for box in sane), max(box[2] for box in sane)
        for index in ((first + last) // 2, last):
            self._loose(raw, index, self._box_at)
            _, top, _, bottom = _unpack(self._box)
            if -_FAR < bottom < top < _FAR:
                return left, right, bottom, top - bottom
        return left, right, sane[0][3], max(sane[0][1] - sane[0][3], 1.0)

    def _look_for_gaps(
        self, raw: int | None, lines: Sequence[Line], spans: Sequence[tuple[int, int]]
    ) -> None:
        """Looks for gaps in some of the lines that are not too wide for their words.

        Where one of those has a gap, all are looked at: they go across two columns.
        """
        dense = [n for n, line in enumerate(lines) if not line.gaps]
        seen = dense[:: len(dense) // _N_LOOKED_AT + 1]
        for n in seen:
            lines[n].gaps = self._gaps(raw, lines[n], *spans[n])
        if any(lines[n].gaps for n in seen):
            for n in dense:
                lines[n].gaps = self._gaps(raw, lines[n], *spans[n])

    def _words(self, raw: int | None) -> str:
        """All words of the page, as PDFium has them."""
        first, last = 0, self._n_chars(raw) - 1
        # Asked for a character that it leaves out, PDFium gives no text at all.
        while first <= last and self._text_index(raw, first) < 0:
            first += 1
        while first <= last and self._text_index(raw, last) < 0:
            last -= 1
        if first > last:
            return ""
        n_chars = last - first + 1
        n_units = self._text_index(raw, last) - self._text_index(raw, first) + 1
        buffer = (ctypes.c_ushort * (max(n_chars, n_units) + 1))()
        n_written = self._text(raw, first, n_chars, ctypes.addressof(buffer))
        return bytes(buffer)[: 2 * (n_written - 1)].decode("utf-16-le", "surrogatepass")

    def _places(self, raw: int | None, text: str) -> Callable[[int], int]:
        """From a position in the text to PDFium's index of that character."""
        if len(text) == self._n_chars(raw):
            return _itself
        has_astral = not text.isascii() and max(text) > "\uffff"

        def place(at: int) -> int:
            if has_astral:
                at = len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
            return max(self._index(raw, at), 0)

        return place

    def _line(self, raw: int | None, words: str, page: int, first: int, last: int) -> Line:
        self._loose(raw, first, self._first_at)
        self._loose(raw, last, self._last_at)
        left, top, right, bottom, other_left, other_top, other_right, other_bottom = _unpack_ends(
            self._ends
        )
        size, other = top - bottom, other_top - other_bottom
        if other != size and abs(other - size) > _SAME_SIZE * size:
            bottom, size = self._middle(raw, first, last, bottom, size)
        if other_left < left or other_right < right:
            left, right = min(left, other_left), max(right, other_right)
        else:
            right = other_right
        if words[-1] == _HYPHEN:
            words = words[:-1] + "-"
        if not (-_FAR < left <= right < _FAR and -_FAR < bottom < _FAR and 0 < size < _FAR):
            left, right, bottom, size = self._by_stretches(raw, first, last)
        return Line(words, page, left, right, bottom, size, broken=words[-1] == "-")

    def _turned_line(self, turned: int) -> Callable[..., Line]:
        """As `_line`, on a page that is shown turned clockwise by that many degrees."""

        def read_line(raw: int | None, words: str, page: int, first: int, last: int) -> Line:
            ends = []
            for index in (first, last):
                self._loose(raw, index, self._box_at)
                left, top, right, bottom = _unpack(self._box)
                for _ in range(turned // 90):
                    left, top, right, bottom = bottom, -left, top, -right
                ends.append((left, top, right, bottom))
            (left, top, right, bottom), (other_left, _, other_right, _) = ends
            words = words.replace(_HYPHEN, "-")
            left, right = min(left, other_left), max(right, other_right)
            if not (-_FAR < left <= right < _FAR and -_FAR < bottom < top < _FAR):
                left, right, bottom, top = 0.0, 0.0, 0.0, 1.0
            return Line(words, page, left, right, bottom, top - bottom, broken=words[-1] == "-")

        return read_line

    def _middle(
        self, raw: int | None, first: int, last: int, bottom: float, size: float
    ) -> tuple[float, float]:
        """Bottom and size of a line whose ends differ: one of them may be a raised number."""
        self._loose(raw, (first + last) // 2, self._box_at)
        _, top, _, low = _unpack(self._box)
        if abs(top - low - size) > _SAME_SIZE * size:
            return low, top - low
        return bottom, size

    def _gaps(
        self, raw: int | None, line: Line, first: int, n_chars: int
    ) -> tuple[tuple[int, float, float], ...]:
        """Where the line's stretches stand far apart: what is after the gap, and its edges."""
        n_stretches = self._count(raw, first, n_chars)
        if n_stretches < 2:
            return ()
        get, edges, at = self._rect, self._edges, self._edges_at
        found = []
        get(raw, 0, *at)
        end = edges[2]
        for i in range(1, n_stretches):
            get(raw, i, *at)
            if edges[0] - end > _GAP * line.size:
                found.append((i, end, edges[0]))
            end = edges[2]
        starts = self._starts(raw, line.text, first, n_stretches) if found else {}
        gaps = [(starts[i], a, b) for i, a, b in found if i in starts]
        # What stands far from its text may be the mark of an item.
        before = line.text[: gaps[0][0]].strip() if gaps else ""
        if gaps and len(before) <= _MAX_MARK_CHARS and _MARK.fullmatch(before):
            del gaps[0]
        return tuple(gaps)

    def _starts(self, raw: int | None, words: str, first: int, n_stretches: int) -> dict[int, int]:
        """Where in the line each stretch starts that starts a word, by its number.

        PDFium puts a space before whatever stands apart.
        """
        starts = self._starts_by_object(raw, words, first)
        # Each new object is a stretch more. Where all of them start words, none of them is missed.
        if len(starts) == n_stretches - 1:
            return starts
        starts = {}
        at = words.find(" ") + 1
        while at:
            seen = self._count(raw, first, at + 1) - 1
            starts.setdefault(seen, at)
            if seen == n_stretches - 1:
                break
            at = words.find(" ", at) + 1
        return starts

    def _starts_by_object(self, raw: int | None, words: str, first: int) -> dict[int, int]:
        """The same, as far as objects that start in the middle of a word do not count."""
        get = self._object
        starts: dict[int, int] = {}
        last = get(raw, first)
        at = words.find(" ") + 1
        while at:
            found = get(raw, first + at)
            if found != last:
                starts[len(starts) + 1] = at
                last = found
            at = words.find(" ", at) + 1
        return starts

    def _is_bold(self, raw: int | None, index: int) -> bool:
        n_bytes = self._font(
            raw, index, ctypes.addressof(self._name), _FONT_BYTES, ctypes.addressof(self._flags)
        )
        return 0 < n_bytes <= _FONT_BYTES and _BOLD.search(self._name.value) is not None


def _prototype(function: Any, *arguments: Any, gives: Any = c_int) -> Callable[..., int]:  # noqa: ANN401
    address = ctypes.cast(function, c_void_p).value or 0
    made: Callable[..., int] = ctypes.PYFUNCTYPE(gives, *arguments)(address)
    return made


def _cut(text: str) -> Iterator[tuple[int, str]]:
    """The lines and where they start; one that ends in PDFium's hyphen keeps it."""
    start = 0
    if _HYPHEN not in text:
        for words in text.split(_LINE_END):
            yield start, words
            start += len(words) + len(_LINE_END)
        return
    for words in text.split(_LINE_END):
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


def _itself(at: int) -> int:
    return at


def _tidied(lines: list[Line], text: str) -> list[Line]:
    """The lines without what has no shape: controls, soft hyphens, halves of characters."""
    drawn_as_one = not text.isascii() and any(char in text for char in _LIGATURES)
    words = text.replace(_LINE_END, "").replace(_HYPHEN, "")
    if not drawn_as_one and "  " not in text and words.isprintable():
        return lines
    for line in lines:
        _tidy_line(line)
    return [line for line in lines if line.text]


def _tidy_line(line: Line) -> None:
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
    return _SPACES.sub(" ", _SURROGATE.sub("\ufffd", text.translate(_TIDY)))
