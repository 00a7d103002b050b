"""The words of a question beside those of the best sentence."""

import pytest

from qa_app.answering.second_look import nearness_by_word, together
from tests.answering.making import ANALYZER, ENCODER, ask, features, measure, measured, passage


def test_each_word_has_its_nearest() -> None:
    """A word that the sentence holds is as near as can be, another is not."""
    asked = "Who painted the harbour?"
    best = measured(measure(ask(asked)), passage("The harbour opens at dawn."))
    found = nearness_by_word(ENCODER.encode_passages, ANALYZER, asked, best)
    assert found["harbour"] == pytest.approx(1.0)
    assert found["paint"] < 0.9


def test_passage_without_words() -> None:
    """Where there is nothing to look at, nothing is near."""
    assert nearness_by_word(ENCODER.encode_passages, ANALYZER, "Who?", features(passage("…"))) == {}


def test_rarer_words_count_for_more() -> None:
    """Nearness together is a mean by idf, of the terms asked about alone."""
    near, idf = {"a": 1.0, "b": 0.0, "c": 1.0}, {"a": 1.0, "b": 3.0, "c": 5.0}
    assert together(near, idf, ("a", "b")) == pytest.approx(0.25)
    assert together(near, idf, ()) == 0.0
