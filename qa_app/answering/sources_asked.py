"""Sources in a question: “according to Reuters”, “in the Kyiv Independent article”.

Precision first. Who is named may as well be a speaker or a place, so a name counts only where it
is a publisher's (or a host's) and the words around it say that a text of theirs is meant. Titles
and file names count in “in the ferry report” alone, and only where one document has the name.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from msgspec import Struct

from qa_app.answering.asked import TEXT, Asked, Wanted
from qa_app.answering.dates_asked import stands_alone
from qa_app.errors import QuestionError
from qa_app.language.reporting_verbs import ANY_FORM
from qa_app.language.speakers import WORD
from qa_app.library.analyzer import Analyzer
from qa_app.library.archive import Sources
from qa_app.library.source_names import begin_of, name_key
from qa_app.library.stored import Named
from qa_app.model import RestrictionKind, Span

_MAX_NAME_WORDS = 6
_ARTICLE = r"(?:(?:the|an?|this|that)\s+)?"
_BETWEEN_WORDS = re.compile(r"\s+|\s*[-–&]\s*")
# What makes the name after it a source, whatever it is the name of.
_ACCORDING = re.compile(
    r"(?<!\S)(?:according\s+to|as\s+(?:reported|published|written|told)\s+(?:by|in|to)|as\s+per)"
    rf"\s+{_ARTICLE}$",
    re.IGNORECASE,
)
_TEXT_OF = re.compile(
    rf"(?<!\S)(?P<lead>(?:in|from)\s+)?{_ARTICLE}{TEXT}\s+"
    rf"(?:(?:published|written|carried)\s+)?(?:by|from|in|of)\s+{_ARTICLE}$",
    re.IGNORECASE,
)
_IN = re.compile(rf"(?<!\S)(?:in|from)\s+{_ARTICLE}$", re.IGNORECASE)
_THE = re.compile(r"(?<!\S)(?:the|an?|this|that)\s+$", re.IGNORECASE)
_ITS_TEXT = re.compile(rf"(?P<owned>['’]s?)?\s+{TEXT}", re.IGNORECASE)
_WHAT_DOES = re.compile(rf"^\s*what\s+(?P<does>(?:does|do|did)\s+){_ARTICLE}$", re.IGNORECASE)
_DOES = re.compile(
    rf"\b(?:does|do|did|has|have|had|will|would|can|could)\s+{_ARTICLE}$", re.IGNORECASE
)
_IN_TEXT_NAMED = re.compile(
    rf"(?<!\S)(?:in|from)\s+{_ARTICLE}(?P<name>[^\W_][^,;:?!]{{0,80}}?)\s+(?P<text>{TEXT})",
    re.IGNORECASE,
)
_ARTICLES = frozenset(("the", "a", "an"))
# What “is in the letter” is no question without the letter.
_IS = re.compile(r"(?:\b(?:is|are|was|were)|['’]s)\s*$", re.IGNORECASE)
_OWNER = re.compile(r"['’]s$")
_LEAST_TITLE_SHARE = 0.5
_LISTED = 4


class _Name(Struct, frozen=True):
    """A publisher's name in a question, without an 's after it."""

    start: int
    end: int
    n_words: int


@cache
def _say_about() -> re.Pattern[str]:
    # Its many verbs take long to compile; few questions have need of them.
    say_about = rf"\s+{ANY_FORM}\s+(?=(?:about|on|regarding|concerning|of)\s+\w)"
    return re.compile(say_about, re.IGNORECASE)


def read_sources(question: str, catalogue: Sources, analyzer: Analyzer) -> list[Asked]:
    """The sources that the answer should come from.

    The words leave the question where they are a phrase of their own at one of its ends.
    """
    by_name = (
        asked
        for name in _names_in(question, catalogue)
        if (asked := _asked_by_name(question, name, catalogue)) is not None
    )
    return list(by_name) or list(_asked_by_title(question, catalogue, analyzer))


def source_named(typed: str, catalogue: Sources) -> str:
    """The name that documents have for the source that `source:` names; as typed where none has.

    The beginning of a publisher's name will do, or else of a title or a file's name, if there is
    one that begins so.

    Raises:
        QuestionError: several begin so.
    """
    key = name_key(typed)
    if key in catalogue.sources:
        return _own_name(typed, catalogue)
    if key in catalogue.places or not key:
        return typed
    meant = _publishers_from(key, catalogue) or catalogue.names_from(key)
    if len(meant) > 1:
        listed = ", ".join(sorted(meant)[:_LISTED])
        raise QuestionError(f"“source:{typed}” may be any of: {listed}; write more of the name.")
    return meant.pop() if meant else typed


def _publishers_from(key: str, catalogue: Sources) -> set[str]:
    """The publishers whose names begin with a key; one of them where it stands for all."""
    begun = [theirs for known, theirs in catalogue.sources.items() if known.startswith(key)]
    documents = frozenset[int]().union(*begun)
    named = catalogue.publishers_by_documents
    meant = {theirs: name for theirs, name in named.items() if not theirs.isdisjoint(documents)}
    whole = (name for theirs, name in meant.items() if documents <= theirs)
    return set(islice(whole, 1)) or set(meant.values())


def _own_name(typed: str, catalogue: Sources) -> str:
    """The publisher's name that stands for the same documents, or else what is typed."""
    return catalogue.publishers_by_documents.get(catalogue.documents_from(typed), typed)


