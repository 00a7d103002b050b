"""Exact phrases: the same words in the same order, however their letters and marks are set."""

import re
from functools import lru_cache

from qa_app.language.speakers import fold

# Scripts that put no space between words: there a phrase may be a part of a longer run.
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff]")
QUOTED = r'(?:"[^"]+"|“[^“”]+”|„[^„“”]+[“”]|”[^”]+”|«[^«»]+»)'
_QUOTE_MARKS = re.compile('["“”„‟«»\u00ad]')
_APOSTROPHES = re.compile("[‘’‛ʼ`´]")
_DASHES = re.compile("[‐‑‒–—−]")
# A single quote mark, unlike an apostrophe, has no letter on one of its sides.
_SINGLE_QUOTES = re.compile(r"'(?:(?<!\w')|(?!\w))")
_ENDS = re.compile(r"^\W+|\W+$")


def holds_phrase(text: str, phrase: str) -> bool:
    """Whether `text` has the words of `phrase` one after another, as whole words.

    Case, accents, white space, quote marks and the kinds of dashes make no difference; other
    punctuation inside the phrase does. A phrase without a word is in no text.
    """
    pattern = _pattern(phrase)
    return pattern is not None and pattern.search(_plain(text)) is not None


def without_marks(phrase: str) -> str:
    """A phrase as it was typed, without the marks and punctuation around it."""
    return _ENDS.sub("", phrase)


@lru_cache(maxsize=64)
def _pattern(phrase: str) -> re.Pattern[str] | None:
    words = without_marks(_plain(phrase))
    if not words:
        return None
    before = "" if UNSPACED.match(words[0]) else r"(?<!\w)"
    after = "" if UNSPACED.match(words[-1]) else r"(?!\w)"
    return re.compile(before + re.escape(words) + after)


def _plain(text: str) -> str:
    """The text folded, with single spaces and without quote marks."""
    bare = _QUOTE_MARKS.sub("", text)
    plain = fold(_DASHES.sub("-", _APOSTROPHES.sub("'", bare)))
    if "'" in plain:
        plain = _SINGLE_QUOTES.sub("", plain)
    return " ".join(plain.split())
