"""The scores of a candidate, against a slow and plain reckoning of the same."""

import math
from collections import Counter
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from qa_app.answering.corpus_terms import idf_of
from qa_app.answering.question import Intent
from qa_app.answering.ranking import merge_same, rank
from qa_app.answering.variants import Expansion
from qa_app.library.stored import Averages
from qa_app.model import Span, Variant
from tests.answering.making import ANALYZER, ask, measure, measured, passage, statement

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
    found = measured(measure(_QUESTION, idf=idf, averages=averages), passage(text, sentences=spans))
    assert found.bm25 == pytest.approx(_bm25(list(chain(*sentences)), idf, mean_passage))
    by_sentence = [_bm25(words, idf, mean_sentence) for words in sentences]
    assert [s.bm25 for s in found.sentences] == pytest.approx(by_sentence)
    assert found.bm25_sentence == pytest.approx(max(by_sentence))


@given(st.lists(_SENTENCE, min_size=1, max_size=4))
def test_matches_slice_to_the_questions_terms(sentences: list[list[str]]) -> None:
    """Each match is one word of the text, and each such word is a match."""
    text, spans = _text_of(sentences)
    (matches,) = measured(measure(_QUESTION), passage(text, sentences=spans)).matches
    assert [ANALYZER.terms(m.span.of(text)) for m in matches] == [[m.term] for m in matches]
    expected = Counter(t for words in sentences for w in words for t in ANALYZER.terms(w))
    assert Counter(m.term for m in matches) == {
        term: n for term, n in expected.items() if term in _QUESTION.terms
    }


@given(st.lists(_SENTENCE, min_size=1, max_size=4))
def test_cosines_are_those_of_the_vectors(sentences: list[list[str]]) -> None:
    """Cosines lie in -1 to 1, one a sentence, and the best sentence's is told."""
    text, spans = _text_of(sentences)
    found = measured(measure(_QUESTION), passage(text, sentences=spans))
    assert [sentence.span for sentence in found.sentences] == spans
    assert found.cosine_sentence == max(sentence.cosine for sentence in found.sentences)
    assert -1.001 <= found.cosine <= 1.001


def test_passage_that_repeats_the_question_is_nearest() -> None:
    """The same words give a cosine of one."""
    question = ask("the harbour bridge")
    found = measured(measure(question), passage(question.text))
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
    found = measured(measure(_QUESTION, idf=idf), passage(text, title=title))
    assert found.coverage == coverage


def test_question_without_terms() -> None:
    """A question of shaping words alone covers nothing and scores nothing by keyword."""
    found = measured(measure(ask("What is it?")), passage("The harbour is open."))
    assert (found.bm25, found.bm25_sentence, found.coverage) == (0, 0, 0)


def test_heading_counts_less_than_the_text() -> None:
    """A term above the passage adds to its score, less than one in it."""
    by = measure(ask("harbour"))
    plain = measured(by, passage("The ferry waits.")).bm25
    headed = measured(by, passage("The ferry waits.", context="Harbours")).bm25
    said = measured(by, passage("The harbour waits.")).bm25
    assert plain < headed < said


def test_stand_in_counts_as_the_term_it_stands_for() -> None:
    """A term of the corpus that stands in for a missing one is marked and counted."""
    expansion = Expansion(Variant("harbourmaster", "harbour"), ("harbour",), ("harbourmast",))
    by = measure(ask("harbourmaster"), expansions=[expansion])
    found = measured(by, passage("The harbour is open."))
    assert [match.term for match in found.matches[0]] == ["harbourmast"]
    assert found.bm25 > 0
    assert found.coverage == 1


def test_without_a_vector_keywords_are_all_there_is() -> None:
    """Keyword hits need no encoder: their cosines are nought."""
    by = measure(_QUESTION, dense=False)
    found = measured(by, passage("The harbour is open. It rains."))
    assert (found.cosine, found.cosine_sentence) == (0, 0)
    assert [sentence.cosine for sentence in found.sentences] == [0, 0]


def test_speaker_is_named_and_heard() -> None:
    """Statements of the speaker asked about are taken as found, mentions are told apart."""
    texts = ("Kallas said no.", "Kallas was there.", "The rain fell.")
    said = (statement(texts[0], "no", name="Kallas", certainty=0.9),)
    by = measure(ask("What did Kallas say?"), statements={1: said})
    found = [measured(by, passage(text, number=n)) for n, text in enumerate(texts, start=1)]
    assert [f.certainty for f in found] == [0.9, 0, 0]


def test_parts_of_a_paragraph_are_measured_as_one() -> None:
    """A paragraph in parts holds what all of them hold; the nearest part tells its cosine."""
    texts = ("The harbour waits. It is late.", "The bridge is shut. A ferry comes.")
    parts = [passage(text, number=n, document=1) for n, text in enumerate(texts, start=1)]
    found = measured(measure(_QUESTION), *parts)
    alone = [measured(measure(_QUESTION), part) for part in parts]
    assert found.coverage == pytest.approx(1)
    assert [len(own) for own in found.matches] == [1, 2]
    assert [sentence.part for sentence in found.sentences] == [0, 0, 1, 1]
    assert found.cosine == max(own.cosine for own in alone)


