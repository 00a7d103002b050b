"""Whether the documents answer at all: a calibrated judgement of the best candidates.

Source: logistic regression on the retriever's own scores, as in Rodriguez et al., “Quizbowl: The
Case for Incremental Question Answering” (2019) for when to answer; see docs/decisions/refusal.md.
"""

import math
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import astuple

from qa_app.answering.corpus_terms import CorpusTerms
from qa_app.answering.features import Features
from qa_app.answering.question import Intent, Question
from qa_app.answering.ranking import Ranked
from qa_app.answering.second_look import together
from qa_app.answering.weights import weights
from qa_app.language.speakers import Speaker, fold
from qa_app.model import BlockKind

# So many of the best candidates may hold the statement that is on the topic.
_JUDGED = 10
# The words may stand together further down: so many of the best are looked through for them.
_SEARCHED = 5
# Where nobody was found to say anything, the chance that somebody did all the same.
_UNSAID = 0.2


class Judgement(Struct, frozen=True):
    """Whether the documents answer, and how sure that is: `confidence` in 0 to 1."""

    answered: bool
    confidence: float


def judge(
    question: Question,
    ranked: Sequence[Ranked],
    terms: CorpusTerms,
    background: float | None = None,
    look_again: Callable[[], Mapping[str, float]] | None = None,
) -> Judgement:
    """Judge the best candidates.

    Args:
        question: what is asked.
        ranked: the candidates, best first.
        terms: what the corpus knows of the question's terms.
        background: what a near miss looks like in this library (see `background`).
        look_again: nearness by word to the best (see `second_look`), asked where it matters.
    """
    if not ranked:
        return Judgement(answered=False, confidence=0.0)
    shift = shift_for(background)
    if question.intent is Intent.STATEMENT and question.speaker is not None:
        return _judge_statement(question, question.speaker, ranked, terms, shift)
    first = logit_of([hit.features for hit in ranked]) - shift
    best = ranked[0].features
    if _is_found(question, best):
        return Judgement(answered=True, confidence=max(0.5, _confidence(first)))
    is_borderline = abs(first) < weights().by_hand.borderline
    is_unheard_of = _is_unheard_of(question, best, terms)
    if look_again is None or not (is_borderline or is_unheard_of):
        return _by_line(_confidence(first))
    nearness = look_again()
    if is_unheard_of and together(nearness, terms.idf, best.lacking) < weights().by_hand.unlike:
        return Judgement(answered=False, confidence=min(_confidence(first), _UNSAID))
    near = together(nearness, terms.idf, terms.idf)
    return _by_line(_confidence(second_logit(first, near) if is_borderline else first))


def logit_of(ranked: Sequence[Features], core: float | None = None) -> float:
    """The log-odds that the best candidate answers, as the development sets have it.

    Args:
        ranked: the candidates, best first; one at least.
        core: coverage of what matters, in place of the whole question's.
    """
    by = weights().refusal
    values = (1.0, *refusal_features(ranked))
    logit: float = sum(weight * value for weight, value in zip(astuple(by), values, strict=True))
    if core is not None:
        logit += by.core * (core - ranked[0].core)
    return logit


def second_logit(first: float, nearness: float) -> float:
    """The log-odds after a second look.

    Args:
        first: the log-odds before it.
        nearness: of the best candidate by words, -1 to 1.
    """
    by = weights().second_look
    return by.intercept + by.first * first + by.nearness * nearness


def _is_unheard_of(question: Question, best: Features, terms: CorpusTerms) -> bool:
    """Whether no document has any of the words that something named is asked about with."""
    nowhere = {term for term, word in question.words.items() if word in terms.missing}
    return bool(best.lacking) and best.lacking <= nowhere


def shift_for(background: float | None) -> float:
    """How much nearer than elsewhere a passage of this library must be to answer, in log-odds."""
    if background is None:
        return 0.0
    by = weights().by_hand
    shift = by.background_slope * (background - by.background_typical)
    return max(-by.background_most, min(by.background_most, shift))


def _confidence(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


def refusal_features(ranked: Sequence[Features]) -> tuple[float, ...]:
    """What `RefusalWeights` weigh, in their order, the intercept left out."""
    best = ranked[0]
    return (
        best.cosine,
        best.cosine_sentence,
        best.core,
        max(features.core_nearby for features in ranked[:_SEARCHED]),
        best.phrases,
        best.missing_name,
        best.held,
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
        confidence = _confidence(logit_of([hit.features for hit in ranked]) - shift)
        if question.wants_words:
            return Judgement(answered=False, confidence=min(confidence, _UNSAID))
        return _by_line(confidence)
    if not question.topic:
        return Judgement(answered=True, confidence=0.5 + said[0].certainty / 2)
    best = max(logit_of([f], _topic_coverage(f, question.topic, terms)) for f in said)
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
