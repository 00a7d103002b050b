"""Finds the passages that the restrictions of a question leave."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

import numpy as np
from msgspec import Struct

from qa_app.language.dates import LAST_DAY, MONTHS, Days, mentions
from qa_app.language.phrases import holds_phrase
from qa_app.library.analyzer import Analyzer
from qa_app.library.catalogue import Catalogue
from qa_app.library.keyword_index import KeywordIndex
from qa_app.library.narrowing import Narrowing, holds_words, terms_of
from qa_app.library.scope import Ids, Scope

# Of passages that hold all words of a phrase, or of a date, so many are read; the best by keywords.
_MAX_READ = 10_000
_WORD = re.compile(r"[^\W_]+")
_FIRST_YEAR, _LAST_YEAR = 1500, 2099

# (passage id, document id, text) of passages by id.
ReadTexts = Callable[[Sequence[int]], Iterator[tuple[int, int, str]]]
# Passages that hold the words in that order, found without an index.
FindLike = Callable[[Sequence[str]], list[int]]


class ScopeFinder(Struct, frozen=True):
    """Finds the passages that meet conditions, in one state of a library.

    What it finds is exact, but that of passages that hold every word of a phrase only the best ten
    thousand are looked through for it; what `Narrowing.allows` is stricter about is left to it.
    What a condition leaves is remembered in the catalogue: while a question is typed, its
    conditions come again with every key.
    """

    catalogue: Catalogue
    keywords: KeywordIndex
    analyzer: Analyzer
    read_texts: ReadTexts
    find_like: FindLike

    def find(self, narrowing: Narrowing) -> Scope | None:
        """The passages that meet the conditions; None where every passage may."""
        ids: Ids | None = None
        for part in self._parts(narrowing):
            ids = part if ids is None else np.intersect1d(ids, part, assume_unique=True)
            if not len(ids):
                break
        return None if ids is None else Scope(ids)

    def _parts(self, narrowing: Narrowing) -> Iterator[Ids]:
        """What meets each condition; what takes longest to find comes last."""
        recent = self.catalogue.recent
        for source in narrowing.sources:
            yield self.catalogue.passages_of(self.catalogue.documents_from(source))
        for author in narrowing.authors:
            yield self.catalogue.passages_of(self.catalogue.documents_by(author))
        for days in narrowing.dated:
            yield self.catalogue.passages_of(self.catalogue.documents_dated(days))
        for days in narrowing.loosely_dated:
            yield recent.get(days, partial(self._of_time, days))
        for words in narrowing.without:
            yield recent.get(("without", words), partial(self._without_words, words))
        for phrase in narrowing.phrases:
            yield recent.get(("phrase", phrase), partial(self._with_phrase, phrase))

    def _without_words(self, words: str) -> Ids:
        held = self._with_words(words)
        return np.setdiff1d(self.catalogue.passage_ids, held, assume_unique=True)

    def _with_words(self, words: str) -> Ids:
        """The passages that hold the words one after another, in any form."""
        held = self._perhaps_with(words, k=None)
        if len(terms_of(words, self.analyzer)) == 1:
            return held
        read = self.read_texts(held.tolist())
        return _ids(i for i, _, text in read if holds_words(text, words, self.analyzer))

    def _with_phrase(self, phrase: str) -> Ids:
        """The passages that hold a phrase."""
        held = self._perhaps_with(phrase, k=_MAX_READ)
        read = self.read_texts(held.tolist())
        return _ids(i for i, _, text in read if holds_phrase(text, phrase))

    def _perhaps_with(self, words: str, k: int | None) -> Ids:
        """The passages that hold every one of the words; none that holds them in order is left out.

        Words that the keyword index does not have for themselves are looked for in every text,
        which takes long: there is no other way in scripts that put no space between words.
        """
        terms = terms_of(words, self.analyzer)
        if terms:
            return self.keywords.holding([terms], k)
        return _ids(self.find_like(_WORD.findall(words)))

    def _of_time(self, days: Days) -> Ids:
        """Passages of documents of that time or of none, and those that mention it."""
        of_time = self.catalogue.passages_of(self.catalogue.documents_dated(days, or_undated=True))
        in_whole_years = self.keywords.holding([[year] for year in _whole_years(days)])
        sure = np.union1d(of_time, in_whole_years)
        read = np.setdiff1d(self._perhaps_mentioning(days), sure, assume_unique=True)
        dates = self.catalogue.dates
        mentioning = _ids(
            i
            for i, document, text in self.read_texts(read.tolist())
            if mentions(text, days, dates.get(document, ""))
        )
        return np.union1d(sure, mentioning)

    def _perhaps_mentioning(self, days: Days) -> Ids:
        """Passages that name a month of `days` with its year, or in a document of soon after."""
        with_year = [
            [year, word] for year, month in _months_beside(days) for word in self._words_for(month)
        ]
        dated = self.keywords.holding(with_year, k=_MAX_READ)
        if not days.is_short:
            return dated
        alone = [[word] for month in _months_of(days) for word in self._names_of(month)]
        soon_after = self.catalogue.documents_dated(Days(days.last, _year_later(days.last)))
        told_then = self.catalogue.passages_of(soon_after)
        named = np.intersect1d(self.keywords.holding(alone), told_then, assume_unique=True)
        return np.union1d(dated, named)

    def _names_of(self, month: int) -> list[str]:
        """The terms that name a month."""
        name = MONTHS[month - 1]
        return list(dict.fromkeys(self.analyzer.terms(f"{name} {name[:3]} {name[:4]}")))

    def _words_for(self, month: int) -> list[str]:
        """The terms that name a month, or number it in an ISO 8601 date."""
        return [*self._names_of(month), f"{month:02}"]


def _ids(found: Iterable[int]) -> Ids:
    return np.array(sorted(found), dtype=np.int64)


def _whole_years(days: Days) -> list[str]:
    """The years that lie inside, as far as a text may name them."""
    first = int(days.first[:4]) + (days.first[4:] > "-01-01")
    last = int(days.last[:4]) - (days.last[4:] < "-12-31")
    return [str(year) for year in range(max(first, _FIRST_YEAR), min(last, _LAST_YEAR) + 1)]


def _months_beside(days: Days) -> Iterator[tuple[str, int]]:
    """(year, month) of the months of `days` whose year does not lie inside as a whole."""
    whole = _whole_years(days)
    for year in sorted({days.first[:4], days.last[:4]} - set(whole)):
        first = int(days.first[5:7]) if year == days.first[:4] else 1
        last = int(days.last[5:7]) if year == days.last[:4] else 12
        yield from ((year, month) for month in range(first, last + 1))


def _months_of(days: Days) -> list[int]:
    """The months that `days` lie in, which are fewer than twelve."""
    first, last = int(days.first[5:7]), int(days.last[5:7])
    return [month % 12 + 1 for month in range(first - 1, last + 12 * (last < first))]


def _year_later(day: str) -> str:
    """The same day of the next year, in order if not in the calendar."""
    return f"{int(day[:4]) + 1:04}{day[4:]}" if day < LAST_DAY else day
