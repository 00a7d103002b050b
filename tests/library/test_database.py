"""Opening, making and writing the database."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest

from qa_app.errors import LibraryBusy, LibraryDamaged, LibraryError, LibraryMismatch, LibraryMissing
from qa_app.library import database, upgrading
from qa_app.library.database import (
    DATABASE_NAME,
    advance_generation,
    create_database,
    is_damage,
    open_database,
    read_meta,
    transaction,
    translated_errors,
)
from qa_app.library.database_checks import bad_documents
from qa_app.library.document_texts import text_of
from qa_app.library.library import Library
from qa_app.library.schema import EXAMINED_TABLES, SCHEMA_VERSION, TABLES
from qa_app.library.vector_rows import vectors_by_id
from tests.library.conftest import Index, write


@pytest.fixture
def connection(library_dir: Path) -> Iterator[sqlite3.Connection]:
    """An empty library's database."""
    create_database(library_dir, encoder="hash-64", dim=64)
    connection = open_database(library_dir)
    yield connection
    connection.close()


def test_new_database_says_what_it_is(connection: sqlite3.Connection) -> None:
    """Schema version, encoder, dimension and a first generation are there from the start."""
    meta = read_meta(connection)
    assert meta.pop("library_id")
    assert meta == {
        "schema_version": str(SCHEMA_VERSION),
        "encoder": "hash-64",
        "dim": "64",
        "generation": "0",
    }


def test_every_library_has_an_id_of_its_own(tmp_path: Path) -> None:
    """No two libraries are taken for one."""
    ids = set()
    for name in ("one", "two"):
        create_database(tmp_path / name, encoder="hash-64", dim=64)
        connection = open_database(tmp_path / name)
        ids.add(read_meta(connection)["library_id"])
        connection.close()
    assert len(ids) == 2


def test_database_is_complete_or_not_there(
    library_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Making one that fails half-way leaves none, and does not stand in the next one's way."""
    with monkeypatch.context() as patch:
        patch.setattr(database, "TABLES", TABLES + "CREATE NONSENSE;")
        with pytest.raises(LibraryError):
            create_database(library_dir, encoder="hash-64", dim=64)
    with pytest.raises(LibraryMissing):
        open_database(library_dir)
    create_database(library_dir, encoder="hash-64", dim=64)
    open_database(library_dir).close()
    assert [file.name for file in library_dir.iterdir()] == [DATABASE_NAME]


def test_transaction_moves_the_generation_on(connection: sqlite3.Connection) -> None:
    """What is written inside stays, and the generation is one higher where that was asked for."""
    with transaction(connection):
        connection.execute("INSERT INTO folders (path) VALUES ('/a')")
    assert read_meta(connection)["generation"] == "0"
    with transaction(connection):
        advance_generation(connection)
    assert read_meta(connection)["generation"] == "1"
    assert connection.execute("SELECT path FROM folders").fetchall() == [("/a",)]


def test_transaction_that_fails_leaves_nothing(connection: sqlite3.Connection) -> None:
    """An exception takes back all that was written inside, the generation too."""
    with pytest.raises(sqlite3.IntegrityError), transaction(connection):
        connection.executemany("INSERT INTO folders (path) VALUES (?)", [("/a",), ("/a",)])
    assert read_meta(connection)["generation"] == "0"
    assert connection.execute("SELECT path FROM folders").fetchall() == []


def test_transaction_that_sqlite_took_back_itself(connection: sqlite3.Connection) -> None:
    """The error that ended it comes through, not one about taking it back twice."""
    script = "INSERT INTO folders (path) VALUES ('/a'); ROLLBACK; SELECT nonsense"
    with pytest.raises(sqlite3.OperationalError, match="nonsense"), transaction(connection):
        _run_in_pieces(connection, script)


def _run_in_pieces(connection: sqlite3.Connection, script: str) -> None:
    for statement in script.split(";"):
        connection.execute(statement)


@pytest.mark.usefixtures("connection")
def test_database_in_use(library_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that another program has locked is busy, not broken or of another version."""
    monkeypatch.setattr(database, "_BUSY_S", 0.01)
    other = sqlite3.connect(library_dir / DATABASE_NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    mine = open_database(library_dir)
    with (
        pytest.raises(LibraryBusy, match=str(library_dir)),
        translated_errors(library_dir),
        transaction(mine),
    ):
        pass
    mine.close()
    other.close()


def test_version_that_cannot_be_read_is_no_other_version(
    library_dir: Path, connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Trouble in reading the version is told as such, not as a mismatch."""
    assert connection

    def fail(_connection: sqlite3.Connection) -> dict[str, str]:
        error = sqlite3.OperationalError("database is locked")
        error.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise error

    monkeypatch.setattr(database, "read_meta", fail)
    with pytest.raises(LibraryBusy):
        open_database(library_dir)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (sqlite3.DatabaseError("malformed"), LibraryDamaged),
        (OSError(28, "No space left on device"), LibraryError),
        (PermissionError(13, "Permission denied"), LibraryError),
    ],
)
def test_errors_become_sentences(
    error: Exception, expected: type[LibraryError], library_dir: Path
) -> None:
    """Each names the library and what went wrong."""
    with pytest.raises(expected, match=str(library_dir)) as caught, translated_errors(library_dir):
        raise error
    assert str(error.args[-1]) in str(caught.value)


