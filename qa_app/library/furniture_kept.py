"""The passages of a document that are furniture: hidden for repeating, or brought back by hand."""

import sqlite3
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from qa_app.model import Block, BlockKind, Span


class FurnitureKept(Struct, frozen=True):
    """A passage that is furniture: hidden, or brought back."""

    passage_id: int
    span: Span
    is_hidden: bool
    by_hand: bool


def furniture_kept(connection: sqlite3.Connection, document_id: int) -> list[FurnitureKept]:
    """The document's passages that are furniture, hidden or brought back."""
    rows = connection.execute(
        'SELECT id, start, "end", hidden, by_hand FROM passages'
        " WHERE document_id = ? AND (hidden OR by_hand) ORDER BY start",
        (document_id,),
    )
    return [
        FurnitureKept(i, Span(start, end), bool(hid), bool(hand))
        for i, start, end, hid, hand in rows
    ]


def blocks_as_shown(
    connection: sqlite3.Connection, document_id: int, blocks: Sequence[Block]
) -> tuple[Block, ...]:
    """The blocks as they are now: what is brought back is a paragraph, what repeats is none."""
    kept = furniture_kept(connection, document_id)
    if not kept:
        return tuple(blocks)
    hidden = [one.span for one in kept if one.is_hidden]
    shown = [one.span for one in kept if not one.is_hidden]

    def as_shown(block: Block) -> Block:
        if any(block.span.holds(span) for span in shown):
            kind = BlockKind.PARAGRAPH if block.kind is BlockKind.FURNITURE else block.kind
            return replace(block, kind=kind)
        if block.kind is not BlockKind.FURNITURE and any(block.span.holds(s) for s in hidden):
            return replace(block, kind=BlockKind.FURNITURE)
        return block

    return tuple(map(as_shown, blocks))
