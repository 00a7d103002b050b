"""Which words are attributed: those after the verb, before its subject, or on both sides."""

from collections.abc import Sequence

from msgspec import Struct

from qa_app.language.reporting_verbs import VERBS, Form, Verb
from qa_app.language.speech.addressees import (
    ALWAYS_SAID_TO,
    DEEDS,
    is_circumstance,
    is_time,
    past_addressee,
    past_circumstances,
)
from qa_app.language.speech.mentions import is_nameable
from qa_app.language.speech.outline import Kind, Token
from qa_app.language.speech.subjects import is_finite_report
from qa_app.language.speech.word_lists import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    PREPOSITIONS,
    SUBORDINATORS,
    TIMES,
)

_OPEN_CLAUSE = frozenset("that how what why whether".split())
_ASKED_IF = {("if", "ask"), ("if", "wonder"), ("if", "inquire")}
_MARKS = "“”\"'‘’«»„`"
# pointed out that, put it: “…”
_WITH_PARTICLES = {("point", "out"), ("put", "it"), ("rule", "out")}
_NAMING = frozenset("call describe criticise criticize label brand dub hail".split())
_ANCHOR_WITHIN = 16
_CONDITIONS = frozenset("provided providing assuming given granted except".split())
_MIN_CLAUSE_WORDS = 3
_INFINITIVE_WITHIN = 6


class Said(Struct, frozen=True):
    """The attributed words, as ranges of tokens, and what makes sure that they are such.

    `is_quoted` where a quotation stands right beside the attribution, `is_clause` where a clause
    does, `has_that` where a word opens it that makes it one: that, whether, how.
    """

    pieces: tuple[tuple[int, int], ...] = ()
    is_quoted: bool = False
    is_clause: bool = False
    has_that: bool = False

    def __add__(self, other: "Said") -> "Said":
        """Both, in order."""
        return Said(
            (*self.pieces, *other.pieces),
            self.is_quoted or other.is_quoted,
            self.is_clause or other.is_clause,
            self.has_that or other.has_that,
        )


class Place(Struct, frozen=True):
    """Where a sentence attributes something.

    The sentence is `tokens[start:end]`; the attribution's own words begin at `first`, and what may
    be attributed after them begins at `after`.
    """

    start: int
    end: int
    first: int
    after: int


def said_around(tokens: Sequence[Token], at: Place, verb: Verb) -> Said:
    """The words that “NAME VERB” attributes."""
    border = _border(tokens, at)
    after = said_after(tokens, at.after, at.end, verb)
    if border < at.start:
        if not after.pieces and tokens[border - 1].kind is Kind.QUOTATION:
            # “Why?” Smith asked.
            return Said(((border - 1, border),), is_quoted=True)
        return after
    is_joined = any(token.low in CONJUNCTIONS for token in tokens[border + 1 : at.first])
    if _is_quoted(tokens, border) and not (is_joined and after.pieces):
        goes_on = after.is_quoted or tokens[at.after].low == "that"
        quoted = after if goes_on else _next_quotation(tokens, at.after, at.end)
        return _quoted_before(tokens, at, border) + quoted
    if tokens[border].kind in {Kind.COMMA, Kind.DASH}:
        return _with_before(tokens, at, border, after)
    return after


def _with_before(tokens: Sequence[Token], at: Place, border: int, after: Said) -> Said:
    """The words after an attribution, or before it, or both where it stands within them."""
    is_set_off = bool(after.pieces) and tokens[after.pieces[0][0] - 1].kind is Kind.COMMA
    is_within = is_set_off and _goes_on(tokens, after)
    before = _before(tokens, at, border, is_within=is_within)
    if not after.pieces or is_within:
        return before + after
    return before if is_set_off and before.pieces and not after.is_quoted else after


def said_before_inversion(tokens: Sequence[Token], at: Place) -> Said:
    """The words that “…,” VERB NAME attributes.

    `at.first` is the verb, `at.after` the end of the name.
    """
    border = _border(tokens, at)
    quoted = _next_quotation(tokens, at.after, at.end)
    if border < at.start:
        if tokens[border - 1].kind is Kind.QUOTATION:
            return Said(((border - 1, border),), is_quoted=True) + quoted
        return quoted
    if _is_quoted(tokens, border):
        return _quoted_before(tokens, at, border) + quoted
    return _before(tokens, at, border, is_within=False) + quoted


