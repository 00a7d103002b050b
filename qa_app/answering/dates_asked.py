"""Dates in a question that say of what time its documents are: “in February 2025”.

Precision first. A date is taken for the documents' own only at an end of the question (or before
what it asks about), and only where documents of that library are of that time: somebody who asks
for the price of oil in March 1974 asks about an event, unless there are documents from then.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from qa_app.answering.asked import TEXT, Asked, Wanted
from qa_app.language.dates import FIRST_DAY, LAST_DAY, Days, WrittenDate, date_at
from qa_app.model import RestrictionKind, Span

_LEADS = re.compile(
    r"(?<!\S)(?P<how>in|on|during|since|after|before|until|till|up\s+to|between|from|dated)\s+"
    r"(?:(?:early|mid|late|the\s+(?:month|year)\s+of)[\s-]+)?(?:the\s+)?",
    re.IGNORECASE,
)
_JOINING = re.compile(r"\s*(?:and|to|until|till|through|–|-)\s*", re.IGNORECASE)
_BARE_DAY = re.compile(r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?!\s+of\b)", re.ASCII)
# What may follow a date that stands by itself: the end, a pause, what is asked about, one more.
_CLOSING = re.compile(
    r"\s*(?:$|[,;:?!.)]|(?:about|on|regarding|concerning|over|according|as|in|from|during|since|"
    r"before|after|between)\b)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\s*(?:,|(?:what|who|whom|whose|which|when|where|why|how|did|does|do|was|were|is|are)\b)",
    re.IGNORECASE,
)
_AFTER_TEXT = re.compile(rf"{TEXT}\s+$", re.IGNORECASE)
_NEAR_DAYS = 366


def read_dates(question: str, known: Sequence[Days]) -> list[Asked]:
    """The dates in a question that its documents should be of.

    They leave the question after a text (“reports from 2024”). Elsewhere they stay for now: what
    happened then is mostly told with its date.

    Args:
        question: on one line.
        known: the days that documents of the library are dated, in order.
    """
    return list(_read(question, known)) if known else []


def stands_alone(question: str, start: int, end: int) -> bool:
    """Whether it is a phrase of its own: the first or the last one, or before a topic."""
    if not question[:start].strip(" ,"):
        return _OPENING.match(question, end) is not None
    return _CLOSING.match(question, end) is not None


def day_before(day: str) -> str:
    """The day before one, or the first there is."""
    return _moved(day, -1)


def day_after(day: str) -> str:
    """The day after one, or the last there is."""
    return _moved(day, 1)


def _read(question: str, known: Sequence[Days]) -> Iterator[Asked]:
    end = 0
    for lead in _LEADS.finditer(question):
        found = _days_asked(question, lead, known)
        if lead.start() < end or found is None:
            continue
        days, until = found
        if stands_alone(question, lead.start(), until) and _is_of_library(days, known):
            end = until
            span = Span(lead.start(), end)
            is_of_text = _AFTER_TEXT.search(question[: lead.start()])
            yield Asked(span, _ends(days), taken=span if is_of_text else None, loose=True)


def _days_asked(
    question: str, lead: re.Match[str], known: Sequence[Days]
) -> tuple[Days, int] | None:
    """The days that a preposition and what follows it name, and where they end."""
    how = " ".join(lead["how"].lower().split())
    if how in ("between", "from"):
        stretch = _stretch(question, lead.end())
        if stretch is not None or how == "between":
            return stretch
    found = date_at(question, lead.end())
    if found is None:
        return None
    written, end = found
    days = _with_year(written, known).days
    # “on 2024” is no date, “in 17 February” no English.
    if days is None or (written.day is None and how == "on"):
        return None
    return _bounded(how, days), end


def _stretch(question: str, at: int) -> tuple[Days, int] | None:
    """“January and March 2025”, “3 to 7 March 2025”: the second says what the first does not."""
    first = date_at(question, at)
    if first is None and (day := _BARE_DAY.match(question, at)):
        first = WrittenDate(day=int(day["day"])), day.end()
    joint = first and _JOINING.match(question, first[1])
    second = joint and date_at(question, joint.end())
    if not first or not second:
        return None
    begin, last = first[0], second[0]
    begin = replace(begin, year=begin.year or last.year, month=begin.month or last.month)
    from_days, to_days = begin.days, last.days
    # “from 12 to 2024” names a year and no day.
    is_partial = begin.day is not None and last.day is None
    if not from_days or not to_days or is_partial or from_days.first > to_days.last:
        return None
    return Days(from_days.first, to_days.last), second[1]


def _with_year(written: WrittenDate, known: Sequence[Days]) -> WrittenDate:
    """A day without a year has that of the only documents of such a day."""
    if written.year is not None or written.day is None:
        return written
    month_day = f"-{written.month:02}-{written.day:02}"
    years = {days.first[:4] for days in known if days.first[4:] == days.last[4:] == month_day}
    return replace(written, year=int(years.pop())) if len(years) == 1 else written


def _bounded(how: str, days: Days) -> Days:
    if how == "since":
        return Days(days.first, LAST_DAY)
    if how == "after":
        return Days(day_after(days.last), LAST_DAY)
    if how == "before":
        return Days(FIRST_DAY, day_before(days.first))
    if how in ("until", "till", "up to"):
        return Days(FIRST_DAY, days.last)
    return days


def _is_of_library(days: Days, known: Sequence[Days]) -> bool:
    """Whether documents are of that time, and somebody who knows them may mean their date.

    What is open to one side must begin or end near the documents' own time: after 1945 is no time
    of documents that are all of today.
    """
    if not any(days.holds(own) for own in known):
        return False
    of_documents = Days(
        _moved(known[0].first, -_NEAR_DAYS), _moved(max(k.last for k in known), _NEAR_DAYS)
    )
    ends = {days.first, days.last} - {FIRST_DAY, LAST_DAY}
    return all(of_documents.first <= end <= of_documents.last for end in ends)


def _ends(days: Days) -> tuple[Wanted, ...]:
    ends = [(RestrictionKind.AFTER, days.first), (RestrictionKind.BEFORE, days.last)]
    return tuple((kind, day) for kind, day in ends if day not in (FIRST_DAY, LAST_DAY))


def _moved(day: str, by: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=by)).isoformat()
    except OverflowError:
        return day
