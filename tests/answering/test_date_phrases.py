"""The phrases of a question that name a time."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.answering.date_phrases import Calendar, date_phrases, day_after, day_before
from qa_app.language.dates import Days, days_of

KNOWN = tuple(days for iso in ("2024-03-05", "2025-01-20", "2025-03-04") if (days := days_of(iso)))
TODAY = date(2025, 3, 12)
CALENDAR = Calendar(KNOWN, TODAY, lambda name: name == "april")


def _read(question: str, calendar: Calendar = CALENDAR) -> list[tuple[str, str, str]]:
    return [
        (phrase.span.of(question), phrase.days.first, phrase.days.last)
        for phrase in date_phrases(question, calendar)
    ]


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("in February", "2025-02-01", "2025-02-28"),
        ("in may", "2024-05-01", "2024-05-31"),
        ("during April", "2024-04-01", "2024-04-30"),
        ("since March", "2025-03-01", "9999-12-31"),
        ("after January", "2025-02-01", "9999-12-31"),
        ("until June", "0001-01-01", "2024-06-30"),
        ("on 7 February", "2025-02-07", "2025-02-07"),
        ("before the summer", "0001-01-01", "2024-05-31"),
        ("in the summer of 2023", "2023-06-01", "2023-08-31"),
        ("in winter 2023", "2023-12-01", "2024-02-29"),
        ("between May and July", "2024-05-01", "2024-07-31"),
        ("from November to February", "2024-11-01", "2025-02-28"),
        ("last week", "2025-03-03", "2025-03-09"),
        ("since last week", "2025-03-03", "9999-12-31"),
        ("before this year", "0001-01-01", "2024-12-31"),
        ("in the last two months", "2025-01-12", "2025-03-12"),
        ("over the past week", "2025-03-05", "2025-03-12"),
        ("yesterday", "2025-03-11", "2025-03-11"),
    ],
)
@pytest.mark.parametrize("around", ["What did Holm promise {}?", "{} what did Holm promise"])
def test_phrases(phrase: str, first: str, last: str, around: str) -> None:
    """A year that is not said is the latest that the documents reach."""
    assert _read(around.format(phrase)) == [(phrase, first, last)]


@pytest.mark.parametrize(
    "question",
    [
        "What is said about confidence in May?",
        "Who trusted in June?",
        "Who led the board after May?",
        "What has changed since April?",
        "Did it fall from March?",
        "Holm may resign, and they march on",
        "Was it in his last year?",
        "Which is the rent of last year?",
        "More than last month?",
        "Whose last week was it?",
        "the last month in which it rained",
        "What came before the fall?",
        "Is there water in the spring?",
        "How does it compare from last year?",
        "What is on May?",
    ],
)
def test_what_names_no_time(question: str) -> None:
    """Persons, verbs and parts of other phrases are none."""
    assert _read(question) == []


def test_texts_from_a_month() -> None:
    """“From March” says when a text is from."""
    assert _read("reports from March") == [("from March", "2025-03-01", "2025-03-31")]
    assert _read("reports from last week") == [("from last week", "2025-03-03", "2025-03-09")]


def test_without_today_nothing_counts_from_it() -> None:
    """Months still count from the newest document."""
    calendar = Calendar(KNOWN)
    assert _read("What was sold last week?", calendar) == []
    assert _read("What was sold in March?", calendar)[0][1] == "2025-03-01"


def test_newest_day() -> None:
    """A year as a date reaches no further than today; a clock that is behind is not believed."""
    year = (Days("2025-01-01", "2025-12-31"),)
    assert Calendar(year, TODAY).newest == TODAY
    assert Calendar(year, date(1970, 1, 1)).newest == date(2025, 12, 31)
    assert Calendar(year).newest == date(2025, 12, 31)


def test_days_around_a_day() -> None:
    """The calendar has a first and a last day."""
    assert (day_before("2024-03-01"), day_after("2024-12-31")) == ("2024-02-29", "2025-01-01")
    assert (day_before("0001-01-01"), day_after("9999-12-31")) == ("0001-01-01", "9999-12-31")


_WORDS = "in since last week the summer and from to 2024 February May 17 yesterday , ? of".split()


@given(st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join))
def test_phrases_never_overlap(question: str) -> None:
    """They are in order, and their days are too."""
    found = date_phrases(question, CALENDAR)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(phrase.days.first <= phrase.days.last for phrase in found)
