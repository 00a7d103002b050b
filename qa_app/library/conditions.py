"""What was read under other limits, or with other patterns, is read again."""

import sqlite3
from pathlib import PurePosixPath

import msgspec

from qa_app.library.database import transaction
from qa_app.library.excluding import read_patterns
from qa_app.reading.limits import ReadingLimits
from qa_app.reading.registry import format_of, holds_files

_KEY = "read_under"


def outdate(connection: sqlite3.Connection, limits: ReadingLimits) -> None:
    """Let the next run read again what the limits or patterns, if they are new, may bear upon.

    Those are files that hold others, and what was not read or not to its end. What is kept of them
    stays until then.
    """
    now = msgspec.json.encode((limits, read_patterns(connection))).decode()
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (_KEY,)).fetchone()
    if row is not None and row[0] == now:
        return
    rows = connection.execute("SELECT id, path, reason FROM files WHERE read_with != 0")
    again = [(i,) for i, path, reason in rows if reason or _holds_files(path)]
    with transaction(connection):
        connection.executemany("UPDATE files SET read_with = 0 WHERE id = ?", again)
        # No two have the same, and none the one of this program.
        connection.execute("UPDATE documents SET reading_version = -id WHERE left_out != ''")
        connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_KEY, now))


def _holds_files(path: str) -> bool:
    file_format = format_of(PurePosixPath(path))
    return file_format is not None and holds_files(file_format)
