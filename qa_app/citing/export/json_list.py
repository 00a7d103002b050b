"""Snippets as JSON: everything that is kept of them, code point for code point."""

import json

from qa_app.citing.export.content import Entry, Export
from qa_app.citing.export.trace import trace_of, trace_record

VERSION = 1


def write(export: Export) -> bytes:
    """The export as one JSON object in UTF-8; with notes it holds all of each snippet."""
    heading = ""
    records = []
    for entry in export.entries():
        heading = entry.heading or heading
        records.append(_record(entry, heading, export))
    whole = {"qa_app_export": VERSION, "made_at": export.made_at, "snippets": records}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _record(entry: Entry, heading: str, export: Export) -> dict[str, object]:
    snippet = entry.snippet
    about = snippet.metadata
    record: dict[str, object] = {
        **trace_record(trace_of(snippet)),
        "paragraph": snippet.shown_paragraph,
        "page": snippet.shown_page,
        "heading": heading,
        "citation": export.cite(snippet),
        "title": about.title,
        "publisher": about.publisher,
        "author": about.author,
        "date": about.date,
        "address": about.address,
        "question": snippet.question,
        "group": snippet.group,
        "kept_at": snippet.kept_at,
        "state": snippet.state,
    }
    if export.template.with_notes:
        record |= {"note": snippet.note, "tags": list(snippet.tags)}
    return record
