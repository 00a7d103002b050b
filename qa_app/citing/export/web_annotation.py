"""Snippets as W3C Web Annotations in JSON-LD.

Source: https://www.w3.org/TR/annotation-model/ (selectors 4.2.4 and 4.2.5, collections 5).
"""

import json
import re
from pathlib import PurePath

from qa_app.citing.export.content import TITLE, Export
from qa_app.model import Snippet

ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# What the standard has no word for.
OWN_TERMS = {
    "qa": "urn:qa-app:",
    "sha256": "qa:sha256",
    "file": {"@id": "qa:file", "@type": "@id"},
    "paragraph": "qa:paragraph",
    "page": "qa:page",
    "citation": "qa:citation",
}
# What may stand in an IRI, RFC 3987 2.2.
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20\x7f-\x9f]+")


def write(export: Export) -> bytes:
    """The export as an annotation collection of one page, in UTF-8.

    Positions are code points of the text that was read of the file, `start` included and `end` not.
    """
    items = [_annotation(entry.snippet, export) for entry in export.entries()]
    whole = {
        "@context": [ANNOTATION_CONTEXT, OWN_TERMS],
        "id": "urn:qa-app:export",
        "type": "AnnotationCollection",
        "label": TITLE,
        "created": export.made_at,
        "total": len(items),
        "first": {"id": "urn:qa-app:export:1", "type": "AnnotationPage", "items": items},
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _annotation(snippet: Snippet, export: Export) -> dict[str, object]:
    annotation: dict[str, object] = {
        "id": f"urn:uuid:{snippet.id}",
        "type": "Annotation",
        "motivation": "highlighting",
        "created": snippet.kept_at or export.made_at,
        "citation": export.cite(snippet),
        "target": {
            "source": _source(snippet),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": snippet.quote,
                    "prefix": snippet.prefix,
                    "suffix": snippet.suffix,
                },
                {
                    "type": "TextPositionSelector",
                    "start": snippet.span.start,
                    "end": snippet.span.end,
                },
            ],
        },
    }
    bodies = _bodies(snippet) if export.template.with_notes else []
    return annotation | ({"body": bodies} if bodies else {})


def _source(snippet: Snippet) -> dict[str, object]:
    file, address = PurePath(snippet.path).as_uri(), snippet.metadata.address
    known: dict[str, object] = {
        "id": address if _WEB_ADDRESS.fullmatch(address) else file,
        "type": "Text",
        "file": file,
        "sha256": snippet.content_hash,
        "paragraph": snippet.shown_paragraph,
    }
    return known | ({"page": snippet.shown_page} if snippet.shown_page else {})


def _bodies(snippet: Snippet) -> list[dict[str, str]]:
    texts = [("commenting", snippet.note)] if snippet.note else []
    texts += [("tagging", tag) for tag in snippet.tags]
    return [
        {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose}
        for purpose, text in texts
    ]
