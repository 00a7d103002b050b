"""Opening a library's database, and turning SQLite's errors into sentences."""

import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from qa_app.errors import LibraryBusy, LibraryDamaged, LibraryError, LibraryMismatch, LibraryMissing
from qa_app.library.durable import draft_of, put_in_place
from qa_app.library.schema import SCHEMA_VERSION, TABLES, UPGRADES
from qa_app.library.set_aside import BESIDE, set_aside
from qa_app.library.upgrading import is_shrunk, upgrade_by_one

DATABASE_NAME = "library.sqlite3"
_BUSY_S = 10.0


def open_database(folder: Path) -> sqlite3.Connection:
    """A connection to the library at `folder`, for the thread that asks for it.

    A library of an earlier schema version is brought to this one; nothing in it is lost.

    Raises:
        LibraryMissing: there is none.
        LibraryMismatch: it has a later schema version.
        LibraryDamaged: its database cannot be read.
    """
    path = folder / DATABASE_NAME
    if folder.is_file():
        raise LibraryMissing(f"{folder} is a file; name the folder of a library.")
    if not path.is_file():
        raise LibraryMissing(
            f"There is no library at {folder}; "
            f"make one with: qa-app index FOLDER --library {folder}"
        )
    with translated_errors(folder):
        _check_not_emptied(path)
        connection = _connect(path)
        try:
            version = _version(connection, folder)
            # Another program's file is left as it is.
            connection.execute("PRAGMA journal_mode = WAL")
            _upgrade(connection, version, folder)
        except BaseException:
            connection.close()
            raise
    return connection


def create_database(folder: Path, *, encoder: str, dim: int) -> None:
    """An empty library at `folder`, complete or not there at all.

    Raises:
        LibraryError: the folder cannot be written.
    """
    path = folder / DATABASE_NAME
    draft = draft_of(path)
    with translated_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for end in ("", *BESIDE):
            Path(f"{draft}{end}").unlink(missing_ok=True)
        # SQLite would take the log of a database that is gone for the new one's.
        if not path.exists() and any(Path(f"{path}{end}").exists() for end in BESIDE):
            set_aside(path)
        connection = sqlite3.connect(draft)
        try:
            connection.executescript(TABLES)
            connection.executemany(
                "INSERT INTO meta VALUES (?, ?)",
                [
                    ("schema_version", str(SCHEMA_VERSION)),
                    ("library_id", uuid.uuid4().hex),
                    ("encoder", encoder),
                    ("dim", str(dim)),
                    ("generation", "0"),
                ],
            )
            connection.commit()
        finally:
            connection.close()
        put_in_place(draft, path)


def read_meta(connection: sqlite3.Connection) -> dict[str, str]:
    """Everything the library says of itself."""
    return dict(connection.execute("SELECT key, value FROM meta"))


def commits_seen(connection: sqlite3.Connection) -> tuple[int, int]:
    """A value that changes whenever anything in the database has: by others, or through it."""
    (others,) = connection.execute("PRAGMA data_version").fetchone()
    return int(others), connection.total_changes


def check_encoder(folder: Path, made_with: str, named: str) -> None:
    """Raise LibraryMismatch where the library's vectors are another encoder's."""
    if made_with != named:
        raise LibraryMismatch(
            f"The library at {folder} was made with the encoder {made_with}, the settings name "
            f"{named}; set the model back, or index the folder into a new library "
            "with --library DIR."
        )


def advance_generation(connection: sqlite3.Connection) -> None:
    """Note, inside a transaction, that the passages are others: derived indexes must follow."""
    connection.execute(
        "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'generation'"
    )


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside happens, or none of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        # A full disk may have made SQLite roll back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def translated_errors(folder: Path) -> Iterator[None]:
    """SQLite's and the file system's errors as the sentences a person can act on."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.IntegrityError):  # bugs of ours, not a damaged file
        raise
    except sqlite3.OperationalError as error:
        raise _operational(error, folder) from error
    except sqlite3.DatabaseError as error:
        raise _damaged(folder, error) from error
    except msgspec.MsgspecError as error:  # it holds what was never written to it
        raise _damaged(folder, error) from error
    except OSError as error:
        raise LibraryError(
            f"The library at {folder} cannot be written ({error.strerror or error}); "
            "check the disk and its permissions."
        ) from error


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether an error in reading is the file's fault, and not the disk's or another program's."""
    code = primary_code(error)
    # A text that is none has no code.
    return code is None or code in (
        sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR
    )  # fmt: skip


def primary_code(error: sqlite3.DatabaseError) -> int | None:
    """SQLite's code without what it adds to it, such as what it was busy with."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else int(code) & 0xFF


def how_to_mend(folder: Path) -> str:
    """What to do about a library whose database is damaged."""
    return f"mend it with: qa-app doctor --repair --library {folder}"


def _damaged(folder: Path, error: object) -> LibraryDamaged:
    return LibraryDamaged(
        f"The library's database {folder / DATABASE_NAME} cannot be read ({error}); "
        f"{how_to_mend(folder)}"
    )


def _operational(error: sqlite3.OperationalError, folder: Path) -> LibraryError:
    code = primary_code(error)
    if code is None:
        return _damaged(folder, error)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LibraryBusy(f"The library at {folder} is in use by another program; try again.")
    if code == sqlite3.SQLITE_FULL:
        return LibraryError(f"The disk of {folder} is full; what was indexed before is kept.")
    return LibraryError(
        f"The library at {folder} cannot be used ({error}); check the disk and its permissions."
    )


def _check_not_emptied(path: Path) -> None:
    """SQLite would take an emptied file for a new one and throw its log away."""
    if path.stat().st_size == 0:
        raise _damaged(path.parent, "it is empty")


def _connect(path: Path) -> sqlite3.Connection:
    # Autocommit: every transaction in this package is begun and ended in plain sight.
    connection = sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None)
    # A commit that a power cut takes back would leave ids and generations to be given out again,
    # to other passages than those that the derived indexes have them for.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _version(connection: sqlite3.Connection, folder: Path) -> int:
    """The schema version of the database, whatever program made it."""
    try:
        version = read_meta(connection).get("schema_version", "")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:  # there is a table, it cannot be read
            raise
        version = ""
    if not version.isdecimal():
        raise LibraryDamaged(
            f"{folder / DATABASE_NAME} is not a library's database; {how_to_mend(folder)}"
        )
    return int(version)


def _upgrade(connection: sqlite3.Connection, version: int, folder: Path) -> None:
    """Bring the tables from `version` to this program's, all the way or not at all."""
    if version == SCHEMA_VERSION:
        return
    _check_version(version, folder)
    with transaction(connection):
        # Another process, perhaps of a later program, may have done it since the version was read.
        version = _version(connection, folder)
        _check_version(version, folder)
        for step in range(version, SCHEMA_VERSION):
            upgrade_by_one(connection, step)
        connection.execute(
            "UPDATE meta SET value = ? WHERE key = 'schema_version'", (str(SCHEMA_VERSION),)
        )
    if is_shrunk(version):
        # Where the disk is full, or others are reading, it stays as large as it was.
        with suppress(sqlite3.OperationalError):
            connection.execute("VACUUM")


def _check_version(version: int, folder: Path) -> None:
    if version != SCHEMA_VERSION and version not in UPGRADES:
        raise LibraryMismatch(
            f"The library at {folder} has schema version {version}, this program reads "
            f"{SCHEMA_VERSION}; index the folder into a new library with --library DIR."
        )
