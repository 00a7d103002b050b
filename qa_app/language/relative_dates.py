"""Dates that count from today, or from what is newest: “last week”, “in May”, “the summer”."""

import re
from datetime import date, timedelta

from qa_app.language.dates import MONTHS, Days, WrittenDate

_COUNTED = r"(?P<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_RELATIVE = re.compile(
    r"(?:(?P<day>today|yesterday)"
    rf"|(?P<back>this|last)\s+(?P<month>{'|'.join(MONTHS)})"
    r"|(?P<which>this|last)\s+(?P<unit>week|month|year|spring|summer|autumn|fall|winter)"
    rf"|(?P<the>the\s+)?(?:last|past)\s+(?:{_COUNTED}\s+(?P<units>days|weeks|months|years)"
    r"|(?P<one>week|month|year)))\b(?!['’])",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"(?P<the>the\s+)?(?P<season>spring|summer|autumn|fall|winter)\b(?!['’])"
    r"(?:,?\s+(?:of\s+)?(?P<year>(?:1[5-9]|20)\d\d)\b)?",
    re.IGNORECASE | re.ASCII,
)
_FIRST_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_NUMBERS = {
    word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)
} | {"twelve": 12}
_DAYS_OF = {"day": 1, "week": 7}


def relative_at(text: str, at: int, today: date) -> tuple[Days, int] | None:
    """The days that words at `at` count from today, and where the words end.

    “Last week” is the one before this, from Monday on; “the last two weeks” end today.
    """
    match = _RELATIVE.match(text, at)
    if match is None:
        return None
    if match["day"]:
        day = today - timedelta(days=match["day"].lower() == "yesterday")
        return _days(day, day), match.end()
    if match["one"]:
        return _ending(today, 1, match["one"].lower()), match.end()
    if match["units"]:
        n, unit = match["n"].lower(), match["units"].lower().removesuffix("s")
        return _ending(today, _NUMBERS.get(n) or int(n), unit), match.end()
    if match["month"]:
        return _month_of(match["month"], match["back"], today), match.end()
    back = match["which"].lower() == "last"
    return _unit(today, match["unit"].lower(), int(back)), match.end()


def season_at(text: str, at: int, newest: date) -> tuple[Days, int, bool] | None:
    """The days of a season that is named at `at`, where its name ends, and if it says the year.

    Without a year it is the latest that has begun by `newest`. “Summer” alone is any summer.
    """
    match = _SEASON.match(text, at)
    if match is None or not (match["the"] or match["year"]):
        return None
    first = _FIRST_MONTHS[match["season"].lower()]
    year = int(match["year"]) if match["year"] else _latest_year(first, newest)
    return _season(year, first), match.end(), bool(match["year"])


def with_latest_year(written: WrittenDate, newest: date) -> WrittenDate:
    """A month without its year is the latest that has begun by `newest`."""
    if written.month is None or written.year is not None:
        return written
    return WrittenDate(_latest_year(written.month, newest), written.month, written.day)


def _latest_year(month: int, newest: date) -> int:
    return newest.year if month <= newest.month else newest.year - 1


def _month_of(name: str, back: str, today: date) -> Days:
    """In May “last May” is the one a year before, “this May” the present one."""
    month = MONTHS.index(name.lower()) + 1
    if back.lower() == "this":
        return _months(today.year, month, 1)
    year = _latest_year(month, today)
    return _months(year - (month == today.month), month, 1)


def _unit(today: date, unit: str, back: int) -> Days:
    """The calendar unit that holds today, or the one `back` before it."""
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * back)
        return _days(monday, monday + timedelta(days=6))
    if unit == "year":
        return Days(f"{today.year - back:04}-01-01", f"{today.year - back:04}-12-31")
    if unit == "month":
        return _months(today.year, today.month - back, 1)
    first = _FIRST_MONTHS[unit]
    year = _latest_year(first, today)
    # In May “last summer” is the one before, in October it may still be called so.
    is_now = _season(year, first).last >= today.isoformat()
    return _season(year - 1 if back and is_now else year, first)


def _ending(today: date, n: int, unit: str) -> Days:
    """The `n` days, weeks, months or years up to today."""
    if unit in _DAYS_OF:
        first = today - timedelta(days=n * _DAYS_OF[unit] - (unit == "day"))
        return _days(first, today)
    months = today.year * 12 + today.month - 1 - n * (12 if unit == "year" else 1)
    begun = _months(months // 12, months % 12 + 1, 1)
    return Days(min(f"{begun.first[:8]}{today.day:02}", begun.last), today.isoformat())


def _season(year: int, first: int) -> Days:
    return _months(year, first, 3)


def _months(year: int, month: int, n: int) -> Days:
    """`n` months from one on; month 0 is December of the year before."""
    at = year * 12 + month - 1
    first = date(at // 12, at % 12 + 1, 1)
    after = date((at + n) // 12, (at + n) % 12 + 1, 1)
    return _days(first, after - timedelta(days=1))


def _days(first: date, last: date) -> Days:
    return Days(first.isoformat(), last.isoformat())
