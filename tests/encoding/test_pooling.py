"""From token vectors to those of passages and sentences."""

import numpy as np

from qa_app.encoding.pooling import pooled, unit_rows
from qa_app.model import Span

_TOKENS = np.eye(4, dtype=np.float32)


def test_a_sentence_is_the_mean_of_the_tokens_that_start_in_it() -> None:
    """Special tokens count for the passage, and for no sentence."""
    found = pooled(_TOKENS, _TOKENS[1:3], [0, 7], [Span(0, 6), Span(6, 20), Span(0, 20)])
    assert np.allclose(found.passage, [0.5] * 4)
    assert np.allclose(found.sentences[:2], _TOKENS[1:3])
    assert np.allclose(found.sentences[2], np.array([0, 0.5, 0.5, 0]) * 2**0.5)


def test_a_sentence_without_a_token_has_its_passages_vector() -> None:
    """Such as one of a mark that the model does not know."""
    found = pooled(_TOKENS, _TOKENS[1:3], [0, 7], [Span(20, 21)])
    assert np.allclose(found.sentences[0], found.passage)


def test_no_sentences_are_an_empty_array() -> None:
    """Of the width that others have."""
    assert pooled(_TOKENS, _TOKENS[1:3], [0, 7], ()).sentences.shape == (0, 4)


def test_a_row_of_zeros_stays_as_it_is() -> None:
    """It has no direction to keep."""
    found = unit_rows(np.array([[0, 0], [3, 4]], dtype=np.float32))
    assert np.allclose(found, np.array([[0, 0], [0.6, 0.8]], dtype=np.float32))
    assert found.dtype == np.float32
