"""The words by which a speaker can be asked for."""

import pytest

from qa_app.language.speech.naming import initials, name_words, words_naming
from qa_app.language.speech.statement import Statement
from qa_app.model import Manner, Span


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Asaad al-Shaibani", "asaad al shaibani"),
        ("John G. Roberts Jr.", "john g roberts"),
        ("Türkiye’s", "turkiye"),
        ("", ""),
    ],
)
def test_name_words(name: str, words: str) -> None:
    """Words are folded, hyphens part them, suffixes and possessives are left out."""
    assert " ".join(name_words(name)) == words


def test_initials() -> None:
    """Bodies go by their initials, names of two words do not."""
    assert initials("International Monetary Fund") == "imf"
    assert initials("the Department of Homeland Security") == "dhs"
    assert initials("Ann Lee") == ""


def test_words_of_a_speaker() -> None:
    """Name, office and body lead to a statement, the surname most surely."""
    statement = Statement(
        "Ann Lee",
        None,
        (Span(0, 1),),
        Manner.DIRECT,
        1.0,
        "say",
        ("press secretary",),
        ("Bay Bank",),
    )
    words = words_naming(statement)
    assert set(words) == {"ann", "lee", "press", "secretary", "bay", "bank"}
    assert words["lee"] == 1.0
    assert words["lee"] > words["ann"] > words["secretary"] == words["bank"]
