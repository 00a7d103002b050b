"""What a document's own lines say of it, once we know what each line is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from qa_app.model import Block, BlockKind, Metadata
from qa_app.reading.bylines import is_name, names_in_byline, publisher_in
from qa_app.reading.dates import lone_date
from qa_app.reading.furniture import is_job
from qa_app.reading.line_shape import has_word, n_words

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
    return Metadata(
        title=said.title or _title(text, blocks),
        publisher=said.publisher or _publisher(text, blocks),
        author=said.author or _author(text, blocks),
        date=said.date or _date(text, blocks),
        address=said.address,
    )


def _title(text: str, blocks: Sequence[Block]) -> str:
    for block in blocks:
        words = " ".join(block.span.of(text).split())
        if block.kind is BlockKind.PARAGRAPH or len(words) > _MAX_TITLE_CHARS:
            return ""
        if block.kind is BlockKind.HEADING and n_words(words) > 1:
            return words
    return ""


def _author(text: str, blocks: Sequence[Block]) -> str:
    for block in blocks:
        if block.kind is BlockKind.BYLINE:
            return names_in_byline(block.span.of(text))
    for block, below in pairwise(blocks):
        line, job = block.span.of(text), below.span.of(text)
        if block.kind is not BlockKind.PARAGRAPH and is_job(job) and is_name(line):
            return line
    return ""


def _publisher(text: str, blocks: Sequence[Block]) -> str:
    lines = _furniture(text, blocks)
    return next((name for line in lines if (name := publisher_in(line))), "")


def _date(text: str, blocks: Sequence[Block]) -> str:
    """A lone date at the top is the document's; further down only one that is labelled is."""
    n_paragraphs = 0
    for block in blocks:
        n_paragraphs += block.kind is BlockKind.PARAGRAPH
        line = block.span.of(text)
        if block.kind is not BlockKind.FURNITURE or not (date := lone_date(line)):
            continue
        if n_paragraphs < 2 or _is_labelled(line):
            return date
    return ""


def _is_labelled(line: str) -> bool:
    return line[:1].isalpha() and ":" in line[:_MAX_LABEL_CHARS]


def _furniture(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    return (block.span.of(text) for block in blocks if block.kind is BlockKind.FURNITURE)
