import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.reading.dates import iso_date, lone_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("17 February 2025 20:19", "2025-02-17"),
        ("Feb. 17, 2025, 8:19 p.m.", "2025-02-17"),
        ("Mon, 17 Feb 2025 20:19:00 GMT", "2025-02-17"),
        ("2025-02-17T10:00:00+02:00", "2025-02-17"),
        ("17.02.2025", "2025-02-17"),
        ("17/02/2025", "2025-02-17"),
        ("February 2025", "2025-02"),
        ("2025-02", "2025-02"),
        ("2025", "2025"),
    ],
)
def test_dates_as_people_write_them(written: str, iso: str) -> None:
    """A date is as exact in ISO as it was written."""
    assert iso_date(written) == iso


def test_order_of_day_and_month_is_not_guessed() -> None:
    """Where a slashed date may be read in two ways only its year is sure."""
    assert iso_date("03/04/2025") == "2025"


@pytest.mark.parametrize(
    "written", ["10:30", "May 5", "30 February 2025", "2025-13-45", "The 2025 budget", "soon", ""]
)
def test_nothing_is_invented(written: str) -> None:
    """What has no year, does not exist, or is no date gives none."""
    assert iso_date(written) == ""


def test_label_before_a_lone_date() -> None:
    """A line may say what its date is of; other words make it no lone date."""
    assert lone_date("Updated: 17 February 2025, 10:00") == "2025-02-17"
    assert lone_date("The dam broke on 17 February 2025") == ""


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    """No line of a person's file makes date reading fail."""
    assert len(lone_date(text)) in {0, 4, 7, 10}
