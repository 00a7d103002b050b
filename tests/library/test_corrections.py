"""What a person says of a document in place of its own words, and how long it stays."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from qa_app.engine import Engine
from qa_app.errors import LibraryError
from qa_app.library.library import Library
from qa_app.library.notebook import Notebook, now
from qa_app.library.notebook_file import NOTEBOOK_NAME
from qa_app.model import Metadata, Span
from tests.library.conftest import Index, write

_TEXT = "The lock keeper said that the upper gate opens at dawn.\n"
_WORDS = Span(0, 15)


@pytest.fixture
def lock(folder: Path, index: Index) -> Path:
    """A file in the library."""
    path = write(folder / "lock.txt", _TEXT)
    write(folder / "mill.txt", "The miller said that the mill stands still on Sundays.\n")
    index()
    return path


@pytest.fixture
def library(lock: Path, engine: Engine, library_dir: Path) -> Iterator[Library]:
    """The library, open."""
    assert lock.exists()
    with closing(engine.open(library_dir)) as opened:
        yield opened


def _id_at(library: Library, path: Path) -> int:
    return next(e.document_id for e in library.entries() if e.path == str(path))


def _wanted(engine: Engine, library: Library, path: Path, **changed: str) -> Metadata:
    """Correct a document as the window does: all fields, of which some are changed."""
    document_id = _id_at(library, path)
    shown, own = engine.metadata(library, document_id)
    wanted = replace(shown, **changed)
    engine.correct(library, document_id, wanted)
    assert engine.metadata(library, document_id) == (wanted, own)
    return wanted


def _author(engine: Engine, library: Library, path: Path) -> str:
    return engine.metadata(library, _id_at(library, path))[0].author


def test_a_correction_is_shown_wherever_a_source_is_named(
    engine: Engine, library: Library, library_dir: Path, lock: Path
) -> None:
    """In hits, while typing and in full, in the source, in lists and in snippets."""
    document_id = _id_at(library, lock)
    notebook = Notebook(library_dir)
    notebook.keep(library.make_snippet(document_id, _WORDS, "Who?", now()))
    wanted = _wanted(engine, library, lock, title="Upper gate", author="Ana Ruiz")
    answer = engine.ask(library, "What did the lock keeper say?")
    hits = (*answer.hits, *answer.related, *engine.peek(library, "lock keeper"))
    shown = {h.source.metadata for h in hits if h.source.document_id == document_id}
    assert shown == {wanted}
    assert engine.source_text(library, document_id).metadata == wanted
    assert "Upper gate" in [entry.title for entry in engine.entries(library)]
    assert [s.metadata for s in engine.snippets(notebook, lambda: library)] == [wanted]


def test_other_documents_keep_their_own_words(engine: Engine, library: Library, lock: Path) -> None:
    """Only what was corrected is other."""
    _wanted(engine, library, lock, author="Ana Ruiz")
    assert _author(engine, library, lock.with_name("mill.txt")) == ""


def test_a_document_gets_its_own_words_back(
    engine: Engine, library: Library, library_dir: Path, lock: Path
) -> None:
    """When the correction is taken off, and when all of it is what the document says itself."""
    document_id = _id_at(library, lock)
    own = engine.metadata(library, document_id)[1]
    for taken_off in (None, own):
        _wanted(engine, library, lock, author="Ana Ruiz")
        engine.correct(library, document_id, taken_off)
        assert engine.metadata(library, document_id) == (own, own)
        with closing(sqlite3.connect(library_dir / NOTEBOOK_NAME)) as connection:
            assert connection.execute("SELECT count(*) FROM corrections").fetchone() == (0,)


def test_a_field_can_be_corrected_to_nothing(
    engine: Engine, library: Library, folder: Path, index: Index
) -> None:
    """A title that is none is taken away; what was not corrected still follows the document."""
    path = write(
        folder / "page.md", "---\ntitle: Home | Menu\nauthor: Tom\n---\n\nThe lock opens.\n"
    )
    index()
    _wanted(engine, library, path, title="")
    write(path, "---\ntitle: Home | Menu\nauthor: Wei Li\n---\n\nThe lock opens.\n")
    index()
    shown = engine.metadata(library, _id_at(library, path))[0]
    assert (shown.title, shown.author) == ("", "Wei Li")


def test_a_correction_stays_however_often_its_file_is_moved_and_changed(
    engine: Engine, library: Library, lock: Path, index: Index
) -> None:
    """One after the other, in any order."""
    _wanted(engine, library, lock, author="Ana Ruiz")
    path = lock
    for n in range(3):
        path = path.rename(path.with_name(f"moved {n}.txt"))
        index()
        assert _author(engine, library, path) == "Ana Ruiz"
        write(path, f"{_TEXT}It closes at {n}.\n")
        index()
        assert _author(engine, library, path) == "Ana Ruiz"


def test_another_file_in_the_place_of_one_that_was_moved_is_not_corrected(
    engine: Engine, library: Library, lock: Path, index: Index
) -> None:
    """The correction goes with the words it was made for."""
    _wanted(engine, library, lock, author="Ana Ruiz")
    moved = lock.rename(lock.with_name("upper.txt"))
    write(lock, "The bell ringer said that the bell is cracked.\n")
    index()
    assert _author(engine, library, lock) == ""
    assert _author(engine, library, moved) == "Ana Ruiz"


def test_a_correction_outlives_its_file(
    engine: Engine, library: Library, lock: Path, index: Index
) -> None:
    """It is there again when the file comes back."""
    _wanted(engine, library, lock, author="Ana Ruiz")
    away = lock.rename(lock.parent.parent / "away.txt")
    index()
    away.rename(lock)
    index()
    assert _author(engine, library, lock) == "Ana Ruiz"


def test_a_correction_of_a_changed_file_can_be_taken_off(
    engine: Engine, library: Library, lock: Path, index: Index
) -> None:
    """It is not found again under the words that the file had before."""
    _wanted(engine, library, lock, author="Ana Ruiz")
    write(lock, f"{_TEXT}It closes at dusk.\n")
    index()
    engine.correct(library, _id_at(library, lock), None)
    write(lock, _TEXT)
    index()
    assert _author(engine, library, lock) == ""


def test_a_changed_snippet_keeps_the_documents_own_words(
    engine: Engine, library: Library, library_dir: Path, lock: Path
) -> None:
    """A correction that is taken off leaves nothing behind in what was noted meanwhile."""
    notebook, document_id = Notebook(library_dir), _id_at(library, lock)
    notebook.keep(library.make_snippet(document_id, _WORDS, "Who?", now()))
    _wanted(engine, library, lock, author="Ana Ruiz")
    engine.change_snippets(notebook, lambda: library, engine.snippets(notebook, lambda: library))
    engine.correct(library, document_id, None)
    (snippet,) = engine.snippets(notebook, lambda: library)
    assert snippet.metadata.author == ""


def test_half_a_character_is_kept_as_a_sign(engine: Engine, library: Library, lock: Path) -> None:
    """Neither a database nor a pipe can carry it."""
    engine.correct(library, _id_at(library, lock), Metadata(author="Ana \ud83d 🙂"))
    assert _author(engine, library, lock) == "Ana \ufffd 🙂"


def test_a_notebook_in_trouble_costs_no_answer(
    engine: Engine, library: Library, library_dir: Path, lock: Path
) -> None:
    """Sources are shown in their own words then; correcting one fails with a sentence."""
    (library_dir / NOTEBOOK_NAME).write_bytes(b"torn" * 2_000)
    assert engine.peek(library, "lock keeper")
    with pytest.raises(LibraryError, match="notebook"):
        engine.correct(library, _id_at(library, lock), Metadata(author="Ana Ruiz"))


def test_a_document_that_is_gone_cannot_be_corrected(engine: Engine, library: Library) -> None:
    """The sentence says what to do."""
    with pytest.raises(LibraryError, match="ask again"):
        engine.correct(library, 999, Metadata())
