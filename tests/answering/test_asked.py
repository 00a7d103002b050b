"""What is left of a question when words are taken out of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.answering.asked import Asked, has_words, masked, without
from qa_app.model import Restriction, RestrictionKind, Span

SOURCE = RestrictionKind.SOURCE


def _taken(question: str, *words: str) -> str:
    spans = [Span(question.index(w), question.index(w) + len(w)) for w in words]
    return without(question, [Asked(span, (), taken=span) for span in spans])


@pytest.mark.parametrize(
    ("question", "words", "rest"),
    [
        ("What rose, according to Alma?", ["according to Alma"], "What rose?"),
        ("According to Alma, what rose?", ["According to Alma"], "what rose?"),
        ("Who, according to Alma, won?", ["according to Alma"], "Who won?"),
        ("What rose in May, say, in Tarsos?", ["in May"], "What rose, say, in Tarsos?"),
        ("quay source:alma before:2025", ["source:alma", "before:2025"], "quay"),
        ("source:alma", ["source:alma"], ""),
    ],
)
def test_words_leave_with_their_commas(question: str, words: list[str], rest: str) -> None:
    """What is left reads as if the words had never been there."""
    assert _taken(question, *words) == rest


@pytest.mark.parametrize("question", ["What is left ?", ", and then ;", "  two  spaces "])
def test_nothing_taken_changes_nothing(question: str) -> None:
    """A question that loses no words stays as it was typed."""
    assert without(question, [Asked(Span(0, 2), (), taken=None)]) == question


def test_restrictions_quote_the_question() -> None:
    """What is typed are the words of the question itself."""
    asked = Asked(Span(5, 16), ((SOURCE, "Alma News"),), taken=None)
    assert asked.restrictions("quay source:alma now") == (
        Restriction(SOURCE, "Alma News", "source:alma"),
    )


@given(st.text(min_size=1), st.data())
def test_mask_keeps_every_place(question: str, data: st.DataObject) -> None:
    """Masking changes nothing but the span, and moves nothing."""
    start = data.draw(st.integers(0, len(question)))
    end = data.draw(st.integers(start, len(question)))
    hidden = masked(question, [Span(start, end)], by="x")
    assert hidden == question[:start] + "x" * (end - start) + question[end:]


def test_words() -> None:
    """Numbers are words, marks are none."""
    assert has_words("“7”")
    assert not has_words(" ?! “” — ")
