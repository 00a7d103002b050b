"""Who is asked about, and what they belong to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.answering.asked_speaker import asked_speaker


@pytest.mark.parametrize(
    ("who", "words", "owner"),
    [
        ("the mayor of Sorna", "mayor", "sorna"),
        ("Sorna's mayor", "mayor", "sorna"),
        ("the workers’ chairman", "chairman", "workers"),
        ("the spokesman for the interior ministry", "spokesman", "interior ministry"),
        ("Keller of the Orvel Institute", "keller", "orvel institute"),
        ("the minister of health", "minister", "health"),
        ("the Bank of Sorna", "bank sorna", ""),
        ("the growers' federation", "growers federation", ""),
        ("Sorna's council", "council", "sorna"),
        ("Ann Lee", "ann lee", ""),
        ("O'Brien", "o'brien", ""),
    ],
)
def test_speaker_and_owner(who: str, words: str, owner: str) -> None:
    """An office or a name is taken apart from what it is of; a body's name stays whole."""
    speaker = asked_speaker(who)
    assert speaker is not None
    assert (" ".join(speaker.words), " ".join(speaker.of)) == (words, owner)


@pytest.mark.parametrize("who", ["the ship's log", "Ann Lee and Jan Berg", "the"])
def test_nobody(who: str) -> None:
    """What is no person's, or several, is no speaker."""
    assert asked_speaker(who) is None


@pytest.mark.parametrize(
    ("who", "is_described"), [("the king", True), ("Sorna's king", True), ("King", False)]
)
def test_described_or_named(who: str, *, is_described: bool) -> None:
    """An article or an owner tells an office from a surname."""
    speaker = asked_speaker(who)
    assert speaker is not None
    assert speaker.is_described is is_described


@given(st.text(st.sampled_from("abof .'’s-"), max_size=24))
def test_any_words(who: str) -> None:
    """No words break it, and a speaker has a name."""
    speaker = asked_speaker(who)
    assert speaker is None or speaker.words
