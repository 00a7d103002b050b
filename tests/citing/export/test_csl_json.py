"""Snippets as CSL-JSON."""

import json

from qa_app.citing.export.csl_json import write
from tests.citing.export.samples import CONTROLS, LINE_ENDS, QUOTES, TITLE, export


def test_quotes_are_exact() -> None:
    """The quote is the annotation, code point for code point."""
    every = (*QUOTES, CONTROLS, LINE_ENDS)
    assert [item["annote"] for item in json.loads(write(export(*every)))] == list(every)


def test_an_item_holds_the_source() -> None:
    """Title, author, date and note, under the names CSL has for them."""
    (item,) = json.loads(write(export("x", note="mine", tags=("a", "b"))))
    assert item["title"] == TITLE
    assert item["author"] == [{"literal": "Ida Brandt"}]
    assert item["issued"] == {"date-parts": [[2025, 2, 17]]}
    assert (item["note"], item["keyword"]) == ("mine", "a, b")
    assert item["custom"]["qa_app"]["span"] == [10, 11]
