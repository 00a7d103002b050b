"""One score, one order, each statement once."""

import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from qa_app.answering.features import Features
from qa_app.answering.question import Intent
from qa_app.answering.ranking import Ranked, merge_same, rank, to_the_point, varied
from qa_app.language.speech.statement import Statement
from qa_app.model import BlockKind
from tests.answering.making import ask, features, measure, passage, statement

_SAID = "“The bases on the coast may stay for now,” said Abu Qasra."


def _statement(certainty: float = 1.0) -> tuple[Statement, ...]:
    return (statement("Kallas said no.", "no", name="Kallas", certainty=certainty),)


def _numbers(ranked: list[Ranked]) -> list[int]:
    return [hit.passage.id for hit in ranked]


def _candidates(scores: list[tuple[float, float]]) -> list[Features]:
    return [
        features(passage(f"Paragraph number {n}.", number=n), bm25=bm25, cosine=cosine)
        for n, (bm25, cosine) in enumerate(scores, start=1)
    ]


_SCORES = st.lists(st.tuples(st.floats(0, 50), st.floats(-1, 1)), min_size=1, max_size=8)


@given(_SCORES)
@example([(0.0, 0.0), (1.0, 0.0), (1e-06, 0.0)])
def test_shares_sum_to_the_score(scores: list[tuple[float, float]]) -> None:
    """What each feature adds makes up the fused score, and the order follows it to five digits."""
    ranked = rank(_candidates(scores), Intent.PASSAGE)
    fused = [hit.scores["fused"] for hit in ranked]
    assert fused == [pytest.approx(sum(hit.shares.values())) for hit in ranked]
    seen = [round(score, 5) for score in fused]
    assert seen == sorted(seen, reverse=True)
    assert all(share >= 0 for hit in ranked for share in hit.shares.values())


@given(_SCORES, st.randoms(use_true_random=False))
def test_order_does_not_depend_on_the_candidates_order(
    scores: list[tuple[float, float]], rng: random.Random
) -> None:
    """The same candidates rank alike however they come in; equals as the documents have them."""
    candidates = [
        features(passage("A paragraph.", number=n), bm25=bm25, cosine=cosine)
        for n, (bm25, cosine) in enumerate(scores, start=1)
    ]
    shuffled = rng.sample(candidates, len(candidates))
    assert _numbers(rank(shuffled, Intent.PASSAGE)) == _numbers(rank(candidates, Intent.PASSAGE))


def test_nothing_to_rank() -> None:
    """No candidates, no ranking."""
    assert rank([], Intent.PASSAGE) == []


def test_better_at_both_comes_first() -> None:
    """What is better by keyword and by meaning is better."""
    assert _numbers(rank(_candidates([(1, 0.1), (9, 0.9), (5, 0.5)]), Intent.PASSAGE)) == [
        2,
        3,
        1,
    ]


def test_among_equals_keywords_decide() -> None:
    """Of candidates that are as near and hold as much, the one that says it more comes first."""
    candidates = _candidates([(1, 0.0), (9, 0.0)])
    assert _numbers(rank(candidates, Intent.KEYWORDS)) == [2, 1]


def test_statement_outranks_every_mention() -> None:
    """A statement that was asked for comes before the best of mentions, certain before guessed."""
    candidates = [
        features(
            passage("Said by a pronoun.", number=1), bm25=0, cosine=0, statements=_statement(0.7)
        ),
        features(passage("A mere mention.", number=2), bm25=50, cosine=0.99),
        features(passage("Surely said.", number=3), bm25=1, cosine=0, statements=_statement()),
    ]
    assert _numbers(rank(candidates, Intent.STATEMENT))[0] == 3


def test_statement_is_no_merit_where_none_was_asked_for() -> None:
    """The bonus belongs to the intent."""
    candidates = [
        features(passage("Said.", number=1), bm25=0, cosine=0, statements=_statement()),
        features(passage("A mention.", number=2), bm25=50, cosine=0.9),
    ]
    assert _numbers(rank(candidates, Intent.PASSAGE)) == [2, 1]


def test_byline_answers_who_wrote_it() -> None:
    """Asked for an author, a by-line that fits the question comes before paragraphs."""
    candidates = [
        features(passage("The harbour report.", number=1), bm25=50, cosine=0.9),
        features(passage("By A. Smith", number=2, kind=BlockKind.BYLINE), bm25=1, coverage=1.0),
    ]
    assert _numbers(rank(candidates, Intent.AUTHOR)) == [2, 1]


def test_every_score_is_named() -> None:
    """A hit carries each score that went into it, for the reader who asks why."""
    (hit,) = rank(_candidates([(3, 0.4)]), Intent.PASSAGE)
    assert set(hit.scores) == {
        "bm25", "bm25_sentence", "cosine", "cosine_sentence", "coverage", "statement", "fused",
    }  # fmt: skip
    assert (hit.scores["bm25"], hit.scores["cosine"]) == (3, 0.4)


def test_shown_part_holds_the_answer() -> None:
    """Of a paragraph in parts the one with the answering sentence is shown."""
    texts = ("It rains. It is late.", "The harbour opens in spring. The end.")
    parts = [passage(text, number=n, document=1) for n, text in enumerate(texts, start=1)]
    (hit,) = rank(measure(ask("When does the harbour open?")).all([parts]), Intent.PASSAGE)
    assert hit.passage is parts[1]
    assert hit.sentence is not None
    assert hit.sentence.text == "The harbour opens in spring."