@pytest.mark.parametrize(
    ("text", "nearby"),
    [
        ("The harbour. A mill. The bridge.", 1 / 3),
        ("The harbour. The bridge. A mill.", 2 / 3),
        ("The harbour, the bridge, the ferry.", 1),
        ("A mill.", 0),
    ],
)
def test_coverage_nearby_is_that_of_two_sentences_on_end(text: str, nearby: float) -> None:
    """Terms spread over a paragraph tell less than terms side by side."""
    assert measured(measure(_QUESTION), passage(text)).coverage_nearby == pytest.approx(nearby)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("The harbour bridge ferry.", 1),
        ("The harbour bridge of the ferry.", 1),
        ("The harbour bridge has a ferry.", 0.5),
        ("A bridge harbour.", 0),
        ("The ferry.", 0),
    ],
)
def test_phrases_are_neighbouring_terms(text: str, phrases: float) -> None:
    """Terms that follow one another in the question do so in the text, stop words aside."""
    assert measured(measure(_QUESTION), passage(text)).phrases == pytest.approx(phrases)


def test_name_that_is_missing_is_told() -> None:
    """The rarest name of the question that the paragraph lacks; words in small letters are none."""
    asked = ask("Where did Kallas meet the harbour pilot?")
    present = measured(measure(asked), passage("Kallas came."))
    absent = measured(measure(asked), passage("The pilot of the harbour came."))
    assert present.missing_name == 0
    assert 0 < absent.missing_name <= 1


@given(st.dictionaries(st.sampled_from("abc"), st.integers(0, 50)), st.integers(0, 50))
def test_idf_is_the_formula(frequencies: dict[str, int], n_passages: int) -> None:
    """The rarer the higher, never negative, whatever the counts."""
    for term, weight in idf_of(frequencies, n_passages).items():
        df = min(frequencies[term], n_passages)
        assert weight == pytest.approx(math.log(1 + (n_passages - df + 0.5) / (df + 0.5)))
        assert weight > 0


def test_nothing_of_what_a_name_is_asked_about_with() -> None:
    """Who did what to somebody: the passage names them, and has no word of what was done."""
    question = ask("Who robbed Governor Hale?")
    about = measured(measure(question), passage("In May Governor Hale opened the ferry."))
    told = measured(measure(question), passage("Governor Hale was robbed by two men."))
    assert about.lacking == {"rob"}
    assert told.lacking == set()
    assert measured(measure(ask("Who robbed the ferry?")), passage("It sank.")).lacking == set()


def test_core_leaves_out_what_only_shapes_the_question() -> None:
    """The kind of thing asked for is missed less than what it is about."""
    question = ask("What type of engine?")
    found = measured(measure(question), passage("It has an engine."))
    assert found.core > found.coverage
    assert found.core_nearby == found.core


# Ways to write a word, a list for each.
_WAYS = [
    ["ferry's", "ferry’s", "ferry‘s", "ferry`s", "ferryʼs", "ferry´s", "ferry' s", "Ferry s"],
    ["İzmir", "Izmir", "IZMIR"],
    ["Σίσυφος", "ΣΊΣΥΦΟΣ"],
    ["Zürich", "zurich", "Zu\u0308rich"],
    ["don't", "DON’T", "don t"],
    ["“harbour”", '"Harbour,"', "harbour –"],
    ["the", "The"],
    ["ﬁsh", "fish"],
    ["straße", "STRASSE"],
    ["bridge"],
]
_ONE_TEXT = st.lists(st.sampled_from(_WAYS), min_size=6, max_size=8).flatmap(
    lambda ways: st.lists(st.tuples(*map(st.sampled_from, ways)), min_size=2, max_size=4)
)


@given(st.lists(_ONE_TEXT, min_size=1, max_size=2))
def test_what_says_the_same_may_repeat_it(texts: list[list[tuple[str, ...]]]) -> None:
    """Whatever marks, case and accents: looked at or not, the same hits are merged."""
    made = [passage(" ".join(words) + ".", number=n) for n, words in enumerate(chain(*texts), 1)]
    found = measure(_QUESTION).all([[one] for one in made])
    every = [replace(candidate, may_repeat=True) for candidate in found]
    merged, wanted = (merge_same(rank(c, Intent.PASSAGE)) for c in (found, every))
    assert [(hit.passage.id, hit.also_in) for hit in merged] == [
        (hit.passage.id, hit.also_in) for hit in wanted
    ]


@given(st.lists(st.lists(_SENTENCE, min_size=1, max_size=3), min_size=2, max_size=4))
def test_only_what_has_the_terms_of_another_may_repeat_it(texts: list[list[list[str]]]) -> None:
    """A candidate with a sentence, or a whole text, of the same words as another's is told."""
    made = [passage(*_text_of(sentences)[:1], number=n) for n, sentences in enumerate(texts, 1)]
    found = measure(_QUESTION).all([[one] for one in made])
    said = [
        {_terms_of(span.of(p.text)) for span in p.sentences} | {_terms_of(p.text)} for p in made
    ]
    for n, candidate in enumerate(found):
        others = set(chain(*(own for other, own in enumerate(said) if other != n)))
        assert candidate.may_repeat == (not said[n].isdisjoint(others))


def _terms_of(text: str) -> tuple[str, ...]:
    return tuple(sorted(ANALYZER.terms(text)))


def test_what_says_the_same_with_other_marks_may_repeat_it() -> None:
    """Case, accents, quotes and dashes are no other words."""
    texts = [
        "“We will stay in Zürich,” she said – twice.",
        '"We will stay in zurich" she said: twice',
    ]
    found = measure(_QUESTION).all([[passage(t, number=n)] for n, t in enumerate(texts, 1)])
    assert [candidate.may_repeat for candidate in found] == [True, True]


def test_a_candidate_by_itself_repeats_nothing() -> None:
    """That its own sentences are alike makes no other source of it."""
    assert not measured(measure(_QUESTION), passage("The ferry left. The ferry left.")).may_repeat
