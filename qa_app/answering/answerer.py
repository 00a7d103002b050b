"""A question becomes an answer: candidates, exact scores, ranking, marks, refusal."""

import time
from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial

from msgspec.structs import replace

from qa_app.answering.highlights import highlights_of
from qa_app.answering.inquiry import Inquiry, inquire, measured
from qa_app.answering.listing import listed
from qa_app.answering.question import Question
from qa_app.answering.ranking import Ranked, merge_same, rank, to_the_point, varied
from qa_app.answering.refusal import Judgement, judge
from qa_app.answering.second_look import nearness_by_word
from qa_app.encoding.protocol import Encoder, PassageText, PassageVectors, PendingVector, Vectors
from qa_app.library.archive import Corpus
from qa_app.model import Answer, Attribution, Hit

_LISTED = Judgement(answered=True, confidence=1.0)
_NO_ANSWER = Judgement(answered=False, confidence=0.0)
_NEAREST_MISSES = 5
_LOOKED_OVER = 10
# So many sources of one statement are merged before a list comes up short.
_MERGED_FOR_EACH = 4


def answer(
    library: Corpus,
    encoder: Encoder,
    text: str,
    n_hits: int,
    dropped: Collection[str] = (),
    *,
    today: date | None = None,
) -> Answer:
    """Answer `text` from the library with at most `n_hits` hits.

    Args:
        library: the corpus.
        encoder: the one its vectors were made with.
        text: the question as it was typed.
        n_hits: how many hits to show at most.
        dropped: restrictions (`Restriction.typed`) and variants (`Variant.form`) to do without.
        today: what “last week” counts from; without it such words are words.

    Raises:
        QuestionError: the question is empty or too long, or an operator in it cannot be used.
        LibraryMismatch: the library's vectors are another encoder's.
    """
    library.check_encoder(encoder.name)
    began = time.perf_counter()
    library.refresh()
    loading = time.perf_counter()
    encoder.load()
    # Loading the model, once, is no part of what a question takes.
    began += time.perf_counter() - loading
    asked = _AskedVector(encoder)
    inquiry = inquire(library, text, dropped, today=today, on_understood=asked.begin)
    ranked, judgement, is_void = _found(library, encoder, inquiry, asked, n_hits)
    question = inquiry.question
    if judgement.answered:
        asked_for = to_the_point(ranked, question.intent, question.speaker)
        shown = _shown(asked_for, question, n_hits)
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
        is_void=is_void,
    )


class _AskedVector:
    """A question's vector, worked out while it is looked up what the library knows of its words."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._pending: PendingVector | None = None

    def begin(self, text: str) -> None:
        self._pending = self._encoder.begin_question(text)

    def done(self) -> bool:
        """See `PendingVector.done`."""
        return self._begun.done()

    def result(self) -> Vectors:
        """See `PendingVector.result`."""
        return self._begun.result()

    @property
    def _begun(self) -> PendingVector:
        if self._pending is None:
            raise ValueError("The question has not been understood yet.")
        return self._pending


def _found(
    library: Corpus, encoder: Encoder, inquiry: Inquiry, vector: PendingVector, n_hits: int
) -> tuple[list[Ranked], Judgement, bool]:
    """The candidates, best first, whether they answer, and whether nothing meets the conditions."""
    if inquiry.is_list and not inquiry.is_void:
        listing = listed(library, inquiry, n_hits * _MERGED_FOR_EACH)
        return listing, _LISTED if listing else _NO_ANSWER, False
    ranked = _ranked(library, inquiry, vector)
    judgement = _judged(library, encoder, inquiry, ranked)
    if judgement.answered or not _is_void(library, inquiry):
        return ranked, judgement, False
    # What nothing meets narrows nothing down: the nearest of all passages are shown.
    everywhere = replace(inquiry, is_void=False, restrictions=())
    return _ranked(library, everywhere, vector), _NO_ANSWER, True


def _judged(library: Corpus, encoder: Encoder, inquiry: Inquiry, ranked: list[Ranked]) -> Judgement:
    look_again = partial(_nearness, library, encoder, inquiry, ranked)
    return judge(inquiry.question, ranked, inquiry.terms, library.background, look_again)


def _nearness(
    library: Corpus, encoder: Encoder, inquiry: Inquiry, ranked: list[Ranked]
) -> dict[str, float]:
    def encode(texts: Sequence[PassageText]) -> list[PassageVectors]:
        with ThreadPoolExecutor(max_workers=1) as beside:
            reading = beside.submit(encoder.encode_passages, texts)
            for hit in ranked[:_LOOKED_OVER]:
                # Where it answers takes a while to find out, is kept with it, and is wanted next.
                _ = hit.passage
            return reading.result()

    text, best = inquiry.question.text, ranked[0].features
    found = nearness_by_word(encode, library.analyzer, text, best)
    return {term: near for term, near in found.items() if term not in inquiry.dates}


def _is_void(library: Corpus, inquiry: Inquiry) -> bool:
    """Whether no passage meets the restrictions, but for those of documents without a date."""
    strict = [replace(r, loose=False) for r in inquiry.restrictions]
    return bool(strict) and not library.count(strict)


def _ranked(
    library: Corpus,
    inquiry: Inquiry,
    vector: PendingVector | None,
) -> list[Ranked]:
    question = inquiry.question
    found = measured(library, inquiry, vector)
    return rank(found, question.intent, on_topic=bool(question.topic))


def _unheard(library: Corpus, missing: Iterable[str]) -> tuple[str, ...]:
    """The missing words that no document holds, not even in a heading."""
    missing = tuple(missing)
    held = library.holding(missing)
    return tuple(word for word in missing if word not in held)


def keyword_hits(
    library: Corpus, text: str, n_hits: int, *, today: date | None = None
) -> tuple[Hit, ...]:
    """Hits for what has been typed so far, by keywords alone; the last word may be unfinished.

    Raises:
        QuestionError: nothing is typed, or too much.
    """
    library.refresh(wait_s=0)
    inquiry = inquire(library, text, unfinished=True, today=today)
    question = inquiry.question
    if inquiry.is_list:
        return _shown(listed(library, inquiry, n_hits * _MERGED_FOR_EACH), question, n_hits)
    return _shown(_ranked(library, inquiry, None), question, n_hits)


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
