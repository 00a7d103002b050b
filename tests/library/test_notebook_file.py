"""The notebook's file: what stands in its way, and what it survives."""

import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import pytest

from qa_app.errors import NotebookError
from qa_app.library import notebook_file
from qa_app.library.database import DATABASE_NAME, create_database
from qa_app.library.notebook import Notebook
from qa_app.library.notebook_file import NOTEBOOK_NAME, NOTEBOOK_NAMES, SCHEMA_VERSION
from tests.conftest import REPOSITORY

_AT = "2026-02-03T10:00:00+01:00"
_WRITER = """
import sys
from pathlib import Path
from qa_app.library.notebook import Notebook
notebook = Notebook(Path(sys.argv[1]))
for n in range(100_000):
    notebook.note(f"question {n}", (), "2026-02-03T10:00:00+01:00")
    print(n, flush=True)
"""


@pytest.fixture
def library(library_dir: Path) -> Path:
    """An empty library."""
    create_database(library_dir, encoder="hash-64", dim=64)
    return library_dir


def _sqlite_file(path: Path, script: str) -> bytes:
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()
    return path.read_bytes()


def _refused(library: Path, match: str) -> None:
    """Neither reading nor writing succeeds, and the file is as it was."""
    path = library / NOTEBOOK_NAME
    before = path.read_bytes()
    notebook = Notebook(library)
    for attempt in (
        notebook.questions,
        notebook.snippets,
        lambda: notebook.note("Who?", (), _AT),
        lambda: notebook.save("Who?", _AT, saved=True),
    ):
        with pytest.raises(NotebookError, match=match) as caught:
            attempt()
        assert str(path) in str(caught.value)
        assert "\n" not in str(caught.value)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database(library: Path) -> None:
    """It is named and left alone."""
    (library / NOTEBOOK_NAME).write_text("Dear diary,\n" * 500)
    _refused(library, "cannot be read")


def test_another_programs_database(library: Path) -> None:
    """Its tables are not mixed with ours, nor is its header touched."""
    _sqlite_file(library / NOTEBOOK_NAME, "CREATE TABLE notes (words TEXT)")
    _refused(library, "another program made it")


def test_a_later_programs_notebook(library: Path) -> None:
    """It is read by the program that wrote it, and not written by this one."""
    Notebook(library).note("Who?", (), _AT)
    version = notebook_file.SCHEMA_VERSION + 1
    _sqlite_file(
        library / NOTEBOOK_NAME,
        f"PRAGMA journal_mode = DELETE; PRAGMA user_version = {version}",
    )
    _refused(library, f"has version {version}")


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
def test_a_torn_notebook(library: Path, kept: float) -> None:
    """A file that lost its end is not taken for a shorter one."""
    notebook = Notebook(library)
    for n in range(200):
        notebook.note(f"question {n} " + "x" * 200, (), _AT)
    path = library / NOTEBOOK_NAME
    whole = _sqlite_file(path, "PRAGMA journal_mode = DELETE")
    path.write_bytes(whole[: int(len(whole) * kept)])
    with pytest.raises(NotebookError):
        notebook.questions()
    assert path.stat().st_size == int(len(whole) * kept)


def test_an_emptied_notebook_keeps_its_log(library: Path) -> None:
    """A file without a byte beside a log that holds something is not begun anew."""
    notebook = Notebook(library)
    notebook.note("Who?", (), _AT)
    (library / NOTEBOOK_NAME).write_bytes(b"")
    (library / f"{NOTEBOOK_NAME}-wal").write_bytes(b"what was written last")
    _refused(library, "its log is not")
    assert (library / f"{NOTEBOOK_NAME}-wal").read_bytes() == b"what was written last"


def test_values_of_another_kind(library: Path) -> None:
    """Values that no notebook writes are a sentence, not a crash."""
    Notebook(library).note("Who?", (), _AT)
    _sqlite_file(library / NOTEBOOK_NAME, "UPDATE questions SET dropped = '{'")
    with pytest.raises(NotebookError, match="holds what no notebook holds"):
        Notebook(library).questions()


