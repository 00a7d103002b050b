"""What a question asks for beside its words, over a library on disk."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa_app.answering.question import Intent, understand
from qa_app.answering.restrictions import allows, date_terms, read_restrictions
from qa_app.engine import Engine
from qa_app.errors import QuestionError
from qa_app.library.library import Library
from qa_app.model import Restriction, RestrictionKind
from qa_app.settings import MAX_QUESTION_CHARS, Settings
from tests.fakes import DirectReader, HashEncoder

_FILES = {
    "a.md": "---\npublisher: Alma News\ndate: 2025-02-17\n---\n\nA sea base is old, Kallas said.\n",
    "b.md": (
        "---\npublisher: Tarsos Post\nauthor: Ana Ruiz\ndate: 2024-05-02\n---\n\n"
        "The sea is calm, Kallas said.\n"
    ),
    "c.txt": "Ferries\n\nNobody knows how old the ferry is, and Kallas does not say.\n",
}
_IN_FEBRUARY = (
    Restriction(RestrictionKind.AFTER, "2025-02-01", "in February 2025", loose=True),
    Restriction(RestrictionKind.BEFORE, "2025-02-28", "in February 2025", loose=True),
)
_SEA_BASE = Restriction(RestrictionKind.PHRASE, "sea base", '"sea base"')
_ALMA = Restriction(RestrictionKind.SOURCE, "Alma News", "according to Alma")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, cache_dir: Path) -> Iterator[Library]:
    """Three files: two papers of two years, and one of nobody."""
    folder = tmp_path_factory.mktemp("papers")
    for name, content in _FILES.items():
        (folder / name).write_text(content)
    at = tmp_path_factory.mktemp("place") / "library"
    engine = Engine(Settings(cache_dir=cache_dir), HashEncoder, reader=DirectReader)
    engine.index(at, folder)
    opened = engine.open(at)
    opened.refresh()
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("question", "rest", "restrictions"),
    [
        ("What did Kallas say?", "What did Kallas say?", ()),
        ("What did Kallas say in February 2025?", "What did Kallas say?", _IN_FEBRUARY),
        ("What closed  in February 2025?", "What closed in February 2025?", _IN_FEBRUARY),
        (
            "What did Kallas say in February 2025, according to Alma?",
            "What did Kallas say?",
            (*_IN_FEBRUARY, _ALMA),
        ),
        (
            'What did Kallas say about "sea base" according to Alma?',
            'What did Kallas say about "sea base"?',
            (_SEA_BASE, _ALMA),
        ),
        ('"sea base"', '"sea base"', (_SEA_BASE,)),
        ("in February 2025", "in February 2025", ()),
        ("according to Alma", "according to Alma", ()),
        ('Who wrote "in February 2025"?', 'Who wrote "in February 2025"?', ()),
    ],
)
def test_restrictions_of_a_question(
    library: Library, question: str, rest: str, restrictions: tuple[Restriction, ...]
) -> None:
    """Operators and plain words are read in their order; a question is never left empty."""
    assert read_restrictions(question, library) == (rest, restrictions)


TODAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("question", "rest", "found"),
    [
        ("What did Kallas say in March 2025?", "What did Kallas say?", "in March 2025"),
        ("What did Kallas say in May?", "What did Kallas say?", "in May"),
        ("What did Kallas say last year about ships?", "What did Kallas say about ships?", None),
        ("What closed last week?", "What closed?", "last week"),
        ("What closed in May?", "What closed in May?", "in May"),
        ("What did Tarsos Post report about the sea?", "What about the sea?", None),
        ("What did Tarsos Post report?", "", "Tarsos Post report"),
        ("What did Ana Ruiz write about the sea?", "What about the sea?", None),
        ("articles by Ana Ruiz", "", "articles by Ana Ruiz"),
        ("articles by Ana Ruiz about ships", "about ships", "articles by Ana Ruiz"),
        ("articles by Ana Ruiz in May", "", None),
        ("Which articles were written by Ana Ruiz?", "", "written by Ana Ruiz"),
    ],
)
def test_times_and_writers_in_plain_words(
    library: Library, question: str, rest: str, found: str | None
) -> None:
    """They become conditions; where nothing else is asked, nothing is left."""
    left, restrictions = read_restrictions(question, library, today=TODAY)
    assert left == rest
    assert restrictions
    assert found is None or {r.typed for r in restrictions} == {found}


@pytest.mark.parametrize(
    ("question", "typed", "rest"),
    [
        ("What did Kallas say in May?", "in May", "What did Kallas say?"),
        ("What closed last week?", "last week", "What closed?"),
        ("What closed in May?", "in May", "What closed in May?"),
        ("articles by Ana Ruiz", "articles by Ana Ruiz", "articles by Ana Ruiz"),
    ],
)
def test_dropped_times_and_writers(library: Library, question: str, typed: str, rest: str) -> None:
    """They restrict nothing; only what tells what is asked stays in the question."""
    assert read_restrictions(question, library, [typed], today=TODAY) == (rest, ())


def test_a_year_between_documents_is_of_its_question(library: Library) -> None:
    """Who asks for the budget of a year asks about it, not for documents of then."""
    assert read_restrictions("What was the budget for 2024?", library)[1] == ()
    assert read_restrictions("What did the 2024 flood ruin?", library)[1] == ()


def test_phrase_that_no_passage_holds(library: Library) -> None:
    """It restricts where it is all that is typed; a question that misquotes has words instead."""
    missing = Restriction(RestrictionKind.PHRASE, "calm base", '"calm base"')
    assert read_restrictions('"calm base"', library)[1] == (missing,)
    assert read_restrictions('kallas "calm base"', library)[1] == (missing,)
    assert read_restrictions('Who built the "calm base"?', library)[1] == ()


def test_dropped_restrictions(library: Library) -> None:
    """A time that was no part of what is asked is gone; what else is dropped is words again."""
    question = 'What did Kallas say about "sea base" in February 2025, according to Alma? -raft'
    rest, (phrase, first, last, source, without) = read_restrictions(question, library)
    assert rest == 'What did Kallas say about "sea base"?'
    dropped = [phrase.typed, first.typed, source.typed]
    assert first.typed == last.typed
    assert read_restrictions(question, library, dropped) == (
        'What did Kallas say about "sea base", according to Alma?',
        (without,),
    )
    everything = [*dropped, without.typed]
    assert read_restrictions(question, library, everything)[1] == ()


@pytest.mark.parametrize("question", ["source:alma", "before:2025 -raft", " after:2024 ? "])
def test_operators_alone(library: Library, question: str) -> None:
    """Where to look without what to look for is told in a sentence."""
    with pytest.raises(QuestionError, match="only says where to look; type what to look for"):
        read_restrictions(question, library)


@pytest.mark.parametrize("text", ['"\ud800"  -raft', '"sea  base" -raft' * MAX_QUESTION_CHARS])
def test_what_is_no_question(library: Library, text: str) -> None:
    """What understanding a question will refuse is handed on to it as it is."""
    assert read_restrictions(text, library) == (text, ())


@pytest.mark.parametrize("text", ["", " ? ", '"\ud800"', '"sea base" ' * MAX_QUESTION_CHARS])
def test_what_is_left_of_no_question(library: Library, text: str) -> None:
    """Understanding what is left of what cannot be asked refuses it."""
    rest, restrictions = read_restrictions(text, library)
    assert restrictions == ()
    with pytest.raises(QuestionError):
        understand(rest, library.analyzer)


@pytest.mark.parametrize(
    "typed",
    ["-port", '-"sea base"', "source:alma", 'source:"Tarsos Post"', "before:2024", "after:2024-05"],
)
def test_dropped_operator_is_gone(library: Library, typed: str) -> None:
    """A dropped operator restricts nothing, is no word, and does not change what is asked."""
    for question, rest in (
        (f"ferry {typed}", "ferry"),
        (f"{typed} ferry", "ferry"),
        (f"what did Holm say? {typed}", "what did Holm say?"),
        (f"what did Holm say {typed}?", "what did Holm say?"),
    ):
        assert read_restrictions(question, library, [typed]) == (rest, ())
    rest, _ = read_restrictions(f"what did Holm say? {typed}", library, [typed])
    assert understand(rest, library.analyzer).intent is Intent.STATEMENT


def test_dropped_phrase_is_words(library: Library) -> None:
    """A dropped quotation stays in the question and restricts nothing."""
    assert read_restrictions('ferry "sea base"', library, ['"sea base"']) == (
        'ferry "sea base"',
        (),
    )


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ('ferry "of the"', 'ferry "of the"'),
        ('ferry -"in the"', "ferry"),
        ("ferry -the", "ferry"),
        ('What is "this"?', 'What is "this"?'),
    ],
)
def test_common_words_restrict_nothing(library: Library, question: str, rest: str) -> None:
    """Words that nearly every passage has are no condition, in quotes or after a dash."""
    assert read_restrictions(question, library) == (rest, ())


def test_terms_of_dates(library: Library) -> None:
    """The words of a date that was meant for the documents need not be in the passages."""
    restrictions = (*_IN_FEBRUARY, _ALMA)
    assert date_terms(restrictions, library.analyzer) == {"februari", "2025"}


_PARTS = (
    '"sea base"|"the sea"|-ferry|-calm|source:alma|source:tarsos|source:nobody|before:2025|'
    "after:2024|in February 2025|in 2024|according to Alma|from Tarsos Post|since May 2024|sea"
).split("|")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.sampled_from(_PARTS), max_size=4).map(" ".join))
def test_every_candidate_meets_every_restriction(library: Library, parts: str) -> None:
    """What is found in the scope of a question's restrictions is allowed by each of them."""
    rest, restrictions = read_restrictions(f"Kallas {parts}", library)
    assert "Kallas" in rest
    assert all(restriction.typed in f"Kallas {parts}" for restriction in restrictions)
    (found,) = library.by_keywords([library.analyzer.terms(rest)], 10, restrictions)
    for passage in library.passages(list(found)).values():
        assert all(allows([r], passage, library.analyzer) for r in restrictions if not r.loose)
        assert allows(restrictions, passage, library.analyzer)
