"""Whether the documents answer at all: a first, simple judgement of the best candidate."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from qa_app.answering import weights
from qa_app.answering.corpus_terms import CorpusTerms
from qa_app.answering.question import Intent, Question
from qa_app.answering.ranking import Ranked
from qa_app.language.speakers import Speaker, fold
from qa_app.model import BlockKind

# So many of the best candidates may hold the statement that is on the topic.
_JUDGED = 3
# Where nobody was found to say anything, the chance that somebody did all the same.
_UNSAID = 0.2


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether the documents answer, and how sure that is: `confidence` in 0 to 1."""

    answered: bool
    confidence: float


def judge(question: Question, ranked: Sequence[Ranked], terms: CorpusTerms) -> Judgement:
    """Judge the best candidates.

    Args:
        question: what is asked.
        ranked: the candidates, best first.
        terms: what the corpus knows of the question's terms.
    """
    if not ranked:
        return Judgement(answered=False, confidence=0.0)
    if question.intent is Intent.STATEMENT and question.speaker is not None:
        return _judge_statement(question, question.speaker, ranked, terms)
    confidence = confidence_of(ranked[0])
    if _is_found(question, ranked[0]):
        return Judgement(answered=True, confidence=max(0.5, confidence))
    return _by_line(confidence)


def _judge_statement(
    question: Question, speaker: Speaker, ranked: Sequence[Ranked], terms: CorpusTerms
) -> Judgement:
    """Whether they said something, and about what is asked."""
    if speaker.surname in {fold(word) for word in terms.missing} and not terms.stand_ins:
        return Judgement(answered=False, confidence=0.0)
    said = [hit for hit in ranked[:_JUDGED] if hit.scores["statement"]]
    if not said:
        confidence = confidence_of(ranked[0])
        if question.wants_words:
            return Judgement(answered=False, confidence=min(confidence, _UNSAID))
        return _by_line(confidence)
    if not question.topic:
        return Judgement(answered=True, confidence=0.5 + said[0].scores["statement"] / 2)
    return _by_line(
        max(_confidence(hit, _topic_coverage(hit, question.topic, terms)) for hit in said)
    )


def _by_line(confidence: float) -> Judgement:
    return Judgement(answered=confidence >= weights.ANSWERED_FROM, confidence=confidence)


def _topic_coverage(hit: Ranked, topic: Sequence[str], terms: CorpusTerms) -> float:
    """The share of the topic's idf that the passage holds; the name alone is no topic."""
    total = sum(terms.idf[term] for term in topic)
    found = {match.term for match in hit.features.matches}
    return sum(terms.idf[term] for term in topic if term in found) / total if total else 1.0


def _is_found(question: Question, best: Ranked) -> bool:
    """Whether the best candidate is what was looked for, however it reads as an answer."""
    if question.intent is Intent.AUTHOR:
        return best.features.passage.kind is BlockKind.BYLINE and best.features.coverage > 0
    return (
        question.intent is Intent.KEYWORDS and best.features.coverage >= weights.KEYWORDS_COVERAGE
    )


def confidence_of(best: Ranked) -> float:
    """The logistic of the best candidate's features."""
    return _confidence(best, best.features.coverage)


def _confidence(hit: Ranked, coverage: float) -> float:
    logit = (
        weights.REFUSAL_INTERCEPT
        + weights.REFUSAL_COSINE * hit.features.cosine
        + weights.REFUSAL_COSINE_SENTENCE * hit.features.cosine_sentence
        + weights.REFUSAL_COVERAGE * coverage
    )
    return 1 / (1 + math.exp(-logit))
