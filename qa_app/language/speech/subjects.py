"""Who the subject of a verb is, without a parser: the phrase before it, after it, or of its clause.

Commas, dashes and small words cut a sentence into chunks; appositions and relative clauses between
a subject and its verb are chunks to step over.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from qa_app.language.reporting_verbs import VERBS, Form
from qa_app.language.speech.mentions import is_nameable, run_start
from qa_app.language.speech.noun_phrases import apposition, noun_phrase
from qa_app.language.speech.outline import Kind, Token
from qa_app.language.speech.subject import Subject, Who
from qa_app.language.speech.word_lists import (
    ADVERBS,
    ATTRIBUTIVE,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PERSONAL_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME_LEADS,
    TIMES,
    is_role,
)

_MAX_CHUNKS = 8
_QUOTED = frozenset("quoted cited reported recorded".split())
_QUOTED_WITHIN = 6
_LEADS_TO = frozenset(
    "went goes go going continued continues began begins seemed seems appeared appears came comes "
    "hastened proceeded rushed".split()
)
_OPENS_CLAUSE = (CONJUNCTIONS | SUBORDINATORS) - {"that", "than"}
_WHO = frozenset("who whose whom which".split())
# What begins so after a comma is an apposition: Smith, one of the Ohio delegates, said.
_ONE_OF = frozenset("a an one its his her their some".split())


class Before(Struct, frozen=True):
    """What stands before a verb: `at` is the last token before its adverbs and auxiliaries."""

    at: int
    is_unsaid: bool
    is_passive: bool
    is_would: bool


def before_verb(tokens: Sequence[Token], verb: int) -> Before:
    """Step back from a verb over its auxiliaries, adverbs and times.

    What is negated, or only may be said, is unsaid; “would” stands for either.
    """
    at = verb - 1
    unsaid = has_be = would = False
    while tokens[at].kind is Kind.WORD and _belongs_to_verb(tokens, at):
        token = tokens[at]
        unsaid = unsaid or token.is_negated or token.low in NEGATIONS
        unsaid = unsaid or (token.low in MODALS and token.low != "would")
        has_be = has_be or token.low in BE
        would = would or token.low == "would"
        at -= 1
    form = VERBS[tokens[verb].low].form
    return Before(at, unsaid, has_be and form in {Form.PAST, Form.PARTICIPLE}, would)


def _belongs_to_verb(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if is_nameable(tokens, at):
        return False
    if token.low in TIME_LEADS:
        after = tokens[at + 1]
        return after.low in TIMES or after.low.isdecimal()
    if token.is_negated or token.low in NEGATIONS or token.low in AUXILIARIES:
        return True
    if token.low in TIMES or token.low.isdecimal() or token.low in ADVERBS:
        return True
    return token.low.endswith("ly") and not token.is_capital and not is_role(token.low)


def subject_before(tokens: Sequence[Token], at: int) -> Subject | None:
    """The subject that ends at token `at`, before a verb; None where it has none of its own."""
    quoting = _quoting_verb(tokens, at)
    if quoting is not None:
        return noun_phrase(tokens, quoting + 1, at)
    at = _past_governor(tokens, at)
    if tokens[at].low in RELATIVES:
        first = chunk_start(tokens, at)
        if tokens[first].low == "it" and tokens[first + 1].low in BE:
            # It was Lee who said ….
            return noun_phrase(tokens, first + 2, at)
        at -= 1
    return _ending_at(tokens, at)


def _quoting_verb(tokens: Sequence[Token], at: int) -> int | None:
    """Where “quoted” stands if its object speaks: quoted Lee as saying; not: was quoted."""
    if tokens[at].low != "as":
        return None
    for n in range(at - 2, max(at - _QUOTED_WITHIN, 0), -1):
        if tokens[n].low not in _QUOTED and tokens[n].low not in {"quotes", "cites"}:
            continue
        after = tokens[n + 1]
        lead = tokens[_past_auxiliaries(tokens, n) + 1 : n]
        is_passive = any(token.low in BE for token in lead)
        is_loose = after.low in PREPOSITIONS or after.low in TIMES or after.kind is not Kind.WORD
        is_reduced = tokens[n - 1].kind is not Kind.WORD
        return None if is_passive or is_loose or is_reduced else n
    return None


def _past_governor(tokens: Sequence[Token], at: int) -> int:
    """Step back over what governs the verb: was quoted as, went on to; to 0 where that is more."""
    if tokens[at].low == "as":
        for n in range(at - 1, max(at - _QUOTED_WITHIN, 0), -1):
            if tokens[n].low in _QUOTED:
                return _past_auxiliaries(tokens, n)
        return 0
    if tokens[at].low == "to":
        n = at - 1 - (tokens[at - 1].low in {"on", "out", "forward"})
        return _past_auxiliaries(tokens, n) if tokens[n].low in _LEADS_TO else 0
    return at


def _past_auxiliaries(tokens: Sequence[Token], verb: int) -> int:
    """The last token before the auxiliaries and adverbs of any verb."""
    at = verb - 1
    while tokens[at].kind is Kind.WORD and _belongs_to_verb(tokens, at):
        at -= 1
    return at


def _ending_at(tokens: Sequence[Token], at: int) -> Subject | None:
    token = tokens[at]
    if token.kind in {Kind.COMMA, Kind.DASH}:
        return _stepping_over(tokens, at)
    if token.kind is not Kind.WORD or (token.low in CONJUNCTIONS and not is_nameable(tokens, at)):
        return None
    return _in_chunk(tokens, at + 1)


def _in_chunk(tokens: Sequence[Token], last: int) -> Subject | None:
    """The subject that ends right before `last`, with no comma between."""
    first = chunk_start(tokens, last)
    border = tokens[first - 1]
    found = noun_phrase(tokens, first, last)
    if border.low in RELATIVES and not _opens_phrase(tokens, first):
        # A man who lives nearby said ….
        return _ending_at(tokens, first - 2)
    if border.low in {"and", "or"}:
        return _joined(tokens, first, last, found)
    return found


def _opens_phrase(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    return token.low in DETERMINERS or token.low in PERSONAL_PRONOUNS or is_nameable(tokens, at)


def _joined(
    tokens: Sequence[Token], first: int, last: int, found: Subject | None
) -> Subject | None:
    """The subject after an “and”, or the longer one that the “and” is within."""
    joint = first - 1
    start = run_start(tokens, joint)
    in_phrase = start < joint and tokens[start - 1].low in PREPOSITIONS | {"the"}
    if found is not None and found.who > Who.THING and not in_phrase:
        return found
    longer = noun_phrase(tokens, chunk_start(tokens, joint), last)
    return longer if longer is not None and longer.who > Who.THING else found


def chunk_start(tokens: Sequence[Token], last: int) -> int:
    """Where the chunk of words that ends before `last` begins."""
    first = last
    while tokens[first - 1].kind is Kind.WORD and not _is_border(tokens, first - 1):
        first -= 1
    return first


def _is_border(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if is_nameable(tokens, at):
        return False
    if token.low in SUBORDINATORS or token.low in RELATIVES or token.low in CONJUNCTIONS:
        return True
    return is_finite_report(tokens, at)


def is_finite_report(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is a reporting verb for sure: a finite form, and no adjective or noun."""
    verb = VERBS.get(tokens[at].low)
    if verb is None or verb.is_noun_too or verb.form not in {Form.PAST, Form.PRESENT}:
        return False
    return tokens[at - 1].low not in ATTRIBUTIVE


