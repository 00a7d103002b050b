"""Text that is taken out of markup: its pieces are laid out with a blank line between."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from qa_app.model import Block, BlockKind, Span
from qa_app.reading.bylines import names_in_byline
from qa_app.reading.furniture import hints_at_furniture, is_furniture
from qa_app.reading.furniture_runs import Line, furniture_among
from qa_app.reading.line_shape import ends_sentence, has_word, n_words

_GAP = "\n\n"
_MAX_LINK_WORDS = 15
_MAX_BOX_WORDS = 60


class Piece(Struct, frozen=True):
    """A stretch of text without white space at its ends, before it has its place.

    `is_list`: its lines are items. `linked`: all of its words are links.
    """

    kind: BlockKind
    text: str
    level: int = 0
    is_list: bool = False
    linked: bool = False


def lay_out(pieces: Iterable[Piece]) -> tuple[str, list[Block]]:
    """The pieces' text, and where each of them stands in it."""
    blocks: list[Block] = []
    texts: list[str] = []
    at = 0
    for piece in pieces:
        blocks.append(Block(piece.kind, Span(at, at + len(piece.text)), piece.level))
        texts.append(piece.text)
        at += len(piece.text) + len(_GAP)
    return _GAP.join(texts), blocks


def told_apart(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces of a web page, with what is furniture for the company it keeps."""
    kept = list(pieces)
    lines = [
        Line(piece.text, piece.kind, piece.is_list, piece.linked, piece.level) for piece in kept
    ]
    return [
        replace(piece, kind=BlockKind.FURNITURE, level=0) if found else piece
        for piece, found in zip(kept, furniture_among(lines), strict=True)
    ]


def leads_elsewhere(text: str, unlinked: str) -> bool:
    """Whether a paragraph is only links: nothing of it is `unlinked`, or a word that opens them."""
    n = n_words(text)
    if not has_word(unlinked):
        return n <= _MAX_LINK_WORDS and not ends_sentence(text)
    opens = is_furniture(unlinked) or hints_at_furniture(unlinked)
    return opens and n <= _MAX_BOX_WORDS and n >= 2 * n_words(unlinked)


def kind_of_paragraph(text: str) -> BlockKind:
    """What a paragraph of the markup really is: a by-line, furniture, or what it claims to be."""
    if "\n" in text:
        return BlockKind.PARAGRAPH
    if names_in_byline(text):
        return BlockKind.BYLINE
    return BlockKind.FURNITURE if is_furniture(text) else BlockKind.PARAGRAPH