def test_a_notebook_in_use(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another program holds it for too long, that is said."""
    monkeypatch.setattr(notebook_file, "_BUSY_S", 0.01)
    Notebook(library).note("Who?", (), _AT)
    other = sqlite3.connect(library / NOTEBOOK_NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(NotebookError, match="in use"):
        Notebook(library).note("Where?", (), _AT)
    other.close()


def test_a_number_beyond_the_database_is_refused(library: Path) -> None:
    """What cannot be kept is said; what was kept before stays."""
    notebook = Notebook(library)
    notebook.note("Who?", (), _AT)
    with (
        pytest.raises(NotebookError, match="too long"),
        notebook_file.write_notebook(library) as connection,
    ):
        connection.execute("UPDATE questions SET saved = ?", (2**70,))
    assert len(notebook.questions()) == 1


def test_it_outlives_its_database(library: Path) -> None:
    """A database that is damaged, and one made anew, leave the notebook as it was."""
    notebook = Notebook(library)
    notebook.note("Who?", (), _AT)
    (library / DATABASE_NAME).write_bytes(b"torn" * 1000)
    notebook.note("Where?", (), _AT)
    (library / DATABASE_NAME).unlink()
    notebook.note("When?", (), _AT)
    create_database(library, encoder="hash-64", dim=64)
    assert [asked.question for asked in notebook.questions()] == ["When?", "Where?", "Who?"]


def test_many_threads_keep_what_each_wrote(library: Path) -> None:
    """Writers that meet, also where the file is still to be made, wait for each other."""
    failures: list[Exception] = []

    def write(name: int) -> None:
        try:
            for n in range(10):
                Notebook(library).note(f"{name} {n}", (), _AT)
        except NotebookError as error:
            failures.append(error)

    threads = [Thread(target=write, args=(name,)) for name in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(Notebook(library).questions()) == 60


@pytest.mark.parametrize("after", [0, 3, 40])
def test_a_killed_writer_loses_nothing_it_said_was_kept(library: Path, after: int) -> None:
    """Killed while writing, it leaves a notebook that opens and holds every finished write."""
    with subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(library)], cwd=REPOSITORY, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        for _ in range(after):
            process.stdout.readline()
        if not after:
            _wait_for(library / NOTEBOOK_NAME)
        process.kill()
        told = after + len(process.stdout.readlines())
    kept = {asked.question for asked in Notebook(library).questions()}
    assert kept >= {f"question {n}" for n in range(max(told - 1, after))}
    Notebook(library).note("afterwards", (), _AT)
    assert Notebook(library).questions()[0].question == "afterwards"


def _wait_for(path: Path) -> None:
    deadline = time.monotonic() + 20
    while not path.exists() and time.monotonic() < deadline:
        time.sleep(0.001)


def test_only_files_with_known_names_are_made(library: Path) -> None:
    """A library is made anew beside a notebook, so the names of its files are known."""
    Notebook(library).note("Who?", (), _AT)
    made = {path.name for path in library.iterdir()} - {DATABASE_NAME}
    assert NOTEBOOK_NAME in made
    assert made <= set(NOTEBOOK_NAMES)


_FIRST_VERSION = """
CREATE TABLE questions (turn INTEGER PRIMARY KEY AUTOINCREMENT, question TEXT NOT NULL UNIQUE,
    dropped TEXT NOT NULL, asked_at TEXT NOT NULL, saved INTEGER NOT NULL) STRICT;
CREATE TABLE snippets (id TEXT PRIMARY KEY, quote TEXT NOT NULL, path TEXT NOT NULL,
    content_hash TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    paragraph INTEGER NOT NULL, metadata TEXT NOT NULL, question TEXT NOT NULL,
    kept_at TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, note TEXT NOT NULL,
    tags TEXT NOT NULL, "group" TEXT NOT NULL, place INTEGER NOT NULL, state TEXT NOT NULL) STRICT;
INSERT INTO questions VALUES (7, 'Who rang?', '["in June"]', '2026-02-03T10:00:00+01:00', 1);
INSERT INTO snippets VALUES ('1-2', 'The bell', '/a.txt', 'ab', 3, 11, 2, '{"author":"Ana"}',
    'Who rang?', '2026-02-03T10:00:00+01:00', 'pre', 'suf', 'note', '["tag"]', 'group', 4,
    'verbatim');
PRAGMA application_id = 1363242594;
PRAGMA user_version = 1;
"""


_FIRST_COLUMNS = {
    "questions": "turn, question, dropped, asked_at, saved",
    "snippets": 'id, quote, path, content_hash, start, "end", paragraph, metadata, question,'
    ' kept_at, prefix, suffix, note, tags, "group", place, state',
}


def _dump(path: Path) -> tuple[list[tuple[object, ...]], ...]:
    connection = sqlite3.connect(path)
    try:
        return tuple(
            connection.execute(f"SELECT {names} FROM {table}").fetchall()  # noqa: S608 - constants
            for table, names in _FIRST_COLUMNS.items()
        )
    finally:
        connection.close()


def test_a_notebook_of_the_first_version_is_brought_to_this_one(library: Path) -> None:
    """By whoever opens it first, several at once too; every word in it is still there."""
    path = library / NOTEBOOK_NAME
    _sqlite_file(path, _FIRST_VERSION)
    before = _dump(path)
    threads = [Thread(target=Notebook(library).questions) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert _dump(path) == before
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert connection.execute("SELECT * FROM corrections").fetchall() == []
    by_hand = "SELECT page, page_by_hand, paragraph_by_hand FROM snippets"
    assert connection.execute(by_hand).fetchall() == [("", "", 0)]
    connection.close()
    assert [asked.saved for asked in Notebook(library).questions()] == [True]
    assert [(s.quote, s.metadata.author) for s in Notebook(library).snippets()] == [
        ("The bell", "Ana")
    ]
