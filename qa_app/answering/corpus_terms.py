"""The question's terms as the corpus knows them: how rare each is, which it never contains."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from qa_app.answering.question import Question
from qa_app.library.library import Library

# Words that begin alike are often one: spokesman and spokesperson, reconstruct and reconstruction.
_ALIKE_CHARS = 6
_ALIKE_SHARE = 0.5
_N_STAND_INS = 3


@dataclass(frozen=True, slots=True)
class CorpusTerms:
    """What the corpus knows of a question's terms.

    `idf` has every term of the question; `missing` are the words, as they were typed, that no
    passage contains; `stand_ins` maps the corpus's own terms to the missing term each stands for.
    """

    idf: Mapping[str, float]
    missing: tuple[str, ...]
    stand_ins: Mapping[str, str]

    @property
    def searched(self) -> tuple[str, ...]:
        """Every term to look for."""
        return tuple(dict.fromkeys((*self.idf, *self.stand_ins)))


def look_up(question: Question, library: Library) -> CorpusTerms:
    """What the corpus knows of the question's terms."""
    frequencies = library.document_frequencies(question.terms)
    absent = [term for term in question.terms if not frequencies[term]]
    stand_ins = {
        other: term
        for term in absent
        for other in _alike(term, library)
        if other not in frequencies
    }
    found = library.document_frequencies(tuple(stand_ins))
    for other, term in stand_ins.items():
        frequencies[term] += found[other]
    return CorpusTerms(
        idf=idf_of(frequencies, library.averages.n_passages),
        missing=tuple(question.words[term] for term in absent),
        stand_ins=stand_ins,
    )


def idf_of(frequencies: Mapping[str, int], n_passages: int) -> dict[str, float]:
    """The idf of each term (see `features`); a term that no passage holds has the highest."""
    return {
        term: math.log(1 + (n_passages - df + 0.5) / (df + 0.5))
        for term, df in ((t, min(df, n_passages)) for t, df in frequencies.items())
    }


def _alike(term: str, library: Library) -> list[str]:
    """Terms of the corpus that begin as `term` does."""
    if len(term) < _ALIKE_CHARS:
        return []
    shared = term[: max(_ALIKE_CHARS, int(len(term) * _ALIKE_SHARE))]
    found = library.completions(shared, _N_STAND_INS)
    return [other for other in found if len(shared) >= len(other) * _ALIKE_SHARE]
