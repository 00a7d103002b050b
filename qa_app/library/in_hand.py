"""What was read of files that the encoder is not done with, as the database has it meanwhile.

A row each, from before the next file is read until the file is kept: a run that is killed or
cancelled leaves them to the next one, which reads nothing again but the file that was being read.
docs/decisions/never-lost.md has what that costs.
"""

import hashlib
import sqlite3
from collections.abc import Iterable

import msgspec
from msgspec import Struct

from qa_app.library.database import transaction
from qa_app.library.folder import FoundFile
from qa_app.library.schema import IN_HAND_TABLE
from qa_app.model import Document, FileState, Passage, Span
from qa_app.reading.file_reader import Content
from qa_app.reading.limits import ReadingLimits
from qa_app.reading.registry import holds_files

_DIGEST_BYTES = 16
_BESIDE_BYTES = 1_000


class Member(Struct, frozen=True):
    """A file in a file, and what became of it; its document, if it `has_document`, is held apart.

    What the library had already counts as read.
    """

    content: Content
    state: FileState
    reason: str
    has_document: bool


class Held(Struct, frozen=True):
    """What was read of a file: see `Reading`. `members` is None where there cannot be any.

    A document that the library had already is not here, though it `has_document`.
    """

    document: Document | None
    passages: tuple[Passage, ...]
    reason: str
    members: tuple[Member, ...] | None
    has_document: bool


_DECODER = msgspec.msgpack.Decoder(Held)


class InHand:
    """The readings of a folder's files that are not kept yet, and what other folders' runs left.

    A reading is found again by the bytes of its file and all else that it depends on. The table is
    there only while it has rows.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        folder_id: int,
        limits: ReadingLimits,
        patterns: tuple[str, ...],
        reading_version: int,
    ) -> None:
        """Find what earlier runs have left; they may have read otherwise."""
        self._connection = connection
        # SQLite refuses a row of more.
        self._most_bytes = connection.getlimit(sqlite3.SQLITE_LIMIT_LENGTH) - _BESIDE_BYTES
        self._folder_id = folder_id
        self._read_under = msgspec.msgpack.encode((limits, reading_version))
        self._patterns = patterns
        rows = (
            connection.execute("SELECT key, id FROM in_hand ORDER BY id") if self._is_there else ()
        )
        self._ids: dict[bytes, int] = dict(rows)

    def key_of(self, file: FoundFile, content_hash: str) -> bytes:
        """Names what is read of a file with that content."""
        # What of the files in it is left out goes by their path.
        where = (self._folder_id, file.path, self._patterns) if holds_files(file.format) else ()
        depends_on = (content_hash, file.format, self._read_under, where)
        return hashlib.sha256(msgspec.msgpack.encode(depends_on)).digest()

    def hold(self, key: bytes, held: Held) -> None:
        """Keep a reading, in a transaction of its own, where it is not kept already."""
        if key in self._ids:
            return
        packed = msgspec.msgpack.encode(held)
        if len(packed) > self._most_bytes:
            return
        row = (self._folder_id, key, _digest(key, packed) + packed)
        with transaction(self._connection):
            self._connection.execute(IN_HAND_TABLE)
            insert = "INSERT INTO in_hand (folder_id, key, reading) VALUES (?, ?, ?)"
            row_id = self._connection.execute(insert, row).lastrowid
        self._ids[key] = row_id or 0

    def of(self, key: bytes) -> Held | None:
        """The reading of that name; None where there is none that can be trusted."""
        row_id = self._ids.get(key)
        if row_id is None:
            return None
        query = "SELECT reading FROM in_hand WHERE id = ?"
        row = self._connection.execute(query, (row_id,)).fetchone()
        held = None if row is None else _unpacked(key, row[0])
        if held is None:
            del self._ids[key]
        return held

    def pass_over(self, key: bytes) -> None:
        """The reading of that name is of no use: another is held in its place."""
        self._ids.pop(key, None)

    def release(self, key: bytes) -> None:
        """Its file is kept, in the transaction that the caller holds."""
        row_id = self._ids.pop(key, None)
        if row_id is not None:
            self._connection.execute("DELETE FROM in_hand WHERE id = ?", (row_id,))

    def release_all(self) -> bool:
        """The folder is read to its end; whether that is so of all folders.

        Inside a transaction that the caller holds.
        """
        self._ids.clear()
        if not self._is_there:
            return True
        self._connection.execute("DELETE FROM in_hand WHERE folder_id = ?", (self._folder_id,))
        if self._connection.execute("SELECT 1 FROM in_hand LIMIT 1").fetchone():
            return False
        self._connection.execute("DROP TABLE in_hand")
        return True

    @property
    def _is_there(self) -> bool:
        query = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'in_hand'"
        return self._connection.execute(query).fetchone() is not None


def _digest(key: bytes, packed: bytes) -> bytes:
    return hashlib.blake2b(packed, digest_size=_DIGEST_BYTES, key=key).digest()


def _unpacked(key: bytes, reading: bytes) -> Held | None:
    digest, packed = reading[:_DIGEST_BYTES], reading[_DIGEST_BYTES:]
    if digest != _digest(key, packed):
        return None
    try:
        held: Held = _DECODER.decode(packed)
    except msgspec.MsgspecError:
        return None
    return held if _is_sound(held) else None


def _is_sound(held: Held) -> bool:
    """Whether all that points into the text does."""
    if held.document is None:
        return not held.passages
    whole = Span(0, len(held.document.text))
    return all(_lies_in(whole, span) for span in _spans(held.document)) and all(
        _lies_in(whole, passage.span)
        and all(_lies_in(passage.span, sentence) for sentence in passage.sentences)
        for passage in held.passages
    )


def _spans(document: Document) -> Iterable[Span]:
    yield from (block.span for block in document.blocks)
    yield from (Span(page.start, page.start) for page in document.pages)


def _lies_in(outer: Span, span: Span) -> bool:
    return span.start <= span.end and outer.holds(span)