@pytest.mark.parametrize(
    ("code", "is_ours"),
    [
        (None, True),
        (sqlite3.SQLITE_CORRUPT, True),
        (sqlite3.SQLITE_CORRUPT_INDEX, True),
        (sqlite3.SQLITE_NOTADB, True),
        (sqlite3.SQLITE_IOERR_READ, False),
        (sqlite3.SQLITE_BUSY_RECOVERY, False),
        (sqlite3.SQLITE_FULL, False),
    ],
)
def test_only_what_is_wrong_with_the_file_is_damage(code: int | None, is_ours: bool) -> None:
    """A disk that cannot be read today is no reason to set a database aside."""
    error = sqlite3.OperationalError("trouble")
    if code is not None:
        error.sqlite_errorcode = code
    assert is_damage(error) == is_ours


def test_busy_with_whatever_is_busy(library_dir: Path) -> None:
    """SQLite says what it was busy with in its code; it is busy all the same."""
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY_RECOVERY
    with pytest.raises(LibraryBusy), translated_errors(library_dir):
        raise error


@pytest.mark.parametrize("error", [ValueError("a bug"), sqlite3.ProgrammingError("a bug")])
def test_bugs_stay_bugs(error: Exception, library_dir: Path) -> None:
    """What neither the person nor the disk caused is not dressed up as theirs."""
    with pytest.raises(type(error), match="a bug"), translated_errors(library_dir):
        raise error


# What no library before schema version 6 had, and what it had in its place.
_WITHOUT_THE_SIXTH = (
    "DROP TRIGGER passage_counted; DROP TRIGGER passage_discounted; DROP TRIGGER passage_hidden;"
    "DROP TABLE totals; DROP INDEX passages_by_paragraph; DROP INDEX passages_hidden;"
    "CREATE INDEX passages_by_paragraph ON passages (document_id, paragraph);"
    "DROP TRIGGER sentences_went; DROP TABLE vectors; DROP TABLE sentence_vectors;"
    "ALTER TABLE documents DROP COLUMN rest; ALTER TABLE documents DROP COLUMN text_digest;"
    "ALTER TABLE documents ADD COLUMN text TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE passages ADD COLUMN vector BLOB NOT NULL DEFAULT x'';"
    "ALTER TABLE passages ADD COLUMN sentence_vectors BLOB NOT NULL DEFAULT x'';"
)
# What no library before schema version 4 had.
_WITHOUT_THE_FOURTH = (
    _WITHOUT_THE_SIXTH + "DROP INDEX passages_by_encoded; ALTER TABLE passages DROP COLUMN encoded;"
    "ALTER TABLE documents DROP COLUMN pages;"
    "ALTER TABLE passages DROP COLUMN page;"
    "ALTER TABLE documents DROP COLUMN left_out;"
    "ALTER TABLE files DROP COLUMN container;"
    "ALTER TABLE files DROP COLUMN read_with;"
    "DROP INDEX passages_by_line; DROP INDEX documents_by_site; DROP TABLE unsettled;"
    "DROP TRIGGER line_came; DROP TRIGGER line_went; DROP TRIGGER site_noted;"
    "ALTER TABLE documents DROP COLUMN site; ALTER TABLE passages DROP COLUMN line;"
    "ALTER TABLE passages DROP COLUMN hidden; ALTER TABLE passages DROP COLUMN by_hand;"
)


