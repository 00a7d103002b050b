"""What looks like a statement and is none."""

import pytest

from tests.language.speech.reading import statements

NOBODY = [
    "By Elin Dahl",
    "Photo: Elin Dahl",
    "Dahl visited the wall on Monday.",
    "Dahl never said that it was safe.",
    "Dahl may say more on Friday.",
    "Dahl will announce her decision on Friday.",
    "Dahl is expected to announce it on Friday.",
    "Dahl was told that it was unsafe.",
    "Dahl was asked whether it was safe.",
    "Asked whether it was safe, Dahl nodded.",
    "If Dahl says so, it is safe.",
    "Has Dahl said anything?",
    "What Dahl said surprised them.",
    "It is said that it was old.",
    "I said that it was old.",
    "Dahl pointed to the wall.",
    "Dahl added sand to the wall.",
    "Dahl called a meeting.",
    "Dahl found a crack in it.",
    "The report, which Dahl wrote, was long.",
    "Reports of damage reached Dahl.",
    "The state of the wall worried Dahl.",
    "The proposed wall was never built.",
    "The wall looked “safe” to most.",
    "“Safe” is not the word.",
    "She lives in the United States.",
    "Rain was reported.",
    "No minister said that it rained.",
    "Few ministers believe that it rained.",
    "Neither Dahl nor Moe said that it rained.",
    "None of the ministers said that it rained.",
    "Hardly anyone said that it rained.",
    "The beam supported the wall.",
    "Dahl supported her brother.",
    "Dahl moved to Oslo.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_no_statement(text: str) -> None:
    """A mention, a question, a wish, being told or a noun is no statement."""
    assert statements(text) == [[]]
