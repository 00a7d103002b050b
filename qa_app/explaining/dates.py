"""Dates as people write them."""

from calendar import monthrange
from datetime import date

from qa_app.explaining.translation import Translate, as_written, later

_SHORT_MONTHS = later("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
_MONTHS = later(
    "January February March April May June July August September October November December"
)
_ISO_DAY_CHARS = 10
_ISO_MONTH_CHARS = 7


def date_words(iso: str, tr: Translate = as_written) -> str:
    """`2025-02-17` as `17 Feb 2025`, `2025-02` as `Feb 2025`; what is no such date stays."""
    is_month = len(iso) == _ISO_MONTH_CHARS
    if not is_month and len(iso) != _ISO_DAY_CHARS:
        return iso
    day = _day(iso + "-01" if is_month else iso)
    if day is None:
        return iso
    month = tr(_SHORT_MONTHS).split()[day.month - 1]
    if is_month:
        return f"{month} {day.year}"
    return tr("{day} {month} {year}").format(day=day.day, month=month, year=day.year)


def period_words(first: str, last: str, tr: Translate = as_written) -> str:
    """The days from `first` to `last`, both in ISO 8601, by the shortest name they have."""
    begin, end = _day(first), _day(last)
    if begin is None or end is None:
        return f"{first} – {last}"
    if begin == end:
        return date_words(first, tr)
    if (begin.month, begin.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{begin.year}" if begin.year == end.year else f"{begin.year} – {end.year}"
    if _is_whole_month(begin, end):
        return f"{tr(_MONTHS).split()[begin.month - 1]} {begin.year}"
    return f"{date_words(first, tr)} – {date_words(last, tr)}"


def _is_whole_month(begin: date, end: date) -> bool:
    last_day = monthrange(begin.year, begin.month)[1]
    return begin.day == 1 and end == begin.replace(day=last_day)


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
