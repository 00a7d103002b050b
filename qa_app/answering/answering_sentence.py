"""Which sentence of a paragraph answers: the one to mark.

Within a paragraph that is about the question, its words tell sentences apart by how few of the
other sentences hold them, not by how rare they are in the corpus; so their idf is reckoned over the
sentences of the paragraph. A sentence that carries on from one that holds the question's words
(“He …”) gains from it.
"""

import re
from collections.abc import Iterator
from heapq import heapify, heappop, heappush

from qa_app.answering.features import Features, Sentence
from qa_app.answering.weights import weights

_THREE_WORDS = re.compile(r"[\W_]*+(?:[^\W_]++[\W_]++){2}[^\W_]")


def answering_sentence(features: Features) -> Sentence | None:
    """The sentence to mark; None where the paragraph has none."""
    sentences = features.sentences
    if not sentences:
        return None
    best_first = _best_first(features)
    best = sentences[next(best_first)]
    if can_answer(best.text):
        return best
    others = (sentences[n] for n in best_first)
    return next((other for other in others if can_answer(other.text)), best)


def _best_first(features: Features) -> Iterator[int]:
    """The numbers of the sentences, each one's kind looked at only where it may decide."""
    by, kinds = weights().sentence, features.answer_kinds
    scores = [
        by.meaning * own.nearer + by.rare_here * own.rare + by.carried_on * own.carried_on
        for own in features.sentence_features()
    ]
    most = max(by.answer_kind, 0.0)
    left = [(-score - most, False, n) for n, score in enumerate(scores)]
    heapify(left)
    while left:
        _, is_known, n = heappop(left)
        if is_known:
            yield n
        else:
            heappush(left, (-scores[n] - by.answer_kind * kinds[n], True, n))


def can_answer(sentence: str) -> bool:
    """Whether a sentence can be an answer: a question or a bare heading (“2. Boiler”) is none."""
    is_question = sentence.rstrip("\"'”’)» ").endswith("?")
    return not is_question and _THREE_WORDS.match(sentence) is not None
