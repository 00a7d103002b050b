"""Subjects that stand elsewhere than before their verb: after it, far before it, in a list."""

from collections.abc import Sequence

from msgspec.structs import replace

from qa_app.language.speech.mentions import is_nameable, run_end
from qa_app.language.speech.noun_phrases import apposition, noun_phrase
from qa_app.language.speech.outline import Kind, Token
from qa_app.language.speech.subject import Subject, Who
from qa_app.language.speech.subjects import is_finite_report
from qa_app.language.speech.word_lists import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PAST_VERBS,
    PERSONAL_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIMES,
    is_role,
    may_speak,
)

_MAX_WORDS_AFTER = 18
_MAX_OPENING = 8
_MAX_PARTNERS = 6
# Before a noun phrase they open no clause: after the vote.
_PREPOSITIONS_TOO = frozenset("after before since until".split())


def subject_after(tokens: Sequence[Token], at: int) -> Subject | None:
    """The subject that begins at token `at`, right after its verb (“…,” said the mayor).

    None where what stands there is another clause.
    """
    last = _phrase_end(tokens, at)
    found = noun_phrase(tokens, at, last) if last > at else None
    if found is None or found.who is Who.THING:
        return None
    if last < len(tokens) and _goes_on(tokens, last):
        return None
    return _with_apposition(tokens, found, last)


def _phrase_end(tokens: Sequence[Token], at: int) -> int:
    last = at
    while last < min(len(tokens), at + _MAX_WORDS_AFTER) and tokens[last].kind is Kind.WORD:
        low = tokens[last].low
        is_small = low in SUBORDINATORS or low in RELATIVES or low in AUXILIARIES
        if not is_nameable(tokens, last) and (is_small or is_finite_report(tokens, last)):
            break
        last += 1
    return last


def _goes_on(tokens: Sequence[Token], last: int) -> bool:
    """Whether a verb follows, whose subject the phrase is: said the bases may stay."""
    return tokens[last].low in AUXILIARIES or (
        tokens[last].kind is Kind.WORD and is_finite_report(tokens, last)
    )


def _with_apposition(tokens: Sequence[Token], found: Subject, last: int) -> Subject:
    """The subject with what is after its comma: said Lee, the mayor; said the mayor, Lee."""
    if last >= len(tokens) or tokens[last].kind is not Kind.COMMA:
        return found
    end = last + 1
    while end < len(tokens) and tokens[end].kind is Kind.WORD:
        if tokens[end].low in RELATIVES:
            break
        end += 1
    if found.who is Who.NOUN and not found.is_many:
        name = noun_phrase(tokens, last + 1, end)
        if name is not None and name.who is Who.NAME and _is_pure(tokens, name, end):
            return replace(name.described(found), last=end)
    other = apposition(tokens, last + 1, end)
    if other is None or not other.offices:
        return found
    return found.described(other)


def clause_subject(tokens: Sequence[Token], start: int, stop: int) -> Subject | None:
    """The subject that a clause from `start` opens with, whatever its verb; ends before `stop`."""
    at = _past_openings(tokens, start, stop)
    if at >= stop or tokens[at].kind is not Kind.WORD:
        return None
    last = at + 1 if tokens[at].low in PERSONAL_PRONOUNS else _opening_end(tokens, at, stop)
    found = noun_phrase(tokens, at, last) if last is not None else None
    return found if found is not None and found.who > Who.THING else None


def _opening_end(tokens: Sequence[Token], at: int, stop: int) -> int | None:
    """Where the first name or noun that can speak ends; None where another word comes first."""
    for n in range(at, min(stop, at + _MAX_OPENING)):
        token = tokens[n]
        if is_nameable(tokens, n) and not token.is_possessive:
            return _titled_end(tokens, n)
        if token.kind is not Kind.WORD or _is_small(token):
            return None
        after = tokens[n + 1]
        if may_speak(token.low) and not may_speak(after.low) and not is_nameable(tokens, n + 1):
            return n + 1
    return None


def _titled_end(tokens: Sequence[Token], at: int) -> int:
    """Where a name ends, or what is said before it too: Foreign minister Ida Moe."""
    end = run_end(tokens, at)
    role = end + (tokens[end].kind is Kind.WORD and is_role(tokens[end + 1].low))
    is_title = tokens[role].kind is Kind.WORD and is_role(tokens[role].low)
    if is_title and role + 1 < len(tokens) and is_nameable(tokens, role + 1):
        return run_end(tokens, role + 1)
    return end


