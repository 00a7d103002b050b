"""Exact features of candidate paragraphs: keywords and vectors, of the whole and of each sentence.

A paragraph too long for the encoder is kept as several passages, its parts; it is measured as one,
so that cutting it costs it nothing.

Source of BM25: Robertson and Zaragoza, “The Probabilistic Relevance Framework: BM25 and Beyond”
(2009), with the idf that is never negative:
    idf(t) = ln(1 + (N - df + 0.5) / (df + 0.5))
    bm25   = sum over t of idf(t) * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / mean length))
"""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain, pairwise

import numpy as np

from qa_app.answering.answer_kinds import AnswerKind, asked_for, holds
from qa_app.answering.light_words import light_terms
from qa_app.answering.question import Question
from qa_app.answering.variants import Expansion
from qa_app.encoding.protocol import Vectors
from qa_app.language.speakers import WORD, fold, name_spans
from qa_app.language.speech.statement import Statement
from qa_app.library.analyzer import Analyzer, Scan
from qa_app.library.keyword_index import HEADING_WEIGHT
from qa_app.library.store import Averages, StoredPassage
from qa_app.model import Span

_K1 = 1.2
_B = 0.75
# What a word that shapes the question weighs, beside one that it is about.
_LIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Match:
    """A term of the question found in a part. `span` is of the part; `place` counts its terms."""

    term: str
    span: Span
    place: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a candidate: where it stands and what it scores.

    `span` is of the part numbered `part`; `terms` are the question's that it holds, `coverage`
    their share of its idf; `answer_kind` says how far it holds what kind of thing is asked for.
    Both lie in 0 to 1.
    """

    part: int
    span: Span
    text: str
    terms: frozenset[str]
    bm25: float
    cosine: float
    coverage: float
    answer_kind: float


@dataclass(frozen=True, slots=True)
class Features:
    """Exact features of one candidate paragraph.

    `bm25` and `bm25_sentence` are 0 or more; `cosine` and `cosine_sentence`, of the nearest part
    and sentence, in -1 to 1. In 0 to 1: `coverage`, the share of the question's idf that its text
    and headings hold; `coverage_nearby`, the most that two sentences on end hold; `phrases`, the
    share of the question's neighbouring terms that are neighbours here too; `answer_kind`, that of
    the best sentence; `missing_name`, the idf of the rarest name of the question that is not here,
    as a share of the highest idf there is. `core` and `core_nearby` are coverage and coverage
    nearby with little weight on words that only shape the question; `held` is all the idf that it
    holds, 0 or more, in units of the highest there is.

    `lacking` are the terms that something named is asked about with (who *killed* Governor Hale),
    where none of them is here; it is empty where one is.
    """

    parts: tuple[StoredPassage, ...]
    sentences: tuple[Sentence, ...]
    bm25: float
    bm25_sentence: float
    cosine: float
    cosine_sentence: float
    coverage: float
    coverage_nearby: float
    phrases: float
    answer_kind: float
    missing_name: float
    core: float
    core_nearby: float
    held: float
    lacking: frozenset[str]
    matches: tuple[tuple[Match, ...], ...]
    statements: tuple[tuple[Statement, ...], ...]
    names_speaker: bool

    @property
    def id(self) -> int:
        """The id of the first part, which orders candidates as the documents have them."""
        return self.parts[0].id

    @property
    def certainty(self) -> float:
        """How sure the surest statement asked for is, 0 where there is none."""
        return max((s.certainty for s in chain(*self.statements)), default=0.0)


@dataclass(frozen=True, slots=True)
class Measure:
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
        light = light_terms(self.question, self.analyzer)
        asked = _Asked.of(self.question, self.idf, self.aside, light)
        return [self._of(tuple(parts), asked) for parts in candidates]

    def _of(self, parts: tuple[StoredPassage, ...], asked: "_Asked") -> Features:
        matches = [self._matches(part) for part in parts]
        sentences = tuple(
            sentence
            for number, part in enumerate(parts)
            for sentence in self._sentences(number, part, matches[number], asked)
        )
        heading = self._heading_terms(parts[0])
        counts = Counter(match.term for match in chain(*matches))
        held = counts.keys() | heading
        above = HEADING_WEIGHT * sum(self.idf[term] for term in heading)
        # By keywords alone, every passage under a title that has them would come first.
        by_keywords = self.vector is None
        context = HEADING_WEIGHT if by_keywords else 1.0
        only_above = heading - counts.keys()
        length = sum(len(self.analyzer.scan(part.text).terms) for part in parts)
        return Features(
            parts=parts,
            sentences=sentences,
            bm25=self._bm25(counts, length, self.averages.passage_terms) + above,
            bm25_sentence=max((s.bm25 for s in sentences), default=0.0) + above,
            cosine=max(self._cosine(part) for part in parts),
            cosine_sentence=max((s.cosine for s in sentences), default=-1.0),
            coverage=asked.every.share(counts.keys()) + context * asked.every.share(only_above),
            coverage_nearby=asked.every.nearby(sentences, set() if by_keywords else only_above),
            phrases=asked.phrases(matches),
            answer_kind=asked.answer_kind(sentences),
            missing_name=asked.missing_name(held) / self._highest_idf,
            core=asked.core.share(held),
            core_nearby=asked.core.nearby(sentences, only_above),
            held=asked.every.held(held) / self._highest_idf,
            lacking=asked.lacking(held),
            matches=tuple(tuple(found) for found in matches),
            statements=tuple(self.statements.get(part.id, ()) for part in parts),
            names_speaker=self._names_speaker(parts),
        )

    @property
    def _highest_idf(self) -> float:
        return math.log(1 + (self.averages.n_passages + 0.5) / 0.5)

    def _matches(self, part: StoredPassage) -> list[Match]:
        """The question's terms in a part, in order."""
        scan = self.analyzer.scan(part.text)
        idf = self.idf
        found = [
            Match(term, Span(scan.starts[n], scan.ends[n]), n)
            for n, term in enumerate(scan.terms)
            if term in idf
        ]
        others = list(self._expanded_matches(scan))
        return sorted((*found, *others), key=lambda match: match.place) if others else found

    def _expanded_matches(self, scan: Scan) -> Iterator[Match]:
        """Terms of the question, found as what the corpus has for them."""
        for expansion in self.expansions:
            first, n_terms = expansion.terms[0], len(expansion.terms)
            if first not in scan.terms:
                continue
            for n, term in enumerate(scan.terms):
                if term == first and scan.terms[n : n + n_terms] == expansion.terms:
                    span = Span(scan.starts[n], scan.ends[n + n_terms - 1])
                    yield from (Match(asked, span, n) for asked in expansion.stands_for)

    def _sentences(
        self, number: int, part: StoredPassage, matches: Sequence[Match], asked: "_Asked"
    ) -> Iterator[Sentence]:
        starts = [span.start for span in part.sentences]
        inside: list[list[str]] = [[] for _ in starts]
        for match in matches:
            # What stands before the second sentence counts to the first, and so on.
            inside[max(0, bisect_right(starts, match.span.start) - 1)].append(match.term)
        scan_starts = self.analyzer.scan(part.text).starts
        edges = [0, *(bisect_right(scan_starts, s - 1) for s in starts[1:]), len(scan_starts)]
        cosines = self._cosines(part)
        for n, span in enumerate(part.sentences):
            text, terms = span.of(part.text), frozenset(inside[n])
            length = edges[n + 1] - edges[n]
            yield Sentence(
                part=number,
                span=span,
                text=text,
                terms=terms,
                bm25=self._bm25(Counter(inside[n]), length, self.averages.sentence_terms),
                cosine=float(cosines[n]),
                coverage=asked.every.share(terms),
                answer_kind=holds(asked.kind, text, asked.words),
            )

    def _bm25(self, counts: Mapping[str, int], length: int, mean_length: float) -> float:
        norm = _K1 * (1 - _B + _B * length / max(mean_length, 1.0))
        return sum(self.idf[t] * n * (_K1 + 1) / (n + norm) for t, n in counts.items())

    def _heading_terms(self, part: StoredPassage) -> set[str]:
        scan = self.analyzer.scan(part.heading)
        found = {term for term in scan.terms if term in self.idf}
        return found | {match.term for match in self._expanded_matches(scan)}

    def _cosine(self, part: StoredPassage) -> float:
        return 0.0 if self.vector is None else float(part.vector @ self.vector)

    def _cosines(self, part: StoredPassage) -> Vectors:
        if self.vector is None:
            return np.zeros(len(part.sentences), dtype=np.float32)
        cosines: Vectors = part.sentence_vectors @ self.vector
        return cosines

    def _names_speaker(self, parts: Sequence[StoredPassage]) -> bool:
        speaker = self.question.speaker
        return speaker is not None and any(any(name_spans(speaker, p.text)) for p in parts)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """Terms of a question and what each weighs."""

    weights: Mapping[str, float]
    total: float

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> "_Weighed":
        return cls(weights, sum(weights.values()))

    def held(self, terms: AbstractSet[str]) -> float:
        """What the terms weigh together."""
        return sum(self.weights[term] for term in terms if term in self.weights)

    def share(self, terms: AbstractSet[str]) -> float:
        """The share that the terms make up of all."""
        return self.held(terms) / self.total if self.total else 0.0

    def nearby(self, sentences: Sequence[Sentence], above: AbstractSet[str]) -> float:
        """The most that two sentences on end hold; what only the heading says counts to each."""
        pairs = [a.terms | b.terms for a, b in pairwise(sentences)]
        held = pairs or [sentence.terms for sentence in sentences]
        return max((self.share(terms | above) for terms in held), default=self.share(above))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question is, as far as every candidate is measured against it."""

    every: _Weighed
    core: _Weighed
    pairs: Mapping[tuple[str, str], float]
    names: tuple[str, ...]
    predicate: frozenset[str]
    words: frozenset[str]
    kind: AnswerKind

    @classmethod
    def of(
        cls,
        question: Question,
        every: Mapping[str, float],
        aside: frozenset[str],
        light: frozenset[str],
    ) -> "_Asked":
        idf = {term: weight for term, weight in every.items() if term not in aside}
        core = {term: weight * (_LIGHT if term in light else 1) for term, weight in idf.items()}
        # Neighbours in the question as it stands, whatever is counted of it.
        pairs = {(a, b): min(idf[a], idf[b]) for a, b in pairwise(every) if {a, b} <= idf.keys()}
        names = tuple(
            term
            for term, word in question.words.items()
            if word[0].isupper() and not question.text.startswith(word)
        )
        words = frozenset(fold(match.group()) for match in WORD.finditer(question.text))
        return cls(
            every=_Weighed.of(idf),
            core=_Weighed.of(core),
            pairs=pairs,
            names=names,
            predicate=frozenset(idf.keys() - light - set(names)) if names else frozenset(),
            words=words,
            kind=asked_for(question.text),
        )

    def phrases(self, matches: Sequence[Sequence[Match]]) -> float:
        """The share of the question's neighbouring terms that are neighbours in a part too."""
        found = {
            (a.term, b.term)
            for part in matches
            for a, b in pairwise(part)
            if b.place - a.place == 1 and (a.term, b.term) in self.pairs
        }
        total = sum(self.pairs.values())
        return sum(self.pairs[pair] for pair in found) / total if total else 0.0

    def answer_kind(self, sentences: Sequence[Sentence]) -> float:
        """That of the sentence nearest to the question by its words and its meaning."""
        best = max(sentences, key=lambda s: s.coverage + s.cosine, default=None)
        return best.answer_kind if best else 0.0

    def lacking(self, held: AbstractSet[str]) -> frozenset[str]:
        """The terms of the predicate, where none is held."""
        return self.predicate if self.predicate.isdisjoint(held) else frozenset()

    def missing_name(self, held: AbstractSet[str]) -> float:
        """The idf of the rarest name that is not held."""
        idf = self.every.weights
        return max((idf[t] for t in self.names if t not in held and t in idf), default=0.0)