def test_shown_part_holds_the_statement() -> None:
    """The part with the surest statement is shown, though a sentence elsewhere scores better."""
    texts = ("The harbour opens.", "Kallas said no.")
    parts = [passage(text, number=n, document=1) for n, text in enumerate(texts, start=1)]
    by = measure(ask("harbour"), statements={2: _statement()})
    (hit,) = rank(by.all([parts]), Intent.STATEMENT)
    assert hit.passage is parts[1]
    assert hit.statement == _statement()[0]


def _documents(*hits: tuple[int, float]) -> list[int]:
    """The documents in the order shown, of hits given as document and score."""
    candidates = [
        features(passage(f"Paragraph {n}.", number=n, document=document), cosine=cosine)
        for n, (document, cosine) in enumerate(hits, start=1)
    ]
    order = varied(rank(candidates, Intent.PASSAGE))
    return [hit.passage.document_id for hit in order]


def test_a_third_hit_on_end_waits_for_another_document() -> None:
    """While another document scores close, no document has three hits on end."""
    close = [(1, 0.70), (1, 0.70), (1, 0.70), (1, 0.70), (2, 0.69), (2, 0.69), (3, 0.69)]
    assert _documents(*close) == [1, 1, 2, 1, 1, 2, 3]


def test_what_is_far_better_does_not_wait() -> None:
    """A document with the best hits by far keeps its places."""
    assert _documents((1, 0.9), (1, 0.9), (1, 0.9), (2, 0.2)) == [1, 1, 1, 2]


@given(st.lists(st.tuples(st.integers(1, 3), st.floats(0, 1)), max_size=12))
def test_variety_loses_nothing(hits: list[tuple[int, float]]) -> None:
    """The same hits in another order, the best of all still first."""
    assert sorted(_documents(*hits)) == sorted(document for document, _ in hits)


def _merged(*candidates: Features) -> list[Ranked]:
    return merge_same(rank(candidates, Intent.PASSAGE))


def test_same_words_from_two_documents_are_one_hit_with_both_sources() -> None:
    """Typography and what stands around a statement do not make it another."""
    other = _SAID.replace("“", '"').replace("”", '"')
    first = passage(_SAID, number=1)
    second = passage(f"In the evening. {other}", number=2)
    (hit,) = _merged(features(first, bm25=9), features(second, bm25=1, best=1))
    assert hit.passage is first
    assert hit.also_in == (second.source,)


def test_each_document_is_listed_once() -> None:
    """A document that repeats a statement is one source; the hit's own is not repeated."""
    (hit,) = _merged(
        features(passage(_SAID, number=1, document=7), bm25=9),
        features(passage(_SAID, number=2, document=7), bm25=8),
        features(passage(_SAID, number=3, document=8), bm25=7),
        features(passage(_SAID, number=4, document=8), bm25=6),
    )
    assert hit.passage.id == 1
    assert [source.document_id for source in hit.also_in] == [8]


def test_other_words_stay_apart() -> None:
    """Statements that differ in a word are two."""
    candidates = [
        features(passage(_SAID)),
        features(passage(_SAID.replace("stay", "go"), number=2)),
    ]
    assert len(_merged(*candidates)) == 2


@pytest.mark.parametrize("text", ["Yes.", "He declined to comment."])
def test_short_sentences_stay_apart(text: str) -> None:
    """A few common words are no common statement."""
    assert len(_merged(features(passage(text)), features(passage(text, number=2)))) == 2


def test_no_source_is_lost() -> None:
    """However many documents say it, each is the hit's or among its sources."""
    (hit,) = _merged(*(features(passage(_SAID, number=n), bm25=n) for n in range(1, 30)))
    listed = {hit.passage.document_id, *(s.document_id for s in hit.also_in)}
    assert listed == set(range(1, 30))


def test_only_the_speakers_passages_where_they_speak() -> None:
    """Once a statement leads, passages that do not name its speaker are left out."""
    said = features(passage("Kallas said no."), statements=_statement())
    other = features(passage("The rain fell.", number=2))
    ranked = rank([said, other], Intent.STATEMENT)
    assert _numbers(to_the_point(ranked, Intent.STATEMENT)) == [1]
    assert to_the_point([], Intent.STATEMENT) == []
    unsaid = rank([other], Intent.STATEMENT)
    assert _numbers(to_the_point(unsaid, Intent.STATEMENT)) == [2]


def test_byline_of_another_text_is_no_answer() -> None:
    """A by-line with none of the question's words gains nothing, and no hit is lost or doubled."""
    candidates = [
        features(passage("The harbour report.", number=1), cosine=0.9),
        features(passage("By A. Smith", number=2, kind=BlockKind.BYLINE), cosine=0.1, coverage=0.0),
        features(passage("By B. Holm", number=3, kind=BlockKind.BYLINE), cosine=0.1, coverage=0.4),
    ]
    found = _numbers(to_the_point(rank(candidates, Intent.AUTHOR), Intent.AUTHOR))
    assert found[:2] == [3, 1]
    assert len(found) == len(set(found))


def test_copies_of_what_is_merged_are_sources_too() -> None:
    """A file that is a copy of another is named as well."""
    copied = replace(passage(_SAID, number=2), other_paths=("/documents/copy.txt",))
    (hit,) = _merged(features(passage(_SAID), bm25=9), features(copied))
    assert [source.path for source in hit.also_in] == ["/documents/2.txt", "/documents/copy.txt"]
