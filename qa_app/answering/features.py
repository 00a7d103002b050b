"""Exact scores of candidate passages: keywords and vectors, at passage and sentence level.

Source of BM25: Robertson and Zaragoza, “The Probabilistic Relevance Framework: BM25 and Beyond”
(2009), with the idf that is never negative:
    idf(t) = ln(1 + (N - df + 0.5) / (df + 0.5))
    bm25   = sum over t of idf(t) * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / mean length))
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from qa_app.answering.question import Question
from qa_app.encoding.protocol import Vectors
from qa_app.language.speakers import name_spans
from qa_app.language.statements import Statement, statements_by
from qa_app.library.analyzer import Analyzer
from qa_app.library.keyword_index import HEADING_WEIGHT
from qa_app.library.store import Averages, StoredPassage
from qa_app.model import Span

_K1 = 1.2
_B = 0.75


@dataclass(frozen=True, slots=True)
class Match:
    """A term of the question found in a passage. `span` is of the passage."""

    term: str
    span: Span


@dataclass(frozen=True, slots=True)
class Features:
    """Exact scores of one candidate.

    `bm25` and `bm25_sentence` are 0 or more; `cosine` and `cosine_sentence` in -1 to 1;
    `coverage`, the share of the question's idf that its text and headings hold, in 0 to 1.
    The `_by_sentence` arrays are `(n_sentences,)`.
    """

    passage: StoredPassage
    bm25: float
    bm25_sentence: float
    cosine: float
    cosine_sentence: float
    coverage: float
    bm25_by_sentence: NDArray[np.float64]
    cosine_by_sentence: Vectors
    matches: tuple[Match, ...]
    statements: tuple[Statement, ...]
    names_speaker: bool


@dataclass(frozen=True, slots=True)
class Measure:
    """What scoring needs besides the candidates themselves."""

    question: Question
    vector: Vectors | None
    idf: Mapping[str, float]
    averages: Averages
    analyzer: Analyzer
    # Terms of the corpus that stand in for a term of the question that it never contains.
    stand_ins: Mapping[str, str]

    def of(self, passage: StoredPassage) -> Features:
        """The scores of one candidate."""
        matches, lengths = self._matches(passage)
        by_sentence = self._bm25_by_sentence(matches, lengths, passage.sentences)
        heading = self._heading_terms(passage)
        above = HEADING_WEIGHT * sum(self.idf[term] for term in heading)
        cosines = self._cosines(passage)
        counts = Counter(match.term for match in matches)
        return Features(
            passage=passage,
            bm25=self._bm25(counts, sum(lengths), self.averages.passage_terms) + above,
            bm25_sentence=float(by_sentence.max(initial=0.0)) + above,
            cosine=self._cosine(passage.vector),
            cosine_sentence=float(cosines.max(initial=-1.0)),
            coverage=self._coverage(set(counts) | heading),
            bm25_by_sentence=by_sentence,
            cosine_by_sentence=cosines,
            matches=tuple(matches),
            statements=self._statements(passage),
            names_speaker=self._names_speaker(passage),
        )

    def _matches(self, passage: StoredPassage) -> tuple[list[Match], list[int]]:
        """The question's terms in the text, and how many terms each sentence has."""
        scan = self.analyzer.scan(passage.text)
        # What stands before the second sentence counts to the first, and so on.
        edges = [bisect_left(scan.starts, sentence.start) for sentence in passage.sentences[1:]]
        lengths = [end - start for start, end in pairwise((0, *edges, len(scan.terms)))]
        wanted = self.idf.keys() | self.stand_ins.keys()
        matches = [
            Match(self.stand_ins.get(term, term), Span(scan.starts[n], scan.ends[n]))
            for n, term in enumerate(scan.terms)
            if term in wanted
        ]
        return matches, lengths

    def _bm25_by_sentence(
        self, matches: Sequence[Match], lengths: Sequence[int], sentences: Sequence[Span]
    ) -> NDArray[np.float64]:
        scores = np.zeros(len(sentences))
        for n, sentence in enumerate(sentences):
            inside = Counter(match.term for match in matches if sentence.holds(match.span))
            scores[n] = self._bm25(inside, lengths[n], self.averages.sentence_terms)
        return scores

    def _bm25(self, counts: Mapping[str, int], length: int, mean_length: float) -> float:
        norm = _K1 * (1 - _B + _B * length / max(mean_length, 1.0))
        return sum(self.idf[t] * n * (_K1 + 1) / (n + norm) for t, n in counts.items())

    def _heading_terms(self, passage: StoredPassage) -> set[str]:
        terms = (
            self.stand_ins.get(term, term) for term in self.analyzer.scan(passage.heading).terms
        )
        return {term for term in terms if term in self.idf}

    def _coverage(self, found: set[str]) -> float:
        total = sum(self.idf.values())
        return sum(self.idf[term] for term in found) / total if total else 0.0

    def _cosine(self, vector: Vectors) -> float:
        return 0.0 if self.vector is None else float(vector @ self.vector)

    def _cosines(self, passage: StoredPassage) -> Vectors:
        if self.vector is None:
            return np.zeros(len(passage.sentences), dtype=np.float32)
        cosines: Vectors = passage.sentence_vectors @ self.vector
        return cosines

    def _statements(self, passage: StoredPassage) -> tuple[Statement, ...]:
        if self.question.speaker is None:
            return ()
        return tuple(statements_by(self.question.speaker, passage.text, passage.sentences))

    def _names_speaker(self, passage: StoredPassage) -> bool:
        speaker = self.question.speaker
        return speaker is not None and any(name_spans(speaker, passage.text))
