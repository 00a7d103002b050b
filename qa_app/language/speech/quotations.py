"""Where a text quotes: between quotation marks, double or single, curly, straight or doubled.

A quotation that runs on in the next paragraph has no closing mark in this one.
"""

import re
from collections.abc import Collection, Iterator

from msgspec import Struct

from qa_app.model import Span

_MARK = re.compile(r"[“”„‟«»\"\n]|''|``|[‘’']")
_MIXED = {"“": {'"'}, '"': {"”"}}
_PAIRS = {"“": {"”"}, "„": {"“", "”"}, "‟": {"”"}, "«": {"»"}, "‘": {"’"}, "``": {"''"}}
# Marks that are the same at both ends.
_STRAIGHT = frozenset({'"', "''", "'"})
_SINGLE = frozenset("'’")
# Words that begin with an apostrophe.
_CLIPPED = re.compile(r"'(?:tis|twas|em|til|cause|bout|n'|\d)", re.IGNORECASE)
_PLURAL_OWNER = re.compile(r"s['’]\s+[^\W\d_]")
_MAX_SINGLE_CHARS = 800
_MAX_CHARS = 5_000
_MAX_MARKS = 100
# So far back is looked for what stands before a mark: indentation, the end of a word.
_LEAD_CHARS = 20


class Quotation(Struct, frozen=True):
    """A quotation with its marks; `is_open` says that it goes on in what follows the text."""

    span: Span
    is_open: bool = False


def quotations(text: str) -> list[Quotation]:
    """The quotations of a paragraph, in order, disjoint; one within another is part of it."""
    return list(_quotations(text))


def _quotations(text: str) -> Iterator[Quotation]:
    marks = [match for match in _MARK.finditer(text) if not _is_inside_word(match)]
    at = 0
    while at < len(marks):
        mark = marks[at]
        at += 1
        if not _opens(mark):
            continue
        closing = _closing(marks, at)
        if closing is not None:
            yield Quotation(Span(mark.start(), marks[closing].end()))
            at = closing + 1
        elif _runs_on(mark):
            end, at = _end_of_open(marks, at)
            yield Quotation(Span(mark.start(), end), is_open=True)


def _is_inside_word(mark: re.Match[str]) -> bool:
    """Whether it is an apostrophe."""
    text, at = mark.string, mark.start()
    return (
        mark.group() in _SINGLE
        and 0 < at < len(text) - 1
        and text[at - 1].isalnum()
        and text[at + 1].isalnum()
    )


def _opens(mark: re.Match[str]) -> bool:
    found = mark.group()
    if found in _PAIRS:
        return True
    if found not in _STRAIGHT:
        return False
    text = mark.string
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    if before and not before.isspace() and before not in "([{-–—―/:'‘“":
        return False
    if found == "'":
        return (after.isalnum() or after in '“"') and not _CLIPPED.match(text, mark.start())
    return bool(after) and not after.isspace()


def _closing(marks: list[re.Match[str]], at: int) -> int | None:
    """The number of the mark that closes what the mark before `at` opens."""
    opening = marks[at - 1].group()
    closers = _PAIRS.get(opening, {opening})
    found = _next_closer(marks, at, closers)
    if found is None and opening in _MIXED:
        # Opened with a curly mark and closed with a straight one, or the other way round.
        found = _next_closer(marks, at, _MIXED[opening])
    return found


def _next_closer(marks: list[re.Match[str]], at: int, closers: Collection[str]) -> int | None:
    opening = marks[at - 1]
    is_single = any(closer in _SINGLE for closer in closers)
    for n in range(at, min(len(marks), at + _MAX_MARKS)):
        mark = marks[n]
        if mark.start() - opening.start() > (_MAX_SINGLE_CHARS if is_single else _MAX_CHARS):
            return None
        if mark.group() in {opening.group(), *_MIXED} and _opens(mark) and _begins_line(mark):
            return None
        if mark.group() in closers and _closes(mark, is_single=is_single):
            return n
    return None


def _closes(mark: re.Match[str], *, is_single: bool) -> bool:
    text, at = mark.string, mark.start()
    after = text[mark.end() : mark.end() + 1]
    if is_single:
        return not after.isalnum() and not _PLURAL_OWNER.match(text, at - 1)
    if mark.group() in _STRAIGHT:
        return not text[at - 1].isspace() or not after or after.isspace() or after in ",.;:!?"
    return True


def _begins_line(mark: re.Match[str]) -> bool:
    lead = mark.string[max(0, mark.start() - _LEAD_CHARS) : mark.start()]
    return not lead.rpartition("\n")[2].strip() and (mark.start() < _LEAD_CHARS or "\n" in lead)


def _runs_on(mark: re.Match[str]) -> bool:
    """Whether a mark that nothing closes opens a quotation all the same."""
    if mark.group() in {"'", "‘"}:
        return False
    before = mark.string[max(0, mark.start() - _LEAD_CHARS) : mark.start()].rstrip()
    return not before or before[-1] in ".?!:,”\"'\n" or _begins_line(mark)


def _end_of_open(marks: list[re.Match[str]], at: int) -> tuple[int, int]:
    """Where what the mark before `at` opens ends without a closing mark, and the next mark after.

    At the line that another quotation begins, or with the text.
    """
    for n in range(at, len(marks) - 1):
        is_next = marks[n].group() == "\n" and marks[n + 1].group() != "\n"
        if is_next and _opens(marks[n + 1]) and _begins_line(marks[n + 1]):
            return marks[n].start(), n + 1
    return len(marks[at - 1].string), len(marks)
