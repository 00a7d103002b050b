"""Examining a document that is kept: who says what in it, and which names it spells how.

What is found is derived from the text the database holds, so it can be found again at any time
without reading a file or encoding anything. Every function that writes runs inside a transaction
that its caller holds.
"""

import sqlite3
from collections.abc import Iterator

from msgspec import Struct

from qa_app.library import attributions, names
from qa_app.library.document_texts import text_of
from qa_app.library.store import unpack_spans
from qa_app.model import BlockKind, Passage, Span

# What is SQLite's and the disk's comes as one of these; their subclasses are bugs of ours.
_NOT_THE_DOCUMENT = (sqlite3.DatabaseError, sqlite3.OperationalError)

# To be raised whenever the same text would be examined to another result.
EXAMINING_VERSION = 3


class Kept(Struct, frozen=True):
    """A document as the database holds it: its text, and its passages by id, in order."""

    text: str
    passages: dict[int, Passage]


def unexamined_documents(connection: sqlite3.Connection) -> list[int]:
    """Documents that no program, or an earlier one, has examined."""
    rows = connection.execute(
        "SELECT id FROM documents WHERE examined != ? ORDER BY id", (EXAMINING_VERSION,)
    )
    return [row[0] for row in rows]


def are_all_examined(connection: sqlite3.Connection) -> bool:
    """Whether this program, or one that finds the same, has examined every document."""
    query = "SELECT EXISTS (SELECT 1 FROM documents WHERE examined != ?)"
    return not connection.execute(query, (EXAMINING_VERSION,)).fetchone()[0]


def examine(
    connection: sqlite3.Connection, document_id: int, kept: Kept | None = None
) -> Exception | None:
    """Find a document's statements and names, in place of what was found before.

    Args:
        connection: to the library's database, inside a transaction.
        document_id: which document.
        kept: what the database holds of it, where that is at hand.

    Returns:
        The bug of ours that the document brought out, if it did. Nothing is found in it then, and
        it is not tried again before `EXAMINING_VERSION` rises.
    """
    connection.execute("SAVEPOINT examining")
    failure = None
    try:
        _find(connection, document_id, kept or _kept(connection, document_id))
    except Exception as error:  # whatever one document holds costs its statements alone
        if type(error) in _NOT_THE_DOCUMENT:
            raise
        connection.execute("ROLLBACK TO examining")
        _forget(connection, document_id)
        failure = error
    connection.execute("RELEASE examining")
    connection.execute(
        "UPDATE documents SET examined = ? WHERE id = ?", (EXAMINING_VERSION, document_id)
    )
    return failure


def _kept(connection: sqlite3.Connection, document_id: int) -> Kept:
    return Kept(text_of(connection, document_id) or "", dict(_passages(connection, document_id)))


def _find(connection: sqlite3.Connection, document_id: int, kept: Kept) -> None:
    # A question wants what was found; what finds it takes a while to import.
    from qa_app.language.speech.recognition import statements_in  # noqa: PLC0415

    passages = list(kept.passages.values())
    found = statements_in(kept.text, passages)
    attributions.replace(connection, dict(zip(kept.passages, found, strict=True)))
    names.replace(connection, document_id, kept.text, passages)


def _forget(connection: sqlite3.Connection, document_id: int) -> None:
    passages = "SELECT id FROM passages WHERE document_id = ?"
    for table in ("statements", "speakers"):
        connection.execute(
            f"DELETE FROM {table} WHERE passage_id IN ({passages})",  # noqa: S608 - constants
            (document_id,),
        )
    for table in ("names", "acronyms"):
        connection.execute(f"DELETE FROM {table} WHERE document_id = ?", (document_id,))  # noqa: S608 - constants


def _passages(connection: sqlite3.Connection, document_id: int) -> Iterator[tuple[int, Passage]]:
    """The passages of a document by id, in order."""
    rows = connection.execute(
        'SELECT id, start, "end", sentences, context, paragraph, kind FROM passages'
        " WHERE document_id = ? ORDER BY start",
        (document_id,),
    )
    for i, start, end, sentences, context, paragraph, kind in rows:
        spans = tuple(span.shifted(start) for span in unpack_spans(sentences))
        yield i, Passage(Span(start, end), spans, context, paragraph, BlockKind(kind))
