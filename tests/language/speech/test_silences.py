"""Silence: where a text tells that someone gave no statement."""

import pytest

from qa_app.model import Manner
from tests.language.speech.reading import only, said, statements

SILENT = [
    ("Dahl declined to comment.", "Dahl", "declined to comment"),
    ("Dahl declined to comment, as always.", "Dahl", "declined to comment"),
    ("The mayor declined an interview.", "mayor", "declined an interview"),
    ("Dahl refused to say who would pay.", "Dahl", "refused to say who would pay"),
    ("Dahl did not say who would pay.", "Dahl", "did not say who would pay"),
    ("Dahl would not say who would pay.", "Dahl", "would not say who would pay"),
    ("Dahl has not responded to questions.", "Dahl", "has not responded to questions"),
    ("Dahl didn’t return calls.", "Dahl", "didn’t return calls"),
    ("Dahl did not immediately reply.", "Dahl", "did not immediately reply"),
    ("Dahl could not be reached for comment.", "Dahl", "could not be reached for comment"),
    ("Dahl was unavailable for comment.", "Dahl", "was unavailable for comment"),
    ("Dahl gave no reason.", "Dahl", "gave no reason"),
    ("Dahl said nothing.", "Dahl", "said nothing"),
    ("The ministry made no comment.", "ministry", "made no comment"),
    ("Dahl remained silent.", "Dahl", "remained silent"),
]
NOT_SILENT = [
    "The patients did not respond to the drug.",
    "The slides were not available for review.",
    "Dahl declined the cake.",
    "Dahl refused to pay.",
    "Dahl did not visit the wall.",
    "The engine remained silent.",
    "I declined to comment.",
]


@pytest.mark.parametrize(("text", "speaker", "words"), SILENT)
def test_silence(text: str, speaker: str, words: str) -> None:
    """Whoever gives no statement is kept with the words that tell so, and less surely than any."""
    statement = only(text)
    assert (statement.speaker, statement.manner) == (speaker, Manner.SILENT)
    assert said(statement, text)[0].startswith(words)
    assert statement.certainty < 0.3


@pytest.mark.parametrize("text", NOT_SILENT)
def test_no_silence(text: str) -> None:
    """Who does not do something else is not silent."""
    assert all(s.manner is not Manner.SILENT for found in statements(text) for s in found)


def test_silence_beside_a_statement() -> None:
    """What was said ends where it is told what was not."""
    text = "Dahl said the wall was old but declined to say who would pay."
    (found,) = statements(text)
    assert [(said(s, text), s.manner) for s in found] == [
        (["the wall was old"], Manner.REPORTED),
        (["declined to say who would pay"], Manner.SILENT),
    ]


def test_next_quotation_is_not_the_silent_ones() -> None:
    """A quotation after a silence goes on with nobody's words."""
    text = "Dahl declined to comment. “It is old and it leaks in the winter.”"
    assert [s.manner for s in statements(text)[0]] == [Manner.SILENT]
