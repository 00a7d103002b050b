"""Direct speech: what is quoted, in invented sentences."""

import pytest

from qa_app.model import Manner
from tests.language.speech.reading import only, said

DIRECT = [
    ("“The wall is old,” said Dahl.", "Dahl", ["“The wall is old,”"]),
    ("“The wall is old,” Dahl said.", "Dahl", ["“The wall is old,”"]),
    ("“The wall is old”, said Dahl.", "Dahl", ["“The wall is old”"]),
    ("Dahl said: “The wall is old.”", "Dahl", ["“The wall is old.”"]),
    ("Dahl said, “The wall is old.”", "Dahl", ["“The wall is old.”"]),
    ("Said Dahl: “The wall is old.”", "Dahl", ["“The wall is old.”"]),
    ("‘It’s old,’ said Dahl. ‘Very old.’", "Dahl", ["‘It’s old,’", "‘Very old.’"]),
    ("'It's old,' said Dahl. 'Very old.'", "Dahl", ["'It's old,'", "'Very old.'"]),
    ("''The wall is old,'' Dahl said.", "Dahl", ["''The wall is old,''"]),
    ('"The wall is old,” Dahl said.', "Dahl", ['"The wall is old,”']),
    ("«Muren er gammel», said Dahl.", "Dahl", ["«Muren er gammel»"]),
    ("“The wall is old.” — Elin Dahl", "Elin Dahl", ["“The wall is old.”"]),
    ("“The wall,” Dahl said, “is old.”", "Dahl", ["“The wall,”", "“is old.”"]),
    (
        "“We have no sand,” the harbour master, Elin Dahl, told the council. “We do need it.”",
        "Elin Dahl",
        ["“We have no sand,”", "“We do need it.”"],
    ),
    (
        "“It is the sea,” said Elin Dahl, who runs the harbour. “It always was.”",
        "Elin Dahl",
        ["“It is the sea,”", "“It always was.”"],
    ),
    ("“Why now?” Reyes asked.", "Reyes", ["“Why now?”"]),
    ("“Go!” shouted the old man.", "old man", ["“Go!”"]),
    ("“Where,” asked the old man, “is it?”", "old man", ["“Where,”", "“is it?”"]),
    ("“Come in,” whispered Anna. “It is cold.”", "Anna", ["“Come in,”", "“It is cold.”"]),
    ("“Nobody asked us,” a tired Dahl told the Post.", "Dahl", ["“Nobody asked us,”"]),
    ("Dahl was blunt: “The wall is old.”", "Dahl", ["“The wall is old.”"]),
    ("The mayor's message was clear: “Stay at home.”", "mayor", ["“Stay at home.”"]),
    ("Her message was clear: “Stay at home.”", "she", ["“Stay at home.”"]),
    ("As the poet Ada Brun put it, “the sea forgives.”", "Ada Brun", ["“the sea forgives.”"]),
    ("In the words of Ada Brun, “the sea forgives.”", "Ada Brun", ["“the sea forgives.”"]),
    ("The sign says “No entry.”", "sign", ["“No entry.”"]),
    ("Dahl tweeted: “It held.”", "Dahl", ["“It held.”"]),
    ("The film shows Dahl saying, “It held.”", "Dahl", ["“It held.”"]),
    ("Dahl said, “It held,” when asked for a word.", "Dahl", ["“It held,”"]),
    (
        "Dr. Helena Voss, who led the trial, said: “The drug did no better than sugar.”",
        "Helena Voss",
        ["“The drug did no better than sugar.”"],
    ),
    (
        "“Prices will rise,” said Omar Haddad (Unity), chair of the committee.",
        "Omar Haddad",
        ["“Prices will rise,”"],
    ),
]


@pytest.mark.parametrize(("text", "speaker", "words"), DIRECT)
def test_direct_speech(text: str, speaker: str, words: list[str]) -> None:
    """What is quoted is its speaker's, mark to mark, without the words that say who said it."""
    statement = only(text)
    assert (statement.speaker, said(statement, text)) == (speaker, words)
    assert statement.manner is Manner.DIRECT
