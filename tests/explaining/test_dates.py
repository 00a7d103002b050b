"""Dates as people write them."""

import pytest

from qa_app.explaining.dates import date_words, period_words


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2025-02-17", "17 Feb 2025"),
        ("2025-02", "Feb 2025"),
        ("2025", "2025"),
        ("", ""),
        ("2025-13-99", "2025-13-99"),
    ],
)
def test_date_is_as_precise_as_known(iso: str, words: str) -> None:
    """A date is shown as far as it is known; what is none stays as it is."""
    assert date_words(iso) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2025-02-01", "2025-02-28", "February 2025"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2024-02-01", "2024-02-28", "1 Feb 2024 – 28 Feb 2024"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("2023-01-01", "2025-12-31", "2023 – 2025"),
        ("2025-02-17", "2025-02-17", "17 Feb 2025"),
        ("2025-02-17", "2025-03-02", "17 Feb 2025 – 2 Mar 2025"),
        ("2025-02", "2025-03", "2025-02 – 2025-03"),
    ],
)
def test_period_has_its_shortest_name(first: str, last: str, words: str) -> None:
    """A whole month, a whole year and a single day are called what they are."""
    assert period_words(first, last) == words
