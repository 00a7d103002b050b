"""Documents as copies on the disk: the hash of their bytes and the files that hold them."""

import sqlite3
from collections.abc import Collection

from msgspec import Struct

from qa_app.model import Metadata

_PATHS = (
    "SELECT document_id, folders.path || '/' || files.path FROM files"
    " JOIN folders ON folders.id = folder_id WHERE document_id = ? ORDER BY files.id"
)

_DOCUMENT = "SELECT id, content_hash, title, publisher, author, date, address FROM documents"
_BY_ID = f"{_DOCUMENT} WHERE id = ?"
_BY_CONTENT = f"{_DOCUMENT} WHERE content_hash = ? ORDER BY id DESC"


class Copy(Struct, frozen=True):
    """A document as a library has it: the hash of its bytes, and the files that hold it.

    `own` is what the document says of itself.
    """

    document_id: int
    content_hash: str
    paths: tuple[str, ...]
    own: Metadata


def copies_by_id(connection: sqlite3.Connection, ids: Collection[int]) -> dict[int, Copy]:
    """The documents that are in the library and in a file, by id."""
    found = (_copy(connection, _BY_ID, document_id) for document_id in ids)
    return {copy.document_id: copy for copy in found if copy is not None}


def copy_of_content(connection: sqlite3.Connection, content_hash: str) -> Copy | None:
    """The document of a content hash, where a file holds it."""
    return _copy(connection, _BY_CONTENT, content_hash)


def copy_at(connection: sqlite3.Connection, path: str) -> Copy | None:
    """The document that the file at `path` holds."""
    for folder_id, folder in connection.execute("SELECT id, path FROM folders").fetchall():
        within = f"{folder}/"
        if path.startswith(within):
            row = connection.execute(
                "SELECT document_id FROM files WHERE folder_id = ? AND path = ?",
                (folder_id, path.removeprefix(within)),
            ).fetchone()
            if row is not None and row[0] is not None:
                return _copy(connection, _BY_ID, row[0])
    return None


def _copy(connection: sqlite3.Connection, query: str, value: str | int) -> Copy | None:
    for document_id, content_hash, *about in connection.execute(query, (value,)).fetchall():
        paths = tuple(path for _, path in connection.execute(_PATHS, (document_id,)))
        if paths:
            return Copy(document_id, content_hash, paths, Metadata(*about))
    return None
