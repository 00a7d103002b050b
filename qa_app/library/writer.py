"""Writing the database. Every function runs inside a transaction that its caller holds."""

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from itertools import islice

import msgspec
from msgspec import Struct

from qa_app.encoding.protocol import PassageText, PassageVectors
from qa_app.errors import FolderError
from qa_app.library.document_texts import put_rest
from qa_app.library.folder import FoundFile
from qa_app.library.repetition import line_key, note_site
from qa_app.library.store import pack_spans
from qa_app.library.vector_rows import pack_vectors, packed_rows, put_rows
from qa_app.model import Document, FileProblem, FileState, Passage, Span

# Vectors of so many passages are packed at once; their document may have any number.
_AT_ONCE = 64


class KnownFile(Struct, frozen=True):
    """A file as the library last saw it.

    `document_id` is None where it was never read, or holds nothing but other files. `container` is
    the file that it lies in, `read_with` the reading version it was read with.
    """

    id: int
    path: str
    size_bytes: int
    mtime_ns: int
    document_id: int | None
    state: FileState
    reason: str
    container: str
    read_with: int


class Identity(Struct, frozen=True):
    """What makes a document that document: the bytes of its file, and how they were read."""

    content_hash: str
    format: str
    reading_version: int


class EncodedPassage(Struct, frozen=True):
    """A passage ready to be kept."""

    passage: Passage
    n_terms: int
    vectors: PassageVectors


def ensure_folder(connection: sqlite3.Connection, path: str) -> int:
    """The id of the folder at `path`, added where it is new."""
    connection.execute("INSERT OR IGNORE INTO folders (path) VALUES (?)", (path,))
    row = connection.execute("SELECT id FROM folders WHERE path = ?", (path,)).fetchone()
    return int(row[0])


def known_files(connection: sqlite3.Connection, folder: str) -> dict[str, KnownFile]:
    """The files of a folder as last seen, by path; empty where the folder is new."""
    rows = connection.execute(
        "SELECT f.id, f.path, size_bytes, mtime_ns, document_id, state, reason, container,"
        " read_with FROM files f JOIN folders ON folders.id = folder_id WHERE folders.path = ?",
        (folder,),
    )
    known = (
        KnownFile(i, path, size, mtime, document_id, FileState(state), reason, container, version)
        for i, path, size, mtime, document_id, state, reason, container, version in rows
    )
    return {file.path: file for file in known}


def find_document(connection: sqlite3.Connection, identity: Identity) -> int | None:
    """The document of that identity, if the library has it."""
    row = connection.execute(
        "SELECT id FROM documents WHERE content_hash = ? AND format = ? AND reading_version = ?",
        (identity.content_hash, identity.format, identity.reading_version),
    ).fetchone()
    return None if row is None else int(row[0])


def put_document(
    connection: sqlite3.Connection,
    identity: Identity,
    document: Document,
    passages: Iterable[EncodedPassage],
) -> tuple[int, list[int]]:
    """Keep a document with its passages: its id, and theirs in order."""
    about = document.metadata
    document_id = _new_document_id(connection)
    connection.execute(
        "INSERT INTO documents (id, content_hash, format, reading_version, blocks, pages,"
        " title, publisher, author, date, address, left_out)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document_id, identity.content_hash, identity.format, identity.reading_version,
            msgspec.json.encode(document.blocks),
            msgspec.json.encode(document.pages),
            about.title, about.publisher, about.author, about.date, about.address,
            document.left_out,
        ),
    )  # fmt: skip
    waiting = iter(passages)
    ids: list[int] = []
    while some := list(islice(waiting, _AT_ONCE)):
        ids += put_passages(connection, document_id, document, some)
    note_rest(connection, document_id, document.text)
    return document_id, ids


def note_rest(connection: sqlite3.Connection, document_id: int, text: str) -> None:
    """Keep what of a document's text is no passage's, now that its passages are these."""
    query = 'SELECT start, "end" FROM passages WHERE document_id = ?'
    spans = [Span(*row) for row in connection.execute(query, (document_id,))]
    put_rest(connection, document_id, text, spans)


def _new_document_id(connection: sqlite3.Connection) -> int:
    """An id that no document has or had: what a window still shows must not become another."""
    (new,) = connection.execute(
        "SELECT 1 + max(coalesce((SELECT max(id) FROM documents), 0), coalesce((SELECT"
        " CAST(value AS INTEGER) FROM meta WHERE key = 'last_document_id'), 0))"
    ).fetchone()
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('last_document_id', ?)", (str(new),))
    return int(new)


