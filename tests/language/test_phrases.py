"""Exact phrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.language.phrases import holds_phrase, without_marks

TEXT = "The council’s “sea base” at Tórshavn — a three-storey\n hall — stands; it isn't for sale."


@pytest.mark.parametrize(
    "phrase",
    [
        "sea base",
        "SEA  base at",
        '"sea base"',
        "sea base,",
        "council's sea base",
        "council’s “sea base”",
        "torshavn - a three‑storey hall",
        "stands; it isn’t",
    ],
)
def test_same_words_however_they_are_set(phrase: str) -> None:
    """Case, accents, spaces, quote marks, dashes and closing punctuation make no difference."""
    assert holds_phrase(TEXT, phrase)


@pytest.mark.parametrize(
    "phrase", ["base sea", "sea bases", "ea base", "sea bas", "stands it", "", "“”", "—"]
)
def test_other_words_are_another_phrase(phrase: str) -> None:
    """Order, word forms, parts of words and inner punctuation count; no word is in no text."""
    assert not holds_phrase(TEXT, phrase)


def test_scripts_without_spaces() -> None:
    """Where no space parts the words, a phrase may be part of a longer run."""
    assert holds_phrase("我们在北京大学学习。", "北京")


def test_single_quotes_are_no_apostrophes() -> None:
    """Quotation marks of one stroke are passed over, on both sides."""
    assert holds_phrase("They spoke of ‘the harbour’ twice.", "of the harbour twice")
    assert holds_phrase("They spoke of the harbour twice.", "of 'the harbour' twice")


def test_marks_around_a_phrase() -> None:
    """What encloses a phrase or ends it is not in it; its own marks stay."""
    assert without_marks("“Doctor's orders,”") == "Doctor's orders"
    assert without_marks("“?!”") == ""


@given(st.text(), st.text())
def test_any_text_is_survived(text: str, phrase: str) -> None:
    """No text and no phrase makes the comparison fail."""
    holds_phrase(text, phrase)


@given(st.lists(st.from_regex(r"\A[a-zäéß]{1,6}\Z"), min_size=1, max_size=8), st.data())
def test_every_run_of_words_is_held(words: list[str], data: st.DataObject) -> None:
    """Any words of a text that follow one another are a phrase of it."""
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    assert holds_phrase("  ".join(words), " ".join(words[first:last]).upper().lower())
