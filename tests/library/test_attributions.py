"""Statements in the database."""

from collections.abc import Callable
from pathlib import Path

from qa_app.library.library import Library
from qa_app.model import Manner
from tests.library.conftest import Index, write

_NEWS = """Harbour wall holds

Elin Dahl, the harbour master, met the council on Monday.

“The wall is old,” Dahl said. “It must go.” The council said it would wait.

It rained.
"""

Opened = Callable[[], Library]


def _texts(library: Library, ids: list[int]) -> list[str]:
    passages = library.passages(ids)
    return [passages[i].text for i in ids]


def test_statements_are_kept_when_indexing(folder: Path, index: Index, opened: Opened) -> None:
    """A passage's statements come back as they were found, in order."""
    write(folder / "a.txt", _NEWS)
    index()
    library = opened()
    (passage_id,) = library.by_speaker({"dahl"}, 10)
    first, second = library.statements([passage_id])[passage_id]
    text = library.passages([passage_id])[passage_id].text
    assert (first.speaker, first.manner, first.verb) == ("Elin Dahl", Manner.DIRECT, "say")
    assert [span.of(text) for span in first.said] == ["“The wall is old,”", "“It must go.”"]
    assert first.name is not None
    assert first.name.of(text) == "Dahl"
    assert (second.speaker, second.offices) == ("council", ("council",))


def test_passages_without_statements_are_left_out(
    folder: Path, index: Index, opened: Opened
) -> None:
    """Only passages that carry a statement are in the answer, however many are asked for."""
    write(folder / "a.txt", _NEWS)
    index()
    library = opened()
    found = library.statements(list(range(2_000)))
    assert len(found) == 1
    assert library.statements([]) == {}


def test_surest_passages_come_first(folder: Path, index: Index, opened: Opened) -> None:
    """A name before a pronoun before a description, and no more than asked for."""
    write(folder / "a.txt", "Ann Lee came. She said it was late.\n")
    write(folder / "b.txt", "Ann Lee said it was late.\n")
    write(folder / "c.txt", "A Lee Bank spokesman said it was late.\n")
    index()
    library = opened()
    texts = _texts(library, library.by_speaker({"lee", "leigh"}, 10))
    assert [text.split()[0:3] for text in texts] == [
        ["Ann", "Lee", "said"],
        ["A", "Lee", "Bank"],
        ["Ann", "Lee", "came."],
    ]
    assert len(library.by_speaker({"lee"}, 2)) == 2
    assert library.by_speaker({"nobody"}, 2) == []


def test_statements_go_with_their_document(folder: Path, index: Index, opened: Opened) -> None:
    """A changed file leaves nothing of what it said before."""
    path = write(folder / "a.txt", "Ann Lee said it was late.\n")
    index()
    write(path, "Bob Reed said it was late.\n")
    index()
    library = opened()
    assert library.by_speaker({"lee"}, 10) == []
    assert len(library.by_speaker({"reed"}, 10)) == 1
