"""Words of a text as the keyword index knows them: lower-cased, folded, stemmed."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import tantivy

from qa_app.model import Span

ANALYZER_NAME = "qa_words"
# What follows an apostrophe in an English contraction or possessive is no word of its own.
_WORD = re.compile(
    r"(?:(?<=['’])(?:s|t|d|m|ll|re|ve)\b)|([^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*)", re.IGNORECASE
)
_ACCENTS = re.compile("[\u0300-\u036f]")
_MAX_WORD_BYTES = 64


def text_analyzer() -> tantivy.TextAnalyzer:
    """The one analysis of words; English stems and stop words, other languages pass unharmed."""
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(_MAX_WORD_BYTES))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .filter(tantivy.Filter.stopword("english"))
        .filter(tantivy.Filter.stemmer("english"))
        .build()
    )


class Analyzer:
    """Terms of texts, and where they stand. Any thread may use it."""

    def __init__(self) -> None:
        analyzer = text_analyzer()
        self.term = lru_cache(maxsize=200_000)(lambda word: _first(analyzer.analyze(_plain(word))))

    def terms(self, text: str) -> list[str]:
        """The terms of `text` in order, stop words left out."""
        term = self.term
        return [found for word in _WORD.findall(text) if word and (found := term(word))]

    def matched_terms(self, text: str) -> Iterator[tuple[str, re.Match[str]]]:
        """Each term of `text` with the match whose group 1 is its word."""
        term = self.term
        for match in _WORD.finditer(text):
            word = match[1]
            if word and (found := term(word)):
                yield found, match

    def positioned_terms(self, text: str) -> Iterator[tuple[str, Span]]:
        """Each term of `text` with the span of its word."""
        for term, match in self.matched_terms(text):
            yield term, Span(*match.span(1))


def words(text: str) -> str:
    """The words of `text`, spaced, as `text_analyzer` should see them.

    Left to itself it draws other borders: vowel signs and enclosed letters are letters to it.
    """
    return " ".join(_plain(word) for word in _WORD.findall(text) if word)


def _plain(word: str) -> str:
    """The word with its accents composed, so that both ways to write them are one."""
    return word if word.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFC", word))


def _first(terms: list[str]) -> str:
    return terms[0] if terms else ""
