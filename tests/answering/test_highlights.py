"""What is marked."""

from hypothesis import given
from hypothesis import strategies as st

from qa_app.answering.highlights import highlights_of
from qa_app.answering.question import Question
from qa_app.answering.ranking import rank
from qa_app.library.store import StoredPassage
from qa_app.model import Highlight, HighlightKind
from tests.answering.making import ANALYZER, ask, measure, passage

_PIECES = st.sampled_from(
    [
        "Abu Qasra",
        "said",
        "the bases",
        "👩‍👩‍👧",
        "e\u0301",
        ".",
        ",",
        "“yes”",
        "He",
        "\r\n",
        "Türkiye’s",
        "x",
    ]
)
_QUESTIONS = st.sampled_from(
    [
        ask("What did Abu Qasra say about the bases?"),
        ask("bases Türkiye"),
        ask("What is it?"),
        ask("Who wrote about bases?"),
    ]
)


def _marks(question: Question, stored: StoredPassage) -> tuple[Highlight, ...]:
    (hit,) = rank([measure(question).of(stored)], question.intent, dense=True)
    return highlights_of(hit)


def _of(kind: HighlightKind, marks: tuple[Highlight, ...], text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in marks if mark.kind is kind]


@given(st.lists(_PIECES, min_size=1, max_size=20).map(" ".join).filter(str.strip), _QUESTIONS)
def test_highlights_lie_inside(text: str, question: Question) -> None:
    """No mark is empty or leaves the passage; they come in order, the widest first."""
    marks = _marks(question, passage(text))
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
    assert list(marks) == sorted(marks, key=lambda mark: (mark.start, -mark.end))
    assert len(set(marks)) == len(marks)


@given(st.lists(_PIECES, min_size=1, max_size=20).map(" ".join).filter(str.strip), _QUESTIONS)
def test_answer_is_one_whole_sentence(text: str, question: Question) -> None:
    """Exactly one sentence is the answer, from its start to its end."""
    stored = passage(text)
    answers = [m for m in _marks(question, stored) if m.kind is HighlightKind.ANSWER]
    assert [(m.start, m.end) for m in answers] in [[(s.start, s.end)] for s in stored.sentences]


@given(st.lists(_PIECES, min_size=1, max_size=20).map(" ".join).filter(str.strip), _QUESTIONS)
def test_marked_terms_are_the_questions(text: str, question: Question) -> None:
    """A marked word is one of the question's, in whatever form."""
    for word in _of(HighlightKind.TERM, _marks(question, passage(text)), text):
        (term,) = ANALYZER.terms(word)
        assert term in question.terms


def test_statement_is_marked_whole() -> None:
    """The answering sentence, the speaker in it, and the terms."""
    text = "It rained. “The base may stay,” said Abu Qasra. The end."
    marks = _marks(ask("What did Abu Qasra say about bases?"), passage(text))
    assert _of(HighlightKind.ANSWER, marks, text) == ["“The base may stay,” said Abu Qasra."]
    assert _of(HighlightKind.SPEAKER, marks, text) == ["Abu Qasra"]
    assert _of(HighlightKind.TERM, marks, text) == ["base", "Abu", "Qasra"]
