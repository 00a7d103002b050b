"""The phrases of a question that name a time: “in February 2025”, “since May”, “last week”."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from qa_app.answering.asked import TEXT
from qa_app.language.dates import FIRST_DAY, LAST_DAY, Days, WrittenDate, date_at
from qa_app.language.relative_dates import relative_at, season_at, with_latest_year
from qa_app.model import Span

_LEADS = re.compile(
    r"(?<!\S)(?P<how>in|on|during|since|after|before|until|till|up\s+to|between|from|dated)\s+"
    r"(?:(?:early|mid|late|the\s+(?:month|year)\s+of)[\s-]+)?"
    r"(?:the\s+(?!spring|summer|autumn|fall|winter))?",
    re.IGNORECASE,
)
_COUNTED_LEADS = re.compile(
    r"(?<!\S)(?:(?P<how>since|before|after|until|till|from|in|during|over|within|for)\s+)?"
    r"(?P<words>(?:the\s+(?=last|past))?(?:today|yesterday|this|last|past)\b)",
    re.IGNORECASE,
)
AFTER_TEXT = re.compile(rf"(?:{TEXT}|\bnews)\s+$", re.IGNORECASE)
# “His last year”, “of this week”, “than last month” are parts of what is asked.
_WITHIN_WORDS = re.compile(
    r"(?:\b(?:the|an?|his|her|its|their|our|my|your|of|for|to|than|with|by|about|on|at|as|and|or|"
    r"versus|vs|every|each|very|like|but|not|that|is|are|was|were|which|whose)|['’]s?)\s+$",
    re.IGNORECASE,
)
# Somebody may be called May or April: “confidence in May”.
_TAKES_A_PERSON = re.compile(
    r"\b(?:confidence|trust\w*|faith|beliefs?|believ\w+|hopes?|interest\w*|disappoint\w*|confid\w+|"
    r"invest\w*)\s+$",
    re.IGNORECASE,
)
_WHO = re.compile(r"\W*whom?\b", re.IGNORECASE)
_SURELY_OF_TIME = frozenset(("in", "during"))
_NAMES_TOO = frozenset("april may june august jan mar march".split())
_JOINING = re.compile(r"\s*(?:and|to|until|till|through|–|-)\s*", re.IGNORECASE)
_BARE_DAY = re.compile(r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?!\s+of\b)", re.ASCII)


def _nobody(_name: str) -> bool:
    return False


class Calendar(Struct, frozen=True):
    """What the dates of a question are read with.

    `known` are the days that documents of the library are dated, in order. Without `today`, words
    that count from it mean nothing. `names_somebody` says whether the library knows somebody whose
    name, lower-cased, is that of a month.
    """

    known: Sequence[Days]
    today: date | None = None
    names_somebody: Callable[[str], bool] = _nobody

    @property
    def newest(self) -> date:
        """The day from which months without a year are counted back."""
        newest = date.fromisoformat(max(days.last for days in self.known))
        # A document that is dated “2026” may be of any day of it that is past.
        if self.today is None or self.today.isoformat() < self.known[0].first:
            return newest
        return min(newest, self.today)


class DatePhrase(Struct, frozen=True):
    """A phrase of a question and the days it names.

    `has_year` is false where the year was left to be understood, `is_counted` true where they are
    counted from today.
    """

    span: Span
    days: Days
    has_year: bool = True
    is_counted: bool = False


def date_phrases(question: str, calendar: Calendar) -> list[DatePhrase]:
    """The phrases that name a time, in order; none overlaps another.

    Args:
        question: on one line.
        calendar: what they are read with; documents of the library are dated.
    """
    found = sorted(
        chain(_counted(question, calendar), _named(question, calendar)),
        key=lambda phrase: (phrase.span.start, -phrase.span.end),
    )
    kept: list[DatePhrase] = []
    for phrase in found:
        if not kept or phrase.span.start >= kept[-1].span.end:
            kept.append(phrase)
    return kept


def day_before(day: str) -> str:
    """The day before one, or the first there is."""
    return moved(day, -1)


def day_after(day: str) -> str:
    """The day after one, or the last there is."""
    return moved(day, 1)


def moved(day: str, by: int) -> str:
    """The day `by` days later, or itself where the calendar has none."""
    try:
        return (date.fromisoformat(day) + timedelta(days=by)).isoformat()
    except OverflowError:
        return day


def _counted(question: str, calendar: Calendar) -> Iterator[DatePhrase]:
    """“Last week”, “since yesterday”, “in the last two months”."""
    if calendar.today is None:
        return
    for lead in _COUNTED_LEADS.finditer(question):
        found = relative_at(question, lead.start("words"), calendar.today)
        how = (lead["how"] or "").lower()
        is_of_text = AFTER_TEXT.search(question[: lead.start()]) is not None
        if found is None or (how == "from" and not is_of_text):
            continue
        if not how and (
            lead["words"].lower().startswith("the ")
            or _WITHIN_WORDS.search(question[: lead.start()])
        ):
            continue
        days, end = found
        yield DatePhrase(Span(lead.start(), end), _bounded(how, days), is_counted=True)


def _named(question: str, calendar: Calendar) -> Iterator[DatePhrase]:
    for lead in _LEADS.finditer(question):
        how = " ".join(lead["how"].lower().split())
        found = _season(question, lead, how, calendar) or _dated(question, lead, how, calendar)
        if found is not None:
            yield found


def _season(question: str, lead: re.Match[str], how: str, calendar: Calendar) -> DatePhrase | None:
    """“Before the summer”, “in winter 2024”; without a year the spring and the fall are others."""
    found = season_at(question, lead.end(), calendar.newest)
    if found is None or how in {"on", "between"}:
        return None
    days, end, has_year = found
    if not has_year and re.search(r"(?:spring|fall)$", question[:end], re.IGNORECASE):
        return None
    return DatePhrase(Span(lead.start(), end), _bounded(how, days), has_year)


def _dated(question: str, lead: re.Match[str], how: str, calendar: Calendar) -> DatePhrase | None:
    """A preposition, and the days that what follows it names."""
    if how in {"between", "from"}:
        stretch = _stretch(question, lead, calendar)
        if stretch is not None or how == "between":
            return stretch
    found = date_at(question, lead.end())
    if found is None:
        return None
    written, end = found
    if written.year is None and not _may_be_of_time(question, lead, end, calendar):
        return None
    days = _with_year(written, calendar).days
    # “on 2024” is no date, “in 17 February” no English.
    if days is None or (written.day is None and how == "on"):
        return None
    has_year = written.year is not None or written.day is not None
    return DatePhrase(Span(lead.start(), end), _bounded(how, days), has_year)


def _may_be_of_time(question: str, lead: re.Match[str], end: int, calendar: Calendar) -> bool:
    """Whether a month without a year is no person: “confidence in May”, “who came after May?”."""
    name, how = question[lead.end() : end].strip(" .").lower(), lead["how"].lower()
    before = question[: lead.start()]
    if how == "from" and not AFTER_TEXT.search(before):
        return False
    if name not in _NAMES_TOO:
        return True
    if how in _SURELY_OF_TIME:
        return _TAKES_A_PERSON.search(before) is None
    return _WHO.match(question) is None and not calendar.names_somebody(name)


def _stretch(question: str, lead: re.Match[str], calendar: Calendar) -> DatePhrase | None:
    """“January and March 2025”, “3 to 7 March 2025”: the second says what the first does not."""
    first = date_at(question, lead.end())
    if first is None and (day := _BARE_DAY.match(question, lead.end())):
        first = WrittenDate(day=int(day["day"])), day.end()
    joint = first and _JOINING.match(question, first[1])
    second = joint and date_at(question, joint.end())
    if not first or not second:
        return None
    begin, last = first[0], with_latest_year(second[0], calendar.newest)
    begin = replace(begin, month=begin.month or last.month)
    from_days, to_days = _both(begin, last)
    # “from 12 to 2024” names a year and no day.
    is_partial = begin.day is not None and last.day is None
    if not from_days or not to_days or is_partial or from_days.first > to_days.last:
        return None
    span = Span(lead.start(), second[1])
    return DatePhrase(span, Days(from_days.first, to_days.last), second[0].year is not None)


def _both(begin: WrittenDate, last: WrittenDate) -> tuple[Days | None, Days | None]:
    """The days of both ends of a stretch; from November to March is into the next year."""
    to_days = last.days
    if begin.year is not None or last.year is None:
        return begin.days, to_days
    from_days = replace(begin, year=last.year).days
    if from_days and to_days and from_days.first > to_days.last and begin.month:
        from_days = replace(begin, year=last.year - 1).days
    return from_days, to_days


def _with_year(written: WrittenDate, calendar: Calendar) -> WrittenDate:
    """A day without a year has that of the only documents of such a day, a month its latest."""
    if written.year is not None or written.day is None:
        return with_latest_year(written, calendar.newest)
    month_day = f"-{written.month:02}-{written.day:02}"
    years = {d.first[:4] for d in calendar.known if d.first[4:] == d.last[4:] == month_day}
    if not years:
        return with_latest_year(written, calendar.newest)
    return replace(written, year=int(years.pop())) if len(years) == 1 else written


def _bounded(how: str, days: Days) -> Days:
    if how == "since":
        return Days(days.first, LAST_DAY)
    if how == "after":
        return Days(day_after(days.last), LAST_DAY)
    if how == "before":
        return Days(FIRST_DAY, day_before(days.first))
    if how in {"until", "till", "up to"}:
        return Days(FIRST_DAY, days.last)
    return days
