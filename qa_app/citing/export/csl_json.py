"""Snippets as CSL-JSON, for reference managers: an item each, its quote as the annotation."""

import json

from qa_app.citing.export.content import Export
from qa_app.citing.export.shown import one_line
from qa_app.citing.export.trace import trace_of, trace_record


def write(export: Export) -> bytes:
    """The export as a list of items in UTF-8; the quote is `annote`, a note is `note`.

    The page is the quote's, and so it is in the other formats for reference managers.
    """
    items = []
    for entry in export.entries():
        snippet = entry.snippet
        item = {
            **export.item(snippet),
            "id": snippet.id,
            "annote": snippet.quote,
            **({"page": one_line(snippet.shown_page)} if snippet.shown_page else {}),
            "custom": {"qa_app": trace_record(trace_of(snippet))},
        }
        if export.template.with_notes and snippet.note:
            item["note"] = snippet.note
        if export.template.with_notes and snippet.tags:
            item["keyword"] = ", ".join(snippet.tags)
        items.append(item)
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
