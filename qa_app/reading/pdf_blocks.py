"""Lines of a PDF become paragraphs and tables, across columns and pages."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from msgspec import Struct, field

from qa_app.model import BlockKind
from qa_app.reading.dates import lone_date
from qa_app.reading.line_shape import ends_sentence, is_bullet
from qa_app.reading.pdf_lines import Line
from qa_app.reading.pdf_margins import margin_lines

_SAME_SIZE = 0.07
_PARTED = 1.35
_USUAL_PITCH = 1.25
_INDENT = 0.7
# Lower than by this much is another line.
_BELOW = 0.3
_FULL = 0.97
# Far from full: the writer, not the margin, ended the line.
SHORT = 0.7
_EM = 0.42
_MIN_ROWS = 2
_PAGE_ENDS = frozenset("0123456789ivxlcIVXLC")
_LEADER = re.compile(r"(?:\.\s?){4,}\s*(?:\d{1,5}|[ivxlc]{1,7})\s*$", re.IGNORECASE)
_MIN_FLOW = 4
_MAX_ASKED = 30
_NOTE = 0.93
# Feet and notes that may stand between the parts of a paragraph.
_MAX_BACK = 40
_MARKS = frozenset("•‣▪●")
_ITEM_STARTS = frozenset("-*+•‣▪●·–0123456789[(")


class Group(Struct):
    """Lines that belong together; `right` is as far as the lines around them reach.

    `rows`: each of them is a line to its reader too.
    """

    lines: list[Line]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    rows: bool = False
    right: float = 0.0

    @property
    def size(self) -> float:
        """The size of its first line."""
        return self.lines[0].size


class Shape(Struct, frozen=True):
    """What is usual in a document: the size of its text, the distance of its lines by size."""

    body: float
    pitches: dict[int, float]
    n_chars: int
    n_bold: int

    def pitch(self, size: float) -> float:
        """From one line to the next, in points."""
        return self.pitches.get(round(size * 4), _USUAL_PITCH * size)


class _Flow(Struct):
    """A stretch of lines one below the other."""

    lines: list[Line] = field(default_factory=list)
    is_margin: bool = False


def groups_of(pages: Sequence[Sequence[Line]], shape: Shape) -> list[Group]:
    """The groups in reading order; `pages` are in theirs."""
    margins = margin_lines(pages, shape.body, shape.pitch(shape.body))
    groups: list[Group] = []
    for page in pages:
        page_start = len(groups)
        for flow in _flows(page, margins):
            if flow.is_margin:
                groups += [Group([line], BlockKind.FURNITURE) for line in flow.lines]
            else:
                _add(flow, groups, page_start, shape)
    return groups


def shape_of(pages: Sequence[Sequence[Line]]) -> Shape:
    """What is usual in these pages, as a number of them tell."""
    n_chars: Counter[int] = Counter()
    pitches: defaultdict[int, Counter[int]] = defaultdict(Counter)
    n_bold = 0
    for page in pages[:: len(pages) // _MAX_ASKED + 1]:
        size = bottom = 0.0
        key = 0
        for line in page:
            if line.size != size:
                size = line.size
                key = round(size * 4)
            else:
                pitches[key][round((bottom - line.bottom) * 2)] += 1
            bottom = line.bottom
            n_chars[key] += len(line.text)
            if line.bold:
                n_bold += len(line.text)
    body = n_chars.most_common(1)[0][0] / 4 if n_chars else 0.0
    usual = {key: _usual(counter, key / 4) for key, counter in pitches.items()}
    return Shape(body, usual, n_chars.total(), n_bold)


def _usual(counter: Counter[int], size: float) -> float:
    """The commonest distance that lines of this size can have in a paragraph."""
    likely = {pitch: n for pitch, n in counter.items() if size < pitch < 6 * size}
    return max(likely, key=lambda pitch: likely[pitch]) / 2 if likely else _USUAL_PITCH * size


def _flows(page: Sequence[Line], margins: set[int]) -> Iterator[_Flow]:
    flow = _Flow()
    above: Line | None = None
    for line in page:
        is_margin = id(line) in margins
        if above is not None:
            down = above.bottom - line.bottom
            least = _BELOW * line.size
            is_below = down >= least and line.left <= above.right and line.right >= above.left
            if is_below and is_margin is flow.is_margin:
                flow.lines.append(line)
                above = line
                continue
            if -least < down < least and line.left > above.right and is_margin is flow.is_margin:
                _put_beside(above, line)
                continue
            yield flow
            flow = _Flow()
        flow.is_margin = is_margin
        flow.lines.append(line)
        above = line
    if flow.lines:
        yield flow


def _put_beside(line: Line, other: Line) -> None:
    """What stands on the same height is of the same line."""
    at = len(line.text) + 1
    line.gaps = (*line.gaps, (at, line.right, other.left))
    line.gaps += tuple((at + more, left, right) for more, left, right in other.gaps)
    line.text = f"{line.text} {other.text}"
    line.right, line.broken = other.right, other.broken


def _add(flow: _Flow, groups: list[Group], page_start: int, shape: Shape) -> None:
    """The flow's lines join the groups; its first ones may go on with an earlier paragraph."""
    current = _open(groups, flow.lines[0], page_start)
    for style, lines in _runs(flow.lines):
        right = max([line.right for line in lines])
        if style is _Style.LEADER or (style is _Style.ROW and len(lines) >= _MIN_ROWS):
            kind = BlockKind.FURNITURE if style is _Style.LEADER else BlockKind.PARAGRAPH
            groups.append(Group(lines, kind, rows=True, right=right))
            current = None
        else:
            current = _fill(groups, current, lines, right, shape)


