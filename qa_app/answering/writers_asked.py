"""Writers in a question: “articles by Jane Marsh”, “What did the Harbour Gazette report?”.

Who writes is named by what the documents say of themselves. Somebody who speaks in them, too, is
asked for what they say, unless it is asked what they wrote: precision first.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from itertools import pairwise

from msgspec import Struct

from qa_app.answering.asked import TEXT, Asked
from qa_app.answering.dates_asked import stands_alone
from qa_app.errors import QuestionError
from qa_app.language.reporting_verbs import ANY_FORM
from qa_app.language.speakers import WORD
from qa_app.library.archive import Sources
from qa_app.library.source_names import name_key
from qa_app.model import RestrictionKind, Span

_MAX_NAME_WORDS = 6
_ARTICLE = r"(?:(?:the|an?|this|that)\s+)?"
_OFTEN = r"(?:(?:also|ever|just|recently|first|actually|really|since|once)\s+)*"
_OF_TEXT = r"(?:write|wrote|written|publish|published|author|authored|pen|penned|print|printed)"
_ON = r"about|on|regarding|concerning|of|over|to"
_CLOSING = (
    rf"(?=\s+(?:{_ON})\s+\w|\s*(?:[,;:.!?]|$)"
    r"|\s+(?:in|during|since|after|before|as|from|last|this|yesterday|recently)\b)"
)
_WHAT_DOES = re.compile(
    rf"^\s*(?:what|which|whatever|everything|anything|how)(?:\s+(?:else|exactly)|\s+{TEXT})?\s+"
    rf"(?P<does>(?:(?:does|do|did|has|have|had)\s+)?{_ARTICLE})$",
    re.IGNORECASE,
)
_WROTE = re.compile(rf"\s+{_OFTEN}{_OF_TEXT}\b{_CLOSING}", re.IGNORECASE)
_TEXT_BY = re.compile(
    rf"(?<!\S)(?P<lead>(?:in|from)\s+)?{_ARTICLE}(?:\w+\s+)?{TEXT}\s+"
    rf"(?:(?:that\s+(?:was|were)\s+)?(?:written|published|penned|authored)\s+)?by\s+{_ARTICLE}$",
    re.IGNORECASE,
)
_WRITTEN_BY = re.compile(r"(?<!\S)(?:written|authored|penned)\s+by\s+$", re.IGNORECASE)
_BEFORE_OWNER = re.compile(r"(?:(?<!\S)(?P<lead>in|from)\s+)?$", re.IGNORECASE)
_ITS_TEXT = re.compile(rf"['’]s?\s+(?:\w+\s+)?{TEXT}", re.IGNORECASE)
_TEXTS = re.compile(rf"\s+{TEXT}", re.IGNORECASE)
_BETWEEN_WORDS = re.compile(r"\s+|\s*[-–&.]\s*|\.\s+")
_OWNER = re.compile(r"['’]s$")

# Whether somebody of a name says something in the documents.
Speaks = Callable[[str], bool]


class _Name(Struct, frozen=True):
    """A writer's name in a question, without an 's after it, and who it is a name of."""

    span: Span
    kind: RestrictionKind
    value: str


@cache
def _said() -> re.Pattern[str]:
    # Its many verbs take long to compile; few questions have need of them.
    said = rf"\s+{_OFTEN}(?:{ANY_FORM}|{_OF_TEXT}|cover(?:ed)?)\b{_CLOSING}"
    return re.compile(said, re.IGNORECASE)


def read_writers(question: str, catalogue: Sources, speaks: Speaks) -> list[Asked]:
    """The authors, and the publishers asked as if they spoke, that the answer should come from.

    Args:
        question: on one line.
        catalogue: says who wrote and published the documents.
        speaks: says whether somebody of a name speaks in them.
    """
    by_author = (
        asked
        for name in _names_in(question, catalogue.authors, RestrictionKind.AUTHOR, catalogue)
        if (asked := _asked_of_author(question, name, speaks)) is not None
    )
    by_publisher = (
        asked
        for name in _names_in(question, catalogue.sources, RestrictionKind.SOURCE, catalogue)
        if (asked := _what_it_says(question, name, _said())) is not None
        and not speaks(name.span.of(question))
    )
    return list(by_author) or list(by_publisher)


def author_named(typed: str, catalogue: Sources) -> str:
    """The name of the author that `author:` names; as typed where there is none.

    A surname will do, and so will the beginning of a name that only one author's has.

    Raises:
        QuestionError: several names begin so.
    """
    key = name_key(typed)
    if not key or key in catalogue.authors:
        return _own_name(typed, catalogue)
    meant = {name for name in catalogue.author_names if name_key(name).startswith(key)}
    if len({catalogue.documents_by(name) for name in meant}) > 1:
        listed = ", ".join(sorted(meant)[:4])
        raise QuestionError(f"“author:{typed}” may be any of: {listed}; write more of the name.")
    return min(meant, default=typed)


def _own_name(typed: str, catalogue: Sources) -> str:
    """The author's whole name where what is typed stands for the documents of one author."""
    wanted = catalogue.documents_by(typed)
    key = name_key(typed)
    whole = [n for n in catalogue.author_names if catalogue.documents_by(n) == wanted]
    named = (n for n in whole if key in {name_key(n), name_key(n.split()[-1])})
    return next(named, typed)


