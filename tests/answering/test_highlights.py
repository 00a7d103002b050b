"""What is marked."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from qa_app.answering.highlights import highlights_of
from qa_app.answering.question import Question
from qa_app.answering.ranking import rank
from qa_app.language.speech.statement import Statement
from qa_app.library.stored import StoredPassage
from qa_app.model import Highlight, HighlightKind, Span
from tests.answering.making import ANALYZER, ask, measure, passage, statement

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


def _marks(
    question: Question, stored: StoredPassage, *statements: Statement
) -> tuple[Highlight, ...]:
    by = measure(question, statements={stored.id: statements})
    (hit,) = rank(by.all([[stored]]), question.intent)
    return highlights_of(hit, question.topic)


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


def test_what_was_said_is_marked() -> None:
    """The words attributed, in all their pieces, the speaker, and the terms."""
    text = "It rained. “The base,” said Abu Qasra, “may stay.” The end."
    said = statement(text, "“The base,”", name="Abu Qasra")
    rest = Span(text.index("“may"), text.index(" The end"))
    whole = replace(said, said=(*said.said, rest))
    marks = _marks(ask("What did Abu Qasra say about bases?"), passage(text), whole)
    assert _of(HighlightKind.ANSWER, marks, text) == ["“The base,”", "“may stay.”"]
    assert _of(HighlightKind.SPEAKER, marks, text) == ["Abu Qasra"]
    assert _of(HighlightKind.TERM, marks, text) == ["base", "Abu", "Qasra"]


def test_statement_on_the_topic_is_marked() -> None:
    """Of several statements in a passage the one that was asked about is the answer."""
    text = "Kallas said the harbour opens. She said the mill is shut."
    about = [statement(text, part, name="Kallas") for part in ("harbour opens", "mill is shut")]
    marks = _marks(ask("What did Kallas say about the mill?"), passage(text), *about)
    assert _of(HighlightKind.ANSWER, marks, text) == ["mill is shut"]
    everything = _marks(ask("What did Kallas say?"), passage(text), *about)
    assert len(_of(HighlightKind.ANSWER, everything, text)) == 2
