"""Conditions of a question, as a person sees them."""

import pytest

from qa_app.explaining.conditions import Condition, conditions_of, narrowed_words, void_words
from qa_app.model import Answer, Restriction, RestrictionKind, Variant

SOURCE = Restriction(RestrictionKind.SOURCE, "Harbour Post", "source:harbour")
AFTER = Restriction(RestrictionKind.AFTER, "2025-02-01", "in February 2025")
BEFORE = Restriction(RestrictionKind.BEFORE, "2025-02-28", "in February 2025")
PHRASE = Restriction(RestrictionKind.PHRASE, "sea base", '"sea base"')
WITHOUT = Restriction(RestrictionKind.WITHOUT, "gas", "-gas")


def answer(*restrictions: Restriction, also_searched: tuple[Variant, ...] = ()) -> Answer:
    """An answer with these conditions."""
    return Answer(
        "why?",
        answered=True,
        took_ms=1,
        hits=(),
        restrictions=restrictions,
        also_searched=also_searched,
    )


@pytest.mark.parametrize(
    ("restriction", "words"),
    [
        (SOURCE, "source: Harbour Post"),
        (AFTER, "since 1 Feb 2025"),
        (BEFORE, "until 28 Feb 2025"),
        (PHRASE, "“sea base”"),
        (WITHOUT, "without: gas"),
    ],
)
def test_restriction_in_words(restriction: Restriction, words: str) -> None:
    """Each kind says what it asks for; what drops it are the words that were typed."""
    assert conditions_of(answer(restriction)) == (Condition(words, restriction.typed),)


def test_two_ends_of_a_period_are_one_condition() -> None:
    """What the same words ask for can only be dropped together."""
    found = conditions_of(answer(AFTER, SOURCE, BEFORE))
    assert [condition.words for condition in found] == ["February 2025", "source: Harbour Post"]
    assert found[0].drop == "in February 2025"


def test_ends_typed_apart_stay_apart() -> None:
    """Two operators are two conditions."""
    before = Restriction(RestrictionKind.BEFORE, "2025-02-28", "before:2025-02-28")
    assert len(conditions_of(answer(AFTER, before))) == 2


def test_variants_follow_and_know_their_word() -> None:
    """A form is one condition, however many words it was searched beside."""
    variants = (Variant("base", "station"), Variant("post", "station"), Variant("base", "camp"))
    found = conditions_of(answer(SOURCE, also_searched=variants))
    assert [c.words for c in found] == ["source: Harbour Post", "station", "camp"]
    assert [c.is_variant for c in found] == [False, True, True]
    assert found[1].beside == "base, post"


def test_restrictions_in_a_sentence() -> None:
    """What they leave can follow the word “passages”."""
    assert narrowed_words((SOURCE, AFTER, BEFORE, PHRASE, WITHOUT)) == (
        "from Harbour Post of February 2025 with “sea base” without “gas”"
    )
    assert narrowed_words((BEFORE,)) == "dated 28 Feb 2025 or earlier"


def test_nothing_is_of_that_time() -> None:
    """Where all that is asked is a time, no document is from then."""
    assert void_words((AFTER, BEFORE)) == "No document is from February 2025."
    assert void_words((AFTER,)) == "No document is dated 1 Feb 2025 or later."
    assert void_words((SOURCE, AFTER, BEFORE)) == (
        "There is no passage from Harbour Post of February 2025."
    )


def test_an_author_is_a_condition() -> None:
    """It is named as such, and in a sentence as who a passage is by."""
    author = Restriction(RestrictionKind.AUTHOR, "Ana Ruiz", "author:ruiz")
    answer = Answer("why?", answered=True, took_ms=1, hits=(), restrictions=(author,))
    assert conditions_of(answer) == (Condition("author: Ana Ruiz", "author:ruiz"),)
    assert narrowed_words((author,)) == "by Ana Ruiz"
