"""Which lines of a page are furniture, told from those they stand among.

A page's text is prose; between, over and under it stand runs of lines that end no sentence: menus,
counters, boxes, related headlines, but also the title, headings, lists and tables. What tells them
apart is the company they keep: a line is furniture where enough of the lines beside it plainly are.
Without one that is, nothing is.
"""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import groupby, pairwise
from typing import Protocol

from msgspec import Struct

from qa_app.model import BlockKind
from qa_app.reading.bylines import is_name
from qa_app.reading.furniture import (
    MAX_OWN_WORDS,
    hints_at_furniture,
    is_furniture,
    is_plainly_own,
    is_sites_own,
    marks_foot,
    opens_related,
)
from qa_app.reading.line_shape import ends_sentence, has_more_words, n_words
from qa_app.reading.scripts import foreign_to, main_script

_MIN_PROSE_WORDS = 6
_SURELY_PROSE_WORDS = 20
_MENU_WORDS = 4
_LONGEST_LOOSE_WORDS = 15
_MENU_GAP = 12
_GAP = 3
_EDGE_GAP = 5
_REACH = 3
_FAR = 1 << 60
_MIN_PAGE_MARKS = 2
_STANDFIRST_WORDS = 6
_FOOT_SHARE = 0.15
_LONGEST_IN_FOOT = 60
_MANY_MARKS = 3
_MIN_PULLED_WORDS = 4
_MOST_LINES_COMPARED = 1_000
_TITLE_WORDS = 9
_MIN_TITLE_WORDS = 4
_QUOTES = "\"'“”„«»‘’ "


class Told(Protocol):
    """A block of a page: a line mostly, and what it is so far taken for.

    `is_list`: its lines are items. `linked`: all of its words lead elsewhere. `group` numbers what
    blank lines part. `is_long`: it is known that it `has_too_many_words`.
    """

    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> BlockKind: ...  # noqa: D102
    @property
    def is_list(self) -> bool: ...  # noqa: D102
    @property
    def linked(self) -> bool: ...  # noqa: D102
    @property
    def level(self) -> int: ...  # noqa: D102
    @property
    def group(self) -> int: ...  # noqa: D102
    @property
    def is_long(self) -> bool: ...  # noqa: D102


class Line(Struct, frozen=True):
    """What is `Told` apart, by itself."""

    text: str
    kind: BlockKind
    is_list: bool = False
    linked: bool = False
    level: int = 0
    group: int = 0
    is_long: bool = False


class _Look(IntEnum):
    """What a line looks like by itself."""

    PROSE = 0
    SAID = 1
    BYLINE = 2
    LOOSE = 3
    HINT = 4
    OWN = 5
    FURNITURE = 6


_MARKS = frozenset({_Look.HINT, _Look.OWN, _Look.FURNITURE})


def furniture_among(lines: Sequence[Told]) -> list[bool]:
    """Which of a page's lines are furniture."""
    looks = _looks(lines)
    if _Look.PROSE not in looks or sum(map(looks.count, _MARKS)) < _MIN_PAGE_MARKS:
        return [look is _Look.FURNITURE for look in looks]
    page = _Page(lines, looks)
    for run in _runs(looks):
        page.settle(run)
    page.settle_related()
    page.settle_doubled()
    if len(lines) <= _MOST_LINES_COMPARED:
        page.settle_pulled()
    page.settle_headed()
    page.settle_foot()
    return page.found


