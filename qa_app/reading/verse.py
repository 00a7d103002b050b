"""Stanzas: short lines that belong together though each of them starts anew.

A line is broken where the writer wanted it, so its length says nothing. What says verse is that
most lines do not end where a sentence ends, and that many end in a comma or go on in lower case.
"""

from collections.abc import Sequence
from itertools import pairwise

from qa_app.reading.line_shape import (
    continues,
    ends_sentence,
    has_more_words,
    is_bullet,
    n_words,
)

_MAX_CHARS = 64
_MAX_WORDS = 12
_MIN_LINES = 3
_MAX_LINES = 48
_GOES_ON = 0.25
_ENDS = 0.5
_MARKS = (",", ";", ":", "—", "–")
# What says verse of a whole text, whose stanzas may have no marks at all.
_MIN_STANZAS = 2
_MAX_BARE_LINES = 16
_MIN_WORDS_A_LINE = 3.5


def is_stanza(lines: Sequence[str]) -> bool:
    """Whether these lines, with no blank one between, are plainly one stanza."""
    if not _could_be_stanza(lines) or continues(lines[0]):
        return False
    goes_on = sum(
        above.endswith(_MARKS) or (continues(below) and not ends_sentence(above))
        for above, below in pairwise(lines)
    )
    return goes_on >= _GOES_ON * len(lines)


def is_verse(groups: Sequence[Sequence[str]]) -> bool:
    """Whether a text of these groups of lines is nothing but stanzas, below a title at most."""
    stanzas = [lines for lines in groups if len(lines) >= _MIN_LINES]
    others = sum(len(lines) for lines in groups) - sum(map(len, stanzas))
    return (
        len(stanzas) >= _MIN_STANZAS
        and others <= len(stanzas)
        and all(map(_is_bare_stanza, stanzas))
    )


def _is_bare_stanza(lines: Sequence[str]) -> bool:
    if len(lines) > _MAX_BARE_LINES or not _could_be_stanza(lines):
        return False
    words = sum(map(n_words, lines)) / len(lines)
    plain = not any(char.isdigit() for line in lines for char in line)
    return plain and words >= _MIN_WORDS_A_LINE and not any(line.endswith(":") for line in lines)


def _could_be_stanza(lines: Sequence[str]) -> bool:
    if not _MIN_LINES <= len(lines) <= _MAX_LINES or max(map(len, lines)) > _MAX_CHARS:
        return False
    if any(map(is_bullet, lines)) or any(has_more_words(line, _MAX_WORDS) for line in lines):
        return False
    return sum(map(ends_sentence, lines)) <= _ENDS * len(lines)
