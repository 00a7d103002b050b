"""Snippets as Web Annotations, held against a schema of the standard's model."""

import json

import jsonschema
from hypothesis import given

from qa_app.citing.export.content import Template
from qa_app.citing.export.web_annotation import write
from qa_app.model import Metadata
from tests.citing.export.samples import CONTROLS, LINE_ENDS, QUOTES, export, texts

_IRI = {"type": "string", "pattern": "^[a-z][a-z0-9+.-]*:\\S+$"}
_ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "id": _IRI,
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["highlighting", "commenting", "tagging"]},
        "created": {"type": "string", "pattern": "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"},
        "body": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "value"],
                "properties": {
                    "type": {"const": "TextualBody"},
                    "value": {"type": "string"},
                    "purpose": {"enum": ["commenting", "tagging"]},
                },
            },
        },
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "properties": {
                "source": {
                    "type": "object",
                    "required": ["id"],
                    "properties": {"id": _IRI, "file": _IRI},
                },
                "selector": {
                    "type": "array",
                    "prefixItems": [
                        {
                            "required": ["type", "exact"],
                            "properties": {
                                "type": {"const": "TextQuoteSelector"},
                                "exact": {"type": "string"},
                                "prefix": {"type": "string"},
                                "suffix": {"type": "string"},
                            },
                        },
                        {
                            "required": ["type", "start", "end"],
                            "properties": {
                                "type": {"const": "TextPositionSelector"},
                                "start": {"type": "integer", "minimum": 0},
                                "end": {"type": "integer", "minimum": 0},
                            },
                        },
                    ],
                    "minItems": 2,
                    "maxItems": 2,
                },
            },
        },
    },
}
_SCHEMA = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "properties": {
        "@context": {"type": "array", "contains": {"const": "http://www.w3.org/ns/anno.jsonld"}},
        "id": _IRI,
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer"},
        "first": {
            "type": "object",
            "required": ["id", "type", "items"],
            "properties": {
                "type": {"const": "AnnotationPage"},
                "items": {"type": "array", "items": _ANNOTATION},
            },
        },
    },
}


def test_a_collection_is_as_the_standard_has_it() -> None:
    """It meets the schema, with notes and tags as bodies."""
    whole = json.loads(write(export(*QUOTES, note="mine", tags=("a",))))
    jsonschema.validate(whole, _SCHEMA, jsonschema.Draft202012Validator)
    assert whole["total"] == len(QUOTES)


def test_selectors_hold_the_words_and_their_place() -> None:
    """The quote selector is exact, the position selector counts code points."""
    every = (*QUOTES, CONTROLS, LINE_ENDS)
    items = json.loads(write(export(*every)))["first"]["items"]
    for item, quote in zip(items, every, strict=True):
        words, place = item["target"]["selector"]
        assert words["exact"] == quote
        assert (place["start"], place["end"]) == (10, 10 + len(quote))
        assert (words["prefix"], words["suffix"]) == ("before --> ", " <after>")


@given(texts())
def test_any_text_is_exact(text: str) -> None:
    """No text is lost."""
    (item,) = json.loads(write(export(text)))["first"]["items"]
    assert item["target"]["selector"][0]["exact"] == text


def test_the_source_is_the_address_or_else_the_file() -> None:
    """A web article is named by its address; the file is always there too."""
    about = Metadata(address="https://quay.example/tides")
    whole = json.loads(write(export("x", metadata=about)))
    assert whole["first"]["items"][0]["target"]["source"]["id"] == about.address
    hostile = json.loads(write(export("x", metadata=Metadata(address="javascript:x <a>"))))
    assert hostile["first"]["items"][0]["target"]["source"]["id"].startswith("file:///")
    source = json.loads(write(export("x")))["first"]["items"][0]["target"]["source"]
    assert source["id"] == source["file"] == "file:///home/ada/harbour%20notes/1.txt"
    assert source["sha256"] == "ab" * 32


def test_notes_can_be_left_out() -> None:
    """Without notes there is no body."""
    whole = json.loads(write(export("x", template=Template(with_notes=False), note="mine")))
    assert "body" not in whole["first"]["items"][0]
