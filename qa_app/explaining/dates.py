"""Dates as people write them."""

from calendar import monthrange
from datetime import date

_SHORT_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_ISO_DAY_CHARS = 10
_ISO_MONTH_CHARS = 7


def date_words(iso: str) -> str:
    """`2025-02-17` as `17 Feb 2025`, `2025-02` as `Feb 2025`; what is no such date stays."""
    is_month = len(iso) == _ISO_MONTH_CHARS
    if not is_month and len(iso) != _ISO_DAY_CHARS:
        return iso
    day = _day(iso + "-01" if is_month else iso)
    if day is None:
        return iso
    month = f"{_SHORT_MONTHS[day.month - 1]} {day.year}"
    return month if is_month else f"{day.day} {month}"


def period_words(first: str, last: str) -> str:
    """The days from `first` to `last`, both in ISO 8601, by the shortest name they have."""
    begin, end = _day(first), _day(last)
    if begin is None or end is None:
        return f"{first} – {last}"
    if begin == end:
        return date_words(first)
    if (begin.month, begin.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{begin.year}" if begin.year == end.year else f"{begin.year} – {end.year}"
    if _is_whole_month(begin, end):
        return f"{_MONTHS[begin.month - 1]} {begin.year}"
    return f"{date_words(first)} – {date_words(last)}"


def _is_whole_month(begin: date, end: date) -> bool:
    last_day = monthrange(begin.year, begin.month)[1]
    return begin.day == 1 and end == begin.replace(day=last_day)


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
