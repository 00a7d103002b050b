"""Which way the characters of a text run, against the rules of Unicode's algorithm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.citing.export.pdf_levels import levels_at_end, levels_of


@pytest.mark.parametrize(
    ("text", "base", "levels"),
    [
        ("ab 12", 0, "00000"),
        ("a שק 12, b", 0, "0011122000"),
        ("a שק, b", 0, "0011000"),
        ("שק ab 12", 1, "11122222"),
        ("שק 1,234%", 1, "111222222"),
        ("ق 12 3", 1, "112212"),
        ("ق1+2", 0, "1212"),
        ("a (שק) b", 0, "00011000"),
        ("שק (ab) ק", 1, "111122111"),
        ("שק (12)", 0, "1111221"),
        ("a ש(ק b", 0, "0011100"),
        ("ש\u05b0ק", 1, "111"),
        ("ש\u200dק", 1, "111"),
        ("a \u2067ש b\u2069 c", 0, "000112000"),
        ("ש \u2068a 1\u2069 ק", 1, "111222111"),
        ("\u2066שק", 0, "033"),
        ("ab\u202ecd\u202c", 0, "000000"),
    ],
)
def test_levels_are_those_of_the_algorithm(text: str, base: int, levels: str) -> None:
    """Numbers, brackets, marks on letters, isolates; marks that override are not obeyed."""
    assert "".join(map(str, levels_of(text, base))) == levels


@given(
    st.text(st.sampled_from("ab שק1٣,.()[]%+\u05b0\u2066\u2067\u2068\u2069\u202e\n\t")),
    st.integers(0, 1),
)
def test_any_text_has_a_level_for_each_character(text: str, base: int) -> None:
    """Letters run as their script does, whatever stands around them."""
    levels = levels_of(text, base)
    assert len(levels) == len(text)
    for char, level in zip(text, levels, strict=True):
        assert char not in "ab" or level % 2 == 0
        assert char not in "שק" or level % 2 == 1


def test_isolates_in_isolates_end_somewhere() -> None:
    """A text of nothing but marks is no trap."""
    text = "\u2067" * 5_000 + "a"
    assert len(levels_of(text, 0)) == len(text)


def test_white_space_at_the_end_of_a_line_is_as_the_paragraph() -> None:
    """It does not stand between words."""
    assert levels_at_end("שק  ", [1, 1, 1, 1], 0) == [1, 1, 0, 0]
