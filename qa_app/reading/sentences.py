"""Where the sentences of a paragraph begin and end."""

import re
from collections.abc import Iterator

from qa_app.model import Span
from qa_app.reading.abbreviations import sentence_splitter

_ANY_LINE = re.compile(r"\n")
_ITEM = re.compile(r"\n(?=[ \t]*(?:[-*+•‣▪●·–][ \t]|\d{1,3}[.)][ \t]))")
# Full stops that nupunkt's model does not know, with the quotes and brackets that close after them.
_OTHER_STOPS = re.compile(r"[。！？｡।॥؟۔]+[”’」』）》»\"')\]]*")
_NO_WORDS = re.compile(r"\W*\d{0,3}\W*")


def split_sentences(text: str, *, by_line: bool) -> tuple[Span, ...]:
    """The sentences of a paragraph, in order; what is between them is white space.

    `by_line` says that a line break always ends a sentence; else only one before an item does.
    """
    spans: list[Span] = []
    starts = _merged(text, sorted(set(_starts(text, by_line=by_line))))
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        words = text[start:end]
        if bare := words.strip():
            first = start + len(words) - len(words.lstrip())
            spans.append(Span(first, first + len(bare)))
    return tuple(spans)


def _starts(text: str, *, by_line: bool) -> Iterator[int]:
    yield 0
    spans_of = sentence_splitter().iter_spans
    has_others = not text.isascii()
    breaks = [found.end() for found in (_ANY_LINE if by_line else _ITEM).finditer(text)]
    for start, end in zip([0, *breaks], [*breaks, len(text)], strict=True):
        yield start
        for first, last in spans_of(text[start:end]):
            yield start + first
            if has_others:
                stops = _OTHER_STOPS.finditer(text, start + first, start + last)
                yield from (found.end() for found in stops)


def _merged(text: str, starts: list[int]) -> list[int]:
    """The starts less those that follow or open a mere "1." or a stray quote."""
    kept: list[int] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        whole = kept and _has_words(text, kept[-1], start) and _has_words(text, start, end)
        if whole or not kept:
            kept.append(start)
    return kept


def _has_words(text: str, start: int, end: int) -> bool:
    return _NO_WORDS.fullmatch(text, start, end) is None
