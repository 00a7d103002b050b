"""What a person made by hand: questions and snippets, as the notebook keeps them."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from qa_app.errors import LibraryMissing
from qa_app.library import notebook as notebook_module
from qa_app.library.database import create_database
from qa_app.library.notebook import Notebook, now
from qa_app.model import Metadata, Snippet, SnippetState, Span

_AT = "2026-02-03T10:00:00+01:00"
_ANY = st.text(st.characters(codec=None), max_size=30)


@pytest.fixture
def notebook(library_dir: Path) -> Notebook:
    """The notebook of an empty library."""
    create_database(library_dir, encoder="hash-64", dim=64)
    return Notebook(library_dir)


def _snippet(number: int, quote: str = "The ferry waits.") -> Snippet:
    return Snippet(
        id=f"id-{number}",
        quote=quote,
        path="/a.txt",
        content_hash="0" * 64,
        span=Span(4, 4 + len(quote)),
        paragraph=2,
        metadata=Metadata("Ferries", "The Harbour Post", "", "2025-02", ""),
        question="Where is the ferry?",
        kept_at=_AT,
        prefix="At noon: ",
        suffix=" Nobody came.",
        note="look again",
        tags=("sea", "“quoted”"),
        group="Ferries",
        place=number,
        state=SnippetState.VERBATIM,
    )


def _asked(notebook: Notebook) -> list[str]:
    return [asked.question for asked in notebook.questions()]


def test_nothing_kept_is_nothing_made(library_dir: Path) -> None:
    """Before there is a library the lists are empty, and looking at them makes no file."""
    notebook = Notebook(library_dir)
    assert (notebook.questions(), notebook.snippets()) == ((), ())
    assert not library_dir.exists()


def test_nothing_is_kept_where_there_is_no_library(tmp_path: Path) -> None:
    """A folder that is no library gets no notebook."""
    with pytest.raises(LibraryMissing):
        Notebook(tmp_path).note("Where?", (), _AT)
    assert list(tmp_path.iterdir()) == []


def test_the_latest_question_comes_first(notebook: Notebook) -> None:
    """A question asked again moves to the front with the conditions it was now asked without."""
    notebook.note("Who?", (), _AT)
    notebook.note("Where?", (), _AT)
    notebook.note("Who?", ("in 2025",), "2026-02-04T10:00:00+01:00")
    first, second = notebook.questions()
    assert (first.question, first.dropped) == ("Who?", ("in 2025",))
    assert first.asked_at == "2026-02-04T10:00:00+01:00"
    assert second.question == "Where?"


def test_the_clock_does_not_order_questions(notebook: Notebook) -> None:
    """A clock that was put back, or another time zone, leaves the order as it was asked."""
    notebook.note("first", (), "2026-02-03T10:00:00+01:00")
    notebook.note("second", (), "2025-02-03T10:00:00-08:00")
    assert _asked(notebook) == ["second", "first"]


def test_a_saved_question_stays_saved(notebook: Notebook) -> None:
    """Asking it again does not unsave it; unsaving keeps it among those asked."""
    notebook.note("Who?", (), _AT)
    notebook.save("Who?", _AT, saved=True)
    notebook.note("Who?", (), _AT)
    assert [asked.saved for asked in notebook.questions()] == [True]
    notebook.save("Who?", _AT, saved=False)
    assert [asked.saved for asked in notebook.questions()] == [False]


def test_a_question_never_asked_can_be_saved(notebook: Notebook) -> None:
    """It is listed as saved; not to save one never asked lists nothing."""
    notebook.save("Who?", _AT, saved=True)
    notebook.save("Where?", _AT, saved=False)
    assert [(asked.question, asked.saved) for asked in notebook.questions()] == [("Who?", True)]


def test_old_questions_are_forgotten_unless_saved(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only so many that are not saved are remembered; the saved ones do not count."""
    monkeypatch.setattr(notebook_module, "N_UNSAVED", 3)
    notebook.save("saved", _AT, saved=True)
    for n in range(5):
        notebook.note(f"{n}", (), _AT)
    assert _asked(notebook) == ["4", "3", "2", "saved"]
    notebook.save("saved", _AT, saved=False)
    assert _asked(notebook) == ["4", "3", "2"]


def test_questions_are_forgotten(notebook: Notebook) -> None:
    """By name, saved or not; or every one that is not saved."""
    for name in ("a", "b", "c"):
        notebook.note(name, (), _AT)
    notebook.save("b", _AT, saved=True)
    notebook.forget(["a"])
    assert _asked(notebook) == ["c", "b"]
    notebook.forget([], all_unsaved=True)
    assert _asked(notebook) == ["b"]
    notebook.forget(["b"])
    assert _asked(notebook) == []


def test_a_snippet_comes_back_whole(notebook: Notebook) -> None:
    """Every field is as it was put."""
    kept = replace(_snippet(7), state=SnippetState.CHANGED)
    notebook.change([kept])
    assert notebook.snippets() == (kept,)


def test_a_kept_snippet_comes_last(notebook: Notebook) -> None:
    """Its place follows the highest there is, also where places have gaps."""
    notebook.keep(_snippet(0))
    assert notebook.snippets()[0].place == 0
    notebook.change([replace(_snippet(1), place=41)])
    notebook.keep(_snippet(2))
    assert [(s.id, s.place) for s in notebook.snippets()] == [
        ("id-0", 0),
        ("id-1", 41),
        ("id-2", 42),
    ]


def test_changing_puts_and_removes_at_once(notebook: Notebook) -> None:
    """What is removed and put is put: so an undo is one change."""
    notebook.change([_snippet(0), _snippet(1)])
    notebook.change([replace(_snippet(1), note="new")], ["id-0", "id-1", "never"])
    assert notebook.snippets() == (replace(_snippet(1), note="new"),)


def test_what_was_found_gives_way_to_what_a_person_changed(notebook: Notebook) -> None:
    """A place found for a snippet is not written over one that was changed meanwhile."""
    was = _snippet(0)
    notebook.change([was])
    found = replace(was, span=Span(9, 25), content_hash="1" * 64)
    notebook.note_found([(was, found)])
    assert notebook.snippets() == (found,)
    notebook.note_found([(was, replace(was, span=Span(1, 17)))])
    assert notebook.snippets() == (found,)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(_ANY, _ANY, st.lists(_ANY, max_size=3))
def test_any_words_can_be_kept(notebook: Notebook, words: str, note: str, tags: list[str]) -> None:
    """NULs, control characters, halves of characters: what Unicode has comes back as it was."""
    snippet = replace(_snippet(0, words), note=note, tags=tuple(tags))
    notebook.change([snippet])
    notebook.note(words, (note,), _AT)
    (back,) = notebook.snippets()
    asked = notebook.questions()[0]
    for put, got in ((words, back.quote), (note, back.note), (words, asked.question)):
        assert got == put if _is_text(put) else "\ufffd" in got or _is_text(got)
    got_all = f"{back.quote}{back.note}{asked.dropped}{back.tags}"
    assert _is_text(got_all)
    notebook.forget([words])
    assert notebook.questions() == ()


def _is_text(words: str) -> bool:
    try:
        words.encode()
    except UnicodeEncodeError:
        return False
    return True


def test_a_huge_note_is_kept(notebook: Notebook) -> None:
    """A note of many megabytes is kept whole."""
    huge = replace(_snippet(0), note="🕊é\0" * 3_000_000)
    notebook.change([huge])
    assert notebook.snippets() == (huge,)


def test_the_time_says_its_zone() -> None:
    """What is written can be read back with its offset from UTC."""
    assert datetime.fromisoformat(now()).utcoffset() is not None
