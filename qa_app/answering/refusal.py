"""Whether the documents answer at all: a calibrated judgement of the best candidates.

Source: logistic regression on the retriever's own scores, as in Rodriguez et al., “Quizbowl: The
Case for Incremental Question Answering” (2019) for when to answer; see docs/decisions/refusal.md.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import astuple

from qa_app.answering.corpus_terms import CorpusTerms
from qa_app.answering.features import Features
from qa_app.answering.question import Intent, Question
from qa_app.answering.ranking import Ranked
from qa_app.answering.weights import weights
from qa_app.language.speakers import Speaker, fold
from qa_app.model import BlockKind

# So many of the best candidates may hold the statement that is on the topic.
_JUDGED = 10
# Where nobody was found to say anything, the chance that somebody did all the same.
_UNSAID = 0.2


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether the documents answer, and how sure that is: `confidence` in 0 to 1."""

    answered: bool
    confidence: float


def judge(
    question: Question,
    ranked: Sequence[Ranked],
    terms: CorpusTerms,
    background: float | None = None,
) -> Judgement:
    """Judge the best candidates.

    Args:
        question: what is asked.
        ranked: the candidates, best first.
        terms: what the corpus knows of the question's terms.
        background: what a near miss looks like in this library (see `background`).
    """
    if not ranked:
        return Judgement(answered=False, confidence=0.0)
    shift = shift_for(background)
    if question.intent is Intent.STATEMENT and question.speaker is not None:
        return _judge_statement(question, question.speaker, ranked, terms, shift)
    best = ranked[0].features
    confidence = _confidence(logit_of(best) - shift)
    if _is_found(question, best):
        return Judgement(answered=True, confidence=max(0.5, confidence))
    return _by_line(confidence)


def logit_of(best: Features, coverage: float | None = None) -> float:
    """The log-odds that the best candidate answers, as the development sets have it.

    Args:
        best: the candidate.
        coverage: of what matters, in place of the whole question's.
    """
    by = weights().refusal
    values = (1.0, *refusal_features(best))
    logit: float = sum(weight * value for weight, value in zip(astuple(by), values, strict=True))
    if coverage is not None:
        logit += by.coverage * (coverage - best.coverage)
    return logit


def shift_for(background: float | None) -> float:
    """How much nearer than elsewhere a passage of this library must be to answer, in log-odds."""
    if background is None:
        return 0.0
    by = weights().by_hand
    shift = by.background_slope * (background - by.background_typical)
    return max(-by.background_most, min(by.background_most, shift))


def _confidence(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


def refusal_features(best: Features) -> tuple[float, ...]:
    """What `RefusalWeights` weigh, in their order, the intercept left out."""
    return (
        best.cosine,
        best.cosine_sentence,
        best.coverage,
        best.coverage_nearby,
        best.phrases,
        best.missing_name,
    )


def _judge_statement(
    question: Question,
    speaker: Speaker,
    ranked: Sequence[Ranked],
    terms: CorpusTerms,
    shift: float,
) -> Judgement:
    """Whether they said something, and about what is asked."""
    said = [hit.features for hit in ranked[:_JUDGED] if hit.features.certainty]
    nowhere = speaker.surname in {fold(word) for word in terms.missing}
    if nowhere and not said and not terms.expansions:
        return Judgement(answered=False, confidence=0.0)
    if not said:
        confidence = _confidence(logit_of(ranked[0].features) - shift)
        if question.wants_words:
            return Judgement(answered=False, confidence=min(confidence, _UNSAID))
        return _by_line(confidence)
    if not question.topic:
        return Judgement(answered=True, confidence=0.5 + said[0].certainty / 2)
    best = max(logit_of(f, _topic_coverage(f, question.topic, terms)) for f in said)
    return _by_line(_confidence(best - shift))


def _by_line(confidence: float) -> Judgement:
    answered = confidence >= weights().by_hand.answered_from
    return Judgement(answered=answered, confidence=confidence)


def _topic_coverage(features: Features, topic: Sequence[str], terms: CorpusTerms) -> float:
    """The share of the topic's idf that the passage holds; the name alone is no topic."""
    total = sum(terms.idf[term] for term in topic)
    found = {match.term for part in features.matches for match in part}
    return sum(terms.idf[term] for term in topic if term in found) / total if total else 1.0


def _is_found(question: Question, best: Features) -> bool:
    """Whether the best candidate is what was looked for, however it reads as an answer."""
    if question.intent is Intent.AUTHOR:
        return best.parts[0].kind is BlockKind.BYLINE and best.coverage > 0
    least = weights().by_hand.keywords_coverage
    return question.intent is Intent.KEYWORDS and best.coverage >= least
