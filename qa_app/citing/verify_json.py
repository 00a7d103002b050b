"""The quotes of an export in JSON, or as Web Annotations in JSON-LD."""

import json
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit
from urllib.request import url2pathname

from qa_app.citing.export.trace import Trace, trace_from
from qa_app.citing.verify_claims import Claim
from qa_app.errors import ExportError


def claims_in_json(data: bytes) -> tuple[Claim, ...]:
    """The quotes of either kind, code point for code point.

    Raises:
        ExportError: it is no such export.
    """
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ExportError("it is not JSON in UTF-8.") from error
    if not isinstance(whole, Mapping):
        raise ExportError("it was not exported here.")
    if "@context" in whole:
        return tuple(map(_annotated, _items(whole)))
    if "qa_app_export" not in whole:
        raise ExportError("it was not exported here.")
    return tuple(map(_listed, _records(whole.get("snippets"))))


def _listed(record: object) -> Claim:
    trace = trace_from(record)
    return Claim(trace.quote, trace, exact=True)


def _items(whole: Mapping[str, object]) -> Iterable[object]:
    first = whole.get("first")
    return _records(first.get("items") if isinstance(first, Mapping) else None)


def _records(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ExportError("its list of snippets is missing.")
    return value


def _annotated(item: object) -> Claim:
    try:
        trace = _trace(item)
    except (KeyError, TypeError, AttributeError, ValueError, StopIteration) as error:
        raise ExportError("an annotation does not say where its words are from.") from error
    return Claim(trace.quote, trace, exact=True)


def _trace(item: object) -> Trace:
    """The trace that an annotation's target makes up; what is not as we write it raises."""
    fields = item if isinstance(item, Mapping) else {}
    source, selectors = fields["target"]["source"], fields["target"]["selector"]
    words = next(s for s in selectors if s["type"] == "TextQuoteSelector")
    place = next(s for s in selectors if s["type"] == "TextPositionSelector")
    record = {
        "id": fields["id"].removeprefix("urn:uuid:"),
        "path": url2pathname(urlsplit(source["file"]).path),
        "content_hash": source["sha256"],
        "span": [place["start"], place["end"]],
        "paragraph": source["paragraph"],
        "prefix": words.get("prefix", ""),
        "suffix": words.get("suffix", ""),
        "quote": words["exact"],
    }
    return trace_from(record)
