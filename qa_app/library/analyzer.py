"""Words of a text as the keyword index knows them: lower-cased, folded, stemmed."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

import numpy as np
import tantivy
from msgspec import Struct
from numpy.typing import NDArray

from qa_app.language.speakers import fold
from qa_app.model import Span

Ints = NDArray[np.int64]

ANALYZER_NAME = "qa_words"
# What follows an apostrophe in an English contraction or possessive is no word of its own.
_WORD = re.compile(r"(?:(?<=['’])(?i:s|t|d|m|ll|re|ve)\b)|([^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*)")
_ACCENTS = re.compile("[\u0300-\u036f]")
_CUT_OFF = frozenset({"s", "t", "d", "m", "ll", "re", "ve"})
_MAX_WORD_BYTES = 64
# Some tens of megabytes.
_MOST_SCANS = 8_192
_MOST_NUMBERS = 200_000
_MOST_SPACED, _LONGEST_SPACED = 200_000, 64
# Of the characters up to the mathematical and other symbols, which are in words; the scripts beyond
# are rarer.
_LETTER, _ACCENT = 1, 2
_KINDS = np.array([chr(n).isalnum() for n in range(0x2C00)], dtype=np.int8)
_KINDS[0x300:0x370] = _ACCENT
_IS_APOSTROPHE = np.isin(np.arange(len(_KINDS)), [ord("'"), ord("’")])
_SPACED = str.maketrans({n: " " for n in range(128) if _KINDS[n] != _LETTER})


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


def spaced_analyzer() -> tantivy.TextAnalyzer:
    """Takes what `SpacedTerms` gives as it is."""
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()


class Scan(Struct, frozen=True):
    """The terms of a text in order, each as its number, and where its word begins and ends.

    `numbers` is int64 (see `Analyzer.number`); `starts` and `ends` are code points, int64. All are
    `(n_terms,)` and not to be written to.
    """

    numbers: Ints
    starts: Ints
    ends: Ints


class Analyzer:
    """Terms of texts, and where they stand. Any thread may use it.

    What was analysed is remembered: the same passages come up question after question.
    """

    def __init__(self) -> None:
        analyzer = text_analyzer()
        self.term = lru_cache(maxsize=200_000)(lambda word: _first(analyzer.analyze(_plain(word))))
        self._scans: dict[str, Scan] = {}
        self._numbers = _Numbers(self._number_of)
        # The numbers of terms that are no difference, or another's, to who folds words.
        self._folded = {self.number(self.term(word)): 0 for word in _CUT_OFF}
        # The same in order, as of when it was last asked for.
        self._in_order = np.empty((0, 2), dtype=np.int64)

    def terms(self, text: str) -> list[str]:
        """The terms of `text` in order, stop words left out."""
        term = self.term
        return [found for word in _WORD.findall(text) if word and (found := term(word))]

    def n_terms(self, text: str) -> int:
        """How many terms `text` has."""
        return sum(map(bool, map(self.term, _words(text))))

    def positioned_terms(self, text: str) -> Iterator[tuple[str, Span]]:
        """Each term of `text` with the span of its word."""
        for match in _WORD.finditer(text):
            if (word := match[1]) and (term := self.term(word)):
                yield term, Span(*match.span(1))

    @staticmethod
    def number(term: str) -> int:
        """A number that stands for a term within this process, not 0; 0 for none (a stop word).

        It has 64 bits and is salted: two terms of one number are not to be met with.
        """
        return (hash(term) or 1) if term else 0

    def folded(self, numbers: Ints) -> Ints:
        """The same numbers for words that are one but for case, accents and apostrophes.

        0 for what may be the rest of a contraction. To `term` the final sigma is another letter,
        and a mark like an apostrophe is none.
        """
        known = self._in_order
        if len(known) != len(self._folded):
            # In some languages a good part of all words; few of them are new to a question.
            known = self._in_order = np.array(sorted(self._folded.items()), dtype=np.int64)
        at = np.searchsorted(known[:, 0], numbers).clip(max=len(known) - 1)
        return np.where(known[at, 0] == numbers, known[at, 1], numbers)

    def _number_of(self, word: str) -> int:
        number = self.number(self.term(word))
        if number and not word.isascii():
            plain = self.number(self.term(fold(word)))
            if plain != number:
                self._folded[number] = plain
        return number

    def scan(self, text: str) -> Scan:
        """Where the terms of a text stand."""
        return self.scans([text])[0]

    def scans(self, texts: Sequence[str]) -> list[Scan]:
        """Where the terms of each text stand; many are scanned at once, which is faster."""
        known = {text: scan for text in texts if (scan := self._scans.get(text))}
        new = dict.fromkeys(text for text in texts if text not in known)
        for group in _alike(new):
            known |= zip(group, self._scanned(group), strict=True)
        if len(self._scans) + len(new) > _MOST_SCANS:
            self._scans.clear()
        self._scans.update((text, known[text]) for text in new)
        return [known[text] for text in texts]

    def _scanned(self, texts: Sequence[str]) -> list[Scan]:
        """The scans of texts, read as one where that can be done fast."""
        whole = _words_at("\n".join(texts))
        if whole is None:
            if len(texts) > 1:
                return [self._scanned([text])[0] for text in texts]
            return [self._scanned_slowly(texts[0])]
        found, starts, ends = whole
        numbers = np.fromiter(map(self._numbers.__getitem__, found), np.int64, len(found))
        kept = np.flatnonzero(numbers)
        numbers, starts, ends = numbers[kept], starts[kept], ends[kept]
        firsts = list(accumulate((len(text) + 1 for text in texts), initial=0))
        cuts = np.searchsorted(starts, firsts).tolist()
        return [
            Scan(numbers[a:b], starts[a:b] - first, ends[a:b] - first)
            for (a, b), first in zip(pairwise(cuts), firsts, strict=False)
        ]

    def _scanned_slowly(self, text: str) -> Scan:
        placed = list(self.positioned_terms(text))
        rows = [(self.number(term), span.start, span.end) for term, span in placed]
        return Scan(*np.array(rows, dtype=np.int64).reshape(-1, 3).T.copy())


class SpacedTerms:
    """Texts as the terms they hold, in order, with spaces between them.

    What stands between spaces is analysed once, however often it occurs: that is less than half of
    the work that analysing whole texts is.
    """

    def __init__(self) -> None:
        self._terms = _TermsOf(text_analyzer())

    def of(self, text: str) -> str:
        """The terms of `text`, stop words left out."""
        # No word goes over a space, and none is another because of what is beyond one.
        return " ".join(map(self._terms.__getitem__, text.split()))


class _TermsOf(dict[str, str]):
    def __init__(self, analyzer: tantivy.TextAnalyzer) -> None:
        super().__init__()
        self._analyzer = analyzer

    def __missing__(self, part: str) -> str:
        terms = " ".join(self._analyzer.analyze(words(part)))
        # Scripts without spaces would fill the memory with whole texts.
        if len(part) <= _LONGEST_SPACED:
            if len(self) >= _MOST_SPACED:
                self.clear()
            self[part] = terms
        return terms


class _Numbers(dict[str, int]):
    """The numbers of words, each worked out once; several times faster than a cached function."""

    def __init__(self, number: Callable[[str], int]) -> None:
        super().__init__()
        self._number = number

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_NUMBERS:
            self.clear()
        number = self[word] = self._number(word)
        return number


def _alike(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts in groups: a character that is not ASCII makes all of a group take longer."""
    groups: tuple[list[str], list[str]] = ([], [])
    for text in texts:
        groups[text.isascii()].append(text)
    yield from filter(None, groups)


