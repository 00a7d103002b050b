"""What the readers of a question's restrictions share."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from qa_app.model import Restriction, RestrictionKind, Span

# What a publisher's text is called, as a pattern.
TEXT = (
    r"(?:articles?|reports?|stor(?:y|ies)|pieces?|coverage|columns?|editorials?|interviews?|posts?|"
    r"dispatch(?:es)?|papers?|documents?|texts?|pages?|files?|memos?|minutes|transcripts?|letters?|"
    r"notes?|essays?|briefings?|reporting)\b"
)

_COMMA_BEFORE = re.compile(r"\s*,\s*$")
_COMMA = re.compile(r"\s*,")

Wanted = tuple[RestrictionKind, str]


class Asked(Struct, frozen=True):
    """A stretch of a question that asks for restrictions: by kind and value.

    `taken` are the words that leave the question with it; None where they stay.
    """

    span: Span
    wanted: tuple[Wanted, ...]
    taken: Span | None
    loose: bool = False

    def restrictions(self, question: str) -> tuple[Restriction, ...]:
        """What it asks for, in the words of the question."""
        typed = self.span.of(question)
        return tuple(Restriction(kind, value, typed, self.loose) for kind, value in self.wanted)


def masked(question: str, spans: Iterable[Span], *, by: str = " ") -> str:
    """The question with `by` in place of every character of the spans: nothing is read there."""
    characters = list(question)
    for span in spans:
        characters[span.start : span.end] = by * (span.end - span.start)
    return "".join(characters)


def without(question: str, every: Iterable[Asked]) -> str:
    """The question without the words that were taken out of it."""
    taken = {asked.taken for asked in every if asked.taken is not None}
    if not taken:
        return question
    spans = sorted(_with_commas(question, span) for span in taken)
    left = " ".join("".join(_left(question, spans)).split())
    left = re.sub(r"\s+(?=[,;:?!.](?:\s|$))", "", left)
    left = re.sub(r"[,;:]+(?=[,;:?!.](?:\s|$))", "", left)
    return re.sub(r"^[\s,;:.]+|[\s,;:]+$", "", left)


def has_words(text: str) -> bool:
    """Whether there is a word, or a number, in it."""
    return any(character.isalnum() for character in text)


def _with_commas(question: str, span: Span) -> Span:
    """The span with the commas on both its sides, where there are two."""
    before, after = _COMMA_BEFORE.search(question, 0, span.start), _COMMA.match(question, span.end)
    return Span(before.start(), after.end()) if before and after else span


def _left(question: str, taken: Sequence[Span]) -> Iterator[str]:
    at = 0
    for span in taken:
        yield question[at : span.start]
        at = span.end
    yield question[at:]
