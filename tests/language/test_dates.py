"""Dates as stretches of days."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.language.dates import Days, WrittenDate, date_at, days_of, mentions

FEBRUARY = Days("2025-02-01", "2025-02-28")


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-02-17", "2025-02-17", "2025-02-17"),
    ],
)
def test_days_of_a_date(iso: str, first: str, last: str) -> None:
    """A year and a month are all of their days."""
    assert days_of(iso) == Days(first, last)


@pytest.mark.parametrize("iso", ["", "0000", "2025-13", "2025-02-30", "2025-2-3", "soon", "20255"])
def test_no_date_has_no_days(iso: str) -> None:
    """What is not in the calendar, or not in ISO 8601, is no date."""
    assert days_of(iso) is None


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_holding_is_meeting(a: object, b: object, c: object, d: object) -> None:
    """What lies inside has a day in common, and meeting goes both ways."""
    one, other = (Days(*sorted(map(str, pair))) for pair in ((a, b), (c, d)))
    assert one.meets(other) == other.meets(one)
    assert one.meets(other) or not one.holds(other)
    assert one.holds(one)


@pytest.mark.parametrize(
    ("days", "is_short"),
    [
        (FEBRUARY, True),
        (Days("2024-01-01", "2024-12-31"), False),
        (Days("2024-11-01", "2025-09-30"), True),
        (Days("2024-03-01", "9999-12-31"), False),
    ],
)
def test_short_is_less_than_twelve_months(days: Days, is_short: bool) -> None:
    """A year and more is not short."""
    assert days.is_short == is_short


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("17 February 2025", WrittenDate(2025, 2, 17)),
        ("17th of February, 2025", WrittenDate(2025, 2, 17)),
        ("Feb. 17, 2025", WrittenDate(2025, 2, 17)),
        ("sept 3", WrittenDate(None, 9, 3)),
        ("3 May", WrittenDate(None, 5, 3)),
        ("March of 1974", WrittenDate(1974, 3)),
        ("2025-02-17", WrittenDate(2025, 2, 17)),
        ("1850", WrittenDate(1850)),
    ],
)
def test_dates_as_people_write_them(written: str, date: WrittenDate) -> None:
    """A date is read as far as it is written out, and to its end."""
    assert date_at(f"{written} ", 0) == (date, len(written))


@pytest.mark.parametrize("text", ["marching", "17 people", "20250", "3000", "", "maybe 2025"])
def test_what_is_no_date(text: str) -> None:
    """Words that begin like a month and numbers that are no year are no dates."""
    assert date_at(text, 0) is None


def test_day_needs_a_month() -> None:
    """A date that leaves out its year or its month covers no days."""
    assert WrittenDate(None, 2, 17).days is None
    assert WrittenDate(2025, None, 17).days is None
    assert WrittenDate(2023, 2, 29).days is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They met on 3 February 2025 in the harbour.", ""),
        ("They met on 2025-02-03.", "2026"),
        ("They met in February.", "2025-04-02"),
        ("They met on Feb. 3.", "2026-01-09"),
    ],
)
def test_mentioned_date(text: str, told: str) -> None:
    """A date inside the days counts; a month alone is the last one before the text was written."""
    assert mentions(text, FEBRUARY, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They met in 2025.", ""),
        ("They met in February.", ""),
        ("They met in February.", "2025"),
        ("They met in February.", "2025-01-20"),
        ("They may march on 3 february.", "2025-04-02"),
        ("They met on 3 March 2025.", ""),
        ("They met.", "2025-02-03"),
    ],
)
def test_date_that_is_not_mentioned(text: str, told: str) -> None:
    """What is less exact, of another time or only a word does not count."""
    assert not mentions(text, FEBRUARY, told)


def test_month_alone_counts_in_short_stretches_only() -> None:
    """Who asks for a year or more wants it named."""
    assert not mentions("They met in May.", Days("2024-01-01", "2024-12-31"), "2024-06-01")


@given(st.text(), st.text(max_size=10))
def test_any_text_is_survived(text: str, told: str) -> None:
    """No text of a person's file makes the search for dates fail."""
    known = days_of(told)
    mentions(text, FEBRUARY, told if known else "")
    date_at(text, 0)
