"""Interviews with letters for names."""

from qa_app.model import Manner
from tests.language.speech.reading import said, statements

_TURNS = ("Q: Why?", "A: It rained. It always does.", "Q: And now?", "A. The sea decides.")


def test_answers() -> None:
    """Answers are whose name stands in full before the first question, directly."""
    found = statements("We met the skipper Ida Moe.", *_TURNS)
    assert [[s.speaker for s in each] for each in found] == [[], [], ["Ida Moe"], [], ["Ida Moe"]]
    assert said(found[2][0], _TURNS[1]) == ["It rained. It always does"]
    assert found[2][0].manner is Manner.DIRECT


def test_nobody_is_named() -> None:
    """Answers by nobody who is named are nobody's."""
    assert statements("It rained.", *_TURNS) == [[]] * 5


def test_one_question_is_no_interview() -> None:
    """A list with the letter A is no interview."""
    assert statements("We met Ida Moe.", "Q: Why?", "A: It rained.") == [[], [], []]
