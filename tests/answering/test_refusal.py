"""When the documents do not answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.answering.corpus_terms import CorpusTerms
from qa_app.answering.features import Features
from qa_app.answering.ranking import rank
from qa_app.answering.refusal import Judgement, judge, logit_of, second_logit, shift_for
from qa_app.answering.weights import weights
from qa_app.model import BlockKind
from tests.answering.making import ask, features, passage, statement


def _judged(question: str, best: Features, *missing: str) -> Judgement:
    asked = ask(question)
    idf = dict.fromkeys(asked.terms, 1.0)
    return judge(asked, rank([best], asked.intent), CorpusTerms(idf, missing))


def _looked_at(question: str, best: Features, nearness: float, *missing: str) -> Judgement:
    asked = ask(question)
    terms = CorpusTerms(dict.fromkeys(asked.terms, 1.0), missing)
    near = dict.fromkeys(asked.terms, nearness)
    return judge(asked, rank([best], asked.intent), terms, look_again=lambda: near)


def _said(certainty: float) -> Features:
    text = "Kallas said no."
    said = statement(text, "no", name="Kallas", certainty=certainty)
    return features(passage(text), cosine=0, coverage=0, statements=(said,))


def test_nothing_found() -> None:
    """Without a candidate there is no answer, for certain."""
    nothing = CorpusTerms({}, ())
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
    assert judged.answered == (judged.confidence >= weights().by_hand.answered_from)


@given(st.floats(-1, 1), st.floats(-1, 1), st.floats(0, 1), st.floats(0, 1))
def test_nearer_is_never_less_sure(a: float, b: float, c: float, d: float) -> None:
    """Confidence grows with nearness and with coverage."""
    stored = passage("The harbour opens.")
    far = features(stored, cosine=min(a, b), coverage=min(c, d))
    near = features(stored, cosine=max(a, b), coverage=max(c, d))
    assert logit_of([far]) <= logit_of([near])


@pytest.mark.parametrize("certainty", [0.35, 0.7, 1.0])
def test_statement_answers_what_they_said(certainty: float) -> None:
    """A statement found is an answer, as sure as it is theirs."""
    judged = _judged("What did Kallas say?", _said(certainty))
    assert judged == Judgement(answered=True, confidence=0.5 + certainty / 2)


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
    enough = features(stored, cosine=0, coverage=weights().by_hand.keywords_coverage)
    few = features(stored, cosine=0, coverage=weights().by_hand.keywords_coverage - 0.01)
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


@given(st.one_of(st.none(), st.floats(-20, 20)))
def test_the_line_moves_a_little_with_the_library(background: float | None) -> None:
    """Near misses that come nearer than is typical raise the line, by so much at most."""
    by = weights().by_hand
    shift = shift_for(background)
    assert -by.background_most <= shift <= by.background_most
    assert shift == 0 or (shift > 0) == (
        background is not None and background > by.background_typical
    )


def test_in_a_library_about_one_thing_an_answer_must_be_nearer() -> None:
    """The same passage is less surely an answer where everything is near."""
    best = features(passage("The harbour opens."), cosine=0.5, coverage=0.5)
    asked = ask("When does the harbour open?")
    ranked = rank([best], asked.intent)
    terms = CorpusTerms(dict.fromkeys(asked.terms, 1.0), ())
    usual, dense = (judge(asked, ranked, terms, value).confidence for value in (None, 2.0))
    assert dense < usual


@given(st.floats(-1, 1), st.floats(0, 1), st.floats(0, 1))
def test_only_borderline_questions_are_looked_at_again(
    cosine: float, coverage: float, nearness: float
) -> None:
    """The encoder is asked once more where an even chance is near, and nowhere else."""
    best = features(passage("The harbour opens."), cosine=cosine, coverage=coverage)
    asked, looked = ask("When does the harbour open?"), []

    def look_again() -> dict[str, float]:
        looked.append(True)
        return dict.fromkeys(asked.terms, nearness)

    terms = CorpusTerms(dict.fromkeys(asked.terms, 1.0), ())
    judge(asked, rank([best], asked.intent), terms, look_again=look_again)
    assert bool(looked) == (abs(logit_of([best])) < weights().by_hand.borderline)


def test_words_nearer_at_a_second_look_are_surer() -> None:
    """What a borderline question's words are near to decides."""
    assert second_logit(0.0, 0.2) < second_logit(0.0, 0.8)


def test_named_but_never_in_such_words() -> None:
    """A passage about the one named, in which nothing is like what is asked, is no answer."""
    question, lacking = "Who killed Governor Hale?", frozenset({"kill"})
    stored = passage("Governor Hale opened the ferry.")
    best = features(stored, cosine=0.8, coverage=0.9, lacking=lacking)
    assert not _looked_at(question, best, 0.1, "killed").answered
    assert _looked_at(question, best, 0.6, "killed").answered


def test_words_that_occur_elsewhere_are_not_unheard_of() -> None:
    """Where other documents have the words, nothing is refused for want of them."""
    stored = passage("Governor Hale opened the ferry.")
    best = features(stored, cosine=0.8, coverage=0.9, lacking=frozenset({"kill"}))
    assert _looked_at("Who killed Governor Hale?", best, 0.1).answered
