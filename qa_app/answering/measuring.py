"""The features of all candidates of a question at once, in arrays: none is looked at alone.

Source of BM25: Robertson and Zaragoza, “The Probabilistic Relevance Framework: BM25 and Beyond”
(2009), with the idf that is never negative:
    idf(t) = ln(1 + (N - df + 0.5) / (df + 0.5))
    bm25   = sum over t of idf(t) * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / mean length))
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property, partial

import numpy as np
from msgspec import Struct, field

from qa_app.answering.answer_kinds import asked_for, holds
from qa_app.answering.asked_terms import AskedTerms, Flags, Floats, Weighed
from qa_app.answering.candidate_rows import CandidateRows
from qa_app.answering.features import Features, Lazily, Match, Sentence, SentenceFeatures
from qa_app.answering.found_terms import Tokens, WantedTerms
from qa_app.answering.light_words import light_terms
from qa_app.answering.question import Question
from qa_app.answering.variants import Expansion
from qa_app.encoding.protocol import Vectors
from qa_app.language.speakers import WORD, fold
from qa_app.language.speech.statement import Statement
from qa_app.library.analyzer import Analyzer, Ints
from qa_app.library.archive import HEADING_WEIGHT
from qa_app.library.stored import Averages, StoredPassage
from qa_app.model import Span

_K1 = 1.2
_B = 0.75
_NO_TERMS = frozenset[str]()


class Measure(Struct, frozen=True):
    """What scoring needs besides the candidates themselves.

    `vector` is the question's, or None where keywords alone count. `statements` are those asked
    for, by passage id; `aside` are terms that coverage does not count.
    """

    question: Question
    vector: Vectors | None
    idf: Mapping[str, float]
    averages: Averages
    analyzer: Analyzer
    expansions: Sequence[Expansion] = ()
    statements: Mapping[int, tuple[Statement, ...]] = field(default_factory=dict)
    aside: frozenset[str] = frozenset()

    def all(self, candidates: Sequence[Sequence[StoredPassage]]) -> list[Features]:
        """The features of each candidate: the parts of one paragraph, in order."""
        return _Measured(self, candidates).features() if candidates else []


class _Measured:
    """What is found in candidates: arrays of a row for each, and a column for each asked term."""

    def __init__(self, measure: Measure, candidates: Sequence[Sequence[StoredPassage]]) -> None:
        self._measure = measure
        light = light_terms(measure.question, measure.analyzer)
        self._asked = AskedTerms.of(measure.question, measure.idf, measure.aside, light)
        self._wanted = WantedTerms(self._asked.terms, measure.expansions, measure.analyzer)
        self._rows = CandidateRows.of(candidates, measure.analyzer)
        self._found = self._wanted.find(self._rows.tokens)
        # By keywords alone, every passage under a title that has them would come first.
        self._by_keywords = measure.vector is None
        self._kind = asked_for(measure.question.text)
        self._words = frozenset(fold(word.group()) for word in WORD.finditer(measure.question.text))
        self._kinds: dict[int, float] = {}

    def features(self) -> list[Features]:
        """One for each candidate, in their order."""
        numbers = {
            "bm25": self._bm25,
            "bm25_sentence": self._best_sentence(self._sentence_bm25, 0.0) + self._above,
            "cosine": self._cosine,
            "cosine_sentence": self._best_sentence(self._sentence_cosine, -1.0),
            "coverage": self._coverage,
            "coverage_nearby": self._nearby(self._asked.every, by_heading=not self._by_keywords),
            "phrases": self._phrases,
            "missing_name": self._missing_name / self._highest_idf,
            "core": self._asked.core.share(self._held),
            "core_nearby": self._nearby(self._asked.core, by_heading=True),
            "held": self._asked.every.held(self._held) / self._highest_idf,
        }
        rows = zip(*(column.tolist() for column in numbers.values()), strict=True)
        statements = self._measure.statements
        return [
            Features(
                parts=parts,
                sentences=Lazily(len(self._sentences_of(n)), partial(self._sentence, n)),
                sentence_features=partial(self._sentence_features_of, n),
                answer_kinds=Lazily(len(self._sentences_of(n)), partial(self._kind_of_sentence, n)),
                answer_kind=self._answer_kind(n),
                lacking=lacking,
                may_repeat=may_repeat,
                matches=Lazily(len(parts), partial(self._matches, n)),
                statements=tuple(statements.get(part.id, ()) for part in parts),
                **dict(zip(numbers, row, strict=True)),
            )
            for n, (parts, row, lacking, may_repeat) in enumerate(
                zip(
                    self._rows.candidates,
                    rows,
                    self._lacking(),
                    self._rows.may_repeat(self._measure.analyzer).tolist(),
                    strict=True,
                )
            )
        ]

    @property
    def _highest_idf(self) -> float:
        return math.log(1 + (self._measure.averages.n_passages + 0.5) / 0.5)

    @property
    def _n_candidates(self) -> int:
        return len(self._rows.candidates)

    @cached_property
    def _text_counts(self) -> Ints:
        return self._count(
            self._rows.candidate_of_part[self._found.text], self._found.column, self._n_candidates
        )

    @cached_property
    def _sentence_counts(self) -> Ints:
        inside, sentence = self._rows.sentence_of(self._found)
        return self._count(sentence, self._found.column[inside], self._rows.n_sentences)

    def _count(self, rows: Ints, columns: Ints, n_rows: int) -> Ints:
        n_columns = len(self._asked.terms)
        counted = np.bincount(rows * n_columns + columns, minlength=n_rows * n_columns)
        return counted.reshape(n_rows, n_columns)

    @cached_property
    def _in_heading(self) -> Flags:
        headings = [parts[0].heading for parts in self._rows.candidates]
        found = self._wanted.find(Tokens.of(self._measure.analyzer.scans(headings)))
        held: Flags = self._count(found.text, found.column, self._n_candidates) > 0
        return held

    @cached_property
    def _held(self) -> Flags:
        return (self._text_counts > 0) | self._in_heading

    @cached_property
    def _only_above(self) -> Flags:
        only_above: Flags = self._in_heading & (self._text_counts == 0)
        return only_above

    @cached_property
    def _above(self) -> Floats:
        """What the heading adds to BM25."""
        return HEADING_WEIGHT * (self._in_heading @ self._asked.idf)

    @cached_property
    def _bm25(self) -> Floats:
        mean_length = self._measure.averages.passage_terms
        own = self._bm25_of(self._text_counts, self._rows.lengths(), mean_length)
        return own + self._above

    @cached_property
    def _sentence_bm25(self) -> Floats:
        mean_length = self._measure.averages.sentence_terms
        return self._bm25_of(self._sentence_counts, self._rows.sentence_lengths(), mean_length)

    def _bm25_of(self, counts: Ints, lengths: Ints, mean_length: float) -> Floats:
        norm = _K1 * (1 - _B + _B * lengths / max(mean_length, 1.0))
        scores: Floats = (counts * (_K1 + 1) / (counts + norm[:, None])) @ self._asked.idf
        return scores

    @cached_property
    def _cosine(self) -> Floats:
        """That of the nearest part."""
        vector = self._measure.vector
        if vector is None:
            return np.zeros(self._n_candidates)
        cosines = np.stack([part.vector for part in self._rows.parts]) @ vector
        return np.maximum.reduceat(cosines.astype(np.float64), self._rows.first_part)

    @cached_property
    def _sentence_cosine(self) -> Floats:
        vector = self._measure.vector
        if vector is None:
            return np.zeros(self._rows.n_sentences)
        cosines = np.concatenate([part.sentence_vectors for part in self._rows.parts]) @ vector
        return cosines.astype(np.float64)

    @cached_property
    def _sentence_coverage(self) -> Floats:
        return self._asked.every.share(self._sentence_counts > 0)

    def _best_sentence(self, values: Floats, least: float) -> Floats:
        """The highest of each candidate's sentences, `least` where it has none."""
        best = np.full(self._n_candidates, least)
        np.maximum.at(best, self._rows.candidate_of_sentence, values)
        return best

    @cached_property
    def _coverage(self) -> Floats:
        every, context = self._asked.every, HEADING_WEIGHT if self._by_keywords else 1.0
        return every.share(self._text_counts > 0) + context * every.share(self._only_above)

    def _nearby(self, weighed: Weighed, *, by_heading: bool) -> Floats:
        """The most that two sentences on end hold; what only the heading says counts to each."""
        above = self._only_above if by_heading else np.zeros_like(self._only_above)
        held, candidate = self._sentence_counts > 0, self._rows.candidate_of_sentence
        follows = np.flatnonzero(candidate[1:] == candidate[:-1])
        # A sentence alone holds no more than with its neighbour, where it has one.
        held[follows] |= held[follows + 1]
        most = weighed.share(above)
        np.maximum.at(most, candidate, weighed.share(held | above[candidate]))
        return most

    @cached_property
    def _phrases(self) -> Floats:
        """The share of the question's neighbouring terms that are neighbours in a part too."""
        found, asked = self._found, self._asked
        pair = asked.pair_of[found.column[:-1], found.column[1:]]
        is_pair = (np.diff(found.text) == 0) & (np.diff(found.place) == 1) & (pair >= 0)
        candidate = self._rows.candidate_of_part[found.text[:-1][is_pair]]
        has = np.zeros((self._n_candidates, len(asked.pairs.weights)), dtype=np.bool_)
        has[candidate, pair[is_pair]] = True
        return asked.pairs.share(has)

    @cached_property
    def _missing_name(self) -> Floats:
        """The idf of the rarest name that is not held."""
        names = self._asked.names
        lacks = np.where(self._held[:, names], 0.0, self._asked.idf[names])
        highest: Floats = lacks.max(axis=1, initial=0.0)
        return highest

    def _lacking(self) -> list[frozenset[str]]:
        """The terms of the predicate, where none is held."""
        predicate = self._asked.predicate
        all_of_it = frozenset(self._asked.terms[n] for n in predicate)
        n_held = self._held[:, predicate].sum(axis=1)
        return [frozenset() if n else all_of_it for n in n_held.tolist()]

    def _answer_kind(self, n: int) -> float:
        """That of the sentence nearest to the question by its words and its meaning."""
        own = self._sentences_of(n)
        if not len(own):
            return 0.0
        first, end = own.start, own.stop
        near = self._sentence_coverage[first:end] + self._sentence_cosine[first:end]
        return self._kind_of(first + int(near.argmax()))

    def _sentences_of(self, n: int) -> range:
        """The rows of a candidate's sentences."""
        first = self._rows.first_part[n]
        end = first + len(self._rows.candidates[n])
        return range(self._rows.first_sentence[first], self._rows.first_sentence[end])

    def _sentence_text(self, row: int) -> str:
        part = int(self._rows.part_of_sentence[row])
        return self._span(part, row).of(self._rows.parts[part].text)

    def _span(self, part: int, row: int) -> Span:
        return self._rows.parts[part].sentences[row - int(self._rows.first_sentence[part])]

    def _sentence(self, n: int, number: int) -> Sentence:
        """A sentence of a candidate."""
        row = self._sentences_of(n)[number]
        part = int(self._rows.part_of_sentence[row])
        span = self._span(part, row)
        return Sentence(
            part=part - int(self._rows.first_part[n]),
            span=span,
            text=span.of(self._rows.parts[part].text),
            terms=self._terms_of_sentence.get(row, _NO_TERMS),
            bm25=float(self._sentence_bm25[row]),
            cosine=float(self._sentence_cosine[row]),
            coverage=float(self._sentence_coverage[row]),
            answer_kind=self._kind_of(row),
        )

    def _kind_of_sentence(self, n: int, number: int) -> float:
        return self._kind_of(self._sentences_of(n)[number])

    def _kind_of(self, row: int) -> float:
        if row not in self._kinds:
            self._kinds[row] = holds(self._kind, self._sentence_text(row), self._words)
        return self._kinds[row]

    def _sentence_features_of(self, n: int) -> Sequence[SentenceFeatures]:
        own = self._sentences_of(n)
        rows = self._sentence_features[own.start : own.stop].tolist()
        return [SentenceFeatures(*row) for row in rows]

    @cached_property
    def _sentence_features(self) -> Floats:
        """Those that are no matter of its text, of every sentence: `(n_sentences, 3)`."""
        candidate, cosine = self._rows.candidate_of_sentence, self._sentence_cosine
        n = np.bincount(candidate, minlength=self._n_candidates)
        mean = np.bincount(candidate, cosine, self._n_candidates) / np.maximum(n, 1)
        held = self._sentence_counts > 0
        df = np.zeros((self._n_candidates, held.shape[1]))
        np.add.at(df, candidate, held)
        idf = np.where(df > 0, np.log(1 + (n[:, None] - df + 0.5) / (df + 0.5)), 0.0)
        total = idf.sum(axis=1)
        rare = (held * idf[candidate]).sum(axis=1) / np.where(total > 0, total, 1.0)[candidate]
        before = np.concatenate(([0.0], self._sentence_coverage))[: len(candidate)]
        before[np.flatnonzero(np.diff(candidate, prepend=-1))] = 0.0
        return np.stack((cosine - mean[candidate], rare, before * (1 - rare)), axis=1)

    @cached_property
    def _terms_of_sentence(self) -> Mapping[int, frozenset[str]]:
        terms, found = self._asked.terms, defaultdict[int, set[str]](set)
        rows, columns = np.nonzero(self._sentence_counts)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
            found[row].add(terms[column])
        return {row: frozenset(own) for row, own in found.items()}

    def _matches(self, n: int, number: int) -> tuple[Match, ...]:
        """The question's terms in a part of a candidate, in order."""
        found, terms = self._found, self._asked.terms
        part = int(self._rows.first_part[n]) + number
        first, end = np.searchsorted(found.text, [part, part + 1])
        columns = (found.column, found.start, found.end, found.place)
        rows = zip(*(column[first:end].tolist() for column in columns), strict=True)
        return tuple(Match(terms[n], Span(start, end), place) for n, start, end, place in rows)
