"""Furniture that a person wants searched all the same."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from qa_app.engine import Engine
from qa_app.errors import LibraryBusy, LibraryError
from qa_app.library.library import Library
from qa_app.library.lock import writer_lock
from qa_app.model import BlockKind, SourceText, Span
from tests.fakes import HashEncoder
from tests.library.conftest import Found, Index, names_of, write
from tests.library.test_repetition import BOX, write_site

_PAGE = (
    "<nav>Zebrafinch keepers meet here</nav>"
    "<article><h1>The lock</h1><p>The lock keeper said that the upper gate opens at dawn.</p>"
    "<p>Nobody asked him why.</p></article>"
    "<aside><p>Marmoset pictures of the week</p></aside>"
)


@pytest.fixture
def lock(folder: Path, index: Index) -> Path:
    """A page with a menu and a box, indexed."""
    path = write(folder / "lock.html", _PAGE)
    index()
    return path


@pytest.fixture
def library(lock: Path, engine: Engine, library_dir: Path) -> Iterator[Library]:
    """The library, open."""
    assert lock.exists()
    with closing(engine.open(library_dir)) as opened:
        yield opened


def _id(library: Library) -> int:
    return library.entries()[0].document_id


def _source(library: Library) -> SourceText:
    source = library.source_text(_id(library))
    assert source is not None
    return source


def _place(library: Library, words: str) -> Span:
    start = _source(library).text.index(words)
    return Span(start, start + len(words))


def _finds(library: Library, word: str) -> bool:
    library.refresh()
    return bool(names_of(library, word))


def _kind(library: Library, words: str) -> BlockKind:
    source = _source(library)
    at = source.text.index(words)
    return next(b.kind for b in source.blocks if b.span.start <= at < b.span.end)


def test_what_touches_a_place_is_brought_back(
    engine: Engine, library: Library, encoder: HashEncoder
) -> None:
    """Only that block is encoded and searched, and it is shown as a paragraph."""
    assert not _finds(library, "zebrafinch")
    before = encoder.n_passages
    place = _place(library, "keepers")
    assert engine.restore_furniture(library.folder, _id(library), place) == 1
    assert encoder.n_passages - before == 1
    assert _finds(library, "zebrafinch")
    assert not _finds(library, "marmoset")
    assert _kind(library, "Zebrafinch") is BlockKind.PARAGRAPH
    assert _kind(library, "Marmoset") is BlockKind.FURNITURE


def test_all_of_a_document_is_brought_back_and_put_away(
    engine: Engine, library: Library, encoder: HashEncoder
) -> None:
    """Without a place all furniture is meant; coming back a second time costs nothing."""
    document_id = _id(library)
    assert engine.restore_furniture(library.folder, document_id) == 2
    assert _finds(library, "marmoset")
    assert engine.restore_furniture(library.folder, document_id) == 0
    n_encoded = encoder.n_passages
    assert engine.hide_furniture(library.folder, document_id) == 2
    assert not _finds(library, "marmoset")
    assert _kind(library, "Marmoset") is BlockKind.FURNITURE
    assert engine.restore_furniture(library.folder, document_id) == 2
    assert _finds(library, "zebrafinch")
    assert encoder.n_passages == n_encoded


def test_text_is_never_put_away(engine: Engine, library: Library) -> None:
    """Only what was brought back can be put away."""
    assert engine.hide_furniture(library.folder, _id(library), _place(library, "upper gate")) == 0
    assert _finds(library, "gate")


def test_an_answer_quotes_it_verbatim(engine: Engine, library: Library) -> None:
    """A hit in it is a span of the document, counted with the paragraph above it."""
    engine.restore_furniture(library.folder, _id(library))
    library.refresh()
    answer = engine.ask(library, "Where are marmoset pictures of the week?")
    hit = next(h for h in (*answer.hits, *answer.related) if "Marmoset" in h.text)
    assert hit.source.span.of(_source(library).text) == hit.text
    assert hit.source.paragraph == 2


def test_it_is_no_part_of_the_paragraph_above(engine: Engine, library: Library) -> None:
    """A hit in it brings nothing else along, nor does a hit in the paragraph it is counted with."""
    engine.restore_furniture(library.folder, _id(library))
    library.refresh()
    for word, text in (("marmoset", "Marmoset pictures of the week"), ("gate", "The lock keeper")):
        ids = list(library.by_keywords([library.analyzer.terms(word)], 9)[0])
        [[only]] = library.paragraphs(ids)
        assert only.text.startswith(text)


def test_it_stays_when_the_document_is_read_anew(
    engine: Engine, library: Library, lock: Path, index: Index
) -> None:
    """The file is changed, moved, and indexed into a library that was made anew."""
    engine.restore_furniture(library.folder, _id(library), _place(library, "Marmoset"))
    write(lock, _PAGE.replace("dawn", "noon"))
    index()
    assert _finds(library, "noon")
    assert _finds(library, "marmoset")
    lock.rename(lock.with_name("gate.html"))
    index()
    assert _finds(library, "marmoset")
    assert not _finds(library, "zebrafinch")


def test_it_stays_away_when_the_document_is_read_anew(
    engine: Engine, library: Library, lock: Path, index: Index
) -> None:
    """What was put away again is not brought back by indexing."""
    engine.restore_furniture(library.folder, _id(library))
    engine.hide_furniture(library.folder, _id(library))
    write(lock, _PAGE.replace("dawn", "noon"))
    index()
    assert _finds(library, "noon")
    assert not _finds(library, "marmoset")


def test_it_survives_a_library_that_is_made_anew(
    engine: Engine, library: Library, index: Index
) -> None:
    """The notebook has it, whatever becomes of the database."""
    engine.restore_furniture(library.folder, _id(library))
    for name in ("library.sqlite", "library.sqlite-wal", "library.sqlite-shm"):
        (library.folder / name).unlink(missing_ok=True)
    index()
    with closing(engine.open(library.folder)) as anew:
        assert _finds(anew, "marmoset")


def test_what_repeats_is_brought_back_in_one_document(
    engine: Engine, folder: Path, index: Index, found: Found, encoder: HashEncoder
) -> None:
    """It needs no encoding, and more documents of the site do not take it away."""
    write_site(folder, ("Arden", "Brill", "Corve"), below=BOX)
    index()
    library_dir = folder.parent / "library"
    with closing(engine.open(library_dir)) as library:
        entry = next(e for e in library.entries() if "Brill" in e.path)
    before = encoder.n_passages
    assert engine.restore_furniture(library_dir, entry.document_id) == 1
    assert encoder.n_passages == before
    assert found("zebrafinch") == {"Brill.html"}
    write_site(folder, ["Dunmow"], below=BOX)
    index()
    assert found("zebrafinch") == {"Brill.html"}
    assert engine.hide_furniture(library_dir, entry.document_id) == 1
    assert found("zebrafinch") == set()


def test_a_document_that_is_gone(engine: Engine, library: Library) -> None:
    """It is said, and nothing is changed."""
    with pytest.raises(LibraryError, match="no longer in the library"):
        engine.restore_furniture(library.folder, 999)


def test_a_library_that_is_being_written(
    engine: Engine, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One writer at a time."""
    monkeypatch.setattr("qa_app.library.restoring._LOCK_WAIT_S", 0.01)
    with writer_lock(library.folder), pytest.raises(LibraryBusy):
        engine.restore_furniture(library.folder, _id(library))


def test_indexes_that_are_lost_are_made_with_it(engine: Engine, library: Library) -> None:
    """What is hidden stays out of indexes made anew, and what was brought back is in them."""
    engine.restore_furniture(library.folder, _id(library), _place(library, "Marmoset"))
    (library.folder / "derived.json").unlink()
    with closing(engine.open(library.folder)) as anew:
        assert _finds(anew, "marmoset")
        assert not _finds(anew, "zebrafinch")


def test_a_notebook_of_the_third_version_has_room_for_it(engine: Engine, library: Library) -> None:
    """What an earlier program kept is kept, and what is brought back beside it."""
    document_id = _id(library)
    engine.restore_furniture(library.folder, document_id)
    with closing(sqlite3.connect(library.folder / "notebook.sqlite")) as notebook:
        notebook.execute("DROP TABLE brought_back")
        notebook.execute("PRAGMA user_version = 3")
        notebook.commit()
    engine.hide_furniture(library.folder, document_id)
    assert engine.restore_furniture(library.folder, document_id) == 2
