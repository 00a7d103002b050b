"""Which sentence of a paragraph answers: the one to mark.

Within a paragraph that is about the question, its words tell sentences apart by how few of the
other sentences hold them, not by how rare they are in the corpus; so their idf is reckoned over the
sentences of the paragraph. A sentence that carries on from one that holds the question's words
(“He …”) gains from it.
"""

import re

from msgspec.structs import astuple

from qa_app.answering.features import Features, Sentence
from qa_app.answering.weights import weights

_THREE_WORDS = re.compile(r"[\W_]*+(?:[^\W_]++[\W_]++){2}[^\W_]")


def answering_sentence(features: Features) -> Sentence | None:
    """The sentence to mark; None where the paragraph has none."""
    sentences = features.sentences
    if not sentences:
        return None
    by = astuple(weights().sentence)
    scores = [
        sum(weight * value for weight, value in zip(by, values, strict=True))
        for values in features.sentence_features()
    ]
    best_first = sorted(range(len(sentences)), key=scores.__getitem__, reverse=True)
    telling = (n for n in best_first if can_answer(sentences[n].text))
    return sentences[next(telling, best_first[0])]


def can_answer(sentence: str) -> bool:
    """Whether a sentence can be an answer: a question or a bare heading (“2. Boiler”) is none."""
    is_question = sentence.rstrip("\"'”’)» ").endswith("?")
    return not is_question and _THREE_WORDS.match(sentence) is not None
