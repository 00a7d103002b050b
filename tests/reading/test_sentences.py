import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.reading.sentences import split_sentences


def sentences(text: str, *, by_line: bool = False) -> list[str]:
    """The sentences' words."""
    return [span.of(text) for span in split_sentences(text, by_line=by_line)]


@pytest.mark.parametrize(
    "parts",
    [
        ["It was reported on Feb. 17, citing divers.", "Nobody was hurt."],
        ["U.S. officials agreed.", "The U.S. Navy did not."],
        ["Maj. Gen. Okafor spoke.", "Dr. A. B. Jansen listened."],
        ['He warned of "hasty steps."', "Then he left."],
        ["“It will hold.”", "She was right."],
        ["It cost $3.5 million.", "Who paid?", "Nobody!"],
        ["Он сказал «нет».", "Потом ушёл."],
    ],
)
def test_where_sentences_end(parts: list[str]) -> None:
    """Abbreviations end no sentence; a closing quote belongs to the sentence it closes."""
    assert sentences(" ".join(parts)) == parts


def test_scripts_with_other_stops() -> None:
    """Full stops of other scripts end a sentence with or without a space after them."""
    assert sentences("大坝守住了。没有人受伤。") == ["大坝守住了。", "没有人受伤。"]
    assert sentences("هل صمد السد؟ نعم صمد.") == ["هل صمد السد؟", "نعم صمد."]
    assert sentences("बाँध टिक गया। कोई घायल नहीं हुआ।") == ["बाँध टिक गया।", "कोई घायल नहीं हुआ।"]


def test_items_are_sentences() -> None:
    """Each item of a list is one, its number included, and goes on over a broken line."""
    text = "1. Open the gate\n2. Wait for\n   the boats\n3. Close it"
    assert sentences(text) == ["1. Open the gate", "2. Wait for\n   the boats", "3. Close it"]


def test_broken_lines_of_a_sentence() -> None:
    """A line break ends a sentence only where the text was laid out in lines."""
    text = "The weir\nheld"
    assert sentences(text) == [text]
    assert sentences(text, by_line=True) == ["The weir", "held"]


@given(st.text(st.sampled_from('ab A.!?。"” \n\t1-)\u0301\u200d'), min_size=1), st.booleans())
def test_sentences_cover_the_text(text: str, by_line: bool) -> None:
    """Sentences are in order, disjoint and not blank; white space alone lies between."""
    at = 0
    for span in split_sentences(text, by_line=by_line):
        assert span.of(text).strip() == span.of(text) != ""
        assert not text[at : span.start].strip()
        at = span.end
    assert not text[at:].strip()
