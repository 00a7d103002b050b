"""The names of the corpus, kept true to its documents."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_app.language.name_keys import name_keys
from qa_app.language.spellings import Origin
from qa_app.library import names
from qa_app.library.database import open_database
from qa_app.library.document_texts import text_of
from qa_app.library.examining import examine
from qa_app.library.library import Library
from qa_app.library.stored import Explained
from tests.library.conftest import Index, write

Open = Callable[[], Library]


@pytest.fixture
def indexed(folder: Path, index: Index) -> Path:
    """Two documents about one man and one agency, indexed."""
    write(folder / "a.txt", "They met Ahmed al-Sharaa. Later al-Sharaa left.")
    write(
        folder / "b.txt",
        "In Tartus the Northern Lights Agency (NLA) met Ahmad al-Shara at the Ivory Coast’s gate.",
    )
    index()
    return folder


def _counts(library: Library, form: str) -> dict[Origin, int]:
    found = library.spellings(name_keys(form))
    return next((s.n_from for under in found.values() for s in under if s.form == form), {})


def test_spellings_of_a_key(indexed: Path, opened: Open) -> None:
    """Under the key of a name stand all spellings of it, with how often from where."""
    assert indexed
    (spellings,) = opened().spellings(name_keys("Sharaa")).values()
    assert {s.form: s.n_from for s in spellings} == {
        "Sharaa": {Origin.ARTICLE: 2},
        "Shara": {Origin.ARTICLE: 1},
    }
    assert sum(s.n for s in spellings) == 3


def test_listed_name_of_several_words(indexed: Path, opened: Open) -> None:
    """A listed name is kept as a whole."""
    assert indexed
    assert _counts(opened(), "Ivory Coast") == {Origin.UNKNOWN: 1}


def test_nothing_under_other_keys(indexed: Path, opened: Open) -> None:
    """Keys that the corpus has no name for lead to nothing."""
    assert indexed
    assert opened().spellings({"zz"}) == {}
    assert opened().spellings(()) == {}


def test_document_that_is_gone_takes_its_names_along(
    indexed: Path, index: Index, opened: Open
) -> None:
    """What no document spells any more is not there, and what others spell is."""
    write(indexed / "a.txt", "They met al-Sharaa and nobody else.")
    index()
    assert _counts(opened(), "Sharaa") == {Origin.ARTICLE: 1}
    (indexed / "a.txt").unlink()
    write(indexed / "b.txt", "Nobody was there.")
    index()
    assert _counts(opened(), "Sharaa") == {}
    assert opened().explained({"nla"}, ()) == []


def test_examining_again_counts_nothing_twice(indexed: Path, library_dir: Path) -> None:
    """Names found again stand in place of those found before."""
    assert indexed
    connection = open_database(library_dir)
    before = _all(connection)
    assert before
    for document_id in [row[0] for row in connection.execute("SELECT id FROM documents")]:
        assert examine(connection, document_id) is None
    assert _all(connection) == before
    connection.close()


def test_names_that_are_found_no_more_are_not_counted(indexed: Path, library_dir: Path) -> None:
    """Examined without its sentences, the document leaves only the names of the others."""
    assert indexed
    connection = open_database(library_dir)
    query = "SELECT document_id FROM passages WHERE text LIKE '%Ahmed%'"
    (document_id,) = connection.execute(query).fetchone()
    text = text_of(connection, document_id)
    assert text
    others = connection.execute(
        "SELECT key, form, origin, n FROM names WHERE document_id != ? ORDER BY 1, 2, 3",
        (document_id,),
    ).fetchall()
    names.replace(connection, document_id, text, [])
    assert _all(connection) == others
    connection.close()


def test_sums_are_those_of_the_documents(indexed: Path, library_dir: Path) -> None:
    """The sums over all documents are the documents' own, added up."""
    assert indexed
    connection = open_database(library_dir)
    summed = connection.execute(
        "SELECT key, form, origin, sum(n) FROM names GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
    )
    assert summed.fetchall() == _all(connection)
    connection.close()


def test_explained_acronym(indexed: Path, opened: Open) -> None:
    """An acronym leads to its words, and the words to it."""
    assert indexed
    expected = Explained("NLA", "Northern Lights Agency", "nla", "northern lights agency", 1)
    assert opened().explained({"nla"}, ()) == [expected]
    assert opened().explained((), {"northern lights agency"}) == [expected]
    assert opened().explained({"agency"}, {"nla"}) == []


def _all(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    rows = connection.execute("SELECT key, form, origin, n FROM spellings ORDER BY 1, 2, 3")
    return rows.fetchall()
