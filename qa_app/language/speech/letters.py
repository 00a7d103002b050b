"""Who wrote a letter or e-mail, and where they speak for themselves in it."""

import re
from collections.abc import Sequence

from qa_app.language.speech.outline import Kind, Token

# So far from either end of a text its sender is looked for.
_NEAR_CHARS = 1_500
_PART = r"[^\W\d_][\w’'.-]*"
_NAME = rf"(?P<name>[A-Z{{}}]{_PART}(?:[ \t]+{_PART}){{0,4}})"
_CAPITALS = "À-ÖØ-ÞĀ-Ž"
_SENDER = re.compile(
    rf"^\s*From:\s*[\"“]?{_NAME.replace('{}', _CAPITALS)}[\"”]?\s*(?:[<(,].*)?$", re.MULTILINE
)
_HEADER = re.compile(r"^\s*(?:To|Subject|Sent|Date|Cc):", re.MULTILINE)
_GREETING = re.compile(r"^\s*(?:Dear|My dear|Dearest|Hi|Hello)\s+\S", re.MULTILINE)
_CLOSING = re.compile(
    r"^\s*(?:Yours(?:\s+(?:faithfully|sincerely|truly|ever|respectfully|etc\.?))?|"
    r"(?:Very |Most )?(?:Sincerely|Respectfully|Cordially)(?:\s+yours)?|"
    r"(?:With\s+)?(?:Best|Kind|Warm|Kindest|Warmest)(?:\s+(?:wishes|regards))?|Regards|"
    rf"Many thanks|Cheers|Love),?\s*\n+\s*{_NAME.replace('{}', _CAPITALS)}\s*$",
    re.MULTILINE,
)
_FIRST_PERSON = frozenset("i me my mine myself we us our ours ourselves".split())
_OPENING_WORDS = frozenset("from to subject sent date cc dear hi hello".split())


def author_of(text: str) -> str:
    """Who wrote a letter or an e-mail, as they sign it; None-like empty where it is neither."""
    opening = text[:_NEAR_CHARS]
    sender = _SENDER.search(opening)
    if sender is not None and _HEADER.search(opening):
        return " ".join(sender["name"].split())
    if _GREETING.search(opening) is None:
        return ""
    closing = _CLOSING.search(text, max(0, len(text) - _NEAR_CHARS))
    return " ".join(closing["name"].split()) if closing else ""


def is_first_person(tokens: Sequence[Token]) -> bool:
    """Whether a paragraph of a letter tells something in the first person, and is no greeting."""
    if len(tokens) < 2 or tokens[1].low in _OPENING_WORDS:
        return False
    return any(token.kind is Kind.WORD and token.low in _FIRST_PERSON for token in tokens)
