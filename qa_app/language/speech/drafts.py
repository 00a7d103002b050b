"""All attributions of a paragraph put together: each word goes to one of them, where it can."""

from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from qa_app.language.speech.attributions import attributions_by_verb
from qa_app.language.speech.drafting import Draft, Survey
from qa_app.language.speech.other_attributions import (
    attributions_by_colon,
    attributions_by_dash,
    attributions_by_phrase,
)
from qa_app.language.speech.outline import Kind, Token
from qa_app.language.speech.silences import silences
from qa_app.language.speech.word_lists import ADVERBS, CONJUNCTIONS

_STOPS = frozenset({Kind.COMMA, Kind.SEMICOLON, Kind.COLON, Kind.DASH, Kind.END})
_POINTERS = frozenset("that this it".split())
_MIN_RUN_ON_CHARS = 25
# After a comma these set a clause off in which someone else may speak.
_JOINTS = CONJUNCTIONS - {"or"}
_SETS_OFF = CONJUNCTIONS | frozenset("though although while whereas which who as".split())


def drafts_of(paragraph: Survey) -> list[Draft]:
    """The attributions of a paragraph, in order."""
    tokens = paragraph.tokens
    drafts = [*attributions_by_verb(paragraph), *attributions_by_phrase(paragraph)]
    if paragraph.quoted:
        taken = {n for draft in drafts for first, last in draft.pieces for n in range(first, last)}
        drafts += attributions_by_colon(paragraph, taken)
        drafts += attributions_by_dash(paragraph, taken)
    drafts += silences(paragraph)
    if not drafts:
        return []
    drafts.sort(key=lambda draft: draft.cue)
    by_sentence = groupby(drafts, key=lambda draft: draft.end)
    cut = [draft for _, group in by_sentence for draft in _cut_short(tokens, list(group))]
    return _without_pointers(tokens, _run_on(paragraph, cut))


def _cut_short(tokens: Sequence[Token], drafts: Sequence[Draft]) -> list[Draft]:
    """A sentence's drafts, without what its later clauses attribute: …, but Lee denied it."""
    cut: list[Draft] = []
    for n, draft in enumerate(drafts):
        later = drafts[n + 1 :]
        borders = [_border(tokens, other.first) for other in later]
        borders += [other.pieces[0][0] for other in later if other.pieces[0][0] < other.cue]
        pieces = [
            (first, min([last, *(b for b in borders if b and max(first, draft.cue) < b < last)]))
            for first, last in draft.pieces
        ]
        cut.append(replace(draft, pieces=tuple(pieces)))
    return cut


def _border(tokens: Sequence[Token], first: int) -> int | None:
    """Where the stop or conjunction stands that sets a clause off; None where it is within."""
    at = first
    is_joined = tokens[at].kind in _STOPS or tokens[at].low in _JOINTS
    while at > 0 and tokens[at - 1].kind is Kind.WORD:
        low = tokens[at - 1].low
        if low not in _SETS_OFF and low not in ADVERBS:
            break
        is_joined = is_joined or low in _JOINTS
        at -= 1
    if at > 0 and tokens[at - 1].kind in _STOPS:
        return at - 1
    return at if is_joined else None


def _run_on(paragraph: Survey, drafts: list[Draft]) -> list[Draft]:
    """The drafts with the quotations of the next sentences, which nobody else is said to say."""
    tokens = paragraph.tokens
    taken = {n for draft in drafts for first, last in draft.pieces for n in range(first, last)}
    last_of = {draft.end: n for n, draft in enumerate(drafts) if not draft.is_silent}
    speaking: int | None = None
    for start, end in paragraph.sentences:
        if end in last_of:
            speaking = last_of[end]
        elif speaking is not None and start not in taken and _is_quotation(tokens, start, end):
            draft = drafts[speaking]
            pieces = () if _only_points(tokens, draft) else draft.pieces
            drafts[speaking] = replace(draft, pieces=(*pieces, (start, end)), is_quoted=True)
        else:
            speaking = None
    return drafts


def _only_points(tokens: Sequence[Token], draft: Draft) -> bool:
    """Whether the words attributed are a pronoun, which the next sentence fills: denies that."""
    words = [token.low for first, last in draft.pieces for token in tokens[first:last]]
    return len(words) == 1 and words[0] in _POINTERS


def _without_pointers(tokens: Sequence[Token], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those of a mere pronoun, where the next sentence is quoted from them."""
    return [
        draft
        for draft in drafts
        if not _only_points(tokens, draft)
        or not any(other.pieces[0][0] == draft.end + 1 and other.is_quoted for other in drafts)
    ]


def _is_quotation(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a sentence is quoted, all of it or at such length that its rest does not matter."""
    if start >= end or tokens[start].kind is not Kind.QUOTATION:
        return False
    is_long = len(tokens[start].text) >= _MIN_RUN_ON_CHARS
    return is_long or all(t.kind is Kind.QUOTATION for t in tokens[start:end])
