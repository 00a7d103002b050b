"""The text of a PDF: its groups of lines, with words that a line's end broke made whole."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from qa_app.model import Block, BlockKind, Page, Span
from qa_app.reading.layout import kind_of_paragraph
from qa_app.reading.pdf_blocks import SHORT, Group, ended_by_hand
from qa_app.reading.pdf_lines import Line

_GAP = "\n\n"
_CELL = " | "
_LAST_WORD = re.compile(r"[^\W\d_]+(?=-$)")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_EDGES = ".,;:!?()[]{}\"'“”‘’«»…"
_MIN_WORD = 4
# What begins a word with a hyphen in it, and no syllable that one is broken after.
_COMPOUND = frozenset(
    "well self half vice then twenty thirty forty fifty sixty seventy eighty ninety".split()
)
_MAX_LONE_CHARS = 120
_FIRST_UNSPACED = "\u2e80"
_HANGUL = ("\uac00", "\ud7a3")


class Words:
    """Every word of a document; made when the first hyphen asks."""

    def __init__(self, pages: Sequence[Sequence[Line]]) -> None:
        self._pages = pages
        self._words: set[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            words = set(" ".join(self._whole()).lower().split())
            self._words = {word.strip(_EDGES) for word in words}
        return word in self._words

    def _whole(self) -> Iterator[str]:
        """The lines, less the words that a line's end breaks."""
        for page in self._pages:
            broken = False
            for line in page:
                if broken or line.broken:
                    words = line.text.split()
                    yield " ".join(words[int(broken) : len(words) - int(line.broken)])
                else:
                    yield line.text
                broken = line.broken


def lay_out_groups(
    groups: Iterable[Group], words: Words, labels: Sequence[str]
) -> tuple[str, list[Block], list[Page]]:
    """The text, its blocks, and where each page that has text begins."""
    parts: list[str] = []
    blocks: list[Block] = []
    starts: dict[int, int] = {}
    at = 0
    for group in groups:
        text, turns = _text_of(group, words)
        if not text.strip():
            continue
        for page, offset in turns:
            starts.setdefault(page, at + offset)
        blocks.append(_block(group, text, at))
        parts.append(text)
        at += len(text) + len(_GAP)
    pages = [Page(start, labels[page]) for page, start in sorted(starts.items())]
    return _GAP.join(parts), blocks, pages


def _block(group: Group, text: str, at: int) -> Block:
    kind = group.kind
    alone = kind is BlockKind.PARAGRAPH and not group.rows and len(group.lines) == 1
    if alone and len(text) <= _MAX_LONE_CHARS and text[-1] not in ".?!;,":
        kind = kind_of_paragraph(text)
    return Block(kind, Span(at, at + len(text)), group.level)


def _text_of(group: Group, words: Words) -> tuple[str, list[tuple[int, int]]]:
    """The group's text, and where in it lines of another page begin."""
    first, last = group.lines[0], group.lines[-1]
    turns = [(first.page, 0)]
    # Rows are all of one page.
    if group.rows:
        return "\n".join([_CELL.join(line.cells) for line in group.lines]), turns
    if first.page == last.page and _is_plain(group):
        return " ".join([line.text for line in group.lines]), turns
    parts = [first.text]
    n_chars = len(first.text)
    for above, line in pairwise(group.lines):
        text = line.text
        if above.broken:
            kept, between = _mended(above.text, text, words)
            if not kept:
                parts[-1] = parts[-1][:-1]
                n_chars -= 1
        elif above.text[-1] >= _FIRST_UNSPACED and _is_unspaced(above.text[-1], text[0]):
            between = ""
        else:
            by_hand = (
                ended_by_hand(above, line, group.right) and group.kind is not BlockKind.HEADING
            )
            between = "\n" if by_hand else " "
        parts += [between, text]
        n_chars += len(between)
        if line.page != above.page:
            turns.append((line.page, n_chars))
        n_chars += len(text)
    return "".join(parts), turns


def _is_plain(group: Group) -> bool:
    """Whether nothing but a space comes between its lines, as in most paragraphs."""
    short = SHORT * group.right
    others = [
        line
        for line in group.lines[:-1]
        if line.broken or line.right < short or line.text[-1] >= _FIRST_UNSPACED
    ]
    return not others


def _is_unspaced(last: str, first: str) -> bool:
    """Whether both are of a script that puts no spaces between words."""
    return all(
        char >= _FIRST_UNSPACED and not _HANGUL[0] <= char <= _HANGUL[1] for char in (last, first)
    )


def _mended(above: str, below: str, words: Words) -> tuple[bool, str]:
    """Whether the hyphen that ends a line stays, and what comes between it and the next line."""
    head, tail = _LAST_WORD.search(above), _FIRST_WORD.match(below)
    if head is None:
        # "pages 10-" and "12" belong together, a dash after a space stands alone.
        return True, "" if above[-2:-1].isalnum() and below[0].isalnum() else " "
    if tail is None or not tail[0][0].islower():
        return True, "" if below[0].isalnum() else " "
    return _is_compound(head[0].lower(), tail[0].lower(), words), ""


def _is_compound(head: str, tail: str, words: Words) -> bool:
    """Whether the two are written with a hyphen, as far as the rest of the document tells."""
    if head + tail in words:
        return False
    if f"{head}-{tail}" in words or head in _COMPOUND:
        return True
    long_enough = min(len(head), len(tail)) >= _MIN_WORD
    return long_enough and head in words and tail in words
