"""What counts as a word, and as a part of one."""

import re

from hypothesis import given
from hypothesis import strategies as st

from qa_app.language.exonyms import PART
from qa_app.language.speakers import WORD

_ONE = "(?:[^\\W_]|[\u0300-\u036f])"
_TEXTS = st.text(st.sampled_from("aé1’'.-_ \u0301\u0327中"))


@given(_TEXTS)
def test_words(text: str) -> None:
    """Letters, figures and accents are a word, with apostrophes, hyphens and dots inside."""
    assert WORD.findall(text) == re.findall(rf"{_ONE}+(?:[’'\-.]{_ONE}+)*", text)


@given(_TEXTS)
def test_parts(text: str) -> None:
    """A hyphen parts a word in two."""
    assert PART.findall(text) == re.findall(rf"{_ONE}+(?:[’'.]{_ONE}+)*", text)