def put_passages(
    connection: sqlite3.Connection,
    document_id: int,
    document: Document,
    passages: Sequence[EncodedPassage],
) -> list[int]:
    """Keep passages of a document: their ids."""
    packed = packed_rows([kept.vectors for kept in passages])
    ids = [_put_passage(connection, document_id, document, kept) for kept in passages]
    for passage_id, (vector, sentences) in zip(ids, packed, strict=True):
        put_rows(connection, passage_id, vector, sentences)
    return ids


def _put_passage(
    connection: sqlite3.Connection, document_id: int, document: Document, kept: EncodedPassage
) -> int:
    passage = kept.passage
    text = passage_text(document, passage)
    key = text_key(text)
    connection.execute("DELETE FROM set_aside WHERE key = ?", (key,))
    cursor = connection.execute(
        'INSERT INTO passages (document_id, start, "end", paragraph, page, kind, context, text,'
        " n_terms, sentences, line, encoded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document_id, passage.span.start, passage.span.end, passage.paragraph, passage.page,
            passage.kind, passage.context, text.text, kept.n_terms, pack_spans(text.sentences),
            line_key(text.text), short_key(key),
        ),
    )  # fmt: skip
    return int(cursor.lastrowid or 0)


def count_anew(connection: sqlite3.Connection) -> None:
    """Sum up the passages: of those that were damaged, what was counted is not what went."""
    connection.execute(
        "UPDATE totals SET (n_passages, n_terms, n_sentences) ="
        " (SELECT count(*), coalesce(sum(n_terms), 0), coalesce(sum(length(sentences)), 0) / 8"
        " FROM passages WHERE NOT hidden)"
    )


def left_out_of(connection: sqlite3.Connection, document_id: int) -> str:
    """What of a document's file is not in its text."""
    query = "SELECT left_out FROM documents WHERE id = ?"
    return str(connection.execute(query, (document_id,)).fetchone()[0])


def link_file(
    connection: sqlite3.Connection,
    folder_id: int,
    file: FoundFile,
    document_id: int | None,
    *,
    reason: str,
    read_with: int,
) -> None:
    """Note that `file` holds that document now, or only other files; `reason` is what it lacks."""
    connection.execute(
        "INSERT INTO files (folder_id, path, size_bytes, mtime_ns, document_id, state, reason,"
        " container, read_with) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (folder_id, path) DO UPDATE SET"
        " size_bytes = excluded.size_bytes, mtime_ns = excluded.mtime_ns,"
        " document_id = excluded.document_id, state = excluded.state, reason = excluded.reason,"
        " container = excluded.container, read_with = excluded.read_with",
        (
            folder_id, file.path, file.size_bytes, file.mtime_ns, document_id, FileState.INDEXED,
            reason, file.container, read_with,
        ),
    )  # fmt: skip
    if document_id is not None:
        note_site(connection, document_id)


def record_failure(
    connection: sqlite3.Connection,
    folder_id: int,
    file: FoundFile,
    problem: FileProblem,
    *,
    read_with: int,
) -> None:
    """Note why a file, as it is now, gave no document; what was read of it before is kept."""
    connection.execute(
        "INSERT INTO files (folder_id, path, size_bytes, mtime_ns, state, reason, container,"
        " read_with) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (folder_id, path) DO UPDATE SET"
        " size_bytes = excluded.size_bytes, mtime_ns = excluded.mtime_ns, state = excluded.state,"
        " reason = excluded.reason, container = excluded.container, read_with = excluded.read_with",
        (
            folder_id, file.path, file.size_bytes, file.mtime_ns, problem.state, problem.reason,
            file.container, read_with,
        ),
    )  # fmt: skip


def record_pending(
    connection: sqlite3.Connection, folder_id: int, files: Iterable[FoundFile]
) -> None:
    """Note that files wait to be read; what was read of them before is kept."""
    connection.executemany(
        "INSERT INTO files (folder_id, path, size_bytes, mtime_ns, document_id, state)"
        " VALUES (?, ?, ?, ?, NULL, ?) ON CONFLICT (folder_id, path) DO UPDATE SET"
        " size_bytes = excluded.size_bytes, mtime_ns = excluded.mtime_ns,"
        " state = excluded.state, reason = ''",
        ((folder_id, f.path, f.size_bytes, f.mtime_ns, FileState.PENDING) for f in files),
    )


def record_problem(
    connection: sqlite3.Connection, folder_id: int, problem: FileProblem, size_bytes: int
) -> None:
    """Note why a file is not even looked into; what was read of it before is kept."""
    connection.execute(
        "INSERT INTO files (folder_id, path, size_bytes, mtime_ns, document_id, state, reason)"
        " VALUES (?, ?, ?, 0, NULL, ?, ?) ON CONFLICT (folder_id, path) DO UPDATE SET"
        " size_bytes = excluded.size_bytes, state = excluded.state, reason = excluded.reason,"
        " read_with = 0",
        (folder_id, problem.path, size_bytes, problem.state, problem.reason),
    )


