"""When something was, in words."""

from datetime import datetime, timedelta

import pytest

from qa_app.gui.moments import moment_words

NOW = datetime(2026, 3, 10, 14, 30).astimezone()


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=5, seconds=3), "5 min ago"),
        (timedelta(hours=3), "today 11:30"),
        (timedelta(hours=20), "yesterday 18:30"),
        (timedelta(days=30), "8 Feb 2026"),
    ],
)
def test_the_further_back_the_coarser(ago: timedelta, words: str) -> None:
    """Minutes within the hour, the time within two days, then the day."""
    assert moment_words((NOW - ago).isoformat(), NOW) == words


def test_what_is_no_moment_is_empty() -> None:
    """Nothing is said of what cannot be read."""
    assert moment_words("", NOW) == ""
    assert moment_words("soon", NOW) == ""