def _border(tokens: Sequence[Token], at: Place) -> int:
    """The last token before the attribution and the small words that lead up to it."""
    border = at.first - 1
    while border >= at.start and tokens[border].kind is Kind.WORD:
        token = tokens[border]
        if token.low not in CONJUNCTIONS and token.low not in ADVERBS:
            break
        border -= 1
    return border


def _is_quoted(tokens: Sequence[Token], border: int) -> bool:
    """Whether a quotation ends right there, before a comma perhaps."""
    is_comma = tokens[border].kind is Kind.COMMA
    return Kind.QUOTATION in {tokens[border].kind, tokens[border - is_comma].kind}


def _goes_on(tokens: Sequence[Token], after: Said) -> bool:
    """Whether what follows a comma goes on with what was said before: The bases, he said, stay."""
    opening = tokens[after.pieces[0][0]]
    if after.is_quoted:
        # When it broke, he said, “we left.”
        return opening.text.lstrip(_MARKS)[:1].islower()
    # It broke, he said, citing reports.
    return not opening.low.endswith("ing") and opening.low not in PREPOSITIONS


def _quoted_before(tokens: Sequence[Token], at: Place, border: int) -> Said:
    """The quotation before an attribution, and the words it is a part of."""
    quotation = border - (tokens[border].kind is Kind.COMMA)
    start = _clause_start(tokens, at.start, quotation)
    # A part of a sentence is quoted in small letters: the plan “is dead,” he said.
    is_upper = tokens[quotation].text.lstrip(_MARKS)[:1].isupper()
    is_whole = is_upper and tokens[quotation - 1].kind in {Kind.COMMA, Kind.COLON}
    return Said(((quotation if is_whole else start, quotation + 1),), is_quoted=True)


def _clause_start(tokens: Sequence[Token], start: int, stop: int) -> int:
    """Where the sentence begins, or what follows its last colon or semicolon."""
    for n in range(stop - 1, start - 1, -1):
        if tokens[n].kind in {Kind.COLON, Kind.SEMICOLON}:
            return n + 1
    return start


def _before(tokens: Sequence[Token], at: Place, border: int, *, is_within: bool) -> Said:
    """The clause before an attribution; nothing where only a time or a place stands there.

    What an attribution stands within may be less than a clause: The bases, he said, may stay.
    """
    start = _clause_start(tokens, at.start, border)
    is_short = border - start < _MIN_CLAUSE_WORDS
    is_setting = tokens[start].low in PREPOSITIONS or tokens[start].low in TIMES
    if is_within:
        is_said = not (is_short and is_setting)
    else:
        is_said = not is_short and (not is_setting or has_clause(tokens, start, border))
    return Said(((start, border),), is_clause=True) if is_said and start < border else Said()


def said_after(tokens: Sequence[Token], at: int, end: int, verb: Verb) -> Said:
    """The words that follow “NAME VERB”, after whom, when and where it was said."""
    if (verb.lemma, tokens[at].low) in _WITH_PARTICLES:
        at += 1
    while _is_manner(tokens, at):
        at += 1
    start = past_addressee(tokens, at, verb)
    anchor = _anchor(tokens, start, end, verb)
    if anchor is not None:
        start = anchor
    else:
        start = past_circumstances(tokens, start, verb)
        if tokens[start].kind is Kind.COMMA:
            start += 1
        elif start < end and is_circumstance(tokens, start, verb):
            return Said()
    if start >= end or _says_no_more(tokens, start):
        return Said()
    before = tokens[start - 1]
    is_quoted = tokens[start].kind is Kind.QUOTATION
    opener = tokens[start].low
    has_that = before.low == "that" or opener in _OPEN_CLAUSE or (opener, verb.lemma) in _ASKED_IF
    is_clause = has_that or before.kind is Kind.COLON or has_clause(tokens, start, end)
    is_present = verb.form in {Form.BASE, Form.PRESENT}
    is_clause = is_clause or (verb.lemma == "expect" and is_present and _is_to_do(tokens, start))
    is_clause = is_clause or (verb.lemma in DEEDS and opener == "to")
    if is_quoted and _is_complete(tokens, start):
        end = start + 1
    return Said(((start, end),), is_quoted, is_clause, has_that)


