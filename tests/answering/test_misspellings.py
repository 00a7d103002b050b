"""Words one slip of a key away."""

import pytest

from qa_app.answering.corpus_terms import look_up
from qa_app.answering.misspellings import meant_for
from qa_app.library.library import Library
from qa_app.model import Variant
from tests.answering.making import ask


@pytest.mark.parametrize("typed", ["counciil", "counsil", "coucnil", "councl"])
def test_one_slip(typed: str, library: Library) -> None:
    """A letter too many, another letter, two swapped, one left out."""
    assert meant_for(typed, library, is_name=False) == "council"


@pytest.mark.parametrize("typed", ["counseel", "bouncil", "ferx", "1234567", "kouncil"])
def test_more_than_a_slip(typed: str, library: Library) -> None:
    """Two slips, another first letter, a short word or a number are what they are."""
    assert meant_for(typed, library, is_name=False) is None


def test_misspelled_word_is_searched_as_meant(library: Library) -> None:
    """It is told as missing, and what it was meant for is searched and shown."""
    terms = look_up(ask("Where is the counciil?"), library)
    assert terms.missing == ("counciil",)
    assert terms.also_searched == (Variant("counciil", "council"),)


def test_nearly_the_same_speaker_is_another(library: Library) -> None:
    """Whoever is asked about is not taken for somebody of nearly the same name."""
    assert look_up(ask("What did Coubcil say?"), library).also_searched == ()
