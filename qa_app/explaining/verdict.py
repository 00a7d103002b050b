"""Whether the documents answer, and whose words a hit shows, in words."""

from collections.abc import Sequence

from qa_app.explaining.conditions import narrowed_words, void_words
from qa_app.explaining.translation import Translate, as_written, later
from qa_app.model import Answer, Attribution, Manner, Restriction

# `Answer.confidence` is a calibrated probability: two in three of these answers are right.
LIKELY_FROM = 0.67
_MANNERS = {
    Manner.DIRECT: later("direct"),
    Manner.REPORTED: later("reported"),
    Manner.SILENT: later("no statement"),
}


def verdict_words(answer: Answer, tr: Translate = as_written) -> str:
    """How sure it is that the documents answer."""
    if not answer.answered:
        return tr("no answer")
    return tr("likely answered") if is_likely(answer) else tr("perhaps answered")


def is_likely(answer: Answer) -> bool:
    """Whether an answer needs no warning."""
    return answer.answered and answer.confidence >= LIKELY_FROM


def refusal_sentences(answer: Answer, tr: Translate = as_written) -> tuple[str, ...]:
    """What to say where the documents do not answer."""
    if answer.restrictions and (answer.is_void or not answer.related):
        nearest = tr("Without conditions, these passages come nearest.")
        advice = _drop_to_search(answer.restrictions, tr)
        with_nearest = f"{advice} {nearest}" if answer.related else advice
        never = _terms(answer, tr("The documents never mention: {terms}."))
        return (void_words(answer.restrictions, tr), with_nearest, *never)
    never = _terms(answer, tr("They never mention: {terms}."))
    sentences = (tr("The documents do not answer this."), *never)
    if not answer.restrictions:
        return sentences
    narrowed = tr("Only passages {conditions} were looked at.").format(
        conditions=narrowed_words(answer.restrictions, tr)
    )
    return (*sentences, f"{narrowed} {_drop_to_look(answer.restrictions, tr)}")


def manner_words(manner: Manner, tr: Translate = as_written) -> str:
    """How a passage gives someone's words: `direct`."""
    return tr(_MANNERS[manner])


def said_by(attribution: Attribution, tr: Translate = as_written) -> str:
    """Whose words a hit shows, and how: `said by Murhaf Abu Qasra, direct`."""
    if attribution.manner is Manner.SILENT:
        return tr("no statement by {speaker}").format(speaker=attribution.speaker)
    return tr("said by {speaker}, {manner}").format(
        speaker=attribution.speaker, manner=manner_words(attribution.manner, tr)
    )


def manner_sentence(attribution: Attribution, tr: Translate = as_written) -> str:
    """The same in a sentence that explains the manner.

    It never begins with the name: one in Arabic would turn the sentence round.
    """
    match attribution.manner:
        case Manner.DIRECT:
            sentence = tr("Direct: {speaker} is quoted in their own words.")
        case Manner.SILENT:
            sentence = tr("No statement: the passage says that {speaker} gave none.")
        case _:
            sentence = tr("Reported: what {speaker} said, in the writer’s words.")
    return sentence.format(speaker=attribution.speaker)


def _drop_to_search(restrictions: Sequence[Restriction], tr: Translate) -> str:
    if _are_several(restrictions):
        return tr("Drop a condition to search more widely.")
    return tr("Drop the condition to search more widely.")


def _drop_to_look(restrictions: Sequence[Restriction], tr: Translate) -> str:
    if _are_several(restrictions):
        return tr("Drop a condition to look at more.")
    return tr("Drop the condition to look at more.")


def _are_several(restrictions: Sequence[Restriction]) -> bool:
    return len({restriction.typed for restriction in restrictions}) > 1


def _terms(answer: Answer, sentence: str) -> tuple[str, ...]:
    """The sentence with the terms that occur nowhere, if there are any."""
    if not answer.missing_terms:
        return ()
    return (sentence.format(terms=", ".join(answer.missing_terms)),)
