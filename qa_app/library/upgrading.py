"""Bringing a library of an earlier schema version to this one, without encoding anything again."""

import sqlite3
from collections.abc import Iterator

import numpy as np

from qa_app.library.document_texts import put_rest
from qa_app.library.schema import LEFT_BEHIND, UPGRADES
from qa_app.library.vector_rows import pack_vectors, put_rows, split_rows
from qa_app.model import Span


def upgrade_by_one(connection: sqlite3.Connection, version: int) -> None:
    """From a schema version to the next, inside a transaction that the caller holds."""
    _run(connection, UPGRADES[version])
    if version in LEFT_BEHIND:
        _move(connection)
        _run(connection, LEFT_BEHIND[version])


def is_shrunk(version: int) -> bool:
    """Whether upgrading from a version leaves much of the file empty."""
    return version <= max(LEFT_BEHIND)


def _move(connection: sqlite3.Connection) -> None:
    """Texts are kept once from here on, and vectors in a quarter of the room.

    A row at a time: of a large library not everything fits into memory.
    """
    (dim,) = connection.execute(
        "SELECT coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'dim'), 0)"
    ).fetchone()
    for (document_id,) in connection.execute("SELECT id FROM documents").fetchall():
        (text,) = connection.execute(
            "SELECT text FROM documents WHERE id = ?", (document_id,)
        ).fetchone()
        spans = connection.execute(
            'SELECT start, "end" FROM passages WHERE document_id = ?', (document_id,)
        )
        put_rest(connection, document_id, text, [Span(*span) for span in spans])
    for passage_id, vector, sentences in connection.execute(
        "SELECT id, vector, sentence_vectors FROM passages ORDER BY id"
    ):
        # What is damaged is left out: a passage without a vector is one that doctor repairs.
        if len(vector) == 2 * dim and len(sentences) % (2 * dim) == 0:
            rows = split_rows(pack_again(sentences, dim), dim)
            put_rows(connection, passage_id, pack_again(vector, dim), rows)
    aside = connection.execute("SELECT vector, sentence_vectors, key FROM set_aside").fetchall()
    connection.executemany(
        "UPDATE set_aside SET vector = ?, sentence_vectors = ? WHERE key = ?",
        [
            (pack_again(vector, dim), pack_again(rows, dim), key)
            for vector, rows, key in aside
            if len(vector) == 2 * dim and len(rows) % (2 * dim) == 0
        ],
    )


def pack_again(packed: bytes, dim: int) -> bytes:
    """Vectors as they were kept up to schema version 5, in float16, as they are kept now."""
    rows = np.frombuffer(packed, dtype=np.float16).reshape(-1, dim).astype(np.float32)
    # Bytes that are no vector may be no numbers either.
    return pack_vectors(np.nan_to_num(rows, nan=0.0, posinf=0.0, neginf=0.0))


def _run(connection: sqlite3.Connection, script: str) -> None:
    for statement in statements_of(script):
        connection.execute(statement)


def statements_of(script: str) -> Iterator[str]:
    """The statements of a script one by one: run as a whole it would end the transaction."""
    statement = ""
    for part in script.split(";"):
        statement += f"{part};"
        # What makes a trigger has semicolons inside.
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
