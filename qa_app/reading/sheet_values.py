"""The value of a cell as its sheet shows it: as near as its number format lets us say.

Source: ECMA-376 part 1, 18.8.31, of which this takes what sheets are full of: places, groups,
percentages, currencies, powers of ten, dates and times. What it does not take is shown plainly.
"""

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal

from qa_app.reading.office_text import tidy

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[[^\]]*\]'
    r"|(?P<number>[0#?.,]*[0#?][0#?.,]*(?:E[+-]0+)?)|(?P<literal>.)",
    re.DOTALL,
)
_SECTION = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*')
_DATE_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]'
    r"|(?P<part>y+|m+|d+|h+|s+(?:\.0+)?|AM/PM|A/P)|(?P<literal>.)",
    re.IGNORECASE | re.DOTALL,
)
# Excel shows this one in the order of the reader's country, so we say the day in ISO 8601.
_LOCAL_DATE = re.compile(r"m{1,2}[-/]d{1,2}[-/]y{2,4}", re.IGNORECASE)
_MONTHS = "January February March April May June July August September October November December"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_MAX_DECIMALS = 12
_MAX_PLAIN = 1e15


def shown(value: object, code: str) -> str:
    """What a cell shows of its value under a number format."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _shown_number(value, code)
    if isinstance(value, dt.timedelta):
        return _shown_length(value)
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return _shown_date(value, code)
    return tidy(str(value))


def _shown_number(value: float, code: str) -> str:
    sections = _sections(code)
    negative = value < 0 and len(sections) > 1 and bool(sections[1])
    section = sections[1] if negative else sections[0]
    if value == 0 and len(sections) > 2 and sections[2]:
        section = sections[2]
    written = _formatted(abs(value), section)
    if written is None:
        return _plain(value)
    return f"-{written}" if value < 0 and not negative and written.strip("0.,%") else written


def _sections(code: str) -> list[str]:
    sections = []
    at = 0
    while at <= len(code):
        found = _SECTION.match(code, at)
        end = found.end() if found else at
        sections.append(code[at:end])
        at = end + 1
    return sections


def _formatted(value: float, section: str) -> str | None:
    """The number in this format; None where the format is none that we know."""
    tokens = list(_TOKEN.finditer(section))
    patterns = [token["number"] for token in tokens if token["number"]]
    literals = [token["literal"] for token in tokens if token["literal"]]
    strange = set(literals) & set("/@EGgyYdDhHsS")
    hundreds = literals.count("%")
    # The second holds of what is no number, too.
    if len(patterns) > 1 or strange or not value < _MAX_PLAIN / 100**hundreds:
        return None
    scaled = Decimal(repr(value)) * 100**hundreds
    parts = [
        _digits(scaled, token["number"])
        if token["number"]
        else token["quoted"] or token["escaped"] or token["currency"] or token["literal"] or ""
        for token in tokens
    ]
    return " ".join("".join(parts).split()) or None


def _digits(value: Decimal, pattern: str) -> str:
    if "E" in pattern:
        places = len(pattern.partition("E")[0].partition(".")[2])
        return f"{value:.{min(places, _MAX_DECIMALS)}E}"
    trimmed = pattern.rstrip(",")
    value = value / 1000 ** (len(pattern) - len(trimmed))
    whole, _, fraction = trimmed.partition(".")
    most = min(len(fraction), _MAX_DECIMALS)
    least = min(fraction.count("0"), most)
    rounded = value.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)
    grouped = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    before, _, after = grouped.partition(".")
    after = after[:least] + after[least:].rstrip("0")
    before = before.zfill(whole.count("0"))
    return f"{before}.{after}" if after else before


def _plain(value: float) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < _MAX_PLAIN:
        return str(int(value))
    return str(value) if isinstance(value, int) else f"{value:.15G}"


def _shown_length(value: dt.timedelta) -> str:
    seconds = round(value.total_seconds())
    sign = "-" if seconds < 0 else ""
    minutes, seconds = divmod(abs(seconds), 60)
    return f"{sign}{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def _shown_date(value: dt.datetime | dt.date | dt.time, code: str) -> str:
    section = _sections(code)[0]
    tokens = list(_DATE_TOKEN.finditer(section))
    parts = [(token["part"] or "").lower() for token in tokens]
    if _LOCAL_DATE.match(section) or not any(parts):
        return _iso(value)
    half_day = any(part in {"am/pm", "a/p"} for part in parts)
    named = [i for i, part in enumerate(parts) if part]
    for before, i, after in zip([-1, *named], named, [*named[1:], -1], strict=False):
        beside = parts[before][:1] == "h" or (after >= 0 and parts[after][:1] == "s")
        if parts[i] in {"m", "mm"} and beside:
            parts[i] = "n" * len(parts[i])
    written = [
        _date_part(value, part, half_day=half_day)
        if part
        else token["quoted"] or token["escaped"] or token["literal"] or ""
        for part, token in zip(parts, tokens, strict=True)
    ]
    return " ".join("".join(written).split()) or _iso(value)


def _iso(value: dt.datetime | dt.date | dt.time) -> str:
    if isinstance(value, dt.datetime) and (value.hour, value.minute, value.second) == (0, 0, 0):
        return value.date().isoformat()
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    return value.isoformat("minutes") if isinstance(value, dt.time) else value.isoformat()


def _date_part(value: dt.datetime | dt.date | dt.time, part: str, *, half_day: bool) -> str:
    """One part of a date format; a minute is `n`, so as not to be a month."""
    day = value if isinstance(value, dt.date) else dt.date(1900, 1, 1)
    hour, minute, second = (
        (0, 0, 0) if type(value) is dt.date else (value.hour, value.minute, value.second)  # type: ignore[union-attr]
    )
    month, weekday = _MONTHS.split()[day.month - 1], _DAYS.split()[day.weekday()]
    of_day = (hour - 1) % 12 + 1 if half_day else hour
    known = {
        "yy": f"{day.year % 100:02}", "m": str(day.month), "mm": f"{day.month:02}",
        "mmm": month[:3], "mmmm": month, "mmmmm": month[:1], "d": str(day.day),
        "dd": f"{day.day:02}", "ddd": weekday[:3], "dddd": weekday, "h": str(of_day),
        "hh": f"{of_day:02}", "n": str(minute), "nn": f"{minute:02}", "s": str(second),
        "am/pm": "AM" if hour < 12 else "PM", "a/p": "A" if hour < 12 else "P",
    }  # fmt: skip
    if part in known:
        return known[part]
    return f"{second:02}" if part.startswith("s") else str(day.year)