def _stepping_over(tokens: Sequence[Token], stop: int) -> Subject | None:
    """The subject before appositions and relative clauses that end at the comma or dash `stop`."""
    described: list[Subject] = []
    noun: Subject | None = None
    for _ in range(_MAX_CHUNKS):
        first, last, before = _chunk_before(tokens, stop)
        if _opening_dash(tokens, stop) is None:
            start = first + (tokens[first].low in _OPENS_CLAUSE and first < last)
            last = _before_relative(tokens, start, last)
            found = _in_parts(tokens, start, last)
            if found is not None and _is_named(tokens, found, start, first):
                return _with_description(tokens, found, described, first)
            if found is None and _is_other_clause(tokens, start, last):
                break
            described += [d for d in [apposition(tokens, start, last)] if d is not None]
            if found is not None and (noun is None or found.who > Who.THING):
                noun = found
            if start > first or _opens_clause(tokens, first):
                break
        stop = before
    return noun


def _before_relative(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where an apposition ends that has a relative clause: an economist who is not a member."""
    if tokens[first].low not in _ONE_OF | {"the"}:
        return last
    return next((n for n in range(first + 2, last) if tokens[n].low in _WHO), last)


def _in_parts(tokens: Sequence[Token], first: int, last: int) -> Subject | None:
    """Whom a chunk names; None where it only says more of someone, or is a clause of its own."""
    if _is_aside(tokens, first, last) or _is_clause(tokens, first, last):
        return None
    return noun_phrase(tokens, first, last)


def _is_named(tokens: Sequence[Token], found: Subject, start: int, first: int) -> bool:
    """Whether a chunk is the subject itself, not said of it: one of the delegates; Delaware."""
    is_name = found.who in {Who.NAME, Who.PRONOUN} and tokens[start].low not in _ONE_OF
    return is_name and not _is_place(tokens, first, found.last)


def _is_other_clause(tokens: Sequence[Token], first: int, last: int) -> bool:
    return _is_clause(tokens, first, last) and not _is_aside(tokens, first, last)


def _chunk_before(tokens: Sequence[Token], stop: int) -> tuple[int, int, int]:
    """The chunk that ends at `stop`: where it begins and ends, and the stop before it."""
    first = stop
    if (opening := _opening_dash(tokens, stop)) is not None:
        return opening + 1, stop, opening
    while tokens[first - 1].kind is Kind.WORD:
        is_inverted = tokens[first - 2].kind in {Kind.QUOTATION, Kind.COMMA}
        if is_inverted and is_finite_report(tokens, first - 1):
            break
        first -= 1
    return first, stop, first - 1


def _opening_dash(tokens: Sequence[Token], stop: int) -> int | None:
    """The dash that opens what the dash at `stop` closes."""
    if tokens[stop].kind is not Kind.DASH:
        return None
    for n in range(stop - 1, 0, -1):
        if tokens[n].kind in {Kind.DASH, Kind.END}:
            return n if tokens[n].kind is Kind.DASH else None
    return None


def _opens_clause(tokens: Sequence[Token], first: int) -> bool:
    return tokens[first - 1].kind not in {Kind.COMMA, Kind.DASH}


def _is_aside(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a chunk only says more: who lives there, of Ohio, speaking to reporters, 59."""
    if first >= last:
        return True
    token = tokens[first]
    if token.kind is not Kind.WORD:
        return True
    if is_nameable(tokens, first):
        return False
    opens_aside = (
        token.low in RELATIVES
        or token.low in PREPOSITIONS
        or token.low in SUBORDINATORS
        or token.low.isdecimal()
        or all(word.low in ADVERBS for word in tokens[first:last])
        or token.low in TIMES
    )
    is_participle = token.low.endswith(("ing", "ed")) and not is_role(token.low)
    return opens_aside or is_participle


def _is_clause(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a chunk has a verb of its own."""
    return any(
        token.low in AUXILIARIES or (is_finite_report(tokens, n) and n > first)
        for n, token in enumerate(tokens[first:last], start=first)
        if not is_nameable(tokens, n)
    )


def _is_place(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name after a comma only says where: of Dover, Delaware; McConnell, R-Ky."""
    if last - first != 1 or _opens_clause(tokens, first):
        return False
    before_first, before_last, _ = _chunk_before(tokens, first - 1)
    if before_first >= before_last or not is_nameable(tokens, before_last - 1):
        return False
    start = run_start(tokens, before_last)
    return start <= before_first or tokens[start - 1].low in {"of", "in", "from", "near"}


def _with_description(
    tokens: Sequence[Token], found: Subject, described: Sequence[Subject], first: int
) -> Subject:
    """The subject with what the chunks after it, or one right before it, say of it."""
    for other in described:
        found = replace(found.described(other), first=found.first)
    is_other = tokens[first].low in CONJUNCTIONS
    if is_other or tokens[first - 1].kind is not Kind.COMMA or found.who is not Who.NAME:
        return found
    before_first, before_last, _ = _chunk_before(tokens, first - 1)
    office = _in_parts(tokens, before_first, before_last)
    is_office = office is not None and office.who is Who.NOUN
    return found.described(office) if office is not None and is_office else found
