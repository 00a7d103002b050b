"""Sources in a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.answering.asked import without
from qa_app.answering.sources_asked import read_sources, source_named
from qa_app.errors import QuestionError
from qa_app.library.analyzer import Analyzer
from qa_app.model import Metadata
from tests.library.listing import catalogue_of

ANALYZER = Analyzer()
CATALOGUE = catalogue_of(
    (Metadata(publisher="The Tarsos Post", address="https://tarsospost.com/1"), "/d/1.txt"),
    (Metadata(publisher="Tarsos Post"), "/d/2.txt"),
    (Metadata(publisher="Tarsos Weekly"), "/d/3.txt"),
    (Metadata(publisher="Alma"), "/d/4.txt"),
    (Metadata(publisher="Alma.Az"), "/d/5.txt"),
    (Metadata(publisher="The Sun"), "/d/6.txt"),
    (Metadata(publisher="BTV News"), "/d/7.txt"),
    (Metadata(address="https://www.quayside.example/2"), "/d/8.txt"),
    (Metadata(title="Ferries and their fares"), "/d/9.txt"),
    (Metadata(), "/d/2024-03 harbour board.txt"),
    (Metadata(), "/d/pump-log-1.txt"),
    (Metadata(), "/d/pump-log-2.txt"),
)


def _read(question: str) -> tuple[str, list[tuple[str, str]]]:
    """What is left of a question, and (typed, source) of what is found."""
    found = read_sources(question, CATALOGUE, ANALYZER)
    values = [(a.span.of(question), value) for a in found for _, value in a.wanted]
    return without(question, found), values


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        ("according to Alma", "Alma"),
        ("according to the Tarsos Post", "The Tarsos Post"),
        ("as reported by BTV", "BTV News"),
        ("according to a BTV report", "BTV News"),
        ("according to the Sun", "The Sun"),
        ("according to quayside.example", "quayside.example"),
        ("in the Tarsos Post article", "The Tarsos Post"),
        ("in the Tarsos Post's report", "The Tarsos Post"),
        ("from Alma.Az reports", "Alma.Az"),
        ("in the Tarsos Weekly", "Tarsos Weekly"),
        ("from Tarsos Weekly", "Tarsos Weekly"),
        ("in an article by BTV News", "BTV News"),
        ("in the stories published by Quayside", "quayside.example"),
        ("in the harbour board minutes", "2024-03 harbour board.txt"),
        ("in the ferry fares paper", "Ferries and their fares"),
    ],
)
@pytest.mark.parametrize(
    ("around", "rest"),
    [
        ("What does the ferry cost {}?", "What does the ferry cost?"),
        ("What does the ferry cost, {}", "What does the ferry cost"),
        ("{}, what does the ferry cost?", "what does the ferry cost?"),
        ("{} what does the ferry cost?", "what does the ferry cost?"),
    ],
)
def test_phrases_of_their_own(typed: str, source: str, around: str, rest: str) -> None:
    """A source named at an end of the question leaves it, under the name its documents have."""
    assert _read(around.format(typed)) == (rest, [(typed, source)])


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        ("Who is the author of the Alma article?", "Alma article"),
        ("reports from Alma about the ferry", "reports from Alma"),
        ("What is in the Alma report about ferries?", "in the Alma report"),
        ("What was new in the Alma coverage of ferries?", "in the Alma coverage"),
        ("Alma's story on ferries", "Alma's story"),
    ],
)
def test_sources_within_a_question(question: str, typed: str) -> None:
    """Where the question would lose its sense without the words, they stay."""
    assert _read(question) == (question, [(typed, "Alma")])


def test_one_title_a_question() -> None:
    """A question that names two texts by their titles asks for the first; the rest is words."""
    question = "What is owed, in the ferry fares paper, in the harbour board minutes?"
    assert _read(question)[1] == [("in the ferry fares paper", "Ferries and their fares")]


def test_what_an_article_says() -> None:
    """Who asks what an article says about something asks about that."""
    rest, found = _read("What does the Tarsos Post article say about the ferries?")
    assert rest == "What about the ferries?"
    assert found == [("Tarsos Post article", "The Tarsos Post")]


@pytest.mark.parametrize(
    "question",
    [
        "What did Alma report about the ferry?",
        "What does the Tarsos Post report?",
        "What does the Tarsos Post say about ferries?",
        "Alma reports what?",
        "How far is Earth from the Sun?",
        "What happened in Alma?",
        "Who came from Alma?",
        "What happened according to the mayor?",
        "What is written in the Post article?",
        "What stood in the pump log file?",
        "What was decided in the report?",
        "What is in the same report?",
        "Who owns the Tarsos Post?",
    ],
)
def test_speakers_places_and_strangers(question: str) -> None:
    """A speaker, a place, a name nobody has and one that several have restrict nothing."""
    assert _read(question) == (question, [])


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        ("tarsos post", "The Tarsos Post"),
        ("tarsospost.com", "tarsospost.com"),
        ("tarsosp", "The Tarsos Post"),
        ("alma", "Alma"),
        ("btv", "BTV News"),
        ("quay", "quayside.example"),
        ("d", "d"),
        ("9.txt", "9.txt"),
        ("2024-03 harb", "2024-03 harbour board.txt"),
        ("nobody", "nobody"),
        ("?", "?"),
    ],
)
def test_source_by_its_operator(typed: str, source: str) -> None:
    """The beginning of a publisher's name will do; a folder, a file and a stranger stay as typed.

    What is not in the library is found in no document, which the answer can say.
    """
    assert source_named(typed, CATALOGUE) == source


def test_beginning_of_several_names() -> None:
    """Where several publishers or files may be meant the message names them."""
    with pytest.raises(QuestionError, match=r"any of: pump-log-1.txt, pump-log-2.txt; write more"):
        source_named("pump", CATALOGUE)
    with pytest.raises(QuestionError, match=r"any of: Tarsos Weekly, The Tarsos Post; write more"):
        source_named("tarsos", CATALOGUE)


def test_one_name_stands_for_all_documents_of_the_source() -> None:
    """The name that is shown finds what the typed one does."""
    wide = CATALOGUE.documents_from(source_named("alma", CATALOGUE))
    assert wide == CATALOGUE.documents_from("alma") == {4, 5}
    assert CATALOGUE.documents_from(source_named("alma.az", CATALOGUE)) == {5}


@pytest.mark.parametrize(
    "publisher",
    ["X", "X’s Eye", "Ha’aretz", "Ö1", "www.quay.example", "Łódź Dziś", "3 Sat", "É"],
)
@pytest.mark.parametrize("owned", ["", "’s", "'s"])
def test_names_however_short_or_marked(publisher: str, owned: str) -> None:
    """Most words are no name by their first letters; none that is one is passed over."""
    catalogue = catalogue_of((Metadata(publisher=publisher), "/d/1.txt"))
    question = f"According to the {publisher}{owned} report, what does the ferry cost?"
    (asked,) = read_sources(question, catalogue, ANALYZER)
    assert [value for _, value in asked.wanted] == [publisher]


_WORDS = (
    "in from according to the Alma Tarsos Post article report by of about , ? 's what say".split()
)


@given(st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join))
def test_any_question_is_survived(question: str) -> None:
    """Whatever is typed, what is found are words of it, and what is left is shorter."""
    rest, found = _read(question)
    assert all(typed in question for typed, _ in found)
    assert len(rest) <= len(question)
