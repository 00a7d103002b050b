"""A question becomes an answer: candidates, exact scores, ranking, marks, refusal."""

import time
from collections.abc import Collection, Iterable

from qa_app.answering.highlights import highlights_of
from qa_app.answering.inquiry import inquire, measured
from qa_app.answering.question import Question
from qa_app.answering.ranking import Ranked, merge_same, rank, to_the_point, varied
from qa_app.answering.refusal import judge
from qa_app.encoding.protocol import Encoder
from qa_app.library.calibration import background
from qa_app.library.library import Library
from qa_app.model import Answer, Attribution, Hit

_NEAREST_MISSES = 5
# So many sources of one statement are merged before a list comes up short.
_MERGED_FOR_EACH = 4


def answer(
    library: Library, encoder: Encoder, text: str, n_hits: int, dropped: Collection[str] = ()
) -> Answer:
    """Answer `text` from the library with at most `n_hits` hits.

    Args:
        library: the corpus.
        encoder: the one its vectors were made with.
        text: the question as it was typed.
        n_hits: how many hits to show at most.
        dropped: restrictions (`Restriction.typed`) and variants (`Variant.form`) to do without.

    Raises:
        QuestionError: the question is empty or too long, or an operator in it cannot be used.
        LibraryMismatch: the library's vectors are another encoder's.
    """
    library.check_encoder(encoder.name)
    began = time.perf_counter()
    library.refresh()
    inquiry = inquire(library, text, dropped)
    question = inquiry.question
    loading = time.perf_counter()
    encoder.load()
    # Loading the model, once, is no part of what a question takes.
    began += time.perf_counter() - loading
    candidates = measured(library, inquiry, encoder.encode_question(question.text))
    ranked = rank(candidates, question.intent, on_topic=bool(question.topic))
    judgement = judge(question, ranked, inquiry.terms, background(library))
    if judgement.answered:
        shown = _shown(to_the_point(ranked, question.intent), question, n_hits)
    else:
        shown = _shown(ranked, question, _NEAREST_MISSES)
    return Answer(
        question=text,
        answered=judgement.answered,
        took_ms=(time.perf_counter() - began) * 1000,
        hits=shown if judgement.answered else (),
        related=() if judgement.answered else shown,
        missing_terms=inquiry.missing if judgement.answered else _unheard(library, inquiry.missing),
        also_searched=inquiry.terms.also_searched,
        confidence=judgement.confidence,
        restrictions=inquiry.restrictions,
    )


def _unheard(library: Library, missing: Iterable[str]) -> tuple[str, ...]:
    """The missing words that no document holds, not even in a heading."""
    return tuple(word for word in missing if not library.holds_word(word))


def keyword_hits(library: Library, text: str, n_hits: int) -> tuple[Hit, ...]:
    """Hits for what has been typed so far, by keywords alone; the last word may be unfinished.

    Raises:
        QuestionError: nothing is typed, or too much.
    """
    library.refresh(wait_s=0)
    inquiry = inquire(library, text, unfinished=True)
    question = inquiry.question
    found = measured(library, inquiry, None)
    ranked = rank(found, question.intent, on_topic=bool(question.topic))
    return _shown(ranked, question, n_hits)


def _shown(ranked: list[Ranked], question: Question, n_hits: int) -> tuple[Hit, ...]:
    merged = varied(merge_same(ranked[: n_hits * _MERGED_FOR_EACH]))
    return tuple(_hit(n, hit, question) for n, hit in enumerate(merged[:n_hits], start=1))


def _hit(number: int, hit: Ranked, question: Question) -> Hit:
    passage, statement = hit.passage, hit.statement
    return Hit(
        rank=number,
        source=passage.source,
        text=passage.text,
        highlights=highlights_of(hit, question.topic),
        scores=hit.scores,
        also_in=(*passage.copies, *hit.also_in),
        shares=dict(hit.shares),
        attribution=Attribution(statement.speaker, statement.manner) if statement else None,
    )