def _words_at(text: str) -> tuple[list[str], Ints, Ints] | None:
    """What `_WORD` finds, some times faster: the words, where each begins and where it ends.

    The rest of a contraction is there as an empty word. None where rarer scripts or accents
    written on their own would make it tell other words than `_WORD` does.
    """
    points = _code_points(f" {text} ")
    kinds = _KINDS.take(points, mode="clip")
    if not text.isascii() and _is_beyond(points, kinds):
        return None
    borders = np.flatnonzero(kinds[1:] != kinds[:-1])
    starts, ends = borders[::2], borders[1::2]
    if text.isascii():
        found = text.translate(_SPACED).split()
    else:
        found = [text[a:b] for a, b in zip(starts.tolist(), ends.tolist(), strict=True)]
    if "'" in text or "’" in text:
        # What stands before a word has the place of its beginning: there is a space before all.
        for n in np.flatnonzero(_IS_APOSTROPHE[points[starts]]).tolist():
            if found[n].casefold() in _CUT_OFF and text[ends[n] : ends[n] + 1] != "_":
                found[n] = ""
    return found, starts, ends


def _code_points(text: str) -> NDArray[np.uint8] | NDArray[np.uint32]:
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), dtype=np.uint8)
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _is_beyond(points: NDArray[np.uint8] | NDArray[np.uint32], kinds: NDArray[np.int8]) -> bool:
    return bool(points.max() >= len(_KINDS)) or bool((kinds == _ACCENT).any())


def words(text: str) -> str:
    """The words of `text`, spaced, as `text_analyzer` should see them.

    Left to itself it draws other borders: vowel signs and enclosed letters are letters to it.
    """
    found = _words(text)
    return " ".join(found if text.isascii() else map(_plain, found))


def _words(text: str) -> list[str]:
    """The words of `text`, as `_WORD` has them."""
    if text.isascii() and "'" not in text:
        return text.translate(_SPACED).split()
    return [*filter(None, _WORD.findall(text))]


def _plain(word: str) -> str:
    """The word with its accents composed, so that both ways to write them are one."""
    return word if word.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFC", word))


def _first(terms: list[str]) -> str:
    return terms[0] if terms else ""
