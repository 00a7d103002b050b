"""A paragraph cut into lines."""

import re

from hypothesis import given
from hypothesis import strategies as st

from qa_app.citing.export.pdf_lines import lines_of
from tests.citing.export.samples import texts

_NARROW = {"i": 0.25, " ": 0.25}


@given(texts(), st.integers(1, 30))
def test_no_line_is_too_wide_and_no_word_is_lost(text: str, width_em: int) -> None:
    """Each line fits, or is one character; together they are the text but for white space."""
    lines = list(lines_of(text, _NARROW, width_em))
    for line in lines:
        used = sum(_NARROW.get(char, 1.0) for char in line)
        assert used <= width_em or len(line.strip()) <= 1
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)


def test_lines_end_between_words_and_where_the_text_ends_them() -> None:
    """A word is only cut where it is wider than a line; an empty line stays."""
    assert list(lines_of("one two\n\nthree", {}, 5)) == ["one", "two", "", "three"]
    assert list(lines_of("abcdefg h", {}, 3)) == ["abc", "def", "g h"]
