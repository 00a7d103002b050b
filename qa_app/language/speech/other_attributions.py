"""Attributions without a verb: according to NAME; NAME's claim that; NAME: …; was blunt: “…”."""

from collections.abc import Collection, Iterator, Sequence

from qa_app.language.reporting_verbs import VERBS
from qa_app.language.speech.drafting import Draft, Survey
from qa_app.language.speech.mentions import is_nameable, run_end
from qa_app.language.speech.noun_phrases import noun_phrase
from qa_app.language.speech.other_subjects import clause_subject, subject_after
from qa_app.language.speech.outline import Kind, Token
from qa_app.language.speech.subject import Subject, Who
from qa_app.language.speech.subjects import chunk_start
from qa_app.language.speech.word_lists import (
    ATTRIBUTIVE,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    OWNERS,
    PREPOSITIONS,
    is_role,
)
from qa_app.model import Span

_IN_VIEW = frozenset("view opinion words estimation judgment judgement reckoning telling".split())
_CLAIMS = frozenset(
    "accusation admission allegation announcement argument assertion assurance belief claim "
    "comment complaint conclusion confession contention declaration demand estimate explanation "
    "insistence message opinion pledge point prediction promise proposal remark statement "
    "suggestion testimony view vow warning".split()
)
_CLAIMS_TOO = _CLAIMS | {f"{claim}s" for claim in _CLAIMS}
_CUES = _CLAIMS_TOO | {"according", "in"}
_CLAIMED = 0.8
_BY_COLON = 0.7
_BY_LABEL = 0.85
_MAX_VIEW_WORDS = 9
_MAX_LABEL_WORDS = 6


def attributions_by_phrase(paragraph: Survey) -> list[Draft]:
    """Each “according to NAME”, “in NAME's view” and “NAME's claim that” of a paragraph."""
    tokens = paragraph.tokens
    found: list[Draft] = []
    for start, end, n in paragraph.places(_CUES if paragraph.has(_IN_VIEW) else _CUES - {"in"}):
        low = tokens[n].low
        if low == "according":
            subject = subject_after(tokens, n + 2) if tokens[n + 1].low == "to" else None
            if subject is not None:
                found += _set_off(tokens, subject, Span(n, subject.last), Span(start, end))
        elif low == "in":
            found += _in_view(tokens, n, Span(start, end))
        else:
            found += _claim(tokens, n, end)
    return found


def _in_view(tokens: Sequence[Token], n: int, sentence: Span) -> Iterator[Draft]:
    """“in NAME's view”, “in the words of NAME”."""
    for at in range(n + 1, min(sentence.end, n + _MAX_VIEW_WORDS)):
        if tokens[at].kind is not Kind.WORD:
            return
        if tokens[at].low not in _IN_VIEW:
            continue
        if tokens[at + 1].low == "of":
            subject, last = subject_after(tokens, at + 2), 0
        else:
            subject, last = _owner(tokens, at), at + 1
        if subject is not None and (last == 0 or subject.first <= n + 2):
            yield from _set_off(tokens, subject, Span(n, last or subject.last), sentence)
        return


def _set_off(
    tokens: Sequence[Token], subject: Subject, phrase: Span, sentence: Span
) -> Iterator[Draft]:
    """What stands around a phrase that attributes the rest of its sentence."""
    after = _past_apposition(tokens, phrase.end, sentence.end)
    before = phrase.start
    while before > sentence.start and tokens[before - 1].kind is Kind.COMMA:
        before -= 1
    opens = all(token.low in CONJUNCTIONS for token in tokens[sentence.start : before])
    pieces = [] if opens else [(sentence.start, before)]
    if tokens[after].kind is Kind.COMMA and after + 1 < sentence.end:
        pieces.append((after + 1, sentence.end))
    elif opens and after < sentence.end:
        pieces.append((after, sentence.end))
    if pieces and not subject.is_first_person:
        yield Draft(
            subject=subject,
            verb="",
            cue=phrase.start,
            first=phrase.start,
            end=sentence.end,
            pieces=tuple(pieces),
            certainty=subject.certainty,
            is_quoted=any(tokens[n].kind is Kind.QUOTATION for a, b in pieces for n in range(a, b)),
        )


def _past_apposition(tokens: Sequence[Token], at: int, end: int) -> int:
    """The comma that ends the apposition after a name, or the one right after the name."""
    if tokens[at].kind is not Kind.COMMA:
        return at
    close = at + 1
    while close < end and tokens[close].kind is Kind.WORD:
        if tokens[close].low in AUXILIARIES:
            return at
        close += 1
    first = tokens[at + 1]
    is_described = first.low in ATTRIBUTIVE and any(
        is_role(token.low) for token in tokens[at + 1 : close]
    )
    is_described = is_described or (
        is_role(first.low) and tokens[at + 2].low in {"of", "at", "for"}
    )
    return close if is_described and tokens[close].kind in {Kind.COMMA, Kind.END} else at


