"""The operators of a question: `source:`, `author:`, `before:`, `after:`, "phrases", `-word`."""

import re
from collections.abc import Callable, Collection, Mapping

from qa_app.answering.asked import Asked, Wanted
from qa_app.answering.date_phrases import day_after, day_before
from qa_app.errors import QuestionError
from qa_app.language.dates import Days, days_of
from qa_app.language.phrases import QUOTED, without_marks
from qa_app.model import RestrictionKind, Span

_TOKEN = re.compile(
    rf"(?<!\S)(?P<name>source|author|before|after):(?P<value>{QUOTED}|[^\s\"“„«]\S*)"
    rf"|(?<!\S)-(?P<without>{QUOTED}|[^\W\d_]\S*)"
    # A dash joins a phrase to the words before it, or takes it out of what is searched.
    rf"|(?<![^\s(\[{{])(?P<phrase>{QUOTED})(?!\w)",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?)]}"
_NUMBERS = re.compile(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?", re.ASCII)
# 03/04 is March in one country and April in another.
_EITHER_MONTH = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]\d{4}", re.ASCII)
_JOINTS = re.compile(r"[\s_/.-]+|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")


def read_operators(
    question: str, named: Mapping[str, Callable[[str], str]], dropped: Collection[str]
) -> list[Asked]:
    """What the operators of a question ask for.

    The words of a phrase stay in the question, those of the others leave it.

    Args:
        question: on one line.
        named: gives the name that documents have for a `source`, an `author`, as somebody types it.
        dropped: what not to ask for (`Restriction.typed`); it leaves the question all the same.

    Raises:
        QuestionError: the value of an operator cannot be used.
    """
    found = (_asked(question, match, named, dropped) for match in _TOKEN.finditer(question))
    return [asked for asked in found if asked is not None]


def _asked(
    question: str,
    match: re.Match[str],
    named: Mapping[str, Callable[[str], str]],
    dropped: Collection[str],
) -> Asked | None:
    typed = match.group()
    is_quoted = typed[-1] in '"“”»'
    span = Span(match.start(), match.start() + len(typed if is_quoted else typed.rstrip(_TRAILING)))
    typed = span.of(question)
    if match["phrase"]:
        phrase = without_marks(typed)
        if not phrase or typed in dropped:
            return None
        return Asked(span, ((RestrictionKind.PHRASE, phrase),), taken=None)
    if typed in dropped:
        return Asked(span, (), taken=span)
    return Asked(span, (_wanted(match, typed, named),), taken=span)


def _wanted(match: re.Match[str], typed: str, named: Mapping[str, Callable[[str], str]]) -> Wanted:
    if match["without"]:
        return RestrictionKind.WITHOUT, _word(typed)
    name, _, value = typed.partition(":")
    value = without_marks(value)
    if name.lower() in named:
        return RestrictionKind(name.lower()), named[name.lower()](value)
    return _bound(name.lower(), value, typed)


def _word(typed: str) -> str:
    if re.match(r"-(?:source|author|before|after):", typed, re.IGNORECASE):
        raise QuestionError(
            f"“{typed}” cannot be asked; “-” leaves out a word or a quoted phrase, such as -summit."
        )
    return without_marks(typed)


def _bound(name: str, value: str, typed: str) -> Wanted:
    if _EITHER_MONTH.fullmatch(value) and len(_iso_date(value)) == len("2025"):
        raise QuestionError(f"“{typed}” may be two days; write the one as {name}:2025-02-17.")
    days = _days(value)
    if days is None:
        raise QuestionError(
            f"“{typed}” names no date; write a day, a month or a year, such as {name}:2025-02-17, "
            f"{name}:feb-2025 or {name}:2025."
        )
    if name == "before":
        return RestrictionKind.BEFORE, day_before(days.first)
    return RestrictionKind.AFTER, day_after(days.last)


def _days(value: str) -> Days | None:
    """The days of a date as somebody types it without spaces."""
    if numbers := _NUMBERS.fullmatch(value):
        value = "-".join(part.zfill(2) for part in numbers.groups() if part)
    return days_of(_iso_date(value) or _iso_date(_JOINTS.sub(" ", value)))


def _iso_date(value: str) -> str:
    # Few questions have such an operator.
    from qa_app.reading.dates import iso_date  # noqa: PLC0415

    return iso_date(value)