def _says_no_more(tokens: Sequence[Token], start: int) -> bool:
    """Whether another clause begins there: said on Monday; it …; said so, adding that …."""
    is_set_off = tokens[start - 1].kind is Kind.COMMA
    is_other = is_set_off and _is_reporting_gerund(tokens[start].low)
    return is_other or tokens[start].kind is Kind.SEMICOLON


def _is_complete(tokens: Sequence[Token], quotation: int) -> bool:
    """Whether a quotation ends with a stop of its own, and what follows is not said: “…,” when."""
    stops = tokens[quotation].text.rstrip(_MARKS)[-1:] in {",", ".", "!", "?"}
    after = tokens[quotation + 1]
    goes_on = after.low in CONJUNCTIONS and tokens[quotation + 2].kind is Kind.QUOTATION
    return stops and after.kind is Kind.WORD and not goes_on


def _is_manner(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adverb tells how it was said: said afterwards that, voted narrowly to."""
    is_adverb = tokens[at].low in ADVERBS or tokens[at].low.endswith("ly")
    after = tokens[at + 1] if is_adverb else tokens[at]
    is_before_deed = after.low == "to" and tokens[at].low.endswith("ly")
    return is_adverb and (after.low == "that" or after.kind is not Kind.WORD or is_before_deed)


def _anchor(tokens: Sequence[Token], at: int, end: int, verb: Verb) -> int | None:
    """Where the attributed words begin for sure: after “that” or a colon, at a quotation."""
    opened = _opened(tokens, at, at)
    if opened is not None:
        return opened
    is_told = verb.lemma in ALWAYS_SAID_TO
    if not (is_time(tokens, at) or is_circumstance(tokens, at, verb) or is_told):
        return None
    for n in range(at, min(end, at + _ANCHOR_WITHIN)):
        opened = _opened(tokens, n, at)
        if opened is not None:
            return opened
        if tokens[n].low in AUXILIARIES and not is_nameable(tokens, n):
            return None
        if tokens[n].kind is Kind.COMMA and _opens_rest(tokens[n + 1].low):
            return None
    return None


def _opens_rest(word: str) -> bool:
    """Whether another clause comes after a comma: provided that, adding that, although."""
    is_small = word in SUBORDINATORS - {"that"} or word in CONJUNCTIONS or word in _CONDITIONS
    return is_small or _is_reporting_gerund(word)


def _is_reporting_gerund(word: str) -> bool:
    verb = VERBS.get(word)
    return verb is not None and verb.form is Form.GERUND


def _opened(tokens: Sequence[Token], n: int, at: int) -> int | None:
    token = tokens[n]
    if token.kind is Kind.COLON or (token.low == "that" and not _is_of_noun(tokens, n)):
        return n + 1
    if token.kind is Kind.COMMA and tokens[n + 1].kind is Kind.QUOTATION:
        return n + 1
    is_bare = token.kind is Kind.QUOTATION and n == at
    return n if is_bare else None


def _is_of_noun(tokens: Sequence[Token], n: int) -> bool:
    """Whether “that” points at something: called that plan a joke."""
    verb = VERBS.get(tokens[n - 1].low)
    return verb is not None and (verb.is_act or verb.lemma in _NAMING)


def _is_to_do(tokens: Sequence[Token], start: int) -> bool:
    """Whether an infinitive is near: demand to fall."""
    return any(token.low == "to" for token in tokens[start : start + _INFINITIVE_WITHIN])


def has_clause(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether there is a verb among the words: an auxiliary, or one that reports."""
    return any(
        token.low in AUXILIARIES or token.is_negated or is_finite_report(tokens, n)
        or (token.low.endswith("ed") and n > start)
        for n, token in enumerate(tokens[start:end], start=start)
        if token.kind is Kind.WORD and not is_nameable(tokens, n)
    )  # fmt: skip


def _next_quotation(tokens: Sequence[Token], start: int, end: int) -> Said:
    """A quotation after a comma, colon or “and”: said Smith, “…”."""
    for n in range(start, end):
        lead = tokens[n - 1]
        is_led = lead.kind in {Kind.COMMA, Kind.COLON} or lead.low in CONJUNCTIONS
        if tokens[n].kind is Kind.QUOTATION and is_led:
            return Said(((n, end),), is_quoted=True)
    return Said()
