"""Interviews in which “Q:” and “A:” stand for names: who it is that answers."""

import re
from collections.abc import Sequence

from qa_app.language.speech.mentions import Mention, Sort, mentions_in
from qa_app.language.speech.outline import Token, outline
from qa_app.model import Span

_ASKED = re.compile(r"^\s*Q(?:uestion)?\s*[:.]\s", re.MULTILINE)
_ANSWERED = re.compile(r"^\s*A(?:nswer)?\s*[:.]\s", re.MULTILINE)
_MIN_TURNS = 2
# So much before the first question is read for who is asked.
_LEAD_CHARS = 1_000


def interviewed(text: str) -> Mention | None:
    """Who is interviewed in a document: the person named last in full before the first question.

    None where it is no such interview.
    """
    first = _ASKED.search(text)
    if first is None or min(_count(_ASKED, text), _count(_ANSWERED, text)) < _MIN_TURNS:
        return None
    lead = text[max(0, first.start() - _LEAD_CHARS) : first.start()]
    mentions = mentions_in(outline(lead, [Span(0, len(lead))], ())) if lead.strip() else []
    people = [m for m in mentions if m.sort is Sort.PERSON and len(m.keys) > 1]
    return people[-1] if people else None


def answer_start(text: str, tokens: Sequence[Token]) -> int | None:
    """The first token of an answer, after its letter; None where a paragraph is none."""
    label = _ANSWERED.match(text)
    if label is None:
        return None
    return next((n for n, token in enumerate(tokens) if token.start >= label.end()), None)


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))
