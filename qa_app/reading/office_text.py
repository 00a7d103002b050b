"""What office formats share once their markup is walked: paragraphs become pieces of a document."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from qa_app.errors import ReadError
from qa_app.model import BlockKind, Document, Metadata, Page
from qa_app.reading.layout import Piece, kind_of_paragraph, lay_out
from qa_app.reading.line_shape import ends_sentence, has_word, n_words
from qa_app.reading.own_words import complete, with_paragraphs

BULLET = "- "
CELLS = " | "
_INDENT = "  "
_MOST_INDENTS = 8
_MAX_LEVEL = 6
# An item that is longer is a paragraph of its own: a clause of a contract, a point of the minutes.
_MAX_ITEM_WORDS = 25
_MAX_HEADING_WORDS = 12
_MAX_CELL_WORDS = 60
# A soft hyphen shows only where a line breaks on it; the others are never seen.
_UNSEEN = re.compile("[\u00ad\u200b\ufeff\x00-\x08\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BLANKS = re.compile(r"[ \t\r\f]+")
_LINE_ENDS = re.compile("[\u2028\u2029\v]")
# Most text has nothing of it, and one look at it is all that is needed.
_UNTIDY = re.compile(
    "[\u00ad\u200b\ufeff\x00-\x1f\u2028\u2029\ufffe\uffff\ud800-\udfff]|  |^\\s|\\s$"
)


class Paragraph(Struct, frozen=True):
    """A paragraph as its format has it; `level` is 1 or more for a ranked heading.

    An `item` stands in a list; `text` has its mark already.
    """

    text: str
    level: int = 0
    heading: bool = False
    item: bool = False
    bold: bool = False
    note: bool = False
    furniture: bool = False


def tidy(text: str) -> str:
    """The text as it is seen: blanks in a row are one, lines without words are none."""
    if not _UNTIDY.search(text):
        return text
    lines = _BLANKS.sub(" ", _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def item(text: str, mark: str, depth: int) -> Paragraph:
    """An item of a list that stands `depth` lists deep, from 0."""
    indent = _INDENT * min(depth, _MOST_INDENTS)
    return Paragraph(f"{indent}{mark}{text}", item=True)


def row(cells: Sequence[Sequence[Paragraph]]) -> Iterator[Paragraph]:
    """A row of a table as one paragraph, unless the table only arranges a page."""
    filled = [cell for cell in cells if cell]
    if len(filled) <= 1 or any(_is_prose(cell) for cell in filled):
        yield from (paragraph for cell in filled for paragraph in cell)
        return
    texts = [
        " ".join(" ".join(paragraph.text.split()) for paragraph in cell if not paragraph.note)
        for cell in filled
    ]
    yield Paragraph(CELLS.join(texts))
    yield from (paragraph for cell in filled for paragraph in cell if paragraph.note)


def _is_prose(cell: Sequence[Paragraph]) -> bool:
    return len(cell) > 1 and sum(n_words(paragraph.text) for paragraph in cell) > _MAX_CELL_WORDS


def pieces(paragraphs: Iterable[Paragraph]) -> Iterator[Piece]:
    """Each paragraph for what it is; short items that follow each other are one list."""
    known = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    headed = [*map(_is_body, known[1:]), False]
    turned = zip(known, headed, strict=False)
    for in_list, run in groupby(turned, key=lambda each: _is_short_item(each[0])):
        if in_list:
            lines = "\n".join(paragraph.text for paragraph, _ in run)
            yield Piece(BlockKind.PARAGRAPH, lines.strip())
        else:
            yield from (_piece(paragraph, heads=heads) for paragraph, heads in run)


def _is_body(paragraph: Paragraph) -> bool:
    return not (paragraph.heading or paragraph.bold or paragraph.furniture or paragraph.note)


def _is_short_item(paragraph: Paragraph) -> bool:
    return paragraph.item and n_words(paragraph.text) <= _MAX_ITEM_WORDS


def _piece(paragraph: Paragraph, *, heads: bool) -> Piece:
    text = paragraph.text.strip()
    if paragraph.furniture:
        return Piece(BlockKind.FURNITURE, text)
    if paragraph.heading:
        return Piece(BlockKind.HEADING, " ".join(text.split()), min(paragraph.level, _MAX_LEVEL))
    if paragraph.item or paragraph.note:
        return Piece(BlockKind.PARAGRAPH, text)
    kind = kind_of_paragraph(text)
    if kind is BlockKind.PARAGRAPH and heads and paragraph.bold and _could_head(text):
        kind = BlockKind.HEADING
    return Piece(kind, text)


def _could_head(text: str) -> bool:
    """Whether a bold line is a heading by hand: short, in one line, and no sentence."""
    short = n_words(text) <= _MAX_HEADING_WORDS and "\n" not in text
    return short and has_word(text) and not ends_sentence(text)


def document_of(
    laid: Iterable[Piece],
    said: Metadata,
    form: str,
    *,
    pages: Sequence[tuple[int, str]] = (),
    left_out: str = "",
    records: bool = False,
) -> Document:
    """The document of these pieces; a page begins with the piece of that number.

    A document of `records` is not what the first of them says of itself.

    Raises:
        ReadError: there is no text in them.
    """
    text, blocks = lay_out(laid)
    if not text:
        raise ReadError(f"no text in it; {left_out}" if left_out else "no text in it")
    turned = tuple(Page(blocks[first].span.start, label) for first, label in pages)
    blocks = with_paragraphs(blocks, text)
    said = said if records else complete(said, text, blocks)
    return Document(text, said, tuple(blocks), form, turned, left_out)
