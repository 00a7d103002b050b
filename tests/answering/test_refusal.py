"""When the documents do not answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.answering import weights
from qa_app.answering.corpus_terms import CorpusTerms
from qa_app.answering.features import Features
from qa_app.answering.question import Intent
from qa_app.answering.ranking import rank
from qa_app.answering.refusal import Judgement, confidence_of, judge
from qa_app.language.statements import Statement
from qa_app.model import BlockKind, Span
from tests.answering.making import ask, features, passage


def _judged(question: str, best: Features, *missing: str) -> Judgement:
    asked = ask(question)
    idf = dict.fromkeys(asked.terms, 1.0)
    return judge(asked, rank([best], asked.intent, dense=True), CorpusTerms(idf, missing, {}))


def _said(strength: float) -> Features:
    stored = passage("Kallas said no.")
    statement = Statement(stored.sentences[0], Span(0, 6), strength)
    return features(stored, cosine=0, coverage=0, statements=(statement,))


def test_nothing_found() -> None:
    """Without a candidate there is no answer, for certain."""
    nothing = CorpusTerms({}, (), {})
    assert judge(ask("harbour"), [], nothing) == Judgement(answered=False, confidence=0.0)


@pytest.mark.parametrize(("cosine", "coverage", "answered"), [(0.8, 1, True), (0.1, 0.1, False)])
def test_near_and_far(cosine: float, coverage: float, answered: bool) -> None:
    """What is near and covers the question answers it, what is neither does not."""
    best = features(passage("The harbour opens."), cosine=cosine, coverage=coverage)
    assert _judged("When does the harbour open?", best).answered is answered


@given(st.floats(-1, 1), st.floats(0, 1))
def test_line_is_drawn_by_confidence(cosine: float, coverage: float) -> None:
    """A question for a passage is answered from the calibrated line on; confidence is a share."""
    best = features(passage("The harbour opens."), cosine=cosine, coverage=coverage)
    judged = _judged("When does the harbour open?", best)
    assert 0 <= judged.confidence <= 1
    assert judged.answered == (judged.confidence >= weights.ANSWERED_FROM)


@given(st.floats(-1, 1), st.floats(-1, 1), st.floats(0, 1), st.floats(0, 1))
def test_nearer_is_never_less_sure(a: float, b: float, c: float, d: float) -> None:
    """Confidence grows with nearness and with coverage."""
    stored = passage("The harbour opens.")
    (far,) = rank(
        [features(stored, cosine=min(a, b), coverage=min(c, d))], Intent.PASSAGE, dense=True
    )
    (near,) = rank(
        [features(stored, cosine=max(a, b), coverage=max(c, d))], Intent.PASSAGE, dense=True
    )
    assert confidence_of(far) <= confidence_of(near)


@pytest.mark.parametrize("strength", [0.35, 0.7, 1.0])
def test_statement_answers_what_they_said(strength: float) -> None:
    """A statement found is an answer, as sure as it is theirs."""
    judged = _judged("What did Kallas say?", _said(strength))
    assert judged == Judgement(answered=True, confidence=0.5 + strength / 2)


@pytest.mark.parametrize("missing", ["Kallas", "KALLAS", "Kallás"])
def test_speaker_whom_no_document_names(missing: str) -> None:
    """Whoever the corpus never names said nothing in it, however near a passage is."""
    best = features(passage("She said no."), cosine=1.0, coverage=1.0)
    assert _judged("What did Kaja Kallas say?", best, missing) == Judgement(
        answered=False, confidence=0.0
    )


def test_given_name_may_be_missing() -> None:
    """The surname alone decides."""
    assert _judged("What did Kaja Kallas say?", _said(1.0), "Kaja").answered


def test_keywords_are_found_where_enough_of_them_are() -> None:
    """A search for words is answered by what holds enough of them, however it reads."""
    stored = passage("The harbour opens.")
    enough = features(stored, cosine=0, coverage=weights.KEYWORDS_COVERAGE)
    few = features(stored, cosine=0, coverage=weights.KEYWORDS_COVERAGE - 0.01)
    assert _judged("harbour tariffs", enough).answered
    assert not _judged("harbour tariffs", few).answered


def test_byline_answers_who_wrote_it() -> None:
    """A by-line of the text asked about names its author; one of another text does not."""
    stored = passage("By A. Smith", kind=BlockKind.BYLINE)
    asked = "Who wrote the harbour report?"
    assert _judged(asked, features(stored, cosine=0, coverage=0.1)).answered
    assert not _judged(asked, features(stored, cosine=0, coverage=0.0)).answered


def test_statement_on_another_topic_is_no_answer() -> None:
    """Whoever spoke, but of nothing near what is asked, did not answer it."""
    assert _judged("What did Kallas say?", _said(1.0)).answered
    assert not _judged("What did Kallas say about pizza?", _said(1.0), "pizza").answered


@pytest.mark.parametrize("when", ["on Monday", "to the press", "in an interview last week"])
def test_time_and_audience_are_no_topic(when: str) -> None:
    """When and to whom it was said need not stand in the passage."""
    assert _judged(f"What did Kallas say {when}?", _said(1.0)).answered


def test_being_named_is_no_statement() -> None:
    """Where only words can answer, a passage that just names the speaker does not."""
    best = features(passage("She met Kallas."), cosine=0.9, coverage=1.0)
    assert not _judged("What did Kallas say?", best).answered
    assert _judged("What did Kallas argue?", best).answered
