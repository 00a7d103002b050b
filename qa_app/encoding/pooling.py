"""Token vectors become a passage's vector and its sentences'."""

from collections.abc import Sequence

import numpy as np

from qa_app.encoding.protocol import PassageVectors, Vectors
from qa_app.model import Span


def pooled(
    everything: Vectors, own: Vectors, starts: Sequence[int], sentences: Sequence[Span]
) -> PassageVectors:
    """The mean of all tokens, and that of each sentence's.

    Args:
        everything: `(n, dim)`, the vectors of all tokens read, special ones and context included.
        own: those of the text's own tokens, in order.
        starts: where in the text each of its own tokens starts.
        sentences: spans of the text.
    """
    passage = unit_rows(everything.mean(axis=0, keepdims=True))
    # A token belongs to the sentence in which it starts.
    at = np.array(starts, dtype=np.int64)
    bounds = [
        (int(np.searchsorted(at, span.start)), int(np.searchsorted(at, span.end)))
        for span in sentences
    ]
    rows = [_mean(own[first:last], passage[0]) for first, last in bounds]
    stacked = np.stack(rows) if rows else np.empty((0, passage.shape[1]), dtype=np.float32)
    return PassageVectors(passage=passage[0], sentences=unit_rows(stacked))


def _mean(tokens: Vectors, otherwise: Vectors) -> Vectors:
    """Mean of the rows; a span with no token takes its passage's vector."""
    if not len(tokens):
        return otherwise
    mean: Vectors = tokens.mean(axis=0)
    return mean


def unit_rows(vectors: Vectors) -> Vectors:
    """The rows scaled to length 1; a row of zeros stays as it is."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Vectors = (vectors / np.maximum(lengths, 1e-12)).astype(np.float32, copy=False)
    return scaled
