"""A question becomes an answer: candidates, exact scores, ranking, marks, refusal."""

import time
from collections.abc import Iterable
from dataclasses import replace

from qa_app.answering import weights
from qa_app.answering.corpus_terms import CorpusTerms, look_up
from qa_app.answering.features import Measure
from qa_app.answering.highlights import highlights_of
from qa_app.answering.question import Intent, Question, understand
from qa_app.answering.ranking import Ranked, merge_same, rank, to_the_point
from qa_app.answering.refusal import judge
from qa_app.encoding.protocol import Encoder, Vectors
from qa_app.language.speakers import fold
from qa_app.library.library import Library
from qa_app.model import Answer, Hit

_N_CANDIDATES = 100
# Statements by someone often in the news hide among their mentions.
_N_STATEMENT_CANDIDATES = 300
_NEAREST_MISSES = 3
_MIN_PREFIX_CHARS = 2
_N_COMPLETIONS = 8
# So many sources of one statement are merged before a list comes up short.
_MERGED_FOR_EACH = 4


def answer(library: Library, encoder: Encoder, text: str, n_hits: int) -> Answer:
    """Answer `text` from the library with at most `n_hits` hits.

    Raises:
        QuestionError: the question is empty or too long.
        LibraryMismatch: the library's vectors are another encoder's.
    """
    question = understand(text, library.analyzer)
    library.check_encoder(encoder.name)
    encoder.load()
    began = time.perf_counter()
    library.refresh()
    terms = look_up(question, library)
    vector = encoder.encode_question(question.text)
    ranked = _ranked(library, question, terms, vector)
    judgement = judge(question, ranked, terms)
    if judgement.answered:
        shown = _shown(to_the_point(ranked, question.intent), n_hits)
    else:
        shown = _shown(ranked, _NEAREST_MISSES)
    return Answer(
        question=text,
        answered=judgement.answered,
        took_ms=(time.perf_counter() - began) * 1000,
        hits=shown if judgement.answered else (),
        related=() if judgement.answered else shown,
        missing_terms=terms.missing if judgement.answered else _unheard(library, terms.missing),
        also_searched=tuple(terms.stand_ins),
        confidence=judgement.confidence,
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
    question = _completed(understand(text, library.analyzer), text, library)
    terms = look_up(question, library)
    found = library.keyword_candidates(terms.searched, n_hits * 3)
    return _shown(_scored(library, question, terms, [i for i, _ in found], None), n_hits)


def _completed(question: Question, text: str, library: Library) -> Question:
    """The question with what its last, perhaps unfinished, word may become."""
    last = text.rsplit(maxsplit=1)[-1].lower()
    if text[-1].isspace() or len(last) < _MIN_PREFIX_CHARS or not last.isalnum():
        return question
    longer = library.completions(fold(last), _N_COMPLETIONS)
    words = {term: term for term in longer} | question.words
    return replace(question, terms=tuple(dict.fromkeys((*question.terms, *longer))), words=words)


def _ranked(
    library: Library, question: Question, terms: CorpusTerms, vector: Vectors
) -> list[Ranked]:
    statement = question.intent is Intent.STATEMENT
    k = _N_STATEMENT_CANDIDATES if statement else _N_CANDIDATES
    keyword = library.keyword_candidates(terms.searched, k)
    dense = library.vector_candidates(vector, _N_CANDIDATES)
    ids = dict.fromkeys(passage_id for passage_id, _ in (*keyword, *dense))
    return _scored(library, question, terms, ids, vector)


def _scored(
    library: Library,
    question: Question,
    terms: CorpusTerms,
    ids: Iterable[int],
    vector: Vectors | None,
) -> list[Ranked]:
    measure = Measure(
        question, vector, terms.idf, library.averages, library.analyzer, terms.stand_ins
    )
    features = [measure.of(passage) for passage in library.passages(list(ids)).values()]
    return rank(features, question.intent, dense=vector is not None)


def _shown(ranked: list[Ranked], n_hits: int) -> tuple[Hit, ...]:
    if not ranked:
        return ()
    least = ranked[0].fused * weights.KEEP_SHARE
    merged = merge_same(ranked[: n_hits * _MERGED_FOR_EACH])
    return tuple(
        Hit(
            rank=n,
            source=hit.features.passage.source,
            text=hit.features.passage.text,
            highlights=highlights_of(hit),
            scores=hit.scores,
            also_in=(*hit.features.passage.copies, *hit.also_in),
        )
        for n, hit in enumerate(merged[:n_hits], start=1)
        if hit.fused >= least
    )
