"""The scores of a candidate, against a slow and plain reckoning of the same."""

import math
from collections import Counter
from itertools import chain

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.answering.corpus_terms import idf_of
from qa_app.library.store import Averages
from qa_app.model import Span
from tests.answering.making import ANALYZER, ask, measure, passage

_WORDS = ["harbour", "bridge", "tunnel", "ferry", "quarry", "the", "mill"]
_SENTENCE = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=8)
_QUESTION = ask("harbour bridge ferry")


def _bm25(words: list[str], idf: dict[str, float], mean_length: float) -> float:
    """The formula as the literature has it, k1 = 1.2, b = 0.75."""
    terms = [term for word in words for term in ANALYZER.terms(word)]
    score = 0.0
    for term, weight in idf.items():
        tf = terms.count(term)
        score += weight * tf * 2.2 / (tf + 1.2 * (1 - 0.75 + 0.75 * len(terms) / mean_length))
    return score


def _text_of(sentences: list[list[str]]) -> tuple[str, list[Span]]:
    text, spans = "", []
    for words in sentences:
        start = len(text)
        text += " ".join(words) + "."
        spans.append(Span(start, len(text)))
        text += " "
    return text, spans


@given(
    st.lists(_SENTENCE, min_size=1, max_size=4),
    st.lists(st.floats(0.1, 10), min_size=3, max_size=3),
    st.floats(1, 20),
    st.floats(1, 20),
)
def test_bm25_is_the_formula(
    sentences: list[list[str]], weights: list[float], mean_passage: float, mean_sentence: float
) -> None:
    """BM25 of the passage and of each sentence are the plain sum over the question's terms."""
    idf = dict(zip(_QUESTION.terms, weights, strict=True))
    text, spans = _text_of(sentences)
    averages = Averages(10, mean_passage, mean_sentence)
    found = measure(_QUESTION, idf=idf, averages=averages).of(passage(text, sentences=spans))
    assert found.bm25 == pytest.approx(_bm25(list(chain(*sentences)), idf, mean_passage))
    by_sentence = [_bm25(words, idf, mean_sentence) for words in sentences]
    assert found.bm25_by_sentence.tolist() == pytest.approx(by_sentence)
    assert found.bm25_sentence == pytest.approx(max(by_sentence))


@given(st.lists(_SENTENCE, min_size=1, max_size=4))
def test_matches_slice_to_the_questions_terms(sentences: list[list[str]]) -> None:
    """Each match is one word of the text, and each such word is a match."""
    text, spans = _text_of(sentences)
    found = measure(_QUESTION).of(passage(text, sentences=spans))
    assert [ANALYZER.terms(m.span.of(text)) for m in found.matches] == [
        [m.term] for m in found.matches
    ]
    expected = Counter(t for words in sentences for w in words for t in ANALYZER.terms(w))
    assert Counter(m.term for m in found.matches) == {
        term: n for term, n in expected.items() if term in _QUESTION.terms
    }


@given(st.lists(_SENTENCE, min_size=1, max_size=4))
def test_cosines_are_those_of_the_vectors(sentences: list[list[str]]) -> None:
    """Cosines lie in -1 to 1, one a sentence, and the best sentence's is told."""
    text, spans = _text_of(sentences)
    found = measure(_QUESTION).of(passage(text, sentences=spans))
    assert found.cosine_by_sentence.shape == (len(spans),)
    assert found.cosine_sentence == pytest.approx(float(found.cosine_by_sentence.max()))
    assert -1.001 <= found.cosine <= 1.001


def test_passage_that_repeats_the_question_is_nearest() -> None:
    """The same words give a cosine of one."""
    question = ask("the harbour bridge")
    found = measure(question).of(passage(question.text))
    assert found.cosine == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(
    ("text", "title", "coverage"),
    [
        ("The harbour.", "", 0.5),
        ("The harbour and the harbours.", "", 0.5),
        ("A ferry at the bridge.", "", 0.5),
        ("A ferry at the bridge.", "Harbours", 1.0),
        ("Nothing of the kind.", "", 0.0),
    ],
)
def test_coverage_is_the_share_of_idf(text: str, title: str, coverage: float) -> None:
    """The terms that text or title hold, each once, weighed by how rare they are."""
    idf = dict(zip(_QUESTION.terms, (2.0, 1.0, 1.0), strict=True))
    assert measure(_QUESTION, idf=idf).of(passage(text, title=title)).coverage == coverage


def test_question_without_terms() -> None:
    """A question of shaping words alone covers nothing and scores nothing by keyword."""
    found = measure(ask("What is it?")).of(passage("The harbour is open."))
    assert (found.bm25, found.bm25_sentence, found.coverage) == (0, 0, 0)


def test_heading_counts_less_than_the_text() -> None:
    """A term above the passage adds to its score, less than one in it."""
    measured = measure(ask("harbour"))
    plain = measured.of(passage("The ferry waits.")).bm25
    headed = measured.of(passage("The ferry waits.", context="Harbours")).bm25
    said = measured.of(passage("The harbour waits.")).bm25
    assert plain < headed < said


def test_stand_in_counts_as_the_term_it_stands_for() -> None:
    """A term of the corpus that stands in for a missing one is marked and counted."""
    measured = measure(ask("harbourmaster"), stand_ins={"harbour": "harbourmast"})
    found = measured.of(passage("The harbour is open."))
    assert [match.term for match in found.matches] == ["harbourmast"]
    assert found.bm25 > 0
    assert found.coverage == 1


def test_without_a_vector_keywords_are_all_there_is() -> None:
    """Keyword hits need no encoder: their cosines are nought."""
    found = measure(_QUESTION, dense=False).of(passage("The harbour is open. It rains."))
    assert (found.cosine, found.cosine_sentence) == (0, 0)
    assert np.array_equal(found.cosine_by_sentence, [0, 0])


def test_speaker_is_named_and_heard() -> None:
    """Statements and mentions of the speaker asked about are told apart."""
    measured = measure(ask("What did Kallas say?"))
    said = measured.of(passage("Kallas said no."))
    named = measured.of(passage("Kallas was there."))
    neither = measured.of(passage("The rain fell."))
    assert [(len(f.statements), f.names_speaker) for f in (said, named, neither)] == [
        (1, True),
        (0, True),
        (0, False),
    ]


@given(st.dictionaries(st.sampled_from("abc"), st.integers(0, 50)), st.integers(0, 50))
def test_idf_is_the_formula(frequencies: dict[str, int], n_passages: int) -> None:
    """The rarer the higher, never negative, whatever the counts."""
    for term, weight in idf_of(frequencies, n_passages).items():
        df = min(frequencies[term], n_passages)
        assert weight == pytest.approx(math.log(1 + (n_passages - df + 0.5) / (df + 0.5)))
        assert weight > 0
