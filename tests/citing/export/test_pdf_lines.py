"""A paragraph cut into lines."""

from hypothesis import given
from hypothesis import strategies as st

from qa_app.citing.export.pdf_lines import lines_of
from tests.citing.export.samples import texts

_NARROW = {"i": 0.25, " ": 0.25}


@given(texts(), st.integers(1, 30))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width_em: int) -> None:
    """Each line fits but for the white space at its end, or is one character; they are the text."""
    lines = list(lines_of(text, _NARROW, width_em))
    for line in lines:
        used = sum(_NARROW.get(char, 1.0) for char in line.rstrip())
        assert used <= width_em or len(line.strip()) <= 1
    assert "".join(lines) == text


def test_lines_end_between_words() -> None:
    """A word is only cut where it is wider than a line; Chinese anywhere, but for what closes."""
    assert list(lines_of("one two  three", {}, 5)) == ["one ", "two  ", "three"]
    assert list(lines_of("abcdefg h", {}, 3)) == ["abc", "def", "g h"]
    assert list(lines_of("中国。人民", {}, 4)) == ["中国。人", "民"]
    assert list(lines_of("中国。人", {}, 2)) == ["中", "国。", "人"]
    assert list(lines_of("", {}, 2)) == [""]
