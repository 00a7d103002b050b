"""Which sentence is marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.answering.answering_sentence import answering_sentence
from tests.answering.making import ask, measure, measured, passage


def _marked(question: str, text: str) -> str:
    found = answering_sentence(measured(measure(ask(question)), passage(text)))
    return found.text if found else ""


@pytest.mark.parametrize(
    ("question", "text", "marked"),
    [
        (
            "When does the harbour open?",
            "The mill is old. The harbour opens in May. It rains.",
            "The harbour opens in May.",
        ),
        # A word that every sentence holds tells none of them apart.
        (
            "Who painted the harbour?",
            "The harbour is deep. The harbour froze. Ada Holm painted it.",
            "Ada Holm painted it.",
        ),
        (
            "How many boats left the harbour?",
            "The boats left the harbour. The twelve boats left the harbour.",
            "The twelve boats left the harbour.",
        ),
        # A question repeats the words and answers nothing.
        (
            "When does the harbour open?",
            "When does the harbour open? The harbour is to open soon.",
            "The harbour is to open soon.",
        ),
        ("What is it?", "Yes.", "Yes."),
    ],
)
def test_the_sentence_that_tells(question: str, text: str, marked: str) -> None:
    """Words that are rare in the paragraph, and what kind of thing is asked for, decide."""
    assert _marked(question, text) == marked


@given(
    st.lists(st.sampled_from(["The harbour opens.", "It rains.", "Who?", "x", "👩‍👩‍👧 e\u0301."]))
)
def test_it_is_a_sentence_of_the_paragraph(sentences: list[str]) -> None:
    """Whatever the paragraph, one of its sentences is marked, where it has any."""
    text = " ".join(sentences)
    if not text:
        return
    stored = passage(text)
    found = answering_sentence(measured(measure(ask("harbour")), stored))
    assert found is not None
    assert found.span in stored.sentences
    assert found.span.of(text) == found.text