def _names_in(
    question: str,
    keys: Mapping[str, Collection[int]],
    kind: RestrictionKind,
    catalogue: Sources,
) -> Iterator[_Name]:
    """The names of writers in a question, the longest where one lies in another."""
    words = list(WORD.finditer(question)) if keys else []
    end = 0
    for at, word in enumerate(words):
        if word.start() < end or not word.group()[0].isupper():
            continue
        for last in reversed(words[at : at + _MAX_NAME_WORDS]):
            bare = _OWNER.sub("", question[word.start() : last.end()])
            if name_key(bare) in keys and _is_one_name(bare):
                end = word.start() + len(bare)
                is_author = kind is RestrictionKind.AUTHOR
                value = _own_name(bare, catalogue) if is_author else _publisher(bare, catalogue)
                yield _Name(Span(word.start(), end), kind, value)
                break


def _is_one_name(name: str) -> bool:
    words = list(WORD.finditer(name))
    gaps = (name[a.end() : b.start()] for a, b in pairwise(words))
    return all(_BETWEEN_WORDS.fullmatch(gap) for gap in gaps)


def _publisher(name: str, catalogue: Sources) -> str:
    return catalogue.publishers_by_documents.get(catalogue.documents_from(name), name)


def _asked_of_author(question: str, name: _Name, speaks: Speaks) -> Asked | None:
    """What the words around an author's name ask for; None where it is a name as any other."""
    before = question[: name.span.start]
    if lead := _TEXT_BY.search(before):
        return _text_of(question, name, Span(lead.start(), name.span.end), leads=bool(lead["lead"]))
    if lead := _WRITTEN_BY.search(before):
        span = Span(lead.start(), name.span.end)
        return Asked(span, ((name.kind, name.value),), taken=span)
    if (asked := _asked_by_its_text(question, name)) is not None:
        return asked
    return _what_it_says(question, name, _WROTE) or _said_by_author(question, name, speaks)


def _asked_by_its_text(question: str, name: _Name) -> Asked | None:
    """“In Jane Marsh's article”, and “Jane Marsh articles” at the beginning."""
    before = question[: name.span.start]
    text = _ITS_TEXT.match(question, name.span.end)
    if text is None and not before.strip() and " " in name.span.of(question):
        text = _TEXTS.match(question, name.span.end)
    lead = _BEFORE_OWNER.search(before)
    if text is None or lead is None:
        return None
    return _text_of(question, name, Span(lead.start(), text.end()), leads=bool(lead["lead"]))


def _said_by_author(question: str, name: _Name, speaks: Speaks) -> Asked | None:
    """“What does Jane Marsh say about ferries?”; a surname alone may be anybody's."""
    typed = name.span.of(question)
    asked = _what_it_says(question, name, _said()) if " " in typed else None
    return asked if asked is not None and not speaks(typed) else None


def _text_of(question: str, name: _Name, span: Span, *, leads: bool) -> Asked | None:
    """“Articles by Jane Marsh” leave a question that begins or ends so; elsewhere they stay."""
    begins = not question[: span.start].strip(" ,")
    leaves = stands_alone(question, span.start, span.end) if leads else begins
    return Asked(span, ((name.kind, name.value),), taken=span if leaves else None)


def _what_it_says(question: str, name: _Name, verb: re.Pattern[str]) -> Asked | None:
    """Of “What did Jane Marsh write about ferries?” all but “What about ferries?” is taken."""
    does, says = _WHAT_DOES.match(question[: name.span.start]), verb.match(question, name.span.end)
    if not does or not says:
        return None
    taken = Span(does.start("does"), says.end())
    return Asked(Span(name.span.start, says.end()), ((name.kind, name.value),), taken=taken)
