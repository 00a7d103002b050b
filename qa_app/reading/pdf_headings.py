"""Which paragraphs of a PDF are headings, and how high each stands."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from qa_app.model import BlockKind
from qa_app.reading.line_shape import ends_sentence, has_word, n_words
from qa_app.reading.pdf_blocks import Group, Shape

_NO_LETTERS = re.compile(r"[\W_]+")
_LARGE = 1.12
_SMALL = 0.93
_MAX_WORDS = 25
_MAX_BOLD_WORDS = 15
_MAX_LINES = 4
_MAX_LEVEL = 6
# Where more of a text is in bold letters, they head nothing.
_MAX_BOLD = 0.3
_ONE_SIZE = 0.04


def name_headings(groups: Sequence[Group], shape: Shape, outline: Mapping[str, int]) -> None:
    """Marks those that are headings; `outline` has the level of each title in it, by its `key`."""
    text = [group for group in groups if group.kind is BlockKind.PARAGRAPH and not group.rows]
    # A heading heads something.
    few = [group for group in text[:-1] if len(group.lines) <= _MAX_LINES]
    large = [group for group in few if _is_large(group, shape)]
    known = set(map(id, large))
    bold = [
        group
        for group in few
        if group.lines[0].bold and id(group) not in known and _is_bold(group, shape)
    ]
    longest = max(map(len, outline), default=0)
    listed = [group for group in few if outline and _is_listed(group, outline, longest)]
    sizes = _ranked([group.size for group in large])
    levels = {_rank(sizes, group): outline[key(_words(group))] for group in listed}
    for group in large:
        _name(group, levels.get(_rank(sizes, group), _rank(sizes, group) + 1))
    for group in bold:
        _name(group, len(sizes) + 1)
    for group in listed:
        _name(group, outline[key(_words(group))])


def key(title: str) -> str:
    """A title as it is compared: its letters and digits alone."""
    return _NO_LETTERS.sub("", title).casefold()


def _is_listed(group: Group, outline: Mapping[str, int], longest: int) -> bool:
    words = _words(group)
    return len(words) <= 2 * longest and key(words) in outline


def _name(group: Group, level: int) -> None:
    group.kind = BlockKind.HEADING
    group.level = min(max(level, 1), _MAX_LEVEL)


def _words(group: Group) -> str:
    return " ".join(line.text for line in group.lines)


def _is_large(group: Group, shape: Shape) -> bool:
    if group.lines[0].size <= _LARGE * shape.body:
        return False
    words = _words(group)
    return n_words(words) <= _MAX_WORDS and has_word(words) and not _is_sentence(words)


def _is_bold(group: Group, shape: Shape) -> bool:
    if shape.n_bold > _MAX_BOLD * shape.n_chars or group.size < _SMALL * shape.body:
        return False
    words = _words(group)
    return n_words(words) <= _MAX_BOLD_WORDS and has_word(words) and not ends_sentence(words)


def _is_sentence(words: str) -> bool:
    """What ends in a full stop is set large to be read; a title may ask or exclaim."""
    return words.endswith(".") and n_words(words) > _MAX_BOLD_WORDS


def _ranked(sizes: Sequence[float]) -> list[float]:
    """The sizes from the largest down; those that hardly differ are one."""
    ordered = sorted(sizes, reverse=True)
    starts = ordered[:1]
    starts += [low for high, low in pairwise(ordered) if high - low > _ONE_SIZE * high]
    return starts


def _rank(sizes: Sequence[float], group: Group) -> int:
    """Which of the sizes it has, from 0; their number for one that is none of them."""
    larger = (n for n, size in enumerate(sizes) if group.size > (1 - _ONE_SIZE) * size)
    return next(larger, len(sizes))
