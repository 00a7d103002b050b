"""Writers in a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.answering.asked import without
from qa_app.answering.writers_asked import author_named, read_writers
from qa_app.errors import QuestionError
from qa_app.model import Metadata
from tests.library.listing import catalogue_of

CATALOGUE = catalogue_of(
    (Metadata(publisher="Harbour Gazette", author="By Ana Ruiz and Wei Li"), "/d/1.txt"),
    (Metadata(publisher="The Sun", author="Ruiz, Ana"), "/d/2.txt"),
    (Metadata(publisher="Tarsos Wire", author="Will Holm"), "/d/3.txt"),
    (Metadata(author="Wilma Holst"), "/d/4.txt"),
)


def _nobody_speaks(_name: str) -> bool:
    return False


def _read(question: str, *speakers: str) -> tuple[str, list[tuple[str, str]]]:
    """What is left of a question, and (kind, value) of what is found."""
    found = read_writers(question, CATALOGUE, lambda name: name in speakers)
    return without(question, found), [(str(kind), value) for a in found for kind, value in a.wanted]


@pytest.mark.parametrize(
    ("question", "rest", "author"),
    [
        ("What did Ana Ruiz write about ferries?", "What about ferries?", "Ana Ruiz"),
        ("What did Ruiz write about ferries?", "What about ferries?", "Ana Ruiz"),
        ("What has Wei Li published?", "What?", "Wei Li"),
        ("everything Will Holm wrote on ferries", "everything on ferries", "Will Holm"),
        ("What articles did Will Holm write?", "What articles?", "Will Holm"),
        ("What does Will Holm say about ferries?", "What about ferries?", "Will Holm"),
        ("articles by Ana Ruiz about ferries", "about ferries", "Ana Ruiz"),
        ("the report written by Ana Ruiz", "", "Ana Ruiz"),
        ("Ana Ruiz's article on ferries", "on ferries", "Ana Ruiz"),
        ("Ana Ruiz articles on ferries", "on ferries", "Ana Ruiz"),
        ("What closed, in Ana Ruiz’s story?", "What closed?", "Ana Ruiz"),
        ("Which ferries sank in the article by Wei Li?", "Which ferries sank?", "Wei Li"),
        ("What was written by Wei Li?", "What was?", "Wei Li"),
    ],
)
def test_authors(question: str, rest: str, author: str) -> None:
    """Who wrote is a condition, and what is asked is the rest."""
    assert _read(question) == (rest, [("author", author)])


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("What did the Harbour Gazette report about ferries?", "What about ferries?"),
        ("What does the Harbour Gazette say about ferries?", "What about ferries?"),
        ("What did the Harbour Gazette report?", "What?"),
        ("What has the Harbour Gazette written on ferries?", "What on ferries?"),
        ("What did the Harbour Gazette publish?", "What?"),
        ("What did the Harbour Gazette publish last year?", "What last year?"),
        ("What did the Harbour Gazette report in May?", "What in May?"),
    ],
)
def test_publishers_that_report(question: str, rest: str) -> None:
    """A publisher nobody quotes is a source, and what it reports about is asked."""
    assert _read(question) == (rest, [("source", "Harbour Gazette")])


def test_publisher_that_speaks() -> None:
    """Where the documents have statements by it, these are asked for."""
    question = "What did Tarsos Wire say about ferries?"
    assert _read(question, "Tarsos Wire") == (question, [])


def test_author_that_speaks() -> None:
    """What they say is asked of the statements; what they wrote is theirs all the same."""
    assert _read("What did Ana Ruiz say about ferries?", "Ana Ruiz")[1] == []
    assert _read("What did Ana Ruiz write about ferries?", "Ana Ruiz")[1] != []


@pytest.mark.parametrize(
    "question",
    [
        "What did the sun do to the quay?",
        "What does the sun say?",
        "What will holm cost?",
        "What did Holm say about ferries?",
        "Who met Ana Ruiz?",
        "What was built by Will Holm?",
        "What did Ana Ruiz's brother say?",
        "Who paid Ana Ruiz for the ferry?",
        "What did Nora Berg write about ferries?",
        "How far is Harbour Gazette house?",
    ],
)
def test_names_as_any_other(question: str) -> None:
    """A name restricts nothing where nothing says that a text of theirs is meant."""
    assert _read(question) == (question, [])


@pytest.mark.parametrize(
    ("typed", "author"),
    [
        ("ruiz", "Ana Ruiz"),
        ("ana ruiz", "Ana Ruiz"),
        ("Wilm", "Wilma Holst"),
        ("will h", "Will Holm"),
        ("Nora", "Nora"),
    ],
)
def test_author_operator(typed: str, author: str) -> None:
    """A surname or the beginning of a name will do; who is unknown stays as typed."""
    assert author_named(typed, CATALOGUE) == author


def test_author_operator_for_several() -> None:
    """Where several are meant, they are listed."""
    with pytest.raises(QuestionError, match=r"any of: Will Holm, Wilma Holst; write more"):
        author_named("wil", CATALOGUE)


_WORDS = "what did Ana Ruiz Harbour Gazette write report article by the 's , ? about in".split()


@given(st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join))
def test_any_question_is_survived(question: str) -> None:
    """Whatever is typed, what is found are words of it."""
    for asked in read_writers(question, CATALOGUE, _nobody_speaks):
        assert asked.span.of(question)
        assert asked.taken is None or asked.taken.end <= len(question)
