"""Hits whose document goes by other metadata since the person corrected it."""

from collections.abc import Iterable

from msgspec.structs import replace

from qa_app.model import Answer, Hit, Metadata, Source


def renamed_answer(answer: Answer, document_id: int, metadata: Metadata) -> Answer:
    """An answer in which a document goes by `metadata`."""
    hits, related = (
        renamed_hits(found, document_id, metadata) for found in (answer.hits, answer.related)
    )
    return replace(answer, hits=hits, related=related)


def renamed_hits(hits: Iterable[Hit], document_id: int, metadata: Metadata) -> tuple[Hit, ...]:
    """Hits in which a document goes by `metadata`, wherever it is a source."""

    def of(source: Source) -> Source:
        is_it = source.document_id == document_id
        return replace(source, metadata=metadata) if is_it else source

    return tuple(
        replace(hit, source=of(hit.source), also_in=tuple(map(of, hit.also_in))) for hit in hits
    )
