"""A second look where the first leaves it open: each word of the question beside the sentence's.

The vectors of words in their sentences see that “gunned down” is near “shot”, which neither the
words themselves nor the vector of the whole tell. It takes another pass of the encoder, so only
borderline questions get it.

Source: the late interaction of Khattab and Zaharia, “ColBERT” (2020), weighed by idf:
    nearness = sum over words q of idf(q) * max over words s of cosine(q, s) / sum of idf(q)
"""

from collections.abc import Callable, Collection, Mapping, Sequence

import numpy as np

from qa_app.answering.features import Features
from qa_app.encoding.protocol import PassageText, PassageVectors
from qa_app.library.analyzer import Analyzer

Encode = Callable[[Sequence[PassageText]], list[PassageVectors]]


def nearness_by_word(
    encode: Encode, analyzer: Analyzer, asked: str, best: Features
) -> dict[str, float]:
    """How near the nearest word of the best sentence is to each term of a question, -1 to 1.

    Args:
        encode: `Encoder.encode_passages` of the library's encoder.
        analyzer: finds the words.
        asked: the question.
        best: the candidate whose best sentence is looked at.
    """
    sentence = max(best.sentences, key=lambda s: s.coverage + s.cosine, default=None)
    words = list(analyzer.positioned_terms(asked))
    found = [span for _, span in analyzer.positioned_terms(sentence.text)] if sentence else []
    if sentence is None or not words or not found:
        return {}
    # What is pooled for each sentence of a passage is pooled for each word just as well.
    texts = (
        PassageText("", asked, tuple(span for _, span in words)),
        PassageText("", sentence.text, tuple(found)),
    )
    of_question, of_sentence = encode(texts)
    nearest = (of_question.sentences @ of_sentence.sentences.T).max(axis=1)
    return {term: float(near) for (term, _), near in zip(words, nearest, strict=True)}


def together(
    nearness: Mapping[str, float], idf: Mapping[str, float], terms: Collection[str]
) -> float:
    """The nearness of some terms as one, the rarer ones counting for more; 0 where none has one."""
    known = [term for term in terms if term in nearness and idf[term] > 0]
    if not known:
        return 0.0
    near = [nearness[term] for term in known]
    return float(np.average(near, weights=[idf[term] for term in known]))
