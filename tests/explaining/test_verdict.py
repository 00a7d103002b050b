"""Whether the documents answer, in words."""

import pytest
from msgspec.structs import replace

from qa_app.explaining.verdict import (
    LIKELY_FROM,
    is_likely,
    manner_sentence,
    refusal_sentences,
    said_by,
    verdict_words,
)
from qa_app.model import (
    Answer,
    Attribution,
    Hit,
    Manner,
    Metadata,
    Restriction,
    RestrictionKind,
    Source,
    Span,
)

NEAR = Hit(1, Source(1, "/a.txt", Metadata(), Span(0, 3), 1), "Yes")
REFUSAL = Answer("why?", answered=False, took_ms=1, hits=(), related=(NEAR,))
SOURCE = Restriction(RestrictionKind.SOURCE, "Harbour Post", "source:harbour")
BEFORE = Restriction(RestrictionKind.BEFORE, "2025-02-28", "before:2025-02-28")


@pytest.mark.parametrize(
    ("answered", "confidence", "words"),
    [
        (True, 1.0, "likely answered"),
        (True, LIKELY_FROM, "likely answered"),
        (True, LIKELY_FROM - 0.01, "perhaps answered"),
        (False, 0.9, "no answer"),
    ],
)
def test_confidence_is_a_word(answered: bool, confidence: float, words: str) -> None:
    """Three words stand for the probability; a refusal is one whatever it is."""
    answer = Answer("why?", answered=answered, took_ms=1, hits=(), confidence=confidence)
    assert verdict_words(answer) == words
    assert is_likely(answer) == (words == "likely answered")


def test_refusal_names_what_is_never_mentioned() -> None:
    """The documents do not answer, and these words are nowhere in them."""
    assert refusal_sentences(REFUSAL) == ("The documents do not answer this.",)
    assert refusal_sentences(replace(REFUSAL, missing_terms=("fog", "horn"))) == (
        "The documents do not answer this.",
        "They never mention: fog, horn.",
    )


def test_refusal_within_conditions_says_so() -> None:
    """Where conditions left something, it was all that was looked at."""
    assert refusal_sentences(replace(REFUSAL, restrictions=(SOURCE,)))[-1] == (
        "Only passages from Harbour Post were looked at. Drop the condition to look at more."
    )


def test_conditions_that_nothing_meets_are_named() -> None:
    """Where conditions leave nothing, that is why there is no answer, and what to do."""
    nothing = replace(REFUSAL, related=(), restrictions=(SOURCE, BEFORE))
    assert refusal_sentences(nothing) == (
        "There is no passage from Harbour Post dated 28 Feb 2025 or earlier.",
        "Drop a condition to search more widely.",
    )
    assert refusal_sentences(replace(nothing, missing_terms=("fog",)))[-1] == (
        "The documents never mention: fog."
    )


def test_speaker_and_manner() -> None:
    """Direct and reported are told apart in words."""
    direct = Attribution("Nadim H.", Manner.DIRECT)
    reported = Attribution("Nadim H.", Manner.REPORTED)
    silent = Attribution("Nadim H.", Manner.SILENT)
    assert said_by(direct) == "said by Nadim H., direct"
    assert "own words" in manner_sentence(direct)
    assert "writer’s words" in manner_sentence(reported)
    assert said_by(silent) == "no statement by Nadim H."
    assert "gave none" in manner_sentence(silent)


def test_what_comes_nearest_without_conditions() -> None:
    """Passages that meet no condition are said to be such."""
    void = replace(REFUSAL, restrictions=(BEFORE,), is_void=True)
    first, second = refusal_sentences(void)
    assert first == "No document is dated 28 Feb 2025 or earlier."
    assert second.endswith("Without conditions, these passages come nearest.")