def test_library_of_the_first_schema_version(library_dir: Path) -> None:
    """It is brought to this one when it is opened: tables, indexes and triggers are the same."""
    create_database(library_dir, encoder="hash-64", dim=64)
    now = _schema(library_dir)
    connection = sqlite3.connect(library_dir / DATABASE_NAME)
    for table in re.findall(r"CREATE TABLE (\w+)", EXAMINED_TABLES):
        connection.execute(f"DROP TABLE {table}")
    connection.executescript(_WITHOUT_THE_FOURTH)
    connection.executescript(
        "DROP INDEX documents_by_publisher; DROP INDEX files_unread;"
        "ALTER TABLE documents DROP COLUMN examined;"
        "UPDATE meta SET value = '1' WHERE key = 'schema_version'"
    )
    connection.close()
    open_database(library_dir).close()
    assert _schema(library_dir) == now


def test_library_of_the_second_schema_version(library_dir: Path) -> None:
    """Its index of what documents say of themselves is made anew, with their authors."""
    create_database(library_dir, encoder="hash-64", dim=64)
    now = _schema(library_dir)
    connection = sqlite3.connect(library_dir / DATABASE_NAME)
    connection.executescript(_WITHOUT_THE_FOURTH)
    connection.executescript(
        "DROP INDEX documents_by_publisher; DROP INDEX files_unread;"
        "CREATE INDEX documents_by_publisher ON documents (publisher, title, date, address);"
        "UPDATE meta SET value = '2' WHERE key = 'schema_version'"
    )
    connection.close()
    upgraded = open_database(library_dir)
    plan = str(upgraded.execute("EXPLAIN QUERY PLAN SELECT author FROM documents").fetchall())
    upgraded.close()
    assert "COVERING INDEX documents_by_publisher" in plan
    assert _schema(library_dir) == now


def test_library_of_the_third_schema_version(library_dir: Path) -> None:
    """It gets columns for pages, for files in other files, and what tells lines that repeat."""
    create_database(library_dir, encoder="hash-64", dim=64)
    now = _schema(library_dir)
    connection = sqlite3.connect(library_dir / DATABASE_NAME)
    connection.executescript(_WITHOUT_THE_FOURTH)
    connection.execute("UPDATE meta SET value = '3' WHERE key = 'schema_version'")
    connection.commit()
    connection.close()
    open_database(library_dir).close()
    assert _schema(library_dir) == now


def test_files_of_an_earlier_schema_version_need_not_be_read_again(library_dir: Path) -> None:
    """Those that were read keep the version that they were read with; the others are tried."""
    create_database(library_dir, encoder="hash-64", dim=64)
    connection = sqlite3.connect(library_dir / DATABASE_NAME)
    connection.executescript(
        "INSERT INTO folders VALUES (1, '/a');"
        "INSERT INTO documents (id, content_hash, format, reading_version, blocks, title,"
        " publisher, author, date, address) VALUES (7, '', '', 2, x'5b5d', '', '', '', '', '');"
        "INSERT INTO files (folder_id, path, size_bytes, mtime_ns, document_id, state)"
        " VALUES (1, 'a', 0, 0, 7, 'indexed'), (1, 'b', 0, 0, 7, 'failed');"
    )
    connection.executescript(_WITHOUT_THE_FOURTH)
    connection.execute("UPDATE meta SET value = '3' WHERE key = 'schema_version'")
    connection.commit()
    connection.close()
    upgraded = open_database(library_dir)
    rows = upgraded.execute("SELECT path, read_with FROM files ORDER BY path").fetchall()
    upgraded.close()
    assert rows == [("a", 2), ("b", 0)]


def _as_the_fifth(connection: sqlite3.Connection, dim: int) -> None:
    """Make of a library of now one of schema version 5."""
    texts = [(text_of(connection, i), i) for (i,) in connection.execute("SELECT id FROM documents")]
    ids = [i for (i,) in connection.execute("SELECT id FROM passages")]
    vectors = [
        (own.passage.astype(np.float16).tobytes(), own.sentences.astype(np.float16).tobytes(), i)
        for i, own in vectors_by_id(connection, ids, dim).items()
    ]
    connection.executescript(_WITHOUT_THE_SIXTH)
    connection.executemany("UPDATE documents SET text = ? WHERE id = ?", texts)
    connection.executemany(
        "UPDATE passages SET vector = ?, sentence_vectors = ? WHERE id = ?", vectors
    )
    connection.execute("UPDATE meta SET value = '5' WHERE key = 'schema_version'")


