"""Highlights that overlap become segments that do not, each with every reason it is marked for."""

from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

from qa_app.model import Highlight, HighlightKind, Span


class Segment(Struct, frozen=True):
    """A stretch of a text and the kinds of highlight that hold all of it; code points."""

    span: Span
    kinds: frozenset[HighlightKind]


def segments(highlights: Iterable[Highlight], n_chars: int) -> tuple[Segment, ...]:
    """The marked stretches of a text of `n_chars`, disjoint and in order."""
    inside = [h for h in (_clamped(h, n_chars) for h in highlights) if h.start < h.end]
    edges = sorted({edge for h in inside for edge in (h.start, h.end)})
    found: list[Segment] = []
    for start, end in pairwise(edges):
        kinds = frozenset(h.kind for h in inside if h.start <= start and end <= h.end)
        if kinds:
            found.append(Segment(Span(start, end), kinds))
    return tuple(found)


def cut(marked: Iterable[Segment], window: Span, *, offset: int) -> tuple[Segment, ...]:
    """The segments inside `window`, as positions in a text where the window begins at `offset`."""
    kept: list[Segment] = []
    for segment in marked:
        start = max(segment.span.start, window.start)
        end = min(segment.span.end, window.end)
        if start < end:
            kept.append(Segment(Span(start, end).shifted(offset - window.start), segment.kinds))
    return tuple(kept)


def focus(marked: Iterable[Segment]) -> Span | None:
    """What a reader must see: the answer, else the first thing that is marked."""
    every = tuple(marked)
    answer = [s.span for s in every if HighlightKind.ANSWER in s.kinds]
    if answer:
        return Span(answer[0].start, answer[-1].end)
    return every[0].span if every else None


def _clamped(highlight: Highlight, n_chars: int) -> Highlight:
    start, end = max(0, highlight.start), min(n_chars, highlight.end)
    return Highlight(highlight.kind, start, end)
