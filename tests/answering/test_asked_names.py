"""What a question may name."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qa_app.answering.asked_names import AskedName, AskedNames
from qa_app.language.spellings import Origin
from tests.answering.making import ANALYZER, ask


def _asked(question: str) -> AskedNames:
    return AskedNames.of(ask(question), ANALYZER)


def _word(question: str, text: str) -> AskedName:
    return next(name for name in _asked(question).words if name.text == text)


def test_words_and_runs() -> None:
    """Words with a term, and runs that begin and end with one; possessives are taken off."""
    asked = _asked("What did the Bank of Tartu’s chief open?")
    assert [name.text for name in asked.words] == ["Bank", "Tartu", "chief", "open"]
    assert "Bank of Tartu" in {name.text for name in asked.runs}
    run = next(name for name in asked.runs if name.text == "Bank of Tartu")
    assert (run.words, run.terms) == (("bank", "of", "tartu"), ("bank", "tartu"))


@pytest.mark.parametrize(
    ("question", "text", "is_capitalised"),
    [
        ("Tartus harbour", "Tartus", False),
        ("the Tartus harbour", "Tartus", True),
        ("EU harbour", "EU", True),
        ("the tartus harbour", "tartus", False),
    ],
)
def test_capitals(question: str, text: str, is_capitalised: bool) -> None:
    """Capitals show a name, but not at the beginning of a question."""
    assert _word(question, text).is_capitalised is is_capitalised


@pytest.mark.parametrize(
    ("question", "text", "origin"),
    [
        ("where is al-Shara", "Shara", Origin.ARTICLE),
        ("where is ash-shara", "shara", Origin.ARTICLE),
        ("where is el shara", "shara", Origin.ARTICLE),
        ("where is Ahmad Shara", "Shara", Origin.ARABIC),
        ("where is sergei orlow", "orlow", Origin.CYRILLIC),
        ("where is Angela Markel", "Markel", Origin.HOME),
        ("where is Peskov", "Peskov", Origin.CYRILLIC),
        ("where is Tartus", "Tartus", Origin.UNKNOWN),
        ("will Tartus close", "Tartus", Origin.UNKNOWN),
    ],
)
def test_origin(question: str, text: str, origin: Origin) -> None:
    """An article, the name itself and the names beside it show where it is from."""
    assert _word(question, text).origin is origin


@given(st.text(alphabet="aeAl-’' .UShİß🚢", max_size=40))
def test_names_are_of_the_question(text: str) -> None:
    """Whatever is typed, names stand in it and have terms of it."""
    assume(any(character.isalnum() for character in text))
    question = ask(text)
    asked = AskedNames.of(question, ANALYZER)
    for name in (*asked.words, *asked.runs):
        assert name.text in question.text
        assert name.terms
        assert question.words.keys() >= set(name.terms)
