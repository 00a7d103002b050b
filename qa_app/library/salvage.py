"""What can still be read of a damaged database, row by row."""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import msgspec

from qa_app.encoding.protocol import PassageText, PassageVectors
from qa_app.errors import PatternError
from qa_app.library.database import read_meta
from qa_app.library.database_checks import are_vectors_good
from qa_app.library.excluding import Exclusion, read_patterns
from qa_app.library.folder_list import FolderList
from qa_app.library.store import unpack_spans
from qa_app.library.upgrading import pack_again
from qa_app.library.vector_rows import packed_by_id, unpack_vectors
from qa_app.library.writer import text_as_encoded, text_key

# So many ids that nothing can be read of, one after the other, are the end of a table whose own
# end cannot be read.
_LOST = 10_000
# What is damaged may name an id that no table reaches.
_MOST_LOST = 2_000_000
_ENCODED = "document_id, context, text, sentences"


@contextmanager
def opened_as_it_is(database: Path) -> Iterator[sqlite3.Connection]:
    """A database that may be damaged, for reading; with its log it may be folded into it."""
    log = Path(f"{database}-wal")
    # Of an emptied file SQLite would throw the log away.
    if database.stat().st_size and log.exists() and log.stat().st_size:
        connection = sqlite3.connect(database, isolation_level=None)
    else:
        address = f"{database.absolute().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(address, uri=True, isolation_level=None)
    with closing(connection):
        # Else a file that has lost its end is refused whole.
        connection.execute("PRAGMA writable_schema = ON")
        yield connection


def readable_rows(
    connection: sqlite3.Connection, table: str, columns: str = "*"
) -> Iterator[sqlite3.Row]:
    """Every row of a table that can be read, its id first, whatever lies between them."""
    query = f"SELECT rowid AS _id, {columns} FROM {table} WHERE rowid "  # noqa: S608 - constants
    last = 0
    while True:
        try:
            for row in _rows(connection, f"{query}> ? ORDER BY rowid", last):
                # A tree that is damaged may lead back.
                if row["_id"] > last:
                    last = row["_id"]
                    yield row
        except sqlite3.DatabaseError:
            beyond = _beyond(connection, f"{query}= ?", last, _highest_id(connection, table, last))
        else:
            return
        if beyond is None:
            return
        last = beyond["_id"]
        yield beyond


def _rows(connection: sqlite3.Connection, query: str, value: int) -> Iterator[sqlite3.Row]:
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    yield from cursor.execute(query, (value,))


def _beyond(
    connection: sqlite3.Connection, query: str, last: int, highest: int
) -> sqlite3.Row | None:
    """The first row after `last` that can be read by its id."""
    for row_id in range(last + 1, highest + 1):
        try:
            row = next(_rows(connection, query, row_id), None)
        except sqlite3.DatabaseError:
            continue
        if row is not None:
            return row
    return None


def _highest_id(connection: sqlite3.Connection, table: str, last: int) -> int:
    queries = (
        f"SELECT max(rowid) FROM {table}",  # noqa: S608 - a constant
        f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'",  # noqa: S608 - a constant
    )
    for query in queries:
        try:
            (found,) = connection.execute(query).fetchone() or (None,)
        except sqlite3.DatabaseError:
            continue
        if found is not None:
            return min(int(found), last + _MOST_LOST)
    return last + _LOST


def salvaged_folders(database: Path) -> FolderList:
    """The folders and patterns of a damaged database, as far as they can be read."""
    with opened_as_it_is(database) as connection:
        folders = [row["path"] for row in readable_rows(connection, "folders", "path")]
        try:
            patterns = read_patterns(connection)
            Exclusion(patterns)
        except (sqlite3.DatabaseError, msgspec.MsgspecError, PatternError):
            patterns = ()
    return FolderList(tuple(folders), patterns)


class SalvagedVectors:
    """The vectors that a database has, by what was encoded, as long as the connection is open."""

    def __init__(
        self, connection: sqlite3.Connection, dim: int, only: Collection[int] | None = None
    ) -> None:
        """Find what there is; of the documents in `only`, where that is given."""
        self._connection = connection
        self._dim = dim
        self._is_early = _has_vectors_in_passages(connection)
        self._passages: dict[bytes, int] = {}
        documents = readable_rows(connection, "documents", "title")
        titles = {row["_id"]: row["title"] for row in documents}
        for row in readable_rows(connection, "passages", _ENCODED):
            document_id = row["document_id"]
            if document_id in titles and (only is None or document_id in only):
                text = _passage_text(titles[document_id], row)
                if text is not None:
                    self._passages[text_key(text)] = row["_id"]

    def of(self, text: PassageText) -> PassageVectors | None:
        """The vectors of a text; None where there are none that can be read."""
        return self._at(self._passages.get(text_key(text), 0))

    def all(self) -> dict[bytes, PassageVectors]:
        """All that can be read, by the key of the text."""
        found = ((key, self._at(row_id)) for key, row_id in self._passages.items())
        return {key: vectors for key, vectors in found if vectors is not None}

    def _at(self, row_id: int) -> PassageVectors | None:
        try:
            row = self._row(row_id)
        except sqlite3.DatabaseError:
            return None
        if row is None or not are_vectors_good(*row, dim=self._dim):
            return None
        _, _, vector, rows = row
        return PassageVectors(unpack_vectors(vector, self._dim)[0], unpack_vectors(rows, self._dim))

    def _row(self, row_id: int) -> tuple[str, bytes, bytes, bytes] | None:
        """The text of a passage, its sentences, and the vectors as they are packed now."""
        if self._is_early:
            query = "SELECT text, sentences, vector, sentence_vectors FROM passages WHERE id = ?"
            row = self._connection.execute(query, (row_id,)).fetchone()
            n = 2 * self._dim
            if row is None or len(row[2]) % n or len(row[3]) % n:
                return None
            return row[0], row[1], *(pack_again(packed, self._dim) for packed in row[2:])
        query = "SELECT text, sentences FROM passages WHERE id = ?"
        row = self._connection.execute(query, (row_id,)).fetchone()
        packed = packed_by_id(self._connection, [row_id])
        return None if row is None or row_id not in packed else (*row, *packed[row_id])


def _has_vectors_in_passages(connection: sqlite3.Connection) -> bool:
    """Whether a database is of schema version 5 or earlier."""
    with suppress(sqlite3.DatabaseError):
        connection.execute("SELECT vector FROM passages LIMIT 0")
        return True
    return False


def _passage_text(title: str, row: sqlite3.Row) -> PassageText | None:
    """What was encoded of a passage; None where its sentences are none."""
    if len(row["sentences"]) % 8:
        return None
    sentences = unpack_spans(row["sentences"])
    return text_as_encoded(title, row["context"], row["text"], sentences)


def encoder_of(connection: sqlite3.Connection) -> str:
    """The encoder that made a database's vectors; empty where that cannot be read."""
    try:
        return read_meta(connection).get("encoder", "")
    except sqlite3.DatabaseError:
        return ""
