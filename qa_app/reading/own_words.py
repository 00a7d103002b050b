"""What a document's own lines say of it, once we know what each line is."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from msgspec.structs import replace

from qa_app.model import Block, BlockKind, Metadata
from qa_app.reading.bylines import is_name, names_in_byline, newspaper_in, publisher_in
from qa_app.reading.dates import lone_date, occasion_date
from qa_app.reading.furniture import is_furniture, is_job
from qa_app.reading.line_shape import ends_sentence, has_word, n_words

_TITLE_LABEL = re.compile(r"(?:title|headline)\s*:\s*(?=\S)", re.IGNORECASE)
_BESIDE = re.compile(r"\s*[,|•·–—]\s*|\s+-\s+")
_MAX_HEAD_LINES = 12
_MAX_HEAD_WORDS = 20
_MAX_LINE_WORDS = 8
_GAP = re.compile(r"\s+")
_MAX_LABEL_CHARS = 20
_MAX_TITLE_CHARS = 200
_LINES = frozenset({BlockKind.HEADING, BlockKind.FURNITURE})


def with_paragraphs(blocks: Sequence[Block], text: str) -> list[Block]:
    """The same blocks; where none is a paragraph, the lines are, all but a title set apart."""
    if any(block.kind is BlockKind.PARAGRAPH for block in blocks):
        return list(blocks)
    lines = [i for i, b in enumerate(blocks) if b.kind in _LINES and has_word(b.span.of(text))]
    if not lines and not any(block.kind is BlockKind.BYLINE for block in blocks):
        return [_as_paragraph(block) for block in blocks]
    if len(lines) > 1 and _is_set_apart(blocks[lines[0]], text):
        del lines[0]
    promoted = {i: _as_paragraph(blocks[i]) for i in lines}
    return [promoted.get(i, block) for i, block in enumerate(blocks)]


def _as_paragraph(block: Block) -> Block:
    return replace(block, kind=BlockKind.PARAGRAPH, level=0)


def _is_set_apart(block: Block, text: str) -> bool:
    gap = _GAP.match(text, block.span.end)
    return block.kind is BlockKind.HEADING and gap is not None and len(gap[0].splitlines()) > 1


def complete(said: Metadata, text: str, blocks: Sequence[Block]) -> Metadata:
    """`said`, and for what it leaves open what the document's lines plainly say."""
    head = _head(text, blocks)
    # Most blocks are paragraphs, and of those nothing is asked below.
    others = [n for n, block in enumerate(blocks) if block.kind is not BlockKind.PARAGRAPH]
    return Metadata(
        title=said.title or _title(text, blocks),
        publisher=said.publisher or _publisher(text, [blocks[n] for n in others], head),
        author=said.author or _author(text, blocks, others),
        date=said.date or _date(text, blocks, others, head),
        address=said.address,
    )


def _title(text: str, blocks: Sequence[Block]) -> str:
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            return ""
        words = " ".join(block.span.of(text).split())
        if len(words) > _MAX_TITLE_CHARS:
            return ""
        if block.kind is BlockKind.HEADING and n_words(words) > 1:
            return _TITLE_LABEL.sub("", words, count=1)
    return ""


def _author(text: str, blocks: Sequence[Block], others: Sequence[int]) -> str:
    for n in others:
        if blocks[n].kind is BlockKind.BYLINE:
            return names_in_byline(blocks[n].span.of(text))
    for n in others:
        if n + 1 < len(blocks) and is_job(blocks[n + 1].span.of(text)):
            line = blocks[n].span.of(text)
            if is_name(line):
                return line
    return ""


def _publisher(text: str, blocks: Sequence[Block], head: Sequence[str]) -> str:
    notices = (publisher_in(line) for line in _furniture(text, blocks))
    lines = pairwise([*head, ""])
    mastheads = (masthead(line, below) for line, below in lines)
    return next(filter(None, chain(notices, mastheads)), "")


def masthead(line: str, below: str) -> str:
    """The newspaper that a line over a date names, or a line that gives the date too; else ""."""
    if lone_date(below) and (name := newspaper_in(line)):
        return name
    beside = _BESIDE.search(line)
    return newspaper_in(line[: beside.start()]) if beside and _date_beside(line) else ""


def _date_beside(line: str) -> str:
    """The date of "The Harbour Gazette, 14 May 2024"; else ""."""
    beside = _BESIDE.search(line)
    if beside is None or not newspaper_in(line[: beside.start()]):
        return ""
    return lone_date(line[beside.end() :])


def _head(text: str, blocks: Sequence[Block]) -> list[str]:
    """The lines over the first one that could be a paragraph of the text, menus left out."""
    lines: list[str] = []
    for block in blocks:
        if block.kind is BlockKind.FRONT_MATTER:
            continue
        for line in block.span.of(text).splitlines():
            if _is_text(line) or len(lines) == _MAX_HEAD_LINES:
                return lines
            if line.strip() and (lone_date(line) or not is_furniture(line)):
                lines.append(line)
    return lines


def _is_text(line: str) -> bool:
    words = n_words(line)
    whole = ends_sentence(line) and words > _MAX_LINE_WORDS and not occasion_date(line)
    return whole or words > _MAX_HEAD_WORDS


def _date(text: str, blocks: Sequence[Block], others: Sequence[int], head: Sequence[str]) -> str:
    """A date at the top is the document's; further down only one that is labelled is."""
    held = (occasion_date(line) or _date_beside(line) for line in head)
    return (
        _lone_date(text, blocks, others, at_top=True)
        or next(filter(None, held), "")
        or _heading_date(text, [blocks[n] for n in others], head)
        or _lone_date(text, blocks, others, at_top=False)
    )


def _heading_date(text: str, blocks: Sequence[Block], head: Sequence[str]) -> str:
    """The day that a heading at the top is; several such are the entries of a diary."""
    if not head:
        return ""
    headings = {block.span.of(text) for block in blocks if block.kind is BlockKind.HEADING}
    at_top = [day for line in headings.intersection(head) if (day := _whole_date(line))]
    if len(at_top) != 1 or any(map(_whole_date, headings.difference(head))):
        return ""
    return at_top[0]


def _whole_date(line: str) -> str:
    day = lone_date(line)
    return day if len(day) == len("2025-02-17") else ""


def _lone_date(text: str, blocks: Sequence[Block], others: Sequence[int], *, at_top: bool) -> str:
    for n_before, n in enumerate(others):
        n_paragraphs = n - n_before
        if at_top and n_paragraphs > 1:
            break
        if blocks[n].kind is not BlockKind.FURNITURE:
            continue
        line = blocks[n].span.of(text)
        if (at_top or _is_labelled(line)) and (date := lone_date(line)):
            return date
    return ""


def _is_labelled(line: str) -> bool:
    return line[:1].isalpha() and ":" in line[:_MAX_LABEL_CHARS]


def _furniture(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    return (block.span.of(text) for block in blocks if block.kind is BlockKind.FURNITURE)
