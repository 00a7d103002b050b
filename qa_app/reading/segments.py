"""Plain text is cut where its writer meant a new paragraph: at blank lines, and often at each line.

Many saved articles have a paragraph a line with no blank line between; others are wrapped by hand
or by a program at some 72 characters. Which of the two a block of lines is shows in the lines: in
a wrapped one the next line's first word would not have fitted, or most lines go on in lower case.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from typing import ClassVar

from msgspec import Struct

from qa_app.model import BlockKind, Span
from qa_app.reading.line_shape import continues, ends_sentence, is_bullet, may_continue

_MAX_WRAP_CHARS = 100
_MIN_WRAP_CHARS = 40
_FITTED = 0.9
_MIN_CONTINUED = 0.3
_MOSTLY_CONTINUED = 0.6
_RAGGED = 0.5
_INDENTED = re.compile(r"[ \t]{2,}\S|\t\S")


class Line(Struct):
    """One line that is not blank, without the white space at its ends. `indented`: it had some."""

    start: int
    text: str
    indented: bool


# Not frozen, and with its words: a book has tens of thousands of them.
class Segment(Struct):
    """Lines that belong together, and what they are so far taken for.

    `text` is what `span` covers. `group` numbers what blank lines separate, from 0. `is_long`: the
    words are so many that no line of a kind of its own has them.
    """

    span: Span
    text: str
    n_lines: int
    is_list: bool
    group: int
    kind: BlockKind = BlockKind.PARAGRAPH
    is_long: bool = False
    level: ClassVar[int] = 0
    linked: ClassVar[bool] = False


def cut_segments(text: str, start: int = 0) -> list[Segment]:
    """The segments of `text` from `start` on, in order; all that is between them is white space."""
    lines = _Lines(text, start)
    groups = list(lines.groups())
    many = {group: lines.of(group) for group in groups if len(group) > 1}
    width = max(
        (_width(group) for group in many.values() if len(group) > 2 and _is_wrapped(group)),
        default=0,
    )
    segments: list[Segment] = []
    for number, group in enumerate(groups):
        if len(group) == 1:
            segments.append(lines.alone(group, number))
        else:
            segments += [_segment(text, cut, number) for cut in _cut(many[group], width)]
    return segments


class _Lines:
    """The lines of a text; most stand alone, and of those nothing is made but a segment."""

    def __init__(self, text: str, start: int) -> None:
        self._lines = (text[start:] if start else text).splitlines(keepends=True)
        self._bare = list(map(str.strip, self._lines))
        self._starts = list(accumulate(map(len, self._lines), initial=start))

    def groups(self) -> Iterator[range]:
        """The lines that stand together with no blank one between."""
        blanks = [n for n, bare in enumerate(self._bare) if not bare]
        for above, below in pairwise([-1, *blanks, len(self._bare)]):
            if below - above > 1:
                yield range(above + 1, below)

    def of(self, group: range) -> list[Line]:
        """These lines, each with where it starts."""
        found = []
        for n in group:
            line, bare, start = self._lines[n], self._bare[n], self._starts[n]
            if line[0] == bare[0]:
                found.append(Line(start, bare, False))
            else:
                start += len(line) - len(line.lstrip())
                found.append(Line(start, bare, _INDENTED.match(line) is not None))
        return found

    def alone(self, group: range, number: int) -> Segment:
        """The segment of a group of one line."""
        line = self._lines[group.start]
        words, start = self._bare[group.start], self._starts[group.start]
        if line[0] != words[0]:
            start += len(line) - len(line.lstrip())
        return Segment(Span(start, start + len(words)), words, 1, is_bullet(words), number)


def _cut(group: list[Line], width: int) -> Iterator[list[Line]]:
    """The group's lines, each with those it belongs to."""
    for is_list, lines in _runs(group):
        if is_list:
            yield lines
        else:
            for paragraph in _paragraphs(lines):
                yield from _unwrapped(paragraph, width)


def _runs(group: list[Line]) -> Iterator[tuple[bool, list[Line]]]:
    in_list: list[bool] = []
    for line in group:
        goes_on = bool(in_list) and in_list[-1] and line.indented
        in_list.append(is_bullet(line.text) or goes_on)
    for is_list, run in groupby(zip(in_list, group, strict=True), key=lambda pair: pair[0]):
        yield is_list, [line for _, line in run]


def _paragraphs(lines: list[Line]) -> Iterable[list[Line]]:
    """Books begin a paragraph with an indented line rather than after a blank one."""
    openers = sum(line.indented for line in lines)
    if not 0 < openers <= len(lines) / 2:
        return [lines]
    paragraphs: list[list[Line]] = []
    for line in lines:
        if line.indented or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(line)
    return paragraphs


def _unwrapped(lines: list[Line], width: int) -> Iterator[list[Line]]:
    if _is_wrapped(lines):
        yield lines
    elif len(lines) > 2 and _is_wrapped(lines[1:]) and _stands_off(lines):
        yield lines[:1]
        yield lines[1:]
    elif len(lines) == 2 and _filled(lines[0], lines[1], width):
        yield lines
    else:
        yield from _rejoined(lines)


def _rejoined(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Each line, with those after it that go on in the middle of its sentence."""
    joined: list[Line] = []
    for line in lines:
        if joined and not (continues(line.text) and _breaks_off(joined[-1].text)):
            yield joined
            joined = []
        joined.append(line)
    yield joined


def _breaks_off(line: str) -> bool:
    return _MIN_WRAP_CHARS <= len(line) <= _MAX_WRAP_CHARS and not ends_sentence(line)


def _stands_off(lines: Sequence[Line]) -> bool:
    """Whether the first line heads wrapped ones: it ends early and the next starts anew."""
    return not _filled(lines[0], lines[1], _width(lines)) and not continues(lines[1].text)


def _is_wrapped(lines: Sequence[Line]) -> bool:
    width = _width(lines)
    if len(lines) < 2 or not _MIN_WRAP_CHARS <= width <= _MAX_WRAP_CHARS:
        return False
    n_pairs = len(lines) - 1
    above, below = [line.text for line in lines[:-1]], [line.text for line in lines[1:]]
    if sum(map(ends_sentence, above)) > n_pairs / 2:
        return False
    continued = sum(map(continues, below)) / n_pairs
    if continued >= _MOSTLY_CONTINUED and min(map(len, above)) >= _RAGGED * width:
        return True
    if len(lines) == 2 or sum(map(may_continue, below)) / n_pairs < _MIN_CONTINUED:
        return False
    filled = sum(_filled(*pair, width) for pair in pairwise(lines))
    return filled / n_pairs >= _FITTED


def _filled(above: Line, below: Line, width: int) -> bool:
    """Whether the next line's first word would have made this one too long."""
    room = width - len(above.text)
    return width > 0 and 0 <= room < 1 + len(below.text.split(maxsplit=1)[0])


def _width(lines: Sequence[Line]) -> int:
    return max([len(line.text) for line in lines])


def _segment(text: str, lines: Sequence[Line], group: int) -> Segment:
    first, last = lines[0], lines[-1]
    span = Span(first.start, last.start + len(last.text))
    return Segment(span, span.of(text), len(lines), is_bullet(first.text), group)
