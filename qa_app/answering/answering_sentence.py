"""Which sentence of a paragraph answers: the one to mark.

Within a paragraph that is about the question, its words tell sentences apart by how few of the
other sentences hold them, not by how rare they are in the corpus; so their idf is reckoned over the
sentences of the paragraph. A sentence that carries on from one that holds the question's words
(“He …”) gains from it.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import astuple

from qa_app.answering.features import Features, Sentence
from qa_app.answering.weights import SentenceWeights, weights

_WORD = re.compile(r"[^\W_]+")


def answering_sentence(features: Features) -> Sentence | None:
    """The sentence to mark; None where the paragraph has none."""
    sentences = features.sentences
    if not sentences:
        return None
    scores = sentence_scores(sentences, weights().sentence)
    best_first = sorted(range(len(sentences)), key=scores.__getitem__, reverse=True)
    telling = (n for n in best_first if can_answer(sentences[n].text))
    return sentences[next(telling, best_first[0])]


def can_answer(sentence: str) -> bool:
    """Whether a sentence can be an answer: a question or a bare heading (“2. Boiler”) is none."""
    return not sentence.rstrip("\"'”’)» ").endswith("?") and len(_WORD.findall(sentence)) > 2


def sentence_scores(sentences: Sequence[Sentence], by: SentenceWeights) -> list[float]:
    """A score for each sentence of a paragraph, higher is better."""
    return [
        sum(weight * value for weight, value in zip(astuple(by), values, strict=True))
        for values in sentence_features(sentences)
    ]


def sentence_features(sentences: Sequence[Sentence]) -> list[tuple[float, float, float, float]]:
    """What `SentenceWeights` weigh, in their order, for each sentence.

    How much nearer to the question it is than the mean; the share of the terms found here, weighed
    by their idf over these sentences; whether it holds what kind of thing is asked for; the
    coverage of the sentence before, as far as this one does not hold the words itself.
    """
    mean = sum(sentence.cosine for sentence in sentences) / len(sentences)
    idf = _idf_here(sentences)
    total = sum(idf.values()) or 1.0
    rare = [sum(idf[term] for term in sentence.terms) / total for sentence in sentences]
    before = [0.0, *(sentence.coverage for sentence in sentences)]
    return [
        (sentence.cosine - mean, here, sentence.answer_kind, carried_on * (1 - here))
        for sentence, here, carried_on in zip(sentences, rare, before, strict=False)
    ]


def _idf_here(sentences: Sequence[Sentence]) -> dict[str, float]:
    n = len(sentences)
    found = Counter(term for sentence in sentences for term in sentence.terms)
    return {term: math.log(1 + (n - df + 0.5) / (df + 0.5)) for term, df in found.items()}