def _is_small(token: Token) -> bool:
    return token.low in AUXILIARIES or token.low in PREPOSITIONS or token.low in SUBORDINATORS


def _past_openings(tokens: Sequence[Token], start: int, stop: int) -> int:
    """Where the clause proper begins, after what is set off before it: In Paris, …."""
    at = start
    while at < stop:
        token = tokens[at]
        if token.kind is not Kind.WORD or not _opens_aside(token):
            return at
        if token.low in CONJUNCTIONS or (token.low in ADVERBS and tokens[at + 1].kind is Kind.WORD):
            at += 1
            continue
        comma = next((n for n in range(at, stop) if tokens[n].kind is not Kind.WORD), stop)
        subject = _second_phrase(tokens, at, comma)
        if subject is not None and (comma == stop or _has_verb(tokens, subject, comma)):
            return subject
        at = comma + 1
    return at


def _second_phrase(tokens: Sequence[Token], at: int, stop: int) -> int | None:
    """Where the subject begins after an opening that no comma ends: After the vote the mayor."""
    if tokens[at].low not in PREPOSITIONS and tokens[at].low not in _PREPOSITIONS_TOO:
        return None
    for n in range(at + 2, stop):
        lead = tokens[n - 1].low
        is_lead = lead in PREPOSITIONS or lead in CONJUNCTIONS or lead in DETERMINERS
        starts_name = is_nameable(tokens, n) and not is_nameable(tokens, n - 1) and lead in TIMES
        is_start = tokens[n].low in ARTICLES or tokens[n].low in PERSONAL_PRONOUNS or starts_name
        if is_start and not is_lead:
            return None if _has_verb(tokens, at, n) else n
    return None


def _has_verb(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a finite verb stands among the words, as far as its form shows."""
    return any(
        tokens[n].low in AUXILIARIES or tokens[n].low in PAST_VERBS or tokens[n].low.endswith("ed")
        for n in range(first, last)
        if not is_nameable(tokens, n)
    )


def _opens_aside(token: Token) -> bool:
    if token.low in DETERMINERS or token.low in PERSONAL_PRONOUNS:
        return False
    small = (PREPOSITIONS, SUBORDINATORS, CONJUNCTIONS, ADVERBS, TIMES)
    return any(token.low in words for words in small) or (
        token.low.endswith(("ing", "ed", "ly")) and not is_role(token.low)
    )


def partners(tokens: Sequence[Token], subject: Subject) -> list[Subject]:
    """Those who speak along with the subject: Lee, Ray and Smith said."""
    found: list[Subject] = []
    at = subject.first if subject.who > Who.THING else 0
    while len(found) < _MAX_PARTNERS and at > 1:
        joint = at - 1
        is_joined = tokens[joint].low == "and"
        if is_joined and tokens[joint - 1].kind is Kind.COMMA:
            joint -= 1
        if not is_joined and (tokens[joint].kind is not Kind.COMMA or not found):
            break
        first = joint
        while first > 0 and tokens[first - 1].kind is Kind.WORD and tokens[first - 1].low != "and":
            first -= 1
        first, joint = _past_description(tokens, first, joint)
        other = noun_phrase(tokens, first, joint)
        if other is None or other.who is not Who.NAME or not _is_pure(tokens, other, joint):
            return found
        found.append(other)
        at = first
    is_whole = at <= 0 or tokens[at - 1].kind is not Kind.WORD
    return found if is_whole else []


def _past_description(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The chunk before an apposition, or the chunk itself: Dahl, the mayor, and Moe."""
    is_set_off = tokens[first - 1].kind is Kind.COMMA and tokens[last].kind is Kind.COMMA
    said_of = apposition(tokens, first, last) if is_set_off else None
    has_article = tokens[first].low in DETERMINERS
    if said_of is None or not said_of.offices or not has_article:
        return first, last
    start = first - 1
    while start > 0 and tokens[start - 1].kind is Kind.WORD and tokens[start - 1].low != "and":
        start -= 1
    return start, first - 1


def _is_pure(tokens: Sequence[Token], name: Subject, last: int) -> bool:
    """Whether a chunk holds a name and nothing else but titles before it."""
    if name.mention is None or name.mention.last != last:
        return False
    return all(
        is_role(token.low) or token.low in DETERMINERS or token.is_capital
        for token in tokens[name.first : name.mention.first]
    )
