"""What is asked of a library."""

from pathlib import Path

import pytest

from qa_app.answering.inquiry import inquire, measured
from qa_app.answering.question import Intent
from qa_app.engine import Engine
from qa_app.library.library import Library
from qa_app.model import RestrictionKind

DATED = {
    "winter.md": "---\ntitle: Winter\npublisher: Harbour News\ndate: 2025-02-10\n---\n\n"
    "The mayor Ada Holm said the ferry may stay in port.\n",
    "summer.md": "---\ntitle: Summer\npublisher: Mill Gazette\ndate: 2024-07-01\n---\n\n"
    "Ada Holm said the ferry runs again.\n\nHolm said the mill is shut.\n",
}


@pytest.fixture
def dated(engine: Engine, library_dir: Path, folder: Path) -> Library:
    """Two papers, two dates."""
    for name, text in DATED.items():
        (folder / name).write_text(text, encoding="utf-8")
    engine.index(library_dir, folder)
    library = engine.open(library_dir)
    library.refresh()
    return library


def _texts(library: Library, question: str, *dropped: str) -> set[str]:
    inquiry = inquire(library, question, dropped)
    return {own.parts[0].metadata.title for own in measured(library, inquiry, None)}


def test_every_candidate_meets_the_restrictions(dated: Library) -> None:
    """What an operator rules out is no candidate, however well its words fit."""
    assert _texts(dated, "what did Holm say about the ferry?") == {"Winter", "Summer"}
    assert _texts(dated, "what did Holm say about the ferry? after:2025") == set()
    assert _texts(dated, "what did Holm say about the ferry? after:2024") == {"Winter"}
    assert _texts(dated, "what did Holm say? source:mill") == {"Summer"}
    assert _texts(dated, "ferry -port") == {"Summer"}
    assert _texts(dated, '"stay in port"') == {"Winter"}
    dated.close()


def test_nothing_meets_the_restrictions(dated: Library) -> None:
    """Where no passage is left the inquiry says so, and names what was asked for."""
    inquiry = inquire(dated, "ferry before:1999")
    assert inquiry.is_void
    assert [r.kind for r in inquiry.restrictions] == [RestrictionKind.BEFORE]
    assert measured(dated, inquiry, None) == []
    dated.close()


def test_a_date_in_plain_words_is_no_word_to_cover(dated: Library) -> None:
    """When something was said stands with the document, not in its passages."""
    inquiry = inquire(dated, "What happened to the ferry in February 2025?")
    assert inquiry.restrictions
    assert not {"February", "2025"} & set(inquiry.missing)
    assert _texts(dated, "What happened to the ferry in February 2025?") == {"Winter"}
    dated.close()


def test_a_dropped_restriction_is_gone(dated: Library) -> None:
    """What is dropped restricts nothing any more."""
    question = "What happened to the ferry in February 2025?"
    typed = inquire(dated, question).restrictions[0].typed
    assert inquire(dated, question, [typed]).restrictions == ()
    assert _texts(dated, question, typed) == {"Winter", "Summer"}
    dated.close()


def test_statements_come_by_name_not_by_words(dated: Library) -> None:
    """Each passage of a paragraph may hold a statement of its own."""
    inquiry = inquire(dated, "What did Ada Holm say?")
    found = measured(dated, inquiry, None)
    assert sorted(own.parts[0].text[:12] for own in found if own.certainty) == [
        "Ada Holm sai",
        "Holm said th",
        "The mayor Ad",
    ]
    dated.close()


@pytest.mark.parametrize("operator", ["-port", "before:2024", "source:mill", "after:2024"])
def test_a_dropped_operator_is_no_word(dated: Library, operator: str) -> None:
    """Doing without an operator asks the question as if it had never been typed."""
    bare, dropped = inquire(dated, "ferry"), inquire(dated, f"ferry {operator}", [operator])
    assert dropped.restrictions == ()
    assert dropped.question.terms == bare.question.terms
    said = inquire(dated, f"what did Holm say? {operator}", [operator])
    assert said.question.intent is Intent.STATEMENT
    dated.close()
