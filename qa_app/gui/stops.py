"""The places of a document at which a reader may want to stop: its hits, in the text's order."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from qa_app.model import Hit, Source, SourceText, Span


class Stop(Struct, frozen=True):
    """A place in the document and the hit to show there.

    `row` is the hit's in the list, from 0; None where the place only agrees with a hit elsewhere.
    """

    span: Span
    hit: Hit
    row: int | None


def stops_in(source: SourceText, hits: Sequence[Hit]) -> tuple[Stop, ...]:
    """Where `hits`, and what agrees with them, stand in a document; one stop a place."""
    found: dict[Span, Stop] = {}
    # What is listed comes first: of two hits at one place it is the one to choose.
    for stop in (*_listed(source, hits), *_agreeing(source, hits)):
        found.setdefault(stop.span, stop)
    return tuple(sorted(found.values(), key=lambda stop: stop.span))


def place_of(hit: Hit, source: SourceText) -> Span | None:
    """Where the passage stands in the text as it was loaded, which may be newer than the hit."""
    if hit.source.span.of(source.text) == hit.text:
        return hit.source.span
    start = source.text.find(hit.text) if hit.text else -1
    return Span(start, start + len(hit.text)) if start >= 0 else None


def _listed(source: SourceText, hits: Sequence[Hit]) -> Iterator[Stop]:
    for row, hit in enumerate(hits):
        if hit.source.document_id == source.document_id:
            place = place_of(hit, source)
            if place is not None:
                yield Stop(place, hit, row)


def _agreeing(source: SourceText, hits: Sequence[Hit]) -> Iterator[Stop]:
    inside = Span(0, len(source.text))
    for hit in hits:
        for place in hit.also_in:
            if place.document_id == source.document_id and inside.holds(place.span):
                yield Stop(place.span, _at(hit, place, source), None)


def _at(hit: Hit, place: Source, source: SourceText) -> Hit:
    """The hit as it stands in a source that agrees; its marks are of the other's words."""
    words = place.span.of(source.text)
    return replace(hit, source=place, text=words, highlights=(), also_in=())
