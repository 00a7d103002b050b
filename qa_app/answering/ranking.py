"""Features become one score; the same statement from several files becomes one hit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa_app.answering import weights
from qa_app.answering.features import Features
from qa_app.answering.question import Intent
from qa_app.language.speakers import fold
from qa_app.model import BlockKind, Source

_WORD = re.compile(r"[^\W_]+")
# Shorter sentences (“Yes.”, “He declined.”) are the same words without being the same statement.
_MIN_SAME_WORDS = 6


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its scores by name (see `Hit.scores`).

    `also_in` are the other sources that say the same word for word.
    """

    features: Features
    scores: dict[str, float]
    also_in: tuple[Source, ...] = ()

    @property
    def answer(self) -> int | None:
        """The number of its answering sentence; worked out when asked for, few candidates are."""
        return _answering_sentence(self.features)

    @property
    def fused(self) -> float:
        """The score that the ranking follows."""
        return self.scores["fused"]


def rank(candidates: Sequence[Features], intent: Intent, *, dense: bool) -> list[Ranked]:
    """Candidates by fused score, best first.

    Args:
        candidates: in any order.
        intent: what kind of answer the question wants.
        dense: whether the vectors take part; without, keywords alone decide.
    """
    if not candidates:
        return []
    keyword = _share_of_best([(c.bm25, c.bm25_sentence) for c in candidates]).mean(axis=1)
    meaning = _between(
        [(c.cosine + c.cosine_sentence) / 2 for c in candidates], weights.LEAST_COSINE_WIDTH
    )
    share = weights.BM25_SHARE if dense else 1.0
    fused = share * keyword + (1 - share) * meaning
    ranked = [
        _ranked(c, float(f), _bonus(c, intent)) for c, f in zip(candidates, fused, strict=True)
    ]
    # A stable order for equal scores: as the documents have it.
    ranked.sort(key=lambda r: (-r.fused, r.features.passage.id))
    return ranked


def merge_same(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Each statement once, under the best hit that makes it; the rest become its other sources."""
    first: dict[str, int] = {}
    merged: list[Ranked] = []
    for hit in ranked:
        keys = _sameness_keys(hit)
        at = next((first[key] for key in keys if key in first), None)
        if at is None:
            at = len(merged)
            merged.append(hit)
        else:
            merged[at] = _with_source(merged[at], hit.features.passage.source)
        for key in keys:
            first.setdefault(key, at)
    return merged


def to_the_point(ranked: list[Ranked], intent: Intent) -> list[Ranked]:
    """The candidates that have to do with what was asked for by name, where there are any.

    Of someone's statements those passages that name them, of keywords those that hold one.
    """
    if intent is Intent.STATEMENT and ranked and ranked[0].features.statements:
        return [hit for hit in ranked if hit.features.names_speaker]
    if intent is Intent.KEYWORDS and any(hit.features.coverage for hit in ranked):
        return [hit for hit in ranked if hit.features.coverage]
    return ranked


def _ranked(features: Features, fused: float, bonus: float) -> Ranked:
    scores = {
        "bm25": features.bm25,
        "bm25_sentence": features.bm25_sentence,
        "cosine": features.cosine,
        "cosine_sentence": features.cosine_sentence,
        "statement": max((s.strength for s in features.statements), default=0.0),
        "fused": fused + bonus,
    }
    return Ranked(features, scores)


def _bonus(features: Features, intent: Intent) -> float:
    if intent is Intent.STATEMENT:
        best = max((s.strength for s in features.statements), default=0.0)
        return weights.STATEMENT_BONUS + best if best else 0.0
    if intent is Intent.AUTHOR and features.passage.kind is BlockKind.BYLINE:
        return weights.AUTHOR_BONUS * features.coverage
    return 0.0


def _answering_sentence(features: Features) -> int | None:
    """The sentence to mark: a statement where there is one, else the best by both scores."""
    sentences = features.passage.sentences
    if not sentences:
        return None
    both = _combined(features)
    spoken = {statement.sentence for statement in features.statements}
    theirs = [n for n, sentence in enumerate(sentences) if sentence in spoken]
    telling = [n for n, s in enumerate(sentences) if _can_answer(s.of(features.passage.text))]
    return max(theirs or telling or range(len(sentences)), key=lambda n: both[n])


def _can_answer(sentence: str) -> bool:
    """Whether a sentence can be an answer: a question or a bare heading (“2. Boiler”) is none."""
    return not sentence.rstrip("\"'”’)» ").endswith("?") and len(_WORD.findall(sentence)) > 2


def _combined(features: Features) -> NDArray[np.float64]:
    keyword = _share_of_best(features.bm25_by_sentence)
    meaning = _between(features.cosine_by_sentence, weights.LEAST_SENTENCE_WIDTH)
    share = weights.SENTENCE_BM25_SHARE
    both: NDArray[np.float64] = share * keyword + (1 - share) * meaning
    return both


def _share_of_best(values: object) -> NDArray[np.float64]:
    """Each value as a share of the largest in its column, 0 to 1."""
    array = np.asarray(values, dtype=np.float64)
    best = array.max(axis=0)
    shares: NDArray[np.float64] = array / np.where(best > 0, best, 1.0)
    return shares


def _between(values: object, least_width: float) -> NDArray[np.float64]:
    """Each value's place between the least and the largest, 0 to 1.

    Where they lie closer together than `least_width`, the difference stays as small as it is.
    """
    array = np.asarray(values, dtype=np.float64)
    width = max(float(np.ptp(array)), least_width)
    places: NDArray[np.float64] = (array - array.min()) / width
    return places


def _sameness_keys(hit: Ranked) -> list[str]:
    passage = hit.features.passage
    texts = [passage.text]
    if (answer := hit.answer) is not None:
        texts.append(passage.sentences[answer].of(passage.text))
    words = [_WORD.findall(fold(text)) for text in texts]
    return [" ".join(found) for found in words if len(found) >= _MIN_SAME_WORDS]


def _with_source(hit: Ranked, source: Source) -> Ranked:
    known = {hit.features.passage.document_id, *(s.document_id for s in hit.also_in)}
    if source.document_id in known:
        return hit
    return Ranked(hit.features, hit.scores, (*hit.also_in, source))
