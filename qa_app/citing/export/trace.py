"""What an export keeps of a snippet beside its words, so that they can be found again."""

import json
from collections.abc import Mapping

from msgspec import Struct

from qa_app.errors import ExportError
from qa_app.model import Snippet, Span


class Trace(Struct, frozen=True):
    """Where words stood when they were exported; see `Snippet` for what the fields mean."""

    id: str
    path: str
    content_hash: str
    span: Span
    paragraph: int
    prefix: str
    suffix: str
    quote: str


def trace_of(snippet: Snippet) -> Trace:
    """The trace of a snippet."""
    return Trace(
        id=snippet.id,
        path=snippet.path,
        content_hash=snippet.content_hash,
        span=snippet.span,
        paragraph=snippet.paragraph,
        prefix=snippet.prefix,
        suffix=snippet.suffix,
        quote=snippet.quote,
    )


def trace_record(trace: Trace) -> dict[str, object]:
    """A trace for JSON."""
    return {
        "id": trace.id,
        "path": trace.path,
        "content_hash": trace.content_hash,
        "span": [trace.span.start, trace.span.end],
        "paragraph": trace.paragraph,
        "prefix": trace.prefix,
        "suffix": trace.suffix,
        "quote": trace.quote,
    }


def trace_text(snippet: Snippet) -> str:
    """A snippet's trace as JSON that can stand anywhere: ASCII, nothing that ends a comment."""
    text = json.dumps(trace_record(trace_of(snippet)), ensure_ascii=True)
    for char in "-<>&'":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def read_trace(text: str) -> Trace:
    """The trace that `trace_text` wrote.

    Raises:
        ExportError: it is none.
    """
    try:
        return trace_from(json.loads(text))
    except ValueError as error:
        raise ExportError(
            "What says where a quote is from was altered; export it again."
        ) from error


def trace_from(record: object) -> Trace:
    """The trace in a record of JSON.

    Raises:
        ExportError: it is none.
    """
    fields = record if isinstance(record, Mapping) else {}
    try:
        start, end = fields["span"]
        names = ("id", "path", "content_hash", "prefix", "suffix", "quote")
        texts = {name: fields[name] for name in names}
        numbers = (start, end, fields["paragraph"])
    except (KeyError, TypeError, ValueError) as error:
        raise ExportError("What says where a quote is from is missing; export it again.") from error
    if not all(isinstance(text, str) for text in texts.values()) or not all(
        isinstance(number, int) and number >= 0 for number in numbers
    ):
        raise ExportError("What says where a quote is from was altered; export it again.")
    return Trace(span=Span(start, end), paragraph=fields["paragraph"], **texts)
