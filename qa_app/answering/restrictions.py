"""What a question asks for beside its words: where its answer should stand, and with which words.

Operators (`source:`, `before:`, `after:`, a quoted phrase, `-word`) say so outright. Dates and
sources in plain words are understood where that is safe (see `dates_asked`, `sources_asked`).
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from qa_app.answering.asked import Asked, has_words, masked, without
from qa_app.answering.dates_asked import read_dates
from qa_app.answering.operators import read_operators
from qa_app.answering.question import Intent, understand
from qa_app.answering.sources_asked import read_sources, source_named
from qa_app.errors import QuestionError
from qa_app.library.analyzer import Analyzer
from qa_app.library.library import Library
from qa_app.library.narrowing import narrowing_of, says_nothing
from qa_app.library.store import StoredPassage
from qa_app.model import Restriction, RestrictionKind
from qa_app.settings import MAX_QUESTION_CHARS

_ASKING = re.compile(
    r"\?|^\W*(?:what|who|whom|whose|which|when|where|why|how|did|does|do|has|have|had|is|are|was|"
    r"were|can|could|will|would|should|tell|show|list|name)\b",
    re.IGNORECASE,
)
_NO_UNICODE = re.compile("[\ud800-\udfff]")


def read_restrictions(
    text: str, library: Library, dropped: Collection[str] = ()
) -> tuple[str, tuple[Restriction, ...]]:
    """A question's remaining text, and the restrictions it asks for in their order.

    What is dropped in plain words or quotes counts as ordinary words; a dropped operator is gone.
    What is no question is left as it is: `understand` says what is wrong with it.

    Args:
        text: the question as it was typed.
        library: says which sources and dates there are.
        dropped: restrictions (`Restriction.typed`) to do without.

    Raises:
        QuestionError: an operator's value cannot be used, or nothing is asked beside operators.
    """
    if len(text) > MAX_QUESTION_CHARS or _NO_UNICODE.search(text):
        return text, ()
    question = " ".join(text.split())
    explicit = _explicit(question, library, dropped)
    plain = _in_plain_words(question, explicit, library, dropped)
    plain = _without_dates_of_statements(question, explicit, plain, library.analyzer)
    if not has_words(without(question, [*explicit, *plain])):
        plain = []
    every = sorted([*explicit, *plain], key=lambda asked: asked.span)
    restrictions = (restriction for asked in every for restriction in asked.restrictions(question))
    return without(question, every), tuple(dict.fromkeys(restrictions))


def date_terms(restrictions: Iterable[Restriction], analyzer: Analyzer) -> frozenset[str]:
    """The terms of dates that may still stand in a question that is restricted to them.

    A passage that lacks them is of that time all the same.
    """
    typed = (restriction.typed for restriction in restrictions if restriction.loose)
    return frozenset(term for words in typed for term in analyzer.terms(words))


def allows(restrictions: Iterable[Restriction], passage: StoredPassage, analyzer: Analyzer) -> bool:
    """Whether a passage meets every restriction, exactly."""
    return narrowing_of(restrictions).allows(passage, analyzer)


def _explicit(question: str, library: Library, dropped: Collection[str]) -> list[Asked]:
    """What the operators of a question ask for."""
    found = read_operators(question, lambda typed: source_named(typed, library.catalogue), dropped)
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
    question: str, explicit: Sequence[Asked], library: Library, dropped: Collection[str]
) -> list[Asked]:
    """The sources and dates that a question names without operators."""
    # A quotation is one word to what stands around it.
    quoted = (asked.span for asked in explicit if asked.taken is None)
    operators = (asked.span for asked in explicit if asked.taken is not None)
    open_text = masked(masked(question, quoted, by="x"), operators)
    sources = read_sources(open_text, library.catalogue, library.analyzer)
    sources = [asked for asked in sources if asked.span.of(question) not in dropped]
    open_text = masked(open_text, (asked.span for asked in sources))
    dates = read_dates(open_text, library.catalogue.days)
    return sources + [asked for asked in dates if asked.span.of(question) not in dropped]


def _can_be_met(asked: Asked, question: str, rest: str, library: Library) -> bool:
    """Whether a quotation is to be taken at its word.

    Within a question, what no passage holds is rather misquoted, and searched as words.
    """
    restrictions = asked.restrictions(question)
    if asked.taken is not None or not _ASKING.search(rest):
        return True
    scope = library.scope_of(restrictions)
    return scope is None or len(scope) > 0


def _without_dates_of_statements(
    question: str, explicit: Sequence[Asked], plain: Sequence[Asked], analyzer: Analyzer
) -> list[Asked]:
    """The same, but a date leaves a question of what somebody said: it was when, not about what.

    Elsewhere it stays: passages that tell what happened then mostly tell the date too.
    """
    leaving = [replace(asked, taken=asked.taken or asked.span) for asked in plain if asked.loose]
    rest = without(question, [*explicit, *plain, *leaving])
    if not leaving or not has_words(rest):
        return list(plain)
    if understand(rest, analyzer).intent is not Intent.STATEMENT:
        return list(plain)
    return [asked for asked in plain if not asked.loose] + leaving
