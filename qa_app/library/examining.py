"""Examining a document that is kept: who says what in it, and which names it spells how.

What is found is derived from the text the database holds, so it can be found again at any time
without reading a file or encoding anything. Every function that writes runs inside a transaction
that its caller holds.
"""

import sqlite3
from collections.abc import Iterator

from qa_app.library import attributions, names
from qa_app.library.store import unpack_spans
from qa_app.model import BlockKind, Passage, Span

# To be raised whenever the same text would be examined to another result.
EXAMINING_VERSION = 1


def unexamined_documents(connection: sqlite3.Connection) -> list[int]:
    """Documents that no program, or an earlier one, has examined."""
    rows = connection.execute(
        "SELECT id FROM documents WHERE examined != ? ORDER BY id", (EXAMINING_VERSION,)
    )
    return [row[0] for row in rows]


def examine(connection: sqlite3.Connection, document_id: int) -> None:
    """Find a document's statements and names, in place of what was found before."""
    (text,) = connection.execute(
        "SELECT text FROM documents WHERE id = ?", (document_id,)
    ).fetchone()
    passages = dict(_passages(connection, document_id))
    attributions.replace(connection, text, passages)
    names.replace(connection, document_id, text, list(passages.values()))
    connection.execute(
        "UPDATE documents SET examined = ? WHERE id = ?", (EXAMINING_VERSION, document_id)
    )


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
