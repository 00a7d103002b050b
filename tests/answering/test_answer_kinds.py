"""What kind of thing is asked for, and whether a sentence holds one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.answering.answer_kinds import AnswerKind, asked_for, holds

NOTHING: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How many boats left the harbour?", AnswerKind.NUMBER),
        ("how long is the pier", AnswerKind.NUMBER),
        ("What was the price of a ticket?", AnswerKind.NUMBER),
        ("Which percentage of the crews stayed?", AnswerKind.NUMBER),
        ("When did the mill burn?", AnswerKind.DATE),
        ("In what year was the pier built?", AnswerKind.DATE),
        ("What election year was that?", AnswerKind.DATE),
        ("Who built the pier?", AnswerKind.NAME),
        ("Where is the mill?", AnswerKind.NAME),
        ("Which coastal town has a pier?", AnswerKind.NAME),
        ("Why was the mill shut?", AnswerKind.REASON),
        ("What caused the fire?", AnswerKind.REASON),
        ("What is a weir?", AnswerKind.ANY),
        ("harbour tariffs", AnswerKind.ANY),
        ("How was the pier built?", AnswerKind.ANY),
    ],
)
def test_kind_is_read_from_the_question(question: str, kind: AnswerKind) -> None:
    """The question word, or the noun after it, tells what is asked for."""
    assert asked_for(question) is kind


@pytest.mark.parametrize(
    ("kind", "sentence", "share"),
    [
        (AnswerKind.NUMBER, "There were 12 boats.", 1),
        (AnswerKind.NUMBER, "There were twelve boats.", 1),
        (AnswerKind.NUMBER, "There were boats.", 0),
        (AnswerKind.DATE, "It burned in 1904.", 1),
        (AnswerKind.DATE, "It burned in May.", 1),
        (AnswerKind.DATE, "It burned for 3 hours.", 0.3),
        (AnswerKind.DATE, "It burned.", 0),
        (AnswerKind.NAME, "The pier was built by Ada Holm.", 1),
        (AnswerKind.NAME, "The pier was built.", 0),
        (AnswerKind.REASON, "It was shut because of the flood.", 1),
        (AnswerKind.REASON, "It was shut.", 0),
        (AnswerKind.ANY, "It was shut.", 0.5),
    ],
)
def test_sentence_holds_the_kind(kind: AnswerKind, sentence: str, share: float) -> None:
    """Numbers, dates, names and reasons are told by the form of their words."""
    assert holds(kind, sentence, NOTHING) == share


@pytest.mark.parametrize(
    ("kind", "sentence", "asked"),
    [
        (AnswerKind.NAME, "Then Holm came.", {"holm"}),
        (AnswerKind.NUMBER, "The 12 boats left.", {"12"}),
    ],
)
def test_what_the_question_names_is_no_answer(
    kind: AnswerKind, sentence: str, asked: set[str]
) -> None:
    """A name or a number that the question has already answers nothing."""
    assert holds(kind, sentence, NOTHING) == 1
    assert holds(kind, sentence, frozenset(asked)) == 0


@given(st.sampled_from(AnswerKind), st.text(max_size=60))
def test_share_is_a_share(kind: AnswerKind, sentence: str) -> None:
    """Whatever the sentence, the share lies in 0 to 1."""
    assert 0 <= holds(kind, sentence, NOTHING) <= 1
