"""Why a hit stands where it does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.explaining.shares import (
    Contribution,
    contributions_of,
    reason_words,
    signed,
    total_words,
)
from qa_app.model import Hit, Metadata, Source, Span

SOURCE = Source(1, "/a.txt", Metadata(), Span(0, 3), 1)
SCORES = {"bm25": 9.104, "cosine": 0.52, "cosine_sentence": 0.6, "phrases": 2.0}


def hit(**shares: float) -> Hit:
    """A hit with these shares."""
    return Hit(1, SOURCE, "Yes", scores=SCORES, shares=shares)


def test_shares_are_listed_from_the_largest() -> None:
    """Each has a name in words and the scores behind it; what adds nothing is left out."""
    shown = hit(title=-0.2, meaning=0.4, keywords=0.9, phrases=0.1, statement=0.0)
    assert contributions_of(shown) == (
        Contribution("Keywords", 0.9, "BM25", (9.104,)),
        Contribution("Meaning", 0.4, "cosine", (0.52, 0.6)),
        Contribution("Words side by side", 0.1, "", (2.0,)),
        Contribution("Title and headings", -0.2),
    )


def test_raw_scores_are_named() -> None:
    """The passage's comes first, then its best sentence's; a score without a name is a figure."""
    keywords, meaning, phrases = contributions_of(hit(keywords=0.9, meaning=0.4, phrases=0.1))
    assert (keywords.measured(), keywords.measured_briefly) == ("BM25 9.10", "BM25 9.10")
    assert meaning.measured() == "cosine 0.52, best sentence 0.60"
    assert meaning.measured_briefly == "cosine 0.52 / 0.60"
    assert phrases.measured() == "2.00"
    assert Contribution("Title", 0.1).measured() == ""


def test_unknown_feature_keeps_its_name() -> None:
    """The list of features is open."""
    assert contributions_of(hit(moon_phase=0.5))[0].label == "moon_phase"
    assert reason_words(hit(moon_phase=0.5)) == "Ranked here for “moon_phase” alone."


@pytest.mark.parametrize(
    ("shares", "words"),
    [
        ({"keywords": 0.3, "keywords_sentence": 0.3, "meaning": 0.4}, "mostly for its keywords"),
        ({"meaning": 0.4, "keywords": 0.4, "title": 0.1}, "for its meaning and its keywords"),
        (
            {"meaning": 0.3, "keywords": 0.2, "title": 0.2, "phrases": 0.2},
            "for several reasons, first its meaning and its keywords",
        ),
        ({"statement": 1.2, "title": -0.01}, "for who says it alone"),
    ],
)
def test_reason_names_what_decided(shares: dict[str, float], words: str) -> None:
    """What adds half or more decided; else two together, else several."""
    assert reason_words(hit(**shares)) == f"Ranked here {words}."


def test_reason_says_what_counted_against() -> None:
    """A share that takes away a good part is named, a trifle is not."""
    assert reason_words(hit(keywords=0.9, meaning=0.2, title=-0.3)) == (
        "Ranked here mostly for its keywords. Its title counted against it."
    )


def test_hit_that_nothing_speaks_for() -> None:
    """The least bad of bad ones is called that."""
    assert reason_words(hit(keywords=-0.1)).startswith("Nothing speaks for it")


def test_no_shares_no_reason() -> None:
    """Where the shares are not known nothing is said."""
    assert reason_words(hit()) == ""
    assert contributions_of(hit()) == ()


def test_signs_are_seen() -> None:
    """A share has a sign, with a minus of its own."""
    assert (signed(0.314), signed(-0.05)) == ("+0.31", "−0.05")
    assert total_words(hit(keywords=-0.3)) == "−0.30"


@given(st.dictionaries(st.text(min_size=1), st.floats(-3, 3), max_size=9))
def test_what_is_listed_sums_to_the_score(shares: dict[str, float]) -> None:
    """Whatever the features, nothing that can be seen is missing from the list, in order."""
    found = [c.share for c in contributions_of(Hit(1, SOURCE, "Yes", shares=shares))]
    assert found == sorted(found, reverse=True)
    assert abs(sum(found) - sum(shares.values())) <= 0.005 * len(shares) + 1e-9
