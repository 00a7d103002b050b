"""Vectors that are there already: what one passage was encoded for serves every other like it."""

import sqlite3
from collections.abc import Container, Iterator, Sequence
from pathlib import Path

from qa_app.encoding.protocol import PassageText, PassageVectors
from qa_app.library.database import read_meta, transaction
from qa_app.library.database_checks import are_vectors_good
from qa_app.library.recalling import Recall
from qa_app.library.schema import SCHEMA_VERSION
from qa_app.library.store import unpack_spans
from qa_app.library.vector_rows import packed_by_id, unpack_vectors
from qa_app.library.writer import short_key, text_as_encoded, text_key
from qa_app.model import Cancelled

# Keys in one query, and rows in one transaction.
_CHUNK = 256
_ROWS = 2_000


class KnownVectors:
    """Looks up texts in the library itself, then in others. Used by one thread.

    The others are only read, and any that cannot be read is done without.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        encoder: str,
        dim: int,
        recall: Recall | None = None,
        others: Sequence[Path] = (),
    ) -> None:
        """Look in the database of `connection`, ask `recall`, look in those at `others`."""
        self._connection = connection
        self._encoder = encoder
        self._dim = dim
        self._recall = recall
        self._others = [other for path in others if (other := self._opened(path))]

    def close(self) -> None:
        """Let go of the other libraries."""
        for other in self._others:
            other.close()
        self._others.clear()

    def of(self, texts: Sequence[PassageText]) -> list[PassageVectors | None]:
        """The vectors of each text; None where it is to be encoded."""
        keys = [text_key(text) for text in texts]
        found: dict[bytes, PassageVectors] = {}
        for find in (self._set_aside, self._of_passages):
            found.update(find(self._connection, [key for key in keys if key not in found]))
        if self._recall is not None:
            found.update(list(self._recalled(texts, keys, found)))
        for other in list(self._others):
            if missing := [key for key in keys if key not in found]:
                found.update(self._of_other(other, missing))
        return [found.get(key) for key in keys]

    def _recalled(
        self, texts: Sequence[PassageText], keys: Sequence[bytes], found: Container[bytes]
    ) -> Iterator[tuple[bytes, PassageVectors]]:
        for text, key in zip(texts, keys, strict=True):
            if self._recall and key not in found and (own := self._recall(text)):
                yield key, own

    def _opened(self, path: Path) -> sqlite3.Connection | None:
        """Another library's database, where it is of this program's and this encoder's making."""
        try:
            connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", timeout=0, uri=True)
        except sqlite3.Error:
            return None
        try:
            connection.execute("PRAGMA query_only = ON")
            meta = read_meta(connection)
        except sqlite3.Error:
            meta = {}
        made = (meta.get("schema_version"), meta.get("encoder"), meta.get("dim"))
        if made == (str(SCHEMA_VERSION), self._encoder, str(self._dim)):
            return connection
        connection.close()
        return None

    def _of_other(
        self, other: sqlite3.Connection, keys: Sequence[bytes]
    ) -> list[tuple[bytes, PassageVectors]]:
        try:
            return list(self._of_passages(other, keys))
        except sqlite3.Error:
            self._others.remove(other)
            other.close()
            return []

    def _set_aside(
        self, connection: sqlite3.Connection, keys: Sequence[bytes]
    ) -> Iterator[tuple[bytes, PassageVectors]]:
        for chunk in _chunks(keys):
            rows = connection.execute(
                f"SELECT * FROM set_aside WHERE key IN ({','.join('?' * len(chunk))})",  # noqa: S608 - question marks only
                chunk,
            )
            for key, vector, sentence_vectors in rows:
                yield key, self._unpacked(vector, sentence_vectors)

    def _of_passages(
        self, connection: sqlite3.Connection, keys: Sequence[bytes]
    ) -> Iterator[tuple[bytes, PassageVectors]]:
        wanted = set(keys)
        for chunk in _chunks(keys):
            rows = connection.execute(
                "SELECT p.id, title, context, p.text, sentences FROM passages p"  # noqa: S608 - question marks only
                " JOIN documents d ON d.id = document_id"
                f" WHERE encoded IN ({','.join('?' * len(chunk))})",
                [short_key(key) for key in chunk],
            ).fetchall()
            packed = packed_by_id(connection, [row[0] for row in rows])
            for i, title, context, text, sentences in rows:
                own = packed.get(i, (b"", b""))
                if not are_vectors_good(text, sentences, *own, dim=self._dim):
                    continue
                spans = unpack_spans(sentences)
                key = text_key(text_as_encoded(title, context, text, spans))
                if key in wanted:
                    yield key, self._unpacked(*own)

    def _unpacked(self, vector: bytes, sentence_vectors: bytes) -> PassageVectors:
        return PassageVectors(
            unpack_vectors(vector, self._dim)[0], unpack_vectors(sentence_vectors, self._dim)
        )


def _chunks(keys: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    for at in range(0, len(keys), _CHUNK):
        yield keys[at : at + _CHUNK]


def note_keys(connection: sqlite3.Connection, cancelled: Cancelled) -> None:
    """Give the passages that an earlier program kept the key they are looked up by."""
    query = (
        "SELECT p.id, title, context, p.text, sentences FROM passages p"
        " JOIN documents d ON d.id = document_id WHERE encoded = 0 LIMIT ?"
    )
    while (rows := connection.execute(query, (_ROWS,)).fetchall()) and not cancelled():
        keys = [
            (short_key(text_key(text_as_encoded(title, context, text, unpack_spans(spans)))), i)
            for i, title, context, text, spans in rows
        ]
        with transaction(connection):
            connection.executemany("UPDATE passages SET encoded = ? WHERE id = ?", keys)
