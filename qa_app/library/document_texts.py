"""The texts of documents: what their passages hold is kept once, with the passages.

docs/decisions/size-on-disk.md has the figures.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence

from qa_app.model import Span


def text_of(connection: sqlite3.Connection, document_id: int) -> str | None:
    """A document's text; None where the library has it no more."""
    row = connection.execute("SELECT rest FROM documents WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        return None
    pieces = connection.execute(
        "SELECT start, text FROM passages WHERE document_id = ? ORDER BY start", (document_id,)
    )
    return put_together(row[0], pieces)


def put_rest(
    connection: sqlite3.Connection, document_id: int, text: str, spans: Iterable[Span]
) -> None:
    """Keep what of a document's text its passages, which are at `spans`, do not hold."""
    connection.execute(
        "UPDATE documents SET rest = ?, text_digest = ? WHERE id = ?",
        (rest_of(text, sorted(spans)), digest_of_text(text), document_id),
    )


def rest_of(text: str, spans: Sequence[Span]) -> str:
    """What of a text lies outside of spans, which are in order of their start."""
    rest, at = [], 0
    for span in spans:
        rest.append(text[at : span.start])
        at = max(at, span.end)
    rest.append(text[at:])
    return "".join(rest)


def put_together(rest: str, pieces: Iterable[tuple[int, str]]) -> str:
    """The text that `rest_of` was taken from, with the pieces at the spans, in order."""
    parts: list[str] = []
    at = taken = 0
    for start, piece in pieces:
        if start > at:
            parts.append(rest[taken : taken + start - at])
            taken += start - at
            at = start
        parts.append(piece[at - start :])
        at = max(at, start + len(piece))
    parts.append(rest[taken:])
    return "".join(parts)


def digest_of_text(text: str) -> bytes:
    """By which a text that was put together is told to be the one that was read."""
    return hashlib.blake2b(text.encode(), digest_size=16).digest()
