import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.reading.dates import iso_date, lone_date, occasion_date


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


@pytest.mark.parametrize(
    "line",
    [
        "Held on 14 May 2024",
        "Held on Tuesday, May 14, 2024.",
        "Held at the Town Hall on 14 May 2024",
        "Meeting of 14 May 2024, 6:30 p.m.",
        "Meeting held on 14 May 2024 at the Town Hall, Valley",
        "REGULAR MEETING OF MAY 14, 2024",
        "Regular Meeting - May 14, 2024",
        "Date of meeting: 14 May 2024",
        "Minutes of the Harbour Board, 14 May 2024",
        "Minutes of the Harbour Board (14 May 2024)",
        "Minutes of the Valley Council meeting of May 14, 2024 at 6:30 PM",
    ],
)
def test_day_of_an_occasion(line: str) -> None:
    """A line that says when people met, and perhaps where, gives the day."""
    assert occasion_date(line) == "2024-05-14"


@pytest.mark.parametrize(
    "line",
    [
        "Next meeting: 14 May 2024",
        "Minutes of the last meeting, 14 May 2024",
        "Minutes of the meeting held on 14 May 2024 were approved",
        "The strike was held on 14 May 2024",
        "The council held a meeting on 14 May 2024 and agreed on the gate",
        "Approved on 14 May 2024",
        "Meeting in May 2024",
        "Report on 2024 budgets",
        "The dam broke on 14 May 2024",
    ],
)
def test_day_of_something_else(line: str) -> None:
    """Another meeting's day, a sentence about one, or a mere month is not the day."""
    assert occasion_date(line) == ""


@given(st.text())
def test_any_line_is_survived(text: str) -> None:
    """A line gives a whole day or nothing, whatever it is."""
    assert len(occasion_date(text)) in {0, 10}
