"""Dates that count from today, or from what is newest."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.language.dates import WrittenDate
from qa_app.language.relative_dates import relative_at, season_at, with_latest_year

# A Wednesday.
TODAY = date(2025, 3, 5)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("today", "2025-03-05", "2025-03-05"),
        ("yesterday", "2025-03-04", "2025-03-04"),
        ("this week", "2025-03-03", "2025-03-09"),
        ("last week", "2025-02-24", "2025-03-02"),
        ("this month", "2025-03-01", "2025-03-31"),
        ("last month", "2025-02-01", "2025-02-28"),
        ("Last Year", "2024-01-01", "2024-12-31"),
        ("this year", "2025-01-01", "2025-12-31"),
        ("last March", "2024-03-01", "2024-03-31"),
        ("last may", "2024-05-01", "2024-05-31"),
        ("this May", "2025-05-01", "2025-05-31"),
        ("last summer", "2024-06-01", "2024-08-31"),
        ("last winter", "2024-12-01", "2025-02-28"),
        ("the past week", "2025-02-26", "2025-03-05"),
        ("the last month", "2025-02-05", "2025-03-05"),
        ("the last two months", "2025-01-05", "2025-03-05"),
        ("past 3 days", "2025-03-03", "2025-03-05"),
        ("the last two years", "2023-03-05", "2025-03-05"),
    ],
)
def test_days_counted_from_today(words: str, first: str, last: str) -> None:
    """Calendar units are whole; “the last two” of them end today."""
    found = relative_at(f"{words} ago", 0, TODAY)
    assert found is not None
    days, end = found
    assert (days.first, days.last, end) == (first, last, len(words))


@pytest.mark.parametrize(
    "words", ["last week's", "the last days", "last", "the week", "lasting", "next week"]
)
def test_words_that_count_nothing(words: str) -> None:
    """What belongs to a week, or names none, is no date."""
    assert relative_at(words, 0, TODAY) is None


def test_a_day_that_the_month_lacks() -> None:
    """A month before the 31st of March is the end of February."""
    found = relative_at("the last month", 0, date(2025, 3, 31))
    assert found is not None
    assert found[0].first == "2025-02-28"


@pytest.mark.parametrize(
    ("words", "first", "has_year"),
    [
        ("the summer", "2024-06-01", False),
        ("winter 2023", "2023-12-01", True),
        ("the autumn of 2022", "2022-09-01", True),
    ],
)
def test_seasons(words: str, first: str, *, has_year: bool) -> None:
    """Without a year it is the latest that has begun."""
    found = season_at(words, 0, TODAY)
    assert found is not None
    assert (found[0].first, found[2]) == (first, has_year)


def test_any_summer_is_no_date() -> None:
    """“In summer” is every year."""
    assert season_at("summer", 0, TODAY) is None


def test_month_without_a_year() -> None:
    """It is the latest that has begun; what says its year, or names no month, stays."""
    assert with_latest_year(WrittenDate(month=3), TODAY).year == 2025
    assert with_latest_year(WrittenDate(month=4), TODAY).year == 2024
    assert with_latest_year(WrittenDate(year=2020, month=4), TODAY).year == 2020
    assert with_latest_year(WrittenDate(day=4), TODAY).year is None


_PARTS = "last this past the two 12 week month year day summer May today yesterday".split()


@given(
    words=st.lists(st.sampled_from(_PARTS), max_size=5).map(" ".join),
    today=st.dates(date(1900, 1, 1), date(2200, 1, 1)),
)
def test_days_are_in_order_on_any_day(words: str, today: date) -> None:
    """Whatever the day, a stretch begins before it ends, and its words are the text's."""
    found = relative_at(words, 0, today)
    if found is not None:
        assert found[0].first <= found[0].last
        assert 0 < found[1] <= len(words)