def remark_on_document(
    connection: sqlite3.Connection, document_id: int, reason: str
) -> list[FileProblem]:
    """Note what is amiss with a document that is searched all the same; empty where nothing is.

    What reading left out of it stays noted.

    Returns:
        The files, of whatever folder, that hold it as they stand, with their whole path.
    """
    held = (document_id, FileState.INDEXED)
    noted = "; ".join(filter(None, (left_out_of(connection, document_id), reason)))
    connection.execute(
        "UPDATE files SET reason = ? WHERE document_id = ? AND state = ?", (noted, *held)
    )
    rows = connection.execute(
        "SELECT folders.path, files.path FROM files JOIN folders ON folders.id = folder_id"
        " WHERE document_id = ? AND state = ? ORDER BY 1, 2",
        held,
    )
    return [FileProblem(f"{folder}/{path}", FileState.INDEXED, reason) for folder, path in rows]


def forget_files(connection: sqlite3.Connection, file_ids: Iterable[int]) -> None:
    """Drop files that are no longer in their folder."""
    rows = [(i,) for i in file_ids]
    query = "SELECT document_id FROM files WHERE id = ?"
    held = [connection.execute(query, row).fetchone() for row in rows]
    connection.executemany("DELETE FROM files WHERE id = ?", rows)
    # Another file may hold the document still, in another folder.
    for document_id in {row[0] for row in held if row and row[0] is not None}:
        note_site(connection, document_id)


def drop_orphans(connection: sqlite3.Connection) -> list[int]:
    """Drop documents that no file holds any more; the ids of the passages that went with them."""
    held = "SELECT document_id FROM files WHERE document_id IS NOT NULL"
    orphans = f"SELECT id FROM documents WHERE id NOT IN ({held})"  # noqa: S608 - a constant
    gone = [
        row[0]
        for row in connection.execute(f"SELECT id FROM passages WHERE document_id IN ({orphans})")  # noqa: S608 - a constant
    ]
    connection.execute(f"DELETE FROM documents WHERE id IN ({orphans})")  # noqa: S608 - a constant
    return gone


def set_aside(
    connection: sqlite3.Connection, made: Iterable[tuple[PassageText, PassageVectors]]
) -> None:
    """Keep vectors of a document that is not yet encoded to its end, until its passages are."""
    connection.executemany(
        "INSERT OR IGNORE INTO set_aside VALUES (?, ?, ?)",
        (
            (text_key(text), pack_vectors(own.passage), pack_vectors(own.sentences))
            for text, own in made
        ),
    )


def drop_set_aside(connection: sqlite3.Connection) -> None:
    """Everything is encoded to its end."""
    connection.execute("DELETE FROM set_aside")


def forget_folder(connection: sqlite3.Connection, path: str) -> int:
    """Drop a folder with its files; how many there were.

    Raises:
        FolderError: the library has no such folder.
    """
    row = connection.execute("SELECT id FROM folders WHERE path = ?", (path,)).fetchone()
    if row is None:
        known = ", ".join(row[0] for row in connection.execute("SELECT path FROM folders"))
        raise FolderError(f"The library has no folder {path}; it has: {known or 'none'}.")
    n_files = connection.execute("DELETE FROM files WHERE folder_id = ?", row).rowcount
    connection.execute("DELETE FROM folders WHERE id = ?", row)
    return int(n_files)


def passage_text(document: Document, passage: Passage) -> PassageText:
    """A passage as the encoder reads it."""
    return text_as_encoded(
        document.metadata.title,
        passage.context,
        passage.span.of(document.text),
        tuple(span.shifted(-passage.span.start) for span in passage.sentences),
    )


def text_as_encoded(
    title: str, context: str, text: str, sentences: tuple[Span, ...]
) -> PassageText:
    """What the encoder reads, of what is kept of a passage and its document."""
    return PassageText("\n".join(part for part in (title, context) if part), text, sentences)


def text_key(text: PassageText) -> bytes:
    """Names all that is encoded of a passage."""
    sentences = pack_spans(text.sentences)
    digest = hashlib.sha256(f"{text.context}\0{text.text}\0".encode())
    digest.update(sentences)
    return digest.digest()


def short_key(key: bytes) -> int:
    """A `text_key` as a column holds it; never 0. Two texts may share it."""
    return int.from_bytes(key[:8], "big", signed=True) or 1
