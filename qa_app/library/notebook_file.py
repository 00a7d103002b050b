"""The file that a library's notebook is: opening it, and saying what is wrong with it."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from qa_app.errors import LibraryMissing, NotebookDamaged, NotebookError
from qa_app.library.database import (
    DATABASE_NAME,
    how_to_mend,
    is_damage,
    primary_code,
    transaction,
)

NOTEBOOK_NAME = "notebook.sqlite"
NOTEBOOK_NAMES = (NOTEBOOK_NAME, f"{NOTEBOOK_NAME}-wal", f"{NOTEBOOK_NAME}-shm")
SCHEMA_VERSION = 4
# Says that a SQLite file is a notebook and no other program's: “QAnb”.
_APPLICATION_ID = 0x51416E62
_BUSY_S = 5.0
_RETRY_S = 0.01
_STATE = """
SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)
FROM pragma_application_id, pragma_user_version
"""

_CORRECTIONS = """
CREATE TABLE corrections (
    turn INTEGER PRIMARY KEY AUTOINCREMENT,  -- the higher, the later made
    content_hash TEXT NOT NULL,
    path TEXT NOT NULL,
    fields TEXT NOT NULL                     -- JSON: those that were corrected, by name
) STRICT"""
_BROUGHT_BACK = """
CREATE TABLE brought_back (
    content_hash TEXT NOT NULL,
    path TEXT NOT NULL,
    words TEXT NOT NULL,                     -- of the furniture that is searched all the same
    PRIMARY KEY (content_hash, path, words)
) STRICT, WITHOUT ROWID"""
TABLES = (
    """
CREATE TABLE questions (
    turn INTEGER PRIMARY KEY AUTOINCREMENT,  -- the higher, the later asked, whatever the clock says
    question TEXT NOT NULL UNIQUE,
    dropped TEXT NOT NULL,                   -- JSON
    asked_at TEXT NOT NULL,                  -- ISO 8601 with the offset from UTC
    saved INTEGER NOT NULL
) STRICT""",
    """
CREATE TABLE snippets (
    id TEXT PRIMARY KEY,
    quote TEXT NOT NULL,
    path TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,  -- code points of the document's text
    paragraph INTEGER NOT NULL,
    metadata TEXT NOT NULL,                  -- JSON
    question TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    prefix TEXT NOT NULL, suffix TEXT NOT NULL,
    note TEXT NOT NULL,
    tags TEXT NOT NULL,                      -- JSON
    "group" TEXT NOT NULL,
    place INTEGER NOT NULL,
    state TEXT NOT NULL,                     -- as it was when it was last looked up
    page TEXT NOT NULL DEFAULT '',
    page_by_hand TEXT NOT NULL DEFAULT '',
    paragraph_by_hand INTEGER NOT NULL DEFAULT 0
) STRICT""",
    _CORRECTIONS,
    _BROUGHT_BACK,
)
# What brings a notebook of each earlier version to the next one.
UPGRADES = {
    1: (_CORRECTIONS,),
    2: (
        "ALTER TABLE snippets ADD COLUMN page TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE snippets ADD COLUMN page_by_hand TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE snippets ADD COLUMN paragraph_by_hand INTEGER NOT NULL DEFAULT 0",
    ),
    3: (_BROUGHT_BACK,),
}


@contextmanager
def read_notebook(library: Path) -> Iterator[sqlite3.Connection | None]:
    """The notebook of the library at `library`; None where nothing has been kept yet.

    Raises:
        NotebookError: it cannot be read.
    """
    path = library / NOTEBOOK_NAME
    with _translated(path):
        if not path.exists():
            yield None
            return
        with closing(_open(path)) as connection:
            yield connection


@contextmanager
def write_notebook(library: Path) -> Iterator[sqlite3.Connection]:
    """The notebook inside a transaction; it is made where there is none.

    Raises:
        LibraryMissing: there is no library to keep anything in.
        NotebookError: the notebook cannot be read or written; it is left as it was.
    """
    path = library / NOTEBOOK_NAME
    if not path.exists() and not (library / DATABASE_NAME).is_file():
        raise LibraryMissing(f"There is no library at {library} yet; index a folder first.")
    with _translated(path), closing(_open(path)) as connection, transaction(connection):
        yield connection


def storable(text: str) -> str:
    """The text; half a character, which neither a database nor a pipe can carry, as U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _open(path: Path) -> sqlite3.Connection:
    """A connection to a notebook, new or known; what is neither is not touched."""
    _check_not_emptied(path)
    connection = sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None)
    try:
        if not _is_made(connection, path):
            _make(connection, path)
        _upgrade(connection)
        _keep_a_log(connection)
        # What a person made by hand cannot be made again from the folder.
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def _keep_a_log(connection: sqlite3.Connection) -> None:
    """Turn WAL on. Where two do so at once, SQLite turns one of them away instead of waiting."""
    until = time.monotonic() + _BUSY_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            is_busy = primary_code(error) == sqlite3.SQLITE_BUSY
            if not is_busy or time.monotonic() > until:
                raise
            time.sleep(_RETRY_S)
        else:
            return


