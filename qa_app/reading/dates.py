"""Dates as people write them, in ISO 8601 and never more exact than they were written."""

import re
from datetime import date, datetime

from dateutil import parser

_MAX_CHARS = 60
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?", re.ASCII)
_YEAR_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", re.ASCII)
_CLOCK = re.compile(
    r"\s*[,|•·–—-]?\s*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:\(?(?:[A-Z]{2,5}|[+-]\d{2}:?\d{2})\)?)?\s*$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:first |last )?(?:published|updated|posted|modified|date)(?: on| at)?\s*:?\s*",
    re.IGNORECASE,
)
_DAY = (
    r"(?P<date>(?:\d|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]*\b).*?)"
)
_OCCASION = re.compile(
    r"(?P<of>(?:[\w'’&-]+\s+){0,6}?"
    r"(?:held|dated|date|meeting|session|sitting|hearing|assembly|minutes|agenda|interview|recorded)"
    r"(?:\s+(?:at|in)\s+[^.:]{1,60}?)?)"
    rf"(?:\s+(?:held|date|of|on|for|dated))*\s*[:,|–—-]?\s*{_DAY}",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"(?P<of>(?:draft\s+|unconfirmed\s+)?(?:minutes|proceedings|record|report|notes|agenda)\b"
    rf"[^.,|–—(]{{0,80}}?)\s*(?:[,|–—(]|\s-\s|\bon\b)\s*{_DAY}\)?",
    re.IGNORECASE,
)
_OTHER_OCCASION = re.compile(
    r"\b(?:next|previous|last|prior|earlier|future|approved?|adopted|confirmed|due|deadline|"
    r"was|were|is|are|be|will)\b",
    re.IGNORECASE,
)
_WHERE = re.compile(r"[,;]?\s+(?:at|in)\s+(?!\d)(?:the\s+)?[A-Z].*$")
_MAX_OCCASION_CHARS = 120
_LETTERS = re.compile(r"[^\W\d_]{3}")
_MARK = re.compile(r"\s*[|•·]\s*")
_LONG_WORD = re.compile(r"[A-Za-z]{6,}")
_PARSED = frozenset(
    name.lower()
    for names in (*parser.parserinfo.MONTHS, *parser.parserinfo.WEEKDAYS, *parser.parserinfo.HMS)
    for name in names
)
# What the parser fills in from two unlike defaults is not in the text.
_DEFAULTS = (datetime(2004, 1, 1), datetime(2008, 2, 2))


def iso_date(written: str) -> str:
    """`YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as far as `written` says; else the empty string."""
    written = written.strip()
    if len(written) > _MAX_CHARS or not _YEAR.search(written):
        return ""
    bare = _CLOCK.sub("", written) if ":" in written or "." in written else written
    return _from_digits(written, bare) or _from_words(written, bare)


def lone_date(line: str) -> str:
    """The date of a line that is nothing but a date (a label and a time of day aside), or ""."""
    line = line.strip()
    if len(line) > _MAX_CHARS or not _YEAR.search(line):
        return ""
    label = _LABEL.match(line)
    return iso_date(line[label.end() :] if label else line)


def occasion_date(line: str) -> str:
    """The day of a line that says when a meeting or the like was held, and little else; or ""."""
    line = line.strip()
    if not line.endswith(".m."):
        line = line.rstrip(".")
    if len(line) > _MAX_OCCASION_CHARS:
        return ""
    for pattern in (_OCCASION, _RECORD):
        found = pattern.fullmatch(line)
        if found is None or _OTHER_OCCASION.search(found["of"]):
            continue
        day = iso_date(_WHERE.sub("", found["date"]))
        if len(day) == len("2025-02-17"):
            return day
    return ""


def _from_digits(written: str, bare: str) -> str:
    """`bare` is what is written without the time of day."""
    if iso := _ISO.fullmatch(written):
        return _checked(int(iso[1]), int(iso[2]), int(iso[3]))
    if year_month := _YEAR_MONTH.fullmatch(bare):
        return _checked(int(year_month[1]), int(year_month[2]))
    if _YEAR.fullmatch(bare):
        return bare
    if dotted := _DAY_FIRST.fullmatch(bare):
        return _checked(int(dotted[3]), int(dotted[2]), int(dotted[1]))
    if slashed := _SLASHED.fullmatch(bare):
        return _from_slashed(int(slashed[1]), int(slashed[2]), int(slashed[3]))
    return ""


def _from_slashed(first: int, second: int, year: int) -> str:
    # 03/04 is March in one country and April in another: only the year is sure.
    if first > 12:
        return _checked(year, second, first)
    if second > 12 or first == second:
        return _checked(year, first, second)
    return f"{year:04}"


def _checked(year: int, month: int, day: int | None = None) -> str:
    try:
        checked = date(year, month, day or 1)
    except ValueError:
        return ""
    return checked.isoformat() if day else f"{year:04}-{month:02}"


def _from_words(written: str, bare: str) -> str:
    # The parser takes no other word, but takes long to say so; a shorter one may be a time zone.
    if any(word.lower() not in _PARSED for word in _LONG_WORD.findall(bare)):
        return ""
    # Without a month's name the order of the numbers would be a guess.
    if not _LETTERS.search(written):
        return ""
    bare = _MARK.sub(" ", bare)
    try:
        one, other = (parser.parse(bare, default=when, ignoretz=True) for when in _DEFAULTS)
    except (ValueError, OverflowError, TypeError, IndexError, AttributeError):
        return ""
    if one.year != other.year:
        return ""
    if one.month != other.month:
        return f"{one.year:04}"
    return one.date().isoformat() if one.day == other.day else f"{one.year:04}-{one.month:02}"
