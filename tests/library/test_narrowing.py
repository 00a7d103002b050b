"""What a passage must meet."""

import pytest
from msgspec.structs import replace

from qa_app.language.dates import Days
from qa_app.library.analyzer import Analyzer
from qa_app.library.narrowing import Narrowing, holds_words, narrowing_of, says_nothing
from qa_app.model import Metadata, Restriction, RestrictionKind
from tests.answering.making import passage

ANALYZER = Analyzer()
FEBRUARY = Days("2025-02-01", "2025-02-28")
AFTER, BEFORE = RestrictionKind.AFTER, RestrictionKind.BEFORE


def _allows(narrowing: Narrowing, text: str, date: str = "", publisher: str = "") -> bool:
    about = Metadata(date=date, publisher=publisher)
    return narrowing.allows(replace(passage(text), metadata=about), ANALYZER)


def test_restrictions_are_sorted_by_what_they_look_at() -> None:
    """Loose dates of the same words are one stretch; all others stand by themselves."""
    assert narrowing_of(
        [
            Restriction(AFTER, "2025-02-01", "in February 2025", loose=True),
            Restriction(RestrictionKind.SOURCE, "Tarsos Post", "source:tarsos"),
            Restriction(BEFORE, "2025-02-28", "in February 2025", loose=True),
            Restriction(AFTER, "2024-03-01", "since March 2024", loose=True),
            Restriction(BEFORE, "2025-02-16", "before:2025-02-17"),
            Restriction(RestrictionKind.PHRASE, "sea base", '"sea base"'),
            Restriction(RestrictionKind.WITHOUT, "quay", "-quay"),
        ]
    ) == Narrowing(
        sources=("Tarsos Post",),
        dated=(Days("0001-01-01", "2025-02-16"),),
        loosely_dated=(FEBRUARY, Days("2024-03-01", "9999-12-31")),
        phrases=("sea base",),
        without=("quay",),
    )


@pytest.mark.parametrize(
    ("date", "strictly", "loosely"),
    [
        ("2025-02-17", True, True),
        ("2025-02", True, True),
        ("2025", True, True),
        ("", False, True),
        ("2025-03-01", False, False),
        ("2024", False, False),
    ],
)
def test_documents_of_a_time(date: str, *, strictly: bool, loosely: bool) -> None:
    """A date that may lie in the days is enough; no date is enough where it is loose."""
    assert _allows(Narrowing(dated=(FEBRUARY,)), "The quay opened.", date) == strictly
    assert _allows(Narrowing(loosely_dated=(FEBRUARY,)), "The quay opened.", date) == loosely


def test_passages_that_tell_of_the_time() -> None:
    """A loose date is met by a passage of a later document that names it; a strict one is not."""
    text = "The quay opened on 3 February 2025."
    assert _allows(Narrowing(loosely_dated=(FEBRUARY,)), text, "2026-01-01")
    assert not _allows(Narrowing(dated=(FEBRUARY,)), text, "2026-01-01")


def test_every_condition_counts() -> None:
    """A passage meets all conditions or does not pass."""
    narrowing = Narrowing(sources=("Alma",), phrases=("sea base",), without=("quay",))
    assert _allows(narrowing, "A sea base is built.", publisher="Alma News")
    assert not _allows(narrowing, "A sea base is built.", publisher="Tarsos Post")
    assert not _allows(narrowing, "A base is built.", publisher="Alma News")
    assert not _allows(narrowing, "A sea base has quays.", publisher="Alma News")


@pytest.mark.parametrize(
    ("words", "is_held"),
    [
        ("quays", True),
        ("Opening", True),
        ("al-Sharaa", True),
        ("of the", True),
        ("the of", False),
        ("Sharaa al", False),
        ("harbour", False),
    ],
)
def test_words_in_any_form(words: str, *, is_held: bool) -> None:
    """A word counts in every form, several in their order, the most common as they are written."""
    assert holds_words("The quay of the al-Sharaa family opened.", words, ANALYZER) == is_held


@pytest.mark.parametrize(
    ("words", "is_nothing"),
    [("of the", True), ("The", True), ("of the sea", False), ("5", False), ("北京", False)],
)
def test_words_that_say_nothing(words: str, *, is_nothing: bool) -> None:
    """The most common English words say nothing; a script without spaces is no such word."""
    assert says_nothing(words, ANALYZER) == is_nothing