def _claim(tokens: Sequence[Token], n: int, end: int) -> Iterator[Draft]:
    """“NAME's claim that”, “her message was: “…””."""
    after = n + 1 + (tokens[n + 1].low in BE)
    opens = tokens[after].low == "that" or (
        after > n + 1 and tokens[after].kind in {Kind.COLON, Kind.COMMA, Kind.QUOTATION}
    )
    subject = _owner(tokens, n) if opens else None
    if subject is None:
        return
    start = after if tokens[after].kind is Kind.QUOTATION else after + 1
    if start < end:
        yield Draft(
            subject=subject,
            verb="",
            cue=n,
            first=subject.first,
            end=end,
            pieces=((start, end),),
            certainty=_CLAIMED * subject.certainty,
        )


def _owner(tokens: Sequence[Token], at: int) -> Subject | None:
    """Whose the noun at `at` is: his view, the mayor's second warning."""
    owner = at - 1
    while tokens[owner].kind is Kind.WORD and at - owner < 3 and not tokens[owner].is_possessive:
        token = tokens[owner]
        if token.low in OWNERS:
            name = Span(token.start, token.end)
            return Subject(owner, owner + 1, Who.PRONOUN, name, OWNERS[token.low])
        owner -= 1
    if not tokens[owner].is_possessive:
        return None
    first = chunk_start(tokens, owner + 1)
    first = max([first, *(n + 1 for n in range(first, owner) if tokens[n].low in PREPOSITIONS)])
    found = noun_phrase(tokens, first, owner + 1, is_owner=True)
    return found if found is not None and found.who > Who.THING else None


def attributions_by_colon(paragraph: Survey, taken: Collection[int]) -> list[Draft]:
    """Quotations after a colon whose clause has a speaker but no verb of saying.

    Args:
        paragraph: where.
        taken: the tokens that are attributed already.
    """
    tokens = paragraph.tokens
    found: list[Draft] = []
    colons = [n - 1 for n in paragraph.quoted if tokens[n - 1].kind is Kind.COLON]
    for start, end, n in paragraph.within(colons):
        subject = clause_subject(tokens, start, n) if n > start and n + 1 not in taken else None
        if subject is None or subject.is_first_person or subject.text == "it":
            continue
        certainty = _BY_COLON * subject.certainty
        pieces = ((n + 1, end),)
        found.append(Draft(subject, "", n, start, end, pieces, certainty, is_quoted=True))
    return found


def attributions_by_dash(paragraph: Survey, taken: Collection[int]) -> list[Draft]:
    """Quotations with a name after a dash and nothing else: “…” — NAME."""
    tokens = paragraph.tokens
    found: list[Draft] = []
    for n in sorted({at + step for at in paragraph.quoted for step in (1, 2)}):
        is_dash = n < len(tokens) - 1 and tokens[n].kind is Kind.DASH
        if not is_dash or not is_nameable(tokens, n + 1):
            continue
        quotation = n - 1 - (tokens[n - 1].kind is Kind.END)
        last = run_end(tokens, n + 1)
        ends = tokens[last].kind in {Kind.END, Kind.COMMA, Kind.QUOTATION}
        if not ends or tokens[quotation].kind is not Kind.QUOTATION or quotation in taken:
            continue
        subject = noun_phrase(tokens, n + 1, last)
        if subject is not None and subject.who > Who.THING:
            certainty = _BY_LABEL * subject.certainty
            pieces = ((quotation, quotation + 1),)
            found.append(Draft(subject, "", n, n, last, pieces, certainty, is_quoted=True))
    return found


def label_of(tokens: Sequence[Token]) -> Draft | None:
    """The speaker's name that a paragraph opens with, and all that follows: SMITH: …."""
    if not is_nameable(tokens, 1) or tokens[1].low in VERBS:
        return None
    last = run_end(tokens, 1)
    if (
        last > _MAX_LABEL_WORDS
        or tokens[last].kind is not Kind.COLON
        or last + 1 >= len(tokens) - 1
    ):
        return None
    subject = noun_phrase(tokens, 1, last)
    if subject is None or subject.who is Who.THING:
        return None
    end = len(tokens) - 1
    certainty = _BY_LABEL * subject.certainty
    return Draft(subject, "", last, 1, end, ((last + 1, end),), certainty, is_label=True)