def _check_not_emptied(path: Path) -> None:
    """SQLite would take an emptied file for a new one and throw its log away."""
    log = path.with_name(f"{NOTEBOOK_NAME}-wal")
    is_empty = path.exists() and path.stat().st_size == 0
    if is_empty and log.exists() and log.stat().st_size > 0:
        raise _unreadable(path, "it is empty, but its log is not")


def _is_made(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the tables are there; False for an empty file.

    Raises:
        NotebookError: the file is not ours, or a later program's.
    """
    # One statement sees one state: between two, another process may have made the tables.
    application, version, n_tables = connection.execute(_STATE).fetchone()
    if (application, version, n_tables) == (0, 0, 0):
        return False
    if application != _APPLICATION_ID:
        raise _unreadable(path, "another program made it")
    if not 1 <= version <= SCHEMA_VERSION:
        raise NotebookError(
            f"The notebook {path} has version {version}, this program reads {SCHEMA_VERSION}; "
            "use the program that wrote it."
        )
    return True


def _make(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables, all or none of them."""
    with transaction(connection):
        # Another process may have made them since.
        if _is_made(connection, path):
            return
        for table in TABLES:
            connection.execute(table)
        connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _upgrade(connection: sqlite3.Connection) -> None:
    """Bring a notebook of an earlier version to this one, all or nothing; nothing in it is lost."""
    if _version(connection) == SCHEMA_VERSION:
        return
    with transaction(connection):
        # Another process may have done it since.
        for version in range(_version(connection), SCHEMA_VERSION):
            for statement in UPGRADES[version]:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """What can go wrong with the file as one sentence that a person can act on."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.IntegrityError):  # a bug of ours
        raise
    except msgspec.MsgspecError as error:
        raise _unreadable(path, f"it holds what no notebook holds: {error}") from error
    except (sqlite3.DataError, OverflowError) as error:
        raise NotebookError(
            f"That is too long to be kept in the notebook {path}; keep less of it."
        ) from error
    except sqlite3.OperationalError as error:
        raise _operational(error, path) from error
    except sqlite3.DatabaseError as error:
        raise _unreadable(path, str(error)) from error
    except OSError as error:
        raise _unusable(path, error.strerror or str(error)) from error


def _operational(error: sqlite3.OperationalError, path: Path) -> NotebookError:
    code = primary_code(error)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return NotebookError(f"The notebook {path} is in use by another program; try again.")
    if is_damage(error):  # its tables are not those it should have
        return _unreadable(path, str(error))
    return _unusable(path, str(error))


def _unreadable(path: Path, why: str) -> NotebookDamaged:
    return NotebookDamaged(
        f"The notebook {path} cannot be read ({why}); it is left as it is: put a copy in its "
        f"place, or {how_to_mend(path.parent)}"
    )


def _unusable(path: Path, why: str) -> NotebookError:
    return NotebookError(
        f"The notebook {path} cannot be used ({why}); check the disk and its permissions."
    )
