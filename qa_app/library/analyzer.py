"""Words of a text as the keyword index knows them: lower-cased, folded, stemmed."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Scan:
    """The terms of a text in order, and the code points where each one's word begins and ends."""

    terms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


class Analyzer:
    """Terms of texts, and where they stand. Any thread may use it.

    What was analysed is remembered: the same passages come up question after question.
    """

    def __init__(self) -> None:
        analyzer = text_analyzer()
        self.term = lru_cache(maxsize=200_000)(lambda word: _first(analyzer.analyze(_plain(word))))
        self.scan = lru_cache(maxsize=8_192)(self._scan)

    def terms(self, text: str) -> list[str]:
        """The terms of `text` in order, stop words left out."""
        term = self.term
        return [found for word in _WORD.findall(text) if word and (found := term(word))]

    def positioned_terms(self, text: str) -> Iterator[tuple[str, Span]]:
        """Each term of `text` with the span of its word."""
        scan = self.scan(text)
        for term, start, end in zip(scan.terms, scan.starts, scan.ends, strict=True):
            yield term, Span(start, end)

    def _scan(self, text: str) -> Scan:
        term = self.term
        found = [
            (stem, *match.span(1))
            for match in _WORD.finditer(text)
            if (word := match[1]) and (stem := term(word))
        ]
        terms, starts, ends = zip(*found, strict=True) if found else ((), (), ())
        return Scan(terms, starts, ends)


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
