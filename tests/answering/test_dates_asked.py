"""Dates in a question that say of what time its documents are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.answering.dates_asked import day_after, day_before, read_dates
from qa_app.language.dates import Days, days_of

KNOWN = tuple(
    days
    for date in ("2024-03-05", "2024-11", "2025-01-20", "2025-02", "2025-02-17", "2025-03-04")
    if (days := days_of(date))
)


def _read(question: str, known: tuple[Days, ...] = KNOWN) -> list[tuple[str, str, str]]:
    """(typed, first day, last day) of what is found; an open end is empty."""
    found = []
    for asked in read_dates(question, known):
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
        "What happened in March?",
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
    (of_text,) = read_dates("reports from 2024 about ferries", KNOWN)
    (of_event,) = read_dates("Who closed the quay in 2024?", KNOWN)
    assert of_text.taken == of_text.span
    assert of_event.taken is None


def test_days_around_a_day() -> None:
    """The calendar has a first and a last day."""
    assert (day_before("2024-03-01"), day_after("2024-12-31")) == ("2024-02-29", "2025-01-01")
    assert (day_before("0001-01-01"), day_after("9999-12-31")) == ("0001-01-01", "9999-12-31")


_WORDS = "in on since between and from to before 2024 2025 February 17 3 may , ? the of".split()


@given(st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join))
def test_any_question_is_survived(question: str) -> None:
    """Whatever is typed, what is found are words of it and days in order."""
    for typed, first, last in _read(question):
        assert typed in question
        assert not (first and last) or first <= last
