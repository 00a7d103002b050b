"""Whether the documents answer at all: a first, simple judgement of the best candidate."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from qa_app.answering import weights
from qa_app.answering.question import Intent, Question
from qa_app.answering.ranking import Ranked
from qa_app.answering.statements import fold
from qa_app.model import BlockKind


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether the documents answer, and how sure that is: `confidence` in 0 to 1."""

    answered: bool
    confidence: float


def judge(question: Question, ranked: Sequence[Ranked], missing: Sequence[str]) -> Judgement:
    """Judge the best candidate.

    Args:
        question: what is asked.
        ranked: the candidates, best first.
        missing: words of the question that the corpus never contains, as they were typed.
    """
    if not ranked:
        return Judgement(answered=False, confidence=0.0)
    if question.intent is Intent.STATEMENT and question.speaker is not None:
        if question.speaker.surname in {fold(word) for word in missing}:
            return Judgement(answered=False, confidence=0.0)
        if strength := ranked[0].scores["statement"]:
            return Judgement(answered=True, confidence=0.5 + strength / 2)
    if _is_found(question, ranked[0]):
        return Judgement(answered=True, confidence=max(0.5, confidence_of(ranked[0])))
    confidence = confidence_of(ranked[0])
    return Judgement(answered=confidence >= weights.ANSWERED_FROM, confidence=confidence)


def _is_found(question: Question, best: Ranked) -> bool:
    """Whether the best candidate is what was looked for, however it reads as an answer."""
    if question.intent is Intent.AUTHOR:
        return best.features.passage.kind is BlockKind.BYLINE and best.features.coverage > 0
    return (
        question.intent is Intent.KEYWORDS and best.features.coverage >= weights.KEYWORDS_COVERAGE
    )


def confidence_of(best: Ranked) -> float:
    """The logistic of the best candidate's features."""
    features = best.features
    logit = (
        weights.REFUSAL_INTERCEPT
        + weights.REFUSAL_COSINE * features.cosine
        + weights.REFUSAL_COSINE_SENTENCE * features.cosine_sentence
        + weights.REFUSAL_COVERAGE * features.coverage
    )
    return 1 / (1 + math.exp(-logit))
