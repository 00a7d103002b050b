"""Whether the documents answer, and whose words a hit shows, in words."""

from collections.abc import Sequence

from qa_app.explaining.conditions import narrowed_words
from qa_app.model import Answer, Attribution, Manner, Restriction

# `Answer.confidence` is a calibrated probability: two in three of these answers are right.
LIKELY_FROM = 0.67


def verdict_words(answer: Answer) -> str:
    """How sure it is that the documents answer."""
    if not answer.answered:
        return "no answer"
    return "likely answered" if is_likely(answer) else "perhaps answered"


def is_likely(answer: Answer) -> bool:
    """Whether an answer needs no warning."""
    return answer.answered and answer.confidence >= LIKELY_FROM


def refusal_sentences(answer: Answer) -> tuple[str, ...]:
    """What to say where the documents do not answer."""
    if answer.restrictions and not answer.related:
        return (
            f"There is no passage {narrowed_words(answer.restrictions)}.",
            f"{_drop_one(answer.restrictions)} to search more widely.",
            *_never_mentioned("The documents", answer),
        )
    sentences = ("The documents do not answer this.", *_never_mentioned("They", answer))
    if not answer.restrictions:
        return sentences
    narrowed = f"Only passages {narrowed_words(answer.restrictions)} were looked at."
    return (*sentences, f"{narrowed} {_drop_one(answer.restrictions)} to look at more.")


def said_by(attribution: Attribution) -> str:
    """Whose words a hit shows, and how: `said by Murhaf Abu Qasra, direct`."""
    return f"said by {attribution.speaker}, {attribution.manner}"


def manner_sentence(attribution: Attribution) -> str:
    """The same in a sentence that explains the manner.

    It never begins with the name: one in Arabic would turn the sentence round.
    """
    if attribution.manner is Manner.DIRECT:
        return f"Direct: {attribution.speaker} is quoted in their own words."
    return f"Reported: what {attribution.speaker} said, in the writer’s words."


def _drop_one(restrictions: Sequence[Restriction]) -> str:
    several = len({restriction.typed for restriction in restrictions}) > 1
    return "Drop a condition" if several else "Drop the condition"


def _never_mentioned(who: str, answer: Answer) -> tuple[str, ...]:
    if not answer.missing_terms:
        return ()
    return (f"{who} never mention: {', '.join(answer.missing_terms)}.",)
