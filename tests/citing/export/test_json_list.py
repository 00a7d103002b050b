"""Snippets as JSON."""

import json

from hypothesis import given

from qa_app.citing.export.content import Template
from qa_app.citing.export.json_list import write
from tests.citing.export.samples import CONTROLS, LINE_ENDS, QUOTES, export, texts, two_sections


def test_quotes_are_exact() -> None:
    """Every code point is as it was, control characters and line ends included."""
    every = (*QUOTES, CONTROLS, LINE_ENDS)
    records = json.loads(write(export(*every)))["snippets"]
    assert [record["quote"] for record in records] == list(every)


@given(texts())
def test_any_text_is_exact(text: str) -> None:
    """No text is lost."""
    assert json.loads(write(export(text)))["snippets"][0]["quote"] == text


def test_a_record_says_where_its_words_stand() -> None:
    """Path, hash, span, what stands around, citation, heading and note."""
    first, second = json.loads(write(two_sections()))["snippets"]
    assert first["span"] == [10, 18]
    assert first["content_hash"] == "ab" * 32
    assert first["path"].endswith("harbour notes/1.txt")
    assert first["heading"] == "When *does* it <open>?"
    assert "The Quay Post" in first["citation"]
    assert (second["note"], second["tags"]) == ("my <note>", ["a", "b & c"])


def test_notes_can_be_left_out() -> None:
    """Without notes there is neither note nor tags."""
    (record,) = json.loads(write(export("x", template=Template(with_notes=False))))["snippets"]
    assert not {"note", "tags"} & record.keys()
