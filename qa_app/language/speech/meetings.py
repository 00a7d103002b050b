"""What a meeting resolved, as its minutes have it: RESOLVED: that …; it was agreed that …."""

import re
from collections.abc import Iterator, Sequence

from qa_app.language.speakers import fold
from qa_app.language.speech.drafting import Survey
from qa_app.language.speech.outline import Kind, Token
from qa_app.language.speech.voices import Voice
from qa_app.language.speech.word_lists import ADVERBS, is_body, is_crowd, is_role

UNNAMED_MEETING = "meeting"
# So far into a text its heading is looked for.
_OPENING_CHARS = 800
_NAME = r"[A-Z][\w’'&-]*(?:[ \t]+(?:(?:of|for|on|and|the|&)[ \t]+)*[A-Z][\w’'&-]*){0,9}"
_MINUTES_OF = re.compile(
    r"^\W*(?:\w+\s+){0,2}(?:Minutes|MINUTES)\s+(?:of|OF)\s+"
    r"(?:(?:a|an|the|A|THE|The)\s+)?(?:[\w-]+\s+){0,3}?"
    rf"(?:(?:[Mm]eeting|MEETING)\s+(?:of|OF)\s+)?(?:(?:the|THE)\s+)?(?P<body>{_NAME})",
    re.MULTILINE,
)
_BODYS_MINUTES = re.compile(
    rf"(?P<body>{_NAME}?)\s*[,:–—-]?\s*(?:[Mm]eeting\s+)?(?:Minutes|MINUTES)\b"
)
_VERBS = {
    "agreed": "agree",
    "agree": "agree",
    "decided": "decide",
    "decision": "decide",
    "noted": "note",
    "ordered": "order",
    "recommended": "recommend",
    "resolved": "resolve",
}
# They open an entry of the minutes by themselves; the others need somebody who does it.
_OPENERS = frozenset("agreed decided decision noted recommended resolved".split())


def meeting_of(text: str) -> Voice | None:
    """The body whose minutes a document is; None where it is not known to be any."""
    opening = text[:_OPENING_CHARS]
    if "minutes" not in opening.lower():
        return None
    for pattern in (_MINUTES_OF, _BODYS_MINUTES):
        for match in pattern.finditer(opening):
            body = " ".join(match["body"].split())
            head = body.partition(" of ")[0].partition(" for ")[0]
            if _may_meet(head):
                return Voice(body, offices=(head,), is_body=True)
    return None


def resolutions(paragraph: Survey, *, in_minutes: bool) -> Iterator[tuple[tuple[int, int], str]]:
    """What was resolved in a paragraph, as ranges of tokens, with the verb's lemma.

    Args:
        paragraph: where.
        in_minutes: whether it is known to be of minutes; in others only RESOLVED in capitals is.
    """
    tokens = paragraph.tokens
    for opening, end in paragraph.sentences if paragraph.has(_VERBS) else ():
        start = opening
        while tokens[start].low.isdecimal():
            start += 1
        first = _past_opener(tokens, start, in_minutes=in_minutes)
        if first is None and in_minutes:
            first = _past_passive(tokens, start)
        if first is not None and first < end:
            verb = next(t.low for t in tokens[start:first] if t.low in _VERBS)
            yield (first, end), _VERBS[verb]


def _may_meet(head: str) -> bool:
    noun = fold(head).rpartition(" ")[2]
    return is_body(noun) or (is_role(noun) and is_crowd(noun))


def _past_opener(tokens: Sequence[Token], start: int, *, in_minutes: bool) -> int | None:
    """Where what follows RESOLVED begins; None where the sentence does not open so."""
    token = tokens[start]
    is_loud = token.text.isupper()
    if token.low not in _OPENERS or not (is_loud or in_minutes):
        return None
    at = start + 1
    while tokens[at].low in ADVERBS or tokens[at].low.endswith("ly"):
        at += 1
    is_led = tokens[at].kind in {Kind.COLON, Kind.DASH}
    at += is_led
    if tokens[at].low == "that":
        return at + 1
    return at if is_led or tokens[at].low == "to" else None


def _past_passive(tokens: Sequence[Token], start: int) -> int | None:
    """Where what follows “it was agreed that” begins."""
    if tokens[start].low != "it" or tokens[start + 1].low not in {"was", "is"}:
        return None
    at = start + 2
    while tokens[at].low in ADVERBS or tokens[at].low.endswith("ly"):
        at += 1
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if tokens[at].low not in _VERBS or after not in {"that", "to"}:
        return None
    return at + 1 + (after == "that")
