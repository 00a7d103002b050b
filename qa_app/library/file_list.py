"""The files of a library's folders, and what became of each."""

import sqlite3

from qa_app.model import DocumentEntry, FileState
from qa_app.reading.registry import SUPPORTED_SUFFIXES

_OUTDATED = "changed since it was read; what was read of it before is searched"


def entries(connection: sqlite3.Connection) -> tuple[DocumentEntry, ...]:
    """Every file, in order of path.

    One that waits to be read again is pending, and keeps the document that was read of it before:
    that is searched until then.
    """
    titles = dict(connection.execute("SELECT id, title FROM documents"))
    n_passages = dict(
        connection.execute(
            "SELECT document_id, count(*) FROM passages WHERE NOT hidden GROUP BY document_id"
        )
    )
    rows = connection.execute(
        "SELECT folders.path, files.path, state, reason, size_bytes, coalesce(document_id, 0)"
        " FROM files JOIN folders ON folders.id = folder_id"
    )
    listed = [
        DocumentEntry(
            path=_joined(folder, path),
            state=(state := FileState(kept_state)),
            reason=_OUTDATED if document_id and state is FileState.PENDING else reason,
            title=titles.get(document_id, ""),
            n_passages=n_passages.get(document_id, 0),
            size_bytes=size_bytes,
            document_id=document_id,
        )
        for folder, path, kept_state, reason, size_bytes, document_id in rows
    ]
    return tuple(sorted(listed, key=lambda entry: entry.path))


def n_unsearched(connection: sqlite3.Connection) -> int:
    """How many files a person would expect to be searched and that are not, as they stand.

    Those that failed or wait to be read, also where an earlier state of them is searched, and the
    skipped ones of a format that is read, as they are too large. What is in a format that is not
    read, a picture beside the articles, does not count: nobody expects its words to be found.
    """
    is_text = " OR ".join("path LIKE ?" for _ in SUPPORTED_SUFFIXES)
    row = connection.execute(
        "SELECT count(*) FROM files WHERE state != 'indexed' AND (state != ?"  # noqa: S608 - question marks only
        f" OR {is_text})",
        (FileState.SKIPPED, *(f"%{suffix}" for suffix in sorted(SUPPORTED_SUFFIXES))),
    ).fetchone()
    return int(row[0])


def _joined(folder: str, path: str) -> str:
    # A folder that cannot be read is listed as a dot.
    return folder if path == "." else f"{folder.rstrip('/')}/{path}"
