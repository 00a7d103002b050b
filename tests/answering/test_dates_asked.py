"""Dates in a question that say of what time its documents are."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.answering.date_phrases import Calendar
from qa_app.answering.dates_asked import read_dates
from qa_app.language.dates import Days, days_of

KNOWN = tuple(
    days
    for date in ("2024-03-05", "2024-11", "2025-01-20", "2025-02", "2025-02-17", "2025-03-04")
    if (days := days_of(date))
)


def _read(question: str, known: tuple[Days, ...] = KNOWN) -> list[tuple[str, str, str]]:
    """(typed, first day, last day) of what is found; an open end is empty."""
    found = []
    for asked in read_dates(question, Calendar(known)):
        days = {str(kind): day for kind, day in asked.wanted}
        found.append((asked.span.of(question), days.get("after", ""), days.get("before", "")))
        assert asked.loose
    return found


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("in February 2025", "2025-02-01", "2025-02-28"),
        ("in february of 2025", "2025-02-01", "2025-02-28"),
        ("in Feb. 2025", "2025-02-01", "2025-02-28"),
        ("in early February 2025", "2025-02-01", "2025-02-28"),
        ("in the month of February 2025", "2025-02-01", "2025-02-28"),
        ("during 2024", "2024-01-01", "2024-12-31"),
        ("on 17 February 2025", "2025-02-17", "2025-02-17"),
        ("on the 17th of February", "2025-02-17", "2025-02-17"),
        ("on February 17, 2025", "2025-02-17", "2025-02-17"),
        ("on 2025-02-17", "2025-02-17", "2025-02-17"),
        ("since March 2024", "2024-03-01", ""),
        ("after 2024", "2025-01-01", ""),
        ("before May 2024", "", "2024-04-30"),
        ("until May 2024", "", "2024-05-31"),
        ("up to 2024", "", "2024-12-31"),
        ("between January and March 2025", "2025-01-01", "2025-03-31"),
        ("between 2024 and 2025", "2024-01-01", "2025-12-31"),
        ("from March 2024 to January 2025", "2024-03-01", "2025-01-31"),
        ("between 3 and 5 March 2024", "2024-03-03", "2024-03-05"),
        ("from 3 March to 5 March 2024", "2024-03-03", "2024-03-05"),
        ("from February 2025", "2025-02-01", "2025-02-28"),
    ],
)
@pytest.mark.parametrize(
    "around",
    ["What did the mayor do {}?", "what did the mayor say {} about ferries", "{}, who left?"],
)
def test_dates_of_documents(typed: str, first: str, last: str, around: str) -> None:
    """A date at an end of the question, or before its topic, is read with its preposition."""
    assert _read(around.format(typed)) == [(typed, first, last)]


@pytest.mark.parametrize(
    "question",
    [
        "What was the price of oil in March of 1974?",
        "What happened after 1945?",
        "What has the harbour cost since 1900?",
        "Who ruled before 2020?",
        "What happened on 17 February 2024?",
        "What did the ferry cost in 2024 crowns?",
        "Who won the 2024 election?",
        "Which season was 2010-11, and in 2024-25?",
        "What happens in March?",
        "How cold is it in March?",
        "What was the most rain in March?",
        "How many of between 2 and 2024?",
        "What did the 2024 report, in 2025 terms, say?",
        "in 2024 elections",
    ],
)
def test_dates_of_events(question: str) -> None:
    """A time no document is of, a number, and a date within other words restrict nothing."""
    assert _read(question) == []


def test_undated_documents_are_of_no_time() -> None:
    """Where no document has a date, a date is a word as any other."""
    assert _read("What happened in 2024?", ()) == []


def test_day_without_a_year_has_the_only_one() -> None:
    """Where documents of several years have that day, nobody knows which is meant."""
    assert _read("What was said on 5 March?") == [("on 5 March", "2024-03-05", "2024-03-05")]
    known = (*KNOWN, Days("2026-03-05", "2026-03-05"))
    assert _read("What was said on 5 March?", known) == []


def test_dates_leave_after_a_text_only() -> None:
    """“Reports from 2024” are of that time whatever they tell; elsewhere the words stay."""
    (of_text,) = read_dates("reports from 2024 about ferries", Calendar(KNOWN))
    (of_event,) = read_dates("Who closed the quay in 2024?", Calendar(KNOWN))
    assert of_text.taken == of_text.span
    assert of_event.taken is None


def test_month_without_a_year() -> None:
    """It is the latest that the documents reach."""
    assert _read("What happened in March?") == [("in March", "2025-03-01", "2025-03-31")]
    assert _read("Who closed the quay in November?") == [
        ("in November", "2024-11-01", "2024-11-30")
    ]


@pytest.mark.parametrize("typed", ["in April 2024", "on 2 February 2025", "in December"])
def test_time_between_documents(typed: str) -> None:
    """A time that the documents lie around, within a year, is theirs although none is of it."""
    assert [found[0] for found in _read(f"What happened {typed}?")] == [typed]


@pytest.mark.parametrize("typed", ["in April 2025", "in December 2023", "since May 2025"])
def test_time_beside_documents(typed: str) -> None:
    """Asked what somebody said, a time within a year of the documents is when; else it is not."""
    question = f"What did Holm say {typed}?"
    assert read_dates(question, Calendar(KNOWN)) == []
    (asked,) = read_dates(question, Calendar(KNOWN), of_statement=True)
    assert asked.span.of(question) == typed


def test_time_far_from_documents() -> None:
    """What was said in 1974 may be told today."""
    calendar = Calendar(KNOWN)
    assert read_dates("What did Holm say in 1974?", calendar, of_statement=True) == []


def test_days_counted_from_today() -> None:
    """They leave the question; how things are today is asked of no document of today."""
    calendar = Calendar(KNOWN, date(2025, 3, 12))
    (asked,) = read_dates("What was sold last week?", calendar)
    assert asked.taken == asked.span
    assert read_dates("Where is the ferry today?", calendar) == []
    assert len(read_dates("What did Holm say today?", calendar, of_statement=True)) == 1


_WORDS = "in on since between and from to before 2024 2025 February 17 3 may , ? the of".split()


@given(st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join))
def test_any_question_is_survived(question: str) -> None:
    """Whatever is typed, what is found are words of it and days in order."""
    for typed, first, last in _read(question):
        assert typed in question
        assert not (first and last) or first <= last