@pytest.fixture
def fifth(folder: Path, index: Index, library_dir: Path) -> Callable[[str], None]:
    """Gives a library of schema version 5 to which something more is done."""

    def make(more: str = "") -> None:
        write(folder / "a.txt", "Ships\n\nThe harbour 🚢 opens. Ferries wait.\n\nThe quay sank.")
        write(folder / "b.md", "# Roads\n\nThe tunnel is wet. It is dark.\n")
        index()
        with closing(open_database(library_dir)) as connection:
            _as_the_fifth(connection, 64)
            connection.executescript(more)

    return make


class TestFifth:
    """A library of schema version 5 has texts twice, and vectors in float16."""

    def test_nothing_is_lost(
        self, fifth: Callable[[str], None], library_dir: Path, opened: Callable[[], Library]
    ) -> None:
        """Texts are the same, vectors nearly, and nothing is encoded again."""
        fifth("")
        with closing(sqlite3.connect(library_dir / DATABASE_NAME)) as connection:
            texts = dict(connection.execute("SELECT id, text FROM documents"))
            rows = connection.execute("SELECT id, vector, sentence_vectors FROM passages")
            vectors = {
                i: [np.frombuffer(packed, dtype=np.float16) for packed in own] for i, *own in rows
            }
        library = opened()
        library.refresh()
        for i, text in texts.items():
            source = library.source_text(i)
            assert source is not None
            assert source.text == text
        passages = library.passages(list(vectors))
        assert passages.keys() == vectors.keys()
        for i, (vector, sentences) in vectors.items():
            assert passages[i].vector == pytest.approx(vector, abs=4e-3)
            assert passages[i].sentence_vectors.ravel() == pytest.approx(sentences, abs=4e-3)

    def test_it_becomes_what_a_new_one_is(
        self, fifth: Callable[[str], None], library_dir: Path, tmp_path: Path
    ) -> None:
        """Its tables and triggers are the same, and what is set aside is kept."""
        fifth("INSERT INTO set_aside VALUES (x'01', zeroblob(128), zeroblob(256))")
        create_database(tmp_path / "new", encoder="hash-64", dim=64)
        with closing(open_database(library_dir)) as connection:
            aside = connection.execute("SELECT key, length(vector) FROM set_aside").fetchall()
            assert bad_documents(connection, 64, lambda: False) == []
        assert aside == [(b"\x01", 66)]
        assert _schema(library_dir) == _schema(tmp_path / "new")

    def test_damaged_vector(self, fifth: Callable[[str], None], library_dir: Path) -> None:
        """One without its length is left out, and its document is one to be repaired."""
        fifth("UPDATE passages SET vector = x'0000' WHERE id = 1")
        with closing(open_database(library_dir)) as connection:
            (bad,) = bad_documents(connection, 64, lambda: False)
            assert connection.execute(
                "SELECT document_id FROM passages WHERE id = 1"
            ).fetchone() == (bad,)

    def test_cut_off(
        self,
        fifth: Callable[[str], None],
        library_dir: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """Upgrading that is cut off half-way has changed nothing."""
        fifth("")
        before = (library_dir / DATABASE_NAME).read_bytes()

        def die(*_: object) -> NoReturn:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(upgrading, "put_rows", die)
            with pytest.raises(KeyboardInterrupt):
                open_database(library_dir)
        assert (library_dir / DATABASE_NAME).read_bytes() == before
        with closing(open_database(library_dir)) as connection:
            assert read_meta(connection)["schema_version"] == str(SCHEMA_VERSION)


def test_library_that_a_later_program_upgrades_meanwhile(
    library_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is refused, and its version is not written back down."""
    create_database(library_dir, encoder="hash-64", dim=64)
    later = str(SCHEMA_VERSION + 1)
    connection = sqlite3.connect(library_dir / DATABASE_NAME)
    connection.execute("UPDATE meta SET value = ? WHERE key = 'schema_version'", (later,))
    connection.commit()
    read = iter([1])
    reread = database._version
    monkeypatch.setattr(database, "_version", lambda *args: next(read, None) or reread(*args))
    with pytest.raises(LibraryMismatch, match=f"schema version {later}"):
        open_database(library_dir)
    assert read_meta(connection)["schema_version"] == later
    connection.close()


def _schema(library_dir: Path) -> set[tuple[str, str]]:
    """What the database is made of."""
    connection = sqlite3.connect(library_dir / DATABASE_NAME)
    made = set(connection.execute("SELECT type, name FROM sqlite_schema"))
    made |= set(
        connection.execute(
            "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c"
            " WHERE t.type = 'table'"
        )
    )
    connection.close()
    return made
