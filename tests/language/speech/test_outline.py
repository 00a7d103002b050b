"""A paragraph as its words and stops."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.language.speech.outline import Kind
from tests.language.speech.reading import tokens_of


def _shown(text: str) -> str:
    tokens = tokens_of(text)
    return " ".join(t.text if t.kind is Kind.WORD else str(t.kind.value) for t in tokens)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dahl came. Reyes left.", ". Dahl came . Reyes left ."),
        ("“No,” she said. “Go.”", ". q she said . q ."),
        ("“Why?” he asked.", ". q he asked ."),
        ("Rep. Ann Lee (D-Ohio), 52, said so.", ". Rep. Ann Lee , 52 , said so ."),
        ("The U.S. is here -- now; so: go.", ". The U.S. is here - now ; so : go ."),
        ("He read “The Old Man and the Sea” there.", ". He read “The Old Man and the Sea” there ."),
        ("It was “so old” that it fell.", ". It was q that it fell ."),
        ("", ". ."),
    ],
)
def test_outline(text: str, expected: str) -> None:
    """Quotations are one piece, brackets are left out, a title in marks is a word."""
    assert _shown(text) == expected


@pytest.mark.parametrize(
    ("word", "low", "is_possessive", "is_negated"),
    [
        ("Türkiye’s", "turkiye", True, False),
        ("didn’t", "didn't", False, True),
        ("he’s", "he", False, False),
        ("they've", "they", False, False),
        ("al-Sharaa", "al-sharaa", False, False),
    ],
)
def test_words(word: str, low: str, is_possessive: bool, is_negated: bool) -> None:
    """A word is folded, without what a contraction or a possessive adds."""
    token = tokens_of(f"X {word} y")[2]
    assert (token.low, token.is_possessive, token.is_negated) == (low, is_possessive, is_negated)


def test_plural_owner() -> None:
    """An apostrophe after a plural makes it an owner."""
    assert [t.low for t in tokens_of("The ministers' plan") if t.is_possessive] == ["ministers"]


@pytest.mark.parametrize(
    ("word", "capital"), [("Dahl", True), ("al-Sharaa", True), ("pro-Russian", False), ("é", False)]
)
def test_capitals(word: str, capital: bool) -> None:
    """A name may begin with a small particle; an adjective's capital is none."""
    assert tokens_of(f"x {word}")[2].is_capital is capital


@given(st.text(max_size=80))
def test_tokens_are_in_order(text: str) -> None:
    """Tokens follow one another inside the text, whatever it holds; ENDs stand at both ends."""
    tokens = tokens_of(text)
    assert tokens[0].kind is tokens[-1].kind is Kind.END
    assert all(a.end <= b.end for a, b in pairwise(tokens))
    assert all(0 <= token.start <= token.end <= len(text) for token in tokens)
