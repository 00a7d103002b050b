"""How near a library's own documents come to one another: what a near miss looks like in it.

In a library about one subject every passage is near every question. So the line between an answer
and a near miss is drawn against the library itself: some of its sentences are asked of it as if
they were questions, and what comes nearest in another document is a miss by construction.
"""

import random
import statistics
from collections.abc import Iterator

from qa_app.answering.corpus_terms import look_up
from qa_app.answering.inquiry import Inquiry, measured
from qa_app.answering.question import Intent, Question
from qa_app.answering.ranking import rank
from qa_app.answering.refusal import logit_of
from qa_app.encoding.protocol import ReadyVector, Vectors
from qa_app.library.archive import Corpus
from qa_app.library.stored import StoredPassage

# A smaller library has too few other documents to tell.
MIN_DOCUMENTS = 20
_N_ASKED = 100
_MIN_TERMS = 5
_MOST_TERMS = 8


def background_of(library: Corpus) -> float | None:
    """The median logit (see `refusal`) of the nearest misses; None in a small library."""
    if library.n_documents < MIN_DOCUMENTS:
        return None
    logits = [
        logit
        for passage, number in _sentences(library)
        if (logit := _nearest_miss(library, passage, number)) is not None
    ]
    return statistics.median(logits) if logits else None


def _sentences(library: Corpus) -> Iterator[tuple[StoredPassage, int]]:
    """Sentences drawn from all over the library, the same each time."""
    chance = random.Random(0)  # noqa: S311 - a draw that is to be the same each time
    n_passages = library.count()
    drawn = chance.sample(range(n_passages), min(_N_ASKED, n_passages))
    for _, passage in sorted(library.passages(library.ids_at(drawn)).items()):
        if passage.sentences:
            yield passage, chance.randrange(len(passage.sentences))


def _nearest_miss(library: Corpus, passage: StoredPassage, number: int) -> float | None:
    sentence = passage.sentences[number].of(passage.text)
    inquiry = _inquiry(library, sentence)
    if inquiry is None:
        return None
    vector: Vectors = passage.sentence_vectors[number]
    candidates = measured(library, inquiry, ReadyVector(vector))
    others = [
        candidate
        for candidate in candidates
        if candidate.parts[0].document_id != passage.document_id
        and all(sentence not in part.text for part in candidate.parts)
    ]
    ranked = [hit.features for hit in rank(others, Intent.PASSAGE)]
    return logit_of(ranked) if ranked else None


def _inquiry(library: Corpus, sentence: str) -> Inquiry | None:
    """The rarest words of a sentence as a question; None where it has too few."""
    words = {term: term for term in library.analyzer.terms(sentence)}
    frequencies = library.document_frequencies(tuple(words))
    rarest = sorted(words, key=lambda term: (frequencies[term], term))[:_MOST_TERMS]
    if len(rarest) < _MIN_TERMS:
        return None
    question = Question(sentence, tuple(rarest), {term: term for term in rarest})
    return Inquiry(question, look_up(question, library))
