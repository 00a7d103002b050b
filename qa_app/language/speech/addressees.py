"""Stepping over whom something was said to, where and when, to what was said."""

from collections.abc import Sequence

from qa_app.language.reporting_verbs import Verb
from qa_app.language.speech.mentions import is_nameable, run_end
from qa_app.language.speech.outline import Kind, Token
from qa_app.language.speech.word_lists import (
    ARTICLES,
    AUXILIARIES,
    CIRCUMSTANCES,
    DETERMINERS,
    FUNCTION_WORDS,
    OCCASIONS,
    PERSONAL_PRONOUNS,
    PREPOSITIONS,
    TIME_LEADS,
    TIMES,
    is_role,
    is_writing,
    may_speak,
)

_PRONOUNS = frozenset("me us him her them you it everyone everybody someone".split())
# They are said to someone for sure; the others may be said to nobody: promised to leave.
ALWAYS_SAID_TO = frozenset("tell inform remind assure brief".split())
# pledged to leave: what is said is a deed
DEEDS = frozenset(
    "agree ask beg decide demand expect hope offer order plead pledge promise propose refuse "
    "request resolve swear threaten undertake urge vote vow warn".split()
)
_AFTER_ADDRESSEE = frozenset("that to not of about against how why whether what".split())
_MAX_NOUN_WORDS = 6
_MAX_OCCASION_WORDS = 7
# They are times after a word that makes them so (last week), or else what is told of.
_PERIODS = frozenset(
    "afternoon autumn day days decade evening fall hour hours midnight month months morning night "
    "noon spring summer week weekend weeks winter year years".split()
)
# To whom is a part of what is done: apologised to the families.
SAID_TO = frozenset("apologise apologize object".split())
_SAID_ON = frozenset("say tell write add announce".split())


def past_addressee(tokens: Sequence[Token], at: int, verb: Verb) -> int:
    """Where what follows whom it was said to begins; `at` where it was said to nobody."""
    is_phrase = tokens[at].kind is not Kind.WORD or tokens[at].low in PREPOSITIONS
    if not verb.addresses or is_phrase:
        return at
    end = _addressee_end(tokens, at)
    if end == at or verb.lemma in ALWAYS_SAID_TO:
        return end
    after = tokens[end]
    is_marked = after.low in _AFTER_ADDRESSEE or after.kind in {Kind.QUOTATION, Kind.COLON}
    return end if is_marked else at


def _addressee_end(tokens: Sequence[Token], at: int) -> int:
    if tokens[at].low in _PRONOUNS:
        return at + 1
    first = at + (tokens[at].low in DETERMINERS)
    if is_nameable(tokens, first):
        end = run_end(tokens, first)
        if is_role(tokens[end].low) and is_nameable(tokens, end + 1):
            return run_end(tokens, end + 1)
        return _owned_end(tokens, end) if tokens[end - 1].is_possessive else end
    for n in range(first, min(len(tokens), first + _MAX_NOUN_WORDS)):
        low = tokens[n].low
        if tokens[n].kind is not Kind.WORD or low in AUXILIARIES or low in PERSONAL_PRONOUNS:
            return at
        if _may_be_addressed(low) and not _may_be_addressed(tokens[n + 1].low):
            return run_end(tokens, n + 1) if is_nameable(tokens, n + 1) else n + 1
    return at


def _may_be_addressed(noun: str) -> bool:
    return may_speak(noun) or noun in OCCASIONS


def _owned_end(tokens: Sequence[Token], at: int) -> int:
    """Where “the paper's weekly newsmaker series” ends: at the next word that opens a clause."""
    end = at
    while tokens[end].kind is Kind.WORD and end - at < _MAX_NOUN_WORDS:
        low = tokens[end].low
        if low in _AFTER_ADDRESSEE or low in PERSONAL_PRONOUNS or low in DETERMINERS:
            break
        if low in CIRCUMSTANCES or low in TIME_LEADS or low in TIMES:
            break
        end += 1
    return end


def past_circumstances(tokens: Sequence[Token], at: int, verb: Verb) -> int:
    """Where what follows when and where it was said begins; the end where that is all there is."""
    while tokens[at].kind is Kind.WORD:
        if is_time(tokens, at):
            at += 1
        elif is_circumstance(tokens, at, verb):
            end = max(_occasion_end(tokens, at + 1), _next_clause(tokens, at + 1))
            if end == at + 1:
                return at
            at = end
        else:
            break
    return at


def is_time(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is part of a time: on Monday, last week."""
    token = tokens[at]
    if token.low in _PERIODS and tokens[at - 1].low not in TIMES | TIME_LEADS:
        return False
    if token.low in TIMES or (token.low.isdecimal() and tokens[at - 1].low in TIMES):
        return True
    if token.low in ARTICLES and tokens[at + 1].low in _PERIODS and _is_noun(tokens[at + 2]):
        return False
    return token.low in TIME_LEADS and (
        tokens[at + 1].low in TIMES
        or (tokens[at + 1].low in TIME_LEADS and tokens[at + 2].low in TIMES)
    )


def _is_noun(token: Token) -> bool:
    """Whether a word goes on with what seemed a time: the night shift."""
    small = token.low in FUNCTION_WORDS or token.low in TIMES or token.low[:1].isdecimal()
    return token.kind is Kind.WORD and not small


def is_circumstance(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """Whether a word begins a phrase that says where, when or how it was said."""
    low = tokens[at].low
    if low == "on":
        return verb.lemma in _SAID_ON
    if low == "to":
        return verb.lemma not in DEEDS | SAID_TO
    return low in CIRCUMSTANCES


def _occasion_end(tokens: Sequence[Token], at: int) -> int:
    """Where “a televised speech” ends; `at` where no occasion is named."""
    for n in range(at, min(len(tokens), at + _MAX_OCCASION_WORDS)):
        if tokens[n].kind is not Kind.WORD:
            return at
        low = tokens[n].low
        if low in OCCASIONS or is_writing(low):
            return n + 1
    return at


def _next_clause(tokens: Sequence[Token], at: int) -> int:
    """Where “he would not” begins after “after the storm”; `at` where it does not."""
    for n in range(at + 1, min(len(tokens) - 1, at + _MAX_OCCASION_WORDS)):
        if tokens[n].kind is not Kind.WORD:
            return at
        if tokens[n].low in PERSONAL_PRONOUNS and tokens[n + 1].low in AUXILIARIES:
            return n
    return at