class _Page:
    """A page whose lines are being told apart; `found` says which are furniture so far."""

    def __init__(self, lines: Sequence[Told], looks: Sequence[_Look]) -> None:
        self.lines = lines
        self.looks = looks
        self.found = [look is _Look.FURNITURE for look in looks]
        self.sizes = [n_words(line.text) for line in lines]

    def settle(self, run: range) -> None:
        """Tell the lines of one run apart."""
        marks = [i for i in run if self.looks[i] in _MARKS]
        if not marks:
            return
        at_head = run.start == 0
        at_edge = at_head or run.stop == len(self.lines)
        for above, i, below in zip([-_FAR, *marks], marks, [*marks[1:], _FAR], strict=False):
            beside = min(i - above, below - i) <= _REACH
            alone_at_edge = at_edge and self.looks[i] is _Look.HINT
            if not self.lines[i].level and (beside or alone_at_edge):
                self.found[i] = True
        sure = [i for i in marks if self.found[i]]
        kept = self._title(run) if at_head else set()
        for gap, above, below in _gaps(run, sure):
            if self._is_filled(gap, run, above=above, below=below, n_marks=len(sure), kept=kept):
                for i in gap:
                    self.found[i] = self.found[i] or self._may_go(i, kept, at_head=at_head)

    def _is_filled(
        self, gap: range, run: range, *, above: bool, below: bool, n_marks: int, kept: set[int]
    ) -> bool:
        """Whether what stands in a gap between furniture is furniture too."""
        loose = [i for i in gap if i not in kept]
        short = all(self.sizes[i] <= _MENU_WORDS for i in loose)
        if above and below:
            return len(loose) <= (_MENU_GAP if short else _GAP)
        if below and run.start == 0:
            return short and len(loose) <= _EDGE_GAP and n_marks >= _MIN_PAGE_MARKS
        if above and run.stop == len(self.lines):
            return len(loose) <= _EDGE_GAP
        return False

    def _may_go(self, i: int, kept: set[int], *, at_head: bool) -> bool:
        line = self.lines[i]
        if i in kept or line.level or line.is_list or self.looks[i] is _Look.BYLINE:
            return False
        # Over the text a long line is its title, or a second one.
        return self.sizes[i] < (_STANDFIRST_WORDS if at_head else _LONGEST_LOOSE_WORDS)

    def _title(self, run: range) -> set[int]:
        """The title among the lines over the text, and the long lines right below it."""
        loose = [i for i in run if self.looks[i] is _Look.LOOSE and not self.lines[i].is_list]
        if not loose:
            return set()
        title = max(loose, key=lambda i: (self._likeness_to_title(i), i))
        below = {i for i in loose if i > title and self.sizes[i] >= _STANDFIRST_WORDS}
        return {title} | below

    def _likeness_to_title(self, i: int) -> float:
        line = self.lines[i]
        if line.level == 1:
            return 100
        likeness = float(min(self.sizes[i], _TITLE_WORDS))
        if line.kind is BlockKind.HEADING and line.level:
            likeness += 3
        if is_name(line.text) or ":" in line.text[-1:]:
            likeness -= 3
        after = i + 1
        if after < len(self.lines) and (
            self.looks[after] in {_Look.PROSE, _Look.SAID, _Look.BYLINE}
            or is_name(self.lines[after].text)
        ):
            likeness += 3
        return likeness

    def settle_related(self) -> None:
        """What an opener announces: the lines below it that end no sentence, of its own block."""
        last: int | None = None
        for i, line in enumerate(self.lines):
            if opens_related(line.text) and (line.level == 0 or self.found[i]):
                last = i
            elif last is not None and self._belongs_to(i, last):
                self.found[i] = True
                last = i if not line.is_list else None
            else:
                last = None

    def _belongs_to(self, i: int, last: int) -> bool:
        line, above = self.lines[i], self.lines[last]
        if line.level == 1 or self.looks[i] is _Look.BYLINE:
            return False
        if self.looks[i] in {_Look.PROSE, _Look.SAID}:
            asks = line.text.rstrip(_QUOTES)[-1:] in "?؟" and self.sizes[i] <= _LONGEST_LOOSE_WORDS
            return asks and line.group == above.group and (line.linked or i == last + 1)
        if line.linked or self.found[i]:
            return True
        if line.is_list:
            ended = any(item.endswith(".") for item in line.text.splitlines())
            return line.group <= above.group + 1 and not ended
        return line.group == above.group

    def settle_doubled(self) -> None:
        """A title that stands a second time beside furniture; the first one stays."""
        seen: set[str] = set()
        for i, line in enumerate(self.lines):
            if self.looks[i] is not _Look.LOOSE or self.sizes[i] < _MIN_TITLE_WORDS or line.level:
                continue
            if line.text in seen and self._stands_beside_furniture(i):
                self.found[i] = True
            seen.add(line.text)

    def settle_pulled(self) -> None:
        """A sentence of the text that stands once more by itself, beside furniture or in quotes."""
        prose = [i for i, look in enumerate(self.looks) if look is _Look.PROSE]
        for i in range(prose[0], len(self.lines)):
            line = self.lines[i]
            bare = line.text.strip(_QUOTES)
            if self.found[i] or self.sizes[i] < _MIN_PULLED_WORDS or line.level:
                continue
            if bare == line.text and not self._stands_beside_furniture(i):
                continue
            if any(j != i and self._holds(j, bare) for j in prose):
                self.found[i] = True

    def _holds(self, i: int, words: str) -> bool:
        return len(self.lines[i].text) > len(words) + 4 and words in self.lines[i].text

    def _stands_beside_furniture(self, i: int) -> bool:
        return any(0 <= j < len(self.found) and self.found[j] for j in (i - 1, i + 1))

    def settle_headed(self) -> None:
        """A ranked heading over nothing but furniture is furniture."""
        empty, below = True, 0
        for i in range(len(self.lines) - 1, -1, -1):
            level = self.lines[i].level
            if (
                level > 1
                and empty
                and (below or self.looks[i] is _Look.HINT or self.lines[i].linked)
            ):
                self.found[i] = True
            empty, below = (
                (True, 0) if level and not self.found[i] else (empty and self.found[i], below + 1)
            )

    def settle_foot(self) -> None:
        """All below the first line that only a page's foot has, where no text stands there."""
        prose = [
            n if look is _Look.PROSE else 0 for n, look in zip(self.sizes, self.looks, strict=True)
        ]
        most = _FOOT_SHARE * sum(prose)
        below, start = 0, len(self.lines)
        for i in range(len(self.lines) - 1, -1, -1):
            below += prose[i]
            if prose[i] > _LONGEST_IN_FOOT or below > most:
                break
            if self.found[i] and marks_foot(self.lines[i].text):
                start = i
        marks = [marks_foot(line.text) for line in self.lines[start:]] + [False]
        for i in range(start, len(self.lines)):
            at = i - start
            said = self.looks[i] in {_Look.PROSE, _Look.SAID}
            # The last paragraph may stand under a box that asks for consent.
            among = sum(marks[:at]) >= _MANY_MARKS or (marks[at - 1] and marks[at + 1])
            self.found[i] = self.found[i] or not said or among


