"""What a question may name: its words, and runs of them, as a person typed them."""

from itertools import chain

from msgspec import Struct

from qa_app.answering.question import Question
from qa_app.language.acronyms import is_acronym
from qa_app.language.exonyms import PART
from qa_app.language.given_names import origin_of_given_name
from qa_app.language.mentions import is_article
from qa_app.language.speakers import fold, without_possessive
from qa_app.language.spellings import Origin, looks
from qa_app.library.analyzer import Analyzer
from qa_app.model import Span

_MAX_WORDS = 9


class AskedName(Struct, frozen=True):
    """A word of a question, or several on end, that may be a name.

    `words` are folded, `terms` are the question's analysed terms in it. `is_capitalised` is whether
    it was typed as names are; `origin` is where the name looks to be from.
    """

    text: str
    words: tuple[str, ...]
    terms: tuple[str, ...]
    is_capitalised: bool = False
    origin: Origin = Origin.UNKNOWN


class AskedNames(Struct, frozen=True):
    """What a question may name: single words, and runs of several."""

    words: tuple[AskedName, ...]
    runs: tuple[AskedName, ...]

    @classmethod
    def of(cls, question: Question, analyzer: Analyzer) -> "AskedNames":
        """What `question` may name."""
        reader = _Reader(question, analyzer)
        return cls(tuple(reader.words()), tuple(reader.runs()))


class _Reader:
    """Takes a question apart."""

    def __init__(self, question: Question, analyzer: Analyzer) -> None:
        self._text = question.text
        self._spans = [Span(*match.span()) for match in PART.finditer(question.text)]
        self._words = [without_possessive(span.of(question.text)) for span in self._spans]
        self._folded = [fold(word) for word in self._words]
        self._terms = [
            [term for term in analyzer.terms(word) if term in question.words]
            for word in self._words
        ]
        self._origins = [self._origin(n) for n in range(len(self._words))]

    def words(self) -> list[AskedName]:
        """Each word that has a term."""
        return [
            AskedName(
                text=word,
                words=(self._folded[n],),
                terms=tuple(self._terms[n]),
                is_capitalised=self._is_capitalised(n),
                origin=self._origins[n],
            )
            for n, word in enumerate(self._words)
            if self._terms[n]
        ]

    def runs(self) -> list[AskedName]:
        """Each run of several words that begins and ends with a term."""
        with_terms = [n for n, terms in enumerate(self._terms) if terms]
        return [
            self._run(first, last)
            for at, first in enumerate(with_terms)
            for last in with_terms[at + 1 :]
            if last < first + _MAX_WORDS
        ]

    def _run(self, first: int, last: int) -> AskedName:
        text = self._text[self._spans[first].start : self._spans[last].end]
        terms = dict.fromkeys(chain.from_iterable(self._terms[first : last + 1]))
        return AskedName(
            text=without_possessive(text),
            words=tuple(self._folded[first : last + 1]),
            terms=tuple(terms),
            origin=self._origins[first],
        )

    def _is_capitalised(self, n: int) -> bool:
        """Whether a word is typed as a name; the first of a question is capitalised anyway."""
        return is_acronym(self._words[n]) or (n > 0 and self._words[n][0].isupper())

    def _origin(self, n: int) -> Origin:
        """Where the word numbered `n` is from, by its article, itself and the words beside it."""
        if n > 0 and is_article(self._text, self._spans[n - 1]):
            return Origin.ARTICLE
        near = (i for i in (n, n - 1, n + 1) if 0 <= i < len(self._words) and self._terms[i])
        shown = (origin_of_given_name(self._folded[i]) or looks(self._words[i]) for i in near)
        return next((origin for origin in shown if origin), Origin.UNKNOWN)