def _runs(lines: Sequence[Line]) -> Iterator[tuple["_Style", list[Line]]]:
    """Lines one after the other that are set alike."""
    run: list[Line] = []
    last = _Style.TEXT
    size = 0.0
    for line in lines:
        is_plain = not line.gaps and line.text[-1] not in _PAGE_ENDS
        style = _Style.TEXT if is_plain else _style(line)
        is_other = line.size != size and abs(line.size - size) > _SAME_SIZE * size
        if run and (style is not last or is_other):
            yield last, run
            run = []
        run.append(line)
        last, size = style, line.size
    yield last, run


class _Style(Enum):
    """How a line is set."""

    TEXT = auto()
    ROW = auto()
    LEADER = auto()


def _style(line: Line) -> _Style:
    text = line.text
    if text[-1] in _PAGE_ENDS and ("..." in text or ". . ." in text) and _LEADER.search(text):
        return _Style.LEADER
    return _Style.ROW if line.gaps else _Style.TEXT


def _fill(
    groups: list[Group],
    current: Group | None,
    lines: Sequence[Line],
    right: float,
    shape: Shape,
) -> Group:
    """Lines of one size join the paragraph that is open or begin new ones; the last one is left."""
    above = current.lines[-1] if current else None
    full = _FULL * right
    pitch = shape.pitch(lines[0].size)
    for line in lines:
        plainly = (
            current is not None
            and above is not None
            and line.size == above.size
            and -0.5 < line.left - above.left < 0.5
            and 0 < above.bottom - line.bottom < 1.1 * pitch
            and above.right > full
            and line.text[0] not in _ITEM_STARTS
            and line.bold is above.bold
        )
        if current is None or not (plainly or _goes_on(current, line, pitch, len(lines))):
            current = Group([], right=right)
            groups.append(current)
        current.lines.append(line)
        above = line
    return current or Group([])


def _goes_on(group: Group, line: Line, pitch: float, n_around: int) -> bool:
    """Whether the line is of the paragraph of the one above it."""
    above = group.lines[-1]
    if above.page != line.page or above.bottom < line.bottom:
        # An earlier page's or column's, opened because this line goes on with it.
        return True
    if abs(line.size - above.size) > _SAME_SIZE * above.size:
        return False
    indent = (line.left - above.left) / line.size
    first = len(group.lines) == 1
    ended = ends_sentence(above.text)
    full = _is_full(above, line, group.right)
    begins_anew = (
        above.bottom - line.bottom > _PARTED * pitch
        or line.text[0] in _MARKS
        or (is_bullet(line.text) and (ended or not full))
        or (line.bold is not above.bold and (ended if line.bold else not full))
        # What is set in begins a paragraph; what hangs out begins the next of several items.
        or (abs(indent) > _INDENT and (not first or (indent > 0 and ended)))
        or (not full and _is_date(line, above))
    )
    return not begins_anew and (full or not ended or n_around < _MIN_FLOW)


def _is_full(above: Line, line: Line, right: float) -> bool:
    """Whether the next line's first word would not have fitted in the line above."""
    word = len(line.text.split(" ", 1)[0]) + 1
    return above.right + word * _EM * line.size > _FULL * right


def _is_date(line: Line, above: Line) -> bool:
    """Whether one of the two says the date of the document and nothing else."""
    return bool(lone_date(line.text) or lone_date(above.text))


def _open(groups: list[Group], line: Line, page_start: int) -> Group | None:
    """The paragraph of an earlier column or page that this line goes on with, moved to the end.

    What stands between them, feet and notes, comes to stand before it.
    """
    for at in range(len(groups) - 1, max(len(groups) - _MAX_BACK, 0) - 1, -1):
        group = groups[at]
        last = group.lines[-1]
        if last.page < line.page - 1:
            return None
        if group.kind is BlockKind.FURNITURE or last.size < _NOTE * line.size:
            continue
        if group.rows or abs(last.size - line.size) > _SAME_SIZE * line.size:
            return None
        if not _breaks_off(group, line, beside=at == len(groups) - 1):
            return None
        if (to := _place(group, groups[at + 1 : page_start], line, page_start)) is None:
            return None
        del groups[at]
        groups.insert(len(groups) if to < 0 else to, group)
        return group
    return None


def _place(group: Group, following: Sequence[Group], line: Line, page_start: int) -> int | None:
    """Where the group comes to stand with the line, -1 for the end; None where pages would mix."""
    start, end = group.lines[0].page, group.lines[-1].page
    if start == line.page:
        return -1
    # Over two pages at most: what else is on a page between would stand on the wrong one.
    mixes = start < end < line.page or any(other.lines[-1].page > end for other in following)
    return None if mixes else page_start - 1


def _breaks_off(group: Group, line: Line, *, beside: bool) -> bool:
    last = group.lines[-1]
    if ends_sentence(last.text) or last.text.endswith(":") or last.bold or line.bold:
        return False
    if line.text[0].islower():
        return True
    is_full = last.right > _FULL * group.right and len(group.lines) > 1
    return is_full and (last.broken or beside or last.page < line.page) and not is_bullet(line.text)


def ended_by_hand(above: Line, line: Line, right: float) -> bool:
    """Whether the line above ends where its writer wanted: far from the margin, in mid-sentence."""
    return (
        above.right < SHORT * right and not line.text[0].islower() and not ends_sentence(above.text)
    )