def _looks(lines: Sequence[Told]) -> list[_Look]:
    looks = [_Look.PROSE if line.is_long else _look(line) for line in lines]
    if _Look.LOOSE not in looks:
        return looks
    prose = [line.text for line, look in zip(lines, looks, strict=True) if look is _Look.PROSE]
    script = main_script(prose)
    return [
        _Look.HINT if look is _Look.LOOSE and foreign_to(script, line.text) else look
        for line, look in zip(lines, looks, strict=True)
    ]


def _look(line: Told) -> _Look:
    if line.kind is BlockKind.FURNITURE or line.kind is BlockKind.FRONT_MATTER:
        return _Look.FURNITURE
    if line.kind is BlockKind.BYLINE:
        return _Look.BYLINE
    if line.is_list:
        return _look_of_list(line)
    if line.level:
        return _Look.HINT if line.level > 1 and _is_known_heading(line.text) else _Look.LOOSE
    return _look_of_line(line)


def _look_of_list(line: Told) -> _Look:
    items = line.text.splitlines()
    if any(map(ends_sentence, items)):
        return _Look.PROSE
    n_known = sum(is_furniture(item) or hints_at_furniture(item) for item in items)
    return _Look.HINT if line.linked or n_known > len(items) / 2 else _Look.LOOSE


def _look_of_line(line: Told) -> _Look:
    # Most of a text: longer than anything that is looked at below.
    if has_more_words(line.text, MAX_OWN_WORDS):
        return _Look.PROSE
    words, is_one = n_words(line.text), "\n" not in line.text
    if is_sites_own(line.text):
        if is_plainly_own(line.text):
            return _Look.FURNITURE
        if is_one:
            return _Look.OWN
    if (is_one and hints_at_furniture(line.text)) or (
        line.linked and words <= _LONGEST_LOOSE_WORDS
    ):
        return _Look.HINT
    if ends_sentence(line.text) or words > _SURELY_PROSE_WORDS:
        return _Look.PROSE if words >= _MIN_PROSE_WORDS else _Look.SAID
    return _Look.LOOSE


def _is_known_heading(text: str) -> bool:
    return opens_related(text) or (is_furniture(text) and not any(map(str.isdigit, text)))


def _runs(looks: Sequence[_Look]) -> Iterator[range]:
    """Where lines stand together that end no sentence."""
    for ends, members in groupby(
        range(len(looks)), key=lambda i: looks[i] in {_Look.PROSE, _Look.SAID}
    ):
        run = list(members)
        if not ends:
            yield range(run[0], run[-1] + 1)


def _gaps(run: range, marks: Sequence[int]) -> Iterator[tuple[range, bool, bool]]:
    """Where no mark stands in a run, and whether one stands above and below."""
    edges = [run.start - 1, *marks, run.stop]
    for above, below in pairwise(edges):
        if below - above > 1:
            yield range(above + 1, below), above >= run.start, below < run.stop
