"""The question's terms as the corpus knows them: how rare each is, which it never contains."""

import math
from collections.abc import Collection, Mapping

from msgspec import Struct

from qa_app.answering.misspellings import meant_for
from qa_app.answering.question import Question
from qa_app.answering.variants import Expansion, expansions_of
from qa_app.library.archive import Corpus
from qa_app.model import Variant

# Words that begin alike are often one: spokesman and spokesperson, reconstruct and reconstruction.
_ALIKE_CHARS = 6
_ALIKE_SHARE = 0.5
_N_STAND_INS = 3


class CorpusTerms(Struct, frozen=True):
    """What the corpus knows of a question's terms.

    `idf` has every term of the question; `missing` are the words, as they were typed, that no
    passage contains; `expansions` are the corpus's own terms that stand for some of them.
    """

    idf: Mapping[str, float]
    missing: tuple[str, ...]
    expansions: tuple[Expansion, ...] = ()

    @property
    def searched(self) -> tuple[str, ...]:
        """Every term to look for."""
        other = (term for expansion in self.expansions for term in expansion.terms)
        return tuple(dict.fromkeys((*self.idf, *other)))

    @property
    def also_searched(self) -> tuple[Variant, ...]:
        """What is looked for beside the question's own words, each once."""
        return tuple(dict.fromkeys(expansion.variant for expansion in self.expansions))


def look_up(question: Question, library: Corpus, dropped: Collection[str] = ()) -> CorpusTerms:
    """What the corpus knows of the question's terms; `dropped` forms are not searched."""
    frequencies = library.document_frequencies(question.terms)
    named = expansions_of(question, library, dropped)
    spelled_otherwise = {term for expansion in named for term in expansion.stands_for}
    absent = [term for term in question.terms if not frequencies[term]]
    unknown = [term for term in absent if term not in spelled_otherwise]
    alike = [e for term in unknown for e in _stand_ins(term, question, library)]
    left_out = {form.casefold() for form in dropped}
    expansions = (*named, *(e for e in alike if e.variant.form.casefold() not in left_out))
    for expansion in expansions:
        n = min(library.document_frequencies(expansion.terms).values())
        for term in expansion.stands_for:
            frequencies[term] += n
    return CorpusTerms(
        idf=idf_of(frequencies, library.averages.n_passages),
        missing=tuple(question.words[term] for term in unknown),
        expansions=expansions,
    )


def idf_of(frequencies: Mapping[str, int], n_passages: int) -> dict[str, float]:
    """The idf of each term (see `features`); a term that no passage holds has the highest."""
    return {
        term: math.log(1 + (n_passages - df + 0.5) / (df + 0.5))
        for term, df in ((t, min(df, n_passages)) for t, df in frequencies.items())
    }


def _stand_ins(term: str, question: Question, library: Corpus) -> list[Expansion]:
    """What the term was meant for, or else terms that begin as it does."""
    return _meant(term, question, library) or _alike(term, question, library)


def _meant(term: str, question: Question, library: Corpus) -> list[Expansion]:
    word, speaker = question.words[term], question.speaker
    if speaker is not None and term in library.analyzer.terms(" ".join(speaker.words)):
        # What somebody of nearly the same name said is not what was asked for.
        return []
    other = meant_for(term, library, is_name=word[0].isupper())
    if other is None or other in question.words:
        return []
    return [Expansion(Variant(word, other), (other,), (term,))]


def _alike(term: str, question: Question, library: Corpus) -> list[Expansion]:
    """Terms of the corpus that begin as `term` does."""
    if len(term) < _ALIKE_CHARS:
        return []
    shared = term[: max(_ALIKE_CHARS, int(len(term) * _ALIKE_SHARE))]
    return [
        Expansion(Variant(question.words[term], other), (other,), (term,))
        for other in library.completions(shared, _N_STAND_INS)
        if len(shared) >= len(other) * _ALIKE_SHARE and other not in question.words
    ]
