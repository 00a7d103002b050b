"""The acronyms a text explains."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.language.acronyms import Definition, definitions_in, is_acronym, long_key, words_of
from qa_app.model import Span


def _defined(*passages: str) -> list[Definition]:
    text = "\n\n".join(passages)
    spans, at = [], 0
    for passage in passages:
        spans.append(Span(at, at + len(passage)))
        at += len(passage) + 2
    return definitions_in(text, spans)


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("The Northern Lights Agency (NLA) said no.", "NLA", "Northern Lights Agency"),
        ("NLA (the Northern Lights Agency) said no.", "NLA", "Northern Lights Agency"),
        ("NLA, the Northern Lights Agency, said no.", "NLA", "Northern Lights Agency"),
        ("NLA is short for the Northern Lights Agency.", "NLA", "Northern Lights Agency"),
        ("The Northern Lights Agency, or NLA, said no.", "NLA", "Northern Lights Agency"),
        ("The Northern Lights Agency (N.L.A.) said no.", "NLA", "Northern Lights Agency"),
        ("The Northern Lights Agency’s head (NLB) is shut.", "NLB", ""),
        ("The Front of Rivers and Lakes (FRL) won.", "FRL", "Front of Rivers and Lakes"),
        ("The Office of Ferries (OoF) closed.", "OoF", "Office of Ferries"),
        ("The League of Harbour Towns (LIT) met.", "LIT", ""),
        ("The Army of Lakes and al-Sham (ALS) left.", "ALS", "Army of Lakes and al-Sham"),
        ("The U.S. Bureau for Ice (USBI) said so.", "USBI", "U.S. Bureau for Ice"),
        ("Non-tidal river gauges (NTRGs) were read.", "NTRG", "Non-tidal river gauges"),
        ("the mean water level (MWL) fell", "MWL", "mean water level"),
        ("the water level (WL) fell", "WL", ""),
        ("The mayor (NLA) said no.", "NLA", ""),
        ("Dolores Vance (D-Ohio) said no.", "D", ""),
    ],
)
def test_definition(text: str, short: str, long: str) -> None:
    """The words before or after are what the letters stand for, where they spell them."""
    assert _defined(text) == ([Definition(short, long)] if long else [])


def test_used_beside_its_name() -> None:
    """Letters that one name of the same text spells need no brackets."""
    found = _defined("The Northern Lights Agency met.", "It rained. Later NLA staff left.")
    assert found == [Definition("NLA", "Northern Lights Agency")]


def test_used_beside_several_names() -> None:
    """Letters that two names spell stand for neither."""
    assert _defined("The Northern Lights Agency met the North Lake Army.", "NLA staff left.") == []


def test_part_of_a_longer_name() -> None:
    """Letters stand for a whole name, less its title, not for words out of the middle of it."""
    assert _defined("The Great Northern Lights Agency met.", "NLA staff left.") == []
    assert _defined("Former Northern Lights Agency chiefs met.", "NLA staff left.") != []


@pytest.mark.parametrize(
    ("word", "is_one"),
    [("EU", True), ("U.S.", True), ("ISIS", True), ("Eu", False), ("I", False), ("F16", False)],
)
def test_acronym(word: str, is_one: bool) -> None:
    """Two capitals or more, and nothing else but dots."""
    assert is_acronym(word) is is_one


def test_long_key() -> None:
    """Small words, case and a plural do not count, nor does a possessive."""
    assert long_key(words_of("The Front of Rivers’")) == long_key(words_of("front of the river"))


@given(st.text(alphabet="ABab .,()“”’-\n", max_size=60))
def test_what_is_found_is_in_the_text(text: str) -> None:
    """Both the letters and the words stand in the text, spaces apart."""
    for definition in _defined(text):
        assert definition.short in text.replace(".", "")
        assert definition.long in " ".join(text.split())