def _names_in(question: str, catalogue: Sources) -> Iterator[_Name]:
    """The publishers' names in a question, the longest where one lies in another."""
    words = list(WORD.finditer(question))
    begins = catalogue.source_begins
    end = 0
    for at, word in enumerate(words):
        if word.start() < end or word.group().lower() in _ARTICLES:
            continue
        # Its key begins that of every name from here on.
        if begin_of(name_key(_OWNER.sub("", word.group()))) not in begins:
            continue
        if (name := _name_at(question, words, at, catalogue)) is not None:
            end = name.end
            yield name


def _name_at(
    question: str, words: list[re.Match[str]], at: int, catalogue: Sources
) -> _Name | None:
    found: _Name | None = None
    start = words[at].start()
    for n, word in enumerate(words[at : at + _MAX_NAME_WORDS], start=1):
        before = words[at + n - 2].end() if n > 1 else start
        if n > 1 and not _BETWEEN_WORDS.fullmatch(question, before, word.start()):
            break
        bare = _OWNER.sub("", question[start : word.end()])
        if name_key(bare) in catalogue.sources:
            found = _Name(start, start + len(bare), n)
    return found


def _asked_by_name(question: str, name: _Name, catalogue: Sources) -> Asked | None:
    """What the words around a publisher's name ask for; None where it may be a speaker."""
    before = question[: name.start]
    text = _ITS_TEXT.match(question, name.end)
    end = text.end() if text else name.end
    source = RestrictionKind.SOURCE, _own_name(question[name.start : name.end], catalogue)
    if text and (whole := _what_it_says(question, before, end)) is not None:
        return Asked(Span(name.start, end), (source,), taken=whole)
    if lead := _ACCORDING.search(before):
        return _leaving(question, Span(lead.start(), end), source)
    if text:
        return _asked_by_its_text(question, name, text, source)
    if lead := _TEXT_OF.search(before):
        span = Span(lead.start(), end)
        leaving = _leaving(question, span, source) if lead["lead"] else None
        return leaving or Asked(span, (source,), taken=None)
    if (lead := _IN.search(before)) and name.n_words > 1:
        return _leaving(question, Span(lead.start(), end), source)
    return None


def _asked_by_its_text(
    question: str, name: _Name, text: re.Match[str], source: Wanted
) -> Asked | None:
    """“in the Reuters report”, “the Reuters report”; but not “does the Post report”."""
    before = question[: name.start]
    if lead := _IN.search(before):
        span = Span(lead.start(), text.end())
        return _leaving(question, span, source) or Asked(span, (source,), taken=None)
    if (text["owned"] or _THE.search(before)) and not _DOES.search(before):
        return Asked(Span(name.start, text.end()), (source,), taken=None)
    return None


def _leaving(question: str, span: Span, source: Wanted) -> Asked | None:
    """What leaves the question, where it is a phrase of its own and the rest can do without."""
    if _IS.search(question[: span.start]) or not stands_alone(question, span.start, span.end):
        return None
    return Asked(span, (source,), taken=span)


def _what_it_says(question: str, before: str, end: int) -> Span | None:
    """Of “What does the Reuters article say about ferries?” all but “What about ferries?”."""
    does, say = _WHAT_DOES.match(before), _say_about().match(question, end)
    return Span(does.start("does"), say.end()) if does and say else None


def _asked_by_title(question: str, catalogue: Sources, analyzer: Analyzer) -> Iterator[Asked]:
    """The one text that a question names by its title; the first such words in it decide."""
    for match in _IN_TEXT_NAMED.finditer(question):
        wanted = frozenset(analyzer.terms(match["name"]))
        if not wanted or not stands_alone(question, match.start(), match.end()):
            continue
        named = _named_mostly(wanted, match["text"], catalogue, analyzer)
        if len({one.document for one in named}) == 1:
            span = Span(match.start(), match.end())
            yield Asked(span, ((RestrictionKind.SOURCE, named[0].name),), taken=span)
        return


def _named_mostly(
    wanted: frozenset[str], text: str, catalogue: Sources, analyzer: Analyzer
) -> list[Named]:
    """The titles and file names that the words make up for the better part."""
    words = wanted.union(analyzer.terms(text))
    return [
        named
        for named in catalogue.named_with(wanted, analyzer)
        if len(named.terms & words) >= _LEAST_TITLE_SHARE * len(named.terms)
    ]
