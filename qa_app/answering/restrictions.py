"""What a question asks for beside its words: where its answer should stand, and with which words.

Operators (`source:`, `before:`, `after:`, a quoted phrase, `-word`) say so outright. Dates and
sources in plain words are understood where that is safe (see `dates_asked`, `sources_asked`).
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from msgspec.structs import replace

from qa_app.answering.asked import TEXT, Asked, has_words, masked, without
from qa_app.answering.asked_speaker import asked_speaker
from qa_app.answering.attribution import said_by, words_to_find
from qa_app.answering.date_phrases import Calendar
from qa_app.answering.dates_asked import read_dates
from qa_app.answering.operators import read_operators
from qa_app.answering.question import Intent, understand
from qa_app.answering.sources_asked import read_sources, source_named
from qa_app.answering.writers_asked import author_named, read_writers
from qa_app.errors import QuestionError
from qa_app.language.reporting_verbs import ANY_FORM
from qa_app.library.analyzer import Analyzer
from qa_app.library.archive import Corpus
from qa_app.library.narrowing import narrowing_of, says_nothing
from qa_app.library.stored import StoredPassage
from qa_app.model import Restriction, RestrictionKind
from qa_app.settings import MAX_QUESTION_CHARS

_ASKING = re.compile(
    r"\?|^\W*(?:what|who|whom|whose|which|when|where|why|how|did|does|do|has|have|had|is|are|was|"
    r"were|can|could|will|would|should|tell|show|list|name)\b",
    re.IGNORECASE,
)
_N_LOOKED_AT = 100
_NO_UNICODE = re.compile("[\ud800-\udfff]")


@cache
def _of_texts() -> re.Pattern[str]:
    # What is written or said, as “according to” is not. Compiled late, as it takes long.
    of_texts = rf"\b{TEXT}|(?:{ANY_FORM}|publish|write|wrote|cover)\w*\W*$"
    return re.compile(of_texts, re.IGNORECASE)


def read_restrictions(
    text: str, library: Corpus, dropped: Collection[str] = (), *, today: date | None = None
) -> tuple[str, tuple[Restriction, ...]]:
    """A question's remaining text, and the restrictions it asks for in their order.

    The text is empty where nothing is asked but what somebody wrote or published.
    What is dropped in plain words or quotes counts as ordinary words; a dropped operator is gone,
    and so is a time that was no part of what is asked.
    What is no question is left as it is: `understand` says what is wrong with it.

    Args:
        text: the question as it was typed.
        library: says which sources and dates there are.
        dropped: restrictions (`Restriction.typed`) to do without.
        today: what “last week” counts from; without it such words are words.

    Raises:
        QuestionError: an operator's value cannot be used, or nothing is asked beside operators.
    """
    if len(text) > MAX_QUESTION_CHARS or _NO_UNICODE.search(text):
        return text, ()
    question = " ".join(text.split())
    explicit = _explicit(question, library, dropped)
    plain = _in_plain_words(question, explicit, library, dropped, today)
    is_list = _asks_for_list(question, explicit, plain, library.analyzer)
    if not is_list and not has_words(without(question, [*explicit, *plain])):
        plain = []
    every = sorted([*explicit, *plain], key=lambda asked: asked.span)
    restrictions = (restriction for asked in every for restriction in asked.restrictions(question))
    rest = "" if is_list else without(question, every)
    return rest, tuple(dict.fromkeys(restrictions))


def date_terms(restrictions: Iterable[Restriction], analyzer: Analyzer) -> frozenset[str]:
    """The terms of dates that may still stand in a question that is restricted to them.

    A passage that lacks them is of that time all the same.
    """
    typed = (restriction.typed for restriction in restrictions if restriction.loose)
    return frozenset(term for words in typed for term in analyzer.terms(words))


def allows(restrictions: Iterable[Restriction], passage: StoredPassage, analyzer: Analyzer) -> bool:
    """Whether a passage meets every restriction, exactly."""
    return narrowing_of(restrictions).allows(passage, analyzer)


def _explicit(question: str, library: Corpus, dropped: Collection[str]) -> list[Asked]:
    """What the operators of a question ask for."""
    named = {
        "source": lambda typed: source_named(typed, library.catalogue),
        "author": lambda typed: author_named(typed, library.catalogue),
    }
    found = read_operators(question, named, dropped)
    rest = without(question, found)
    if found and not has_words(rest):
        raise QuestionError(
            f"“{question}” only says where to look; type what to look for too, such as: "
            f"what did NAME say? {question}"
        )
    meant = (_without_common_words(asked, library.analyzer) for asked in found)
    return [asked for asked in meant if asked and _can_be_met(asked, question, rest, library)]


def _without_common_words(asked: Asked, analyzer: Analyzer) -> Asked | None:
    """Nothing for “of the” in quotes or after a dash: nearly every passage has such words."""
    if not any(
        kind in (RestrictionKind.PHRASE, RestrictionKind.WITHOUT) and says_nothing(value, analyzer)
        for kind, value in asked.wanted
    ):
        return asked
    return replace(asked, wanted=()) if asked.taken else None


def _in_plain_words(
    question: str,
    explicit: Sequence[Asked],
    library: Corpus,
    dropped: Collection[str],
    today: date | None,
) -> list[Asked]:
    """The sources, writers and dates that a question names without operators."""
    # A quotation is one word to what stands around it.
    quoted = (asked.span for asked in explicit if asked.taken is None)
    operators = (asked.span for asked in explicit if asked.taken is not None)
    open_text = masked(masked(question, quoted, by="x"), operators)
    sources = [
        asked
        for asked in _sources_and_writers(open_text, library)
        if asked.span.of(question) not in dropped
    ]
    open_text = masked(open_text, (asked.span for asked in sources))
    calendar = Calendar(library.catalogue.days, today, lambda name: _is_speaker(name, library))

    # It was when they said it, not about what; of events, passages mostly tell the date too.
    leaving = [
        replace(asked, taken=asked.span)
        for asked in read_dates(open_text, calendar, of_statement=True)
    ]
    rest = without(question, [*explicit, *sources, *leaving])
    if leaving and has_words(rest) and _asks_for_statement(rest, library.analyzer):
        dates = leaving
    else:
        dates = read_dates(open_text, calendar)
    return sources + list(_without_dropped(dates, question, dropped))


def _without_dropped(
    dates: Iterable[Asked], question: str, dropped: Collection[str]
) -> Iterator[Asked]:
    """A dropped date that was no part of what is asked is gone, another one is words again."""
    for asked in dates:
        if asked.span.of(question) not in dropped:
            yield asked
        elif asked.taken is not None:
            yield replace(asked, wanted=())


def _sources_and_writers(question: str, library: Corpus) -> list[Asked]:
    sources = read_sources(question, library.catalogue, library.analyzer)
    open_text = masked(question, (asked.span for asked in sources), by="x")
    return sources + read_writers(open_text, library.catalogue, lambda n: _speaks(n, library))


def _asks_for_list(
    question: str, explicit: Sequence[Asked], plain: Sequence[Asked], analyzer: Analyzer
) -> bool:
    """Whether nothing is left to look for: “articles by Jane Marsh”, “What did Alma report?”."""
    named = [asked for asked in plain if not asked.loose]
    is_of_text = any(
        asked.wanted[0][0] is RestrictionKind.AUTHOR or _of_texts().search(asked.span.of(question))
        for asked in named
    )
    if explicit or not is_of_text:
        return False
    left = re.sub(
        TEXT, " ", masked(question, (a.taken or a.span for a in plain)), flags=re.IGNORECASE
    )
    return not has_words(left) or not understand(left, analyzer).terms


def _asks_for_statement(question: str, analyzer: Analyzer) -> bool:
    return understand(question, analyzer).intent is Intent.STATEMENT


def _is_speaker(name: str, library: Corpus) -> bool:
    """Whether somebody whose name holds the word speaks in the documents."""
    return bool(library.by_speaker([name], 1))


def _speaks(name: str, library: Corpus) -> bool:
    """Whether somebody of the name speaks in the documents, whole or by the surname."""
    speaker = asked_speaker(name)
    if speaker is None:
        return False
    surnames = frozenset({speaker.surname})
    words, others = words_to_find(speaker, surnames)
    ids = library.by_speaker(words | others, _N_LOOKED_AT)
    found = library.statements(ids).values()
    return any(said_by(speaker, surnames, statements) for statements in found)


def _can_be_met(asked: Asked, question: str, rest: str, library: Corpus) -> bool:
    """Whether a quotation is to be taken at its word.

    Within a question, what no passage holds is rather misquoted, and searched as words.
    """
    restrictions = asked.restrictions(question)
    if asked.taken is not None or not _ASKING.search(rest):
        return True
    return not restrictions or library.count(restrictions) > 0
