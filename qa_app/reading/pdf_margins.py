"""What stands on a PDF's pages beside its text: running heads, feet and page numbers.

They are known by repetition: the same words, their numbers aside, at the same height of several
pages. And they are set off from the text: a letter sent to many has the same lines on many pages.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter

from msgspec import Struct

from qa_app.reading.line_shape import ends_sentence
from qa_app.reading.pdf_lines import Line

_BOTTOM = attrgetter("bottom")
_MAX_ROWS = 3
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_LONE_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|seite|p\.|pg\.?|página|pagina|стр\.?)\s*)?(?:\d{1,5}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|of|von|de|из)\s*\d{1,5})?[\W_]*",
    re.IGNORECASE,
)
# Letters that are in no number. Lines that differ in them differ in more than their numbers.
_NO_NUMERALS = bytes(c for c in b"abcdefghijklmnopqrstuvwxyz" if c not in b"ivxlc")
_NOT_COMPARED = bytes(set(range(128)) - set(_NO_NUMERALS + _NO_NUMERALS.upper()))
_MAX_CHARS = 160
# In these letters "Chapter 1" and "Chapter 2" are headings.
_LARGE = 1.15
# A longer line that is so narrow runs up along the page, as the stamp of an archive does.
_MIN_UPRIGHT_CHARS = 12
# Heights within this many points are one.
_SLOT = 6
_SHARE = 0.5
_MIN_PAGES = 2
_MIN_SLOT_PAGES = 4
_SET_OFF = 1.3
_OTHER_SIZE = 0.05
_ONE_ROW = 0.4

_Slot = tuple[bool, int]


class _Edge(Struct, frozen=True):
    """The rows at the top of a page or at its bottom, from the edge inwards, and the next one."""

    at_top: bool
    rows: Sequence[Sequence[Line]]
    beyond: Sequence[Line]

    @property
    def lines(self) -> Iterator[Line]:
        """All lines of its rows that are not too long for a head."""
        return (line for row in self.rows for line in row if len(line.text) <= _MAX_CHARS)


def margin_lines(pages: Sequence[Sequence[Line]], body: float, pitch: float) -> set[int]:
    """The `id` of each line that is no part of the text, whose size and distances are these."""
    edges = [edge for page in pages if page for edge in _edges(page)]
    repeated = _repeated(edges, body)
    slots = Counter(
        (edge.at_top, _slot(line)) for edge in edges for line in edge.lines if id(line) in repeated
    )
    n_pages = sum(map(bool, pages))
    common = {slot for slot, n in slots.items() if n >= max(_MIN_SLOT_PAGES, _SHARE * n_pages)}
    found = {
        id(line)
        for page in pages
        for line in page
        if line.right - line.left < 2 * line.size and len(line.text) > _MIN_UPRIGHT_CHARS
    }
    for edge in edges:
        known = [_is_known(edge, n, repeated, common) for n in range(len(edge.rows))]
        n_rows = known.index(False) if False in known else len(known)
        while n_rows and not _is_set_off(edge, n_rows, pitch):
            n_rows -= 1
        found |= {id(line) for row in edge.rows[:n_rows] for line in row}
    return found


def _edges(page: Sequence[Line]) -> Iterator[_Edge]:
    ordered = sorted(page, key=_BOTTOM)
    for at_top in (True, False):
        rows: list[list[Line]] = []
        for line in reversed(ordered) if at_top else ordered:
            if rows and abs(line.bottom - rows[-1][0].bottom) <= _ONE_ROW * line.size:
                rows[-1].append(line)
            elif len(rows) > _MAX_ROWS:
                break
            else:
                rows.append([line])
        n_rows = min(_MAX_ROWS, len(rows))
        # What is on the page's only row is its text, unless it is a number.
        yield _Edge(at_top, rows[:n_rows], rows[n_rows] if n_rows < len(rows) else [])


def _slot(line: Line) -> int:
    return round(line.bottom / _SLOT)


def _repeated(edges: Sequence[_Edge], body: float) -> set[int]:
    """The `id` of each line that other pages have too, at about the same height."""
    alike: dict[tuple[bytes, bool], list[Line]] = defaultdict(list)
    for edge in edges:
        for line in edge.lines:
            letters = line.text.encode("ascii", "ignore").translate(None, _NOT_COMPARED)
            alike[letters, edge.at_top].append(line)
    by_words: dict[tuple[str, bool], list[Line]] = defaultdict(list)
    for (_, at_top), lines in alike.items():
        for line in lines if len(lines) >= _MIN_PAGES else ():
            words = line.text if line.size > _LARGE * body else _NUMBER.sub("#", line.text)
            by_words[words, at_top].append(line)
    return {
        id(line)
        for lines in by_words.values()
        if len(lines) >= _MIN_PAGES
        for group in _by_height(lines)
        # Two pages may well begin or end with the same sentence.
        if len({line.page for line in group}) >= _MIN_PAGES + ends_sentence(group[0].text)
        for line in group
    }


def _by_height(lines: Sequence[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in sorted(lines, key=_BOTTOM):
        if group and line.bottom - group[-1].bottom > _SLOT / 2:
            yield group
            group = []
        group.append(line)
    yield group


def _is_known(edge: _Edge, n: int, repeated: set[int], common: set[_Slot]) -> bool:
    """Whether a row repeats, is a page's number at the very edge, or stands where heads stand."""
    row = edge.rows[n]
    if all(id(line) in repeated for line in row):
        return True
    if n == 0 and all(_LONE_NUMBER.fullmatch(line.text) for line in row):
        return True
    return all((edge.at_top, _slot(line)) in common for line in row) and len(row) < _MAX_ROWS


def _is_set_off(edge: _Edge, n_rows: int, pitch: float) -> bool:
    """Whether these rows stand apart from what comes next, by space or by size."""
    last = edge.rows[n_rows - 1][0]
    following = edge.rows[n_rows] if n_rows < len(edge.rows) else edge.beyond
    if not following:
        return True
    distance = abs(following[0].bottom - last.bottom)
    return (
        distance > _SET_OFF * pitch or abs(following[0].size - last.size) > _OTHER_SIZE * last.size
    )
