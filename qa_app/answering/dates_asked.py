"""Dates in a question that say of what time its documents are: “in February 2025”, “last week”.

Precision first. A date is taken for the documents' own only at an end of the question (or before
what it asks about), and only where documents of that library are of that time, or around it:
somebody who asks for the price of oil in March 1974 asks about an event, unless there are
documents from then.
"""

import re
from collections.abc import Sequence
from datetime import date

from qa_app.answering.asked import Asked, Wanted
from qa_app.answering.date_phrases import AFTER_TEXT, Calendar, DatePhrase, date_phrases, moved
from qa_app.language.dates import FIRST_DAY, LAST_DAY, Days
from qa_app.model import RestrictionKind

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
# “How cold is it in January?” asks of every one.
_EVERY_YEAR = re.compile(
    r"\b(?:is|are|does|do|can|could|should|would|must|usually|normally|typically|generally|always|"
    r"often|average|every|each|most|least|highest|lowest|ever)\b",
    re.IGNORECASE,
)
# Asked of the past; one without a sign of it may ask of every May.
_PAST = re.compile(
    r"\b(?:did|was|were|has|have|had|\w{2,}ed|came|went|left|won|lost|fell|rose|met|led|began|broke|"
    r"sold|bought|paid|took|gave|made|became|held|said|told|wrote|spoke|cost|shut|built|sank|"
    r"struck|hit|grew|found|got|ran|stood|sent|brought|saw)\b",
    re.IGNORECASE,
)
_TODAY = re.compile(r"today$", re.IGNORECASE)
_NEAR_DAYS = 366


def read_dates(question: str, calendar: Calendar, *, of_statement: bool = False) -> list[Asked]:
    """The dates in a question that its documents should be of.

    They leave the question after a text (“reports from 2024”), and where they count from today.
    Elsewhere they stay for now: what happened then is mostly told with its date.

    Args:
        question: on one line.
        calendar: what they are read with.
        of_statement: whether it is asked what somebody said; its date says when that was.
    """
    if not calendar.known:
        return []
    return [
        _asked(question, phrase)
        for phrase in date_phrases(question, calendar)
        if stands_alone(question, phrase.span.start, phrase.span.end)
        and _is_meant(question, phrase, calendar, of_statement=of_statement)
    ]


def stands_alone(question: str, start: int, end: int) -> bool:
    """Whether it is a phrase of its own: the first or the last one, or before a topic."""
    closes = _CLOSING.match(question, end) is not None
    if question[:start].strip(" ,"):
        return closes
    # What was read before it is masked: “articles by NAME in May”.
    return _OPENING.match(question, end) is not None or (start > 0 and closes)


def _asked(question: str, phrase: DatePhrase) -> Asked:
    is_of_text = AFTER_TEXT.search(question[: phrase.span.start]) is not None
    leaves = is_of_text or phrase.is_counted
    return Asked(phrase.span, _ends(phrase.days), taken=phrase.span if leaves else None, loose=True)


def _is_meant(question: str, phrase: DatePhrase, calendar: Calendar, *, of_statement: bool) -> bool:
    """Whether the documents' own date is meant, and not what the question is about."""
    if phrase.is_counted:
        # “Where is the ferry today?” asks how things are.
        return of_statement or not _TODAY.search(phrase.span.of(question))
    is_past = _PAST.search(question) is not None and not _EVERY_YEAR.search(question)
    if not (phrase.has_year or of_statement or is_past):
        return False
    days, known = phrase.days, calendar.known
    return _is_of_library(days, known) or _is_beside(days, known, both=not of_statement)


def _is_of_library(days: Days, known: Sequence[Days]) -> bool:
    """Whether documents are of that time, and somebody who knows them may mean their date.

    What is open to one side must begin or end near the documents' own time: after 1945 is no time
    of documents that are all of today.
    """
    if not any(days.holds(own) for own in known):
        return False
    of_documents = Days(
        moved(known[0].first, -_NEAR_DAYS), moved(max(k.last for k in known), _NEAR_DAYS)
    )
    return all(of_documents.first <= end <= of_documents.last for end in _closed_ends(days))


def _is_beside(days: Days, known: Sequence[Days], *, both: bool) -> bool:
    """Whether documents are of within a year before it and after it; one of both unless `both`.

    Of such a time, a library that has nothing has nothing; of others it may tell.
    """
    ends = _closed_ends(days)
    first, last = ends[0], ends[-1]
    before = any(own.first <= last and _n_days(own.last, first) <= _NEAR_DAYS for own in known)
    after = any(own.last >= first and _n_days(last, own.first) <= _NEAR_DAYS for own in known)
    return (before and after) if both else (before or after)


def _closed_ends(days: Days) -> list[str]:
    return [end for end in (days.first, days.last) if end not in {FIRST_DAY, LAST_DAY}]


def _n_days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _ends(days: Days) -> tuple[Wanted, ...]:
    ends = [(RestrictionKind.AFTER, days.first), (RestrictionKind.BEFORE, days.last)]
    return tuple((kind, day) for kind, day in ends if day not in {FIRST_DAY, LAST_DAY})
