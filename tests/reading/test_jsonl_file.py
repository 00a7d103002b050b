import json

import pytest

from qa_app.errors import ReadError
from qa_app.model import Document
from qa_app.reading.jsonl_file import read_jsonl
from tests.reading.structure import headings_of, paragraphs_of


def read(*records: object) -> Document:
    """The document of these records."""
    return read_jsonl("\n".join(map(json.dumps, records)).encode())


def test_a_record_is_a_passage_under_its_title() -> None:
    """The text stands as it is, what else the record says in a line below it."""
    document = read({"id": 7, "Title": "The weir", "content": "It held.", "by": "Mira Okafor"})
    assert headings_of(document) == [(1, "The weir")]
    assert paragraphs_of(document) == ["It held.\nid: 7 · by: Mira Okafor"]


def test_records_without_text_are_their_fields() -> None:
    """Any value is kept with its name, those inside others with the names on the way."""
    record = {"gate": "North", "open": True, "by": {"name": "Mira", "age": 1.5}, "tags": ["a", 2]}
    assert paragraphs_of(read(record, {"none": None, "empty": "", "list": []})) == [
        "gate: North · open: true · by.name: Mira · by.age: 1.5 · tags: a, 2"
    ]


def test_long_values_are_paragraphs() -> None:
    """A text under any name is one, in its own paragraphs."""
    long = "The keeper opened the gate and went. " * 7
    record = {"question": "Who?", "reply": f"{long}\n\nAnd it held.", "text": "One.\n\nTwo."}
    assert paragraphs_of(read(record)) == [
        f"reply: {long.strip()}", "And it held.", "One.", "Two.\nquestion: Who?",
    ]  # fmt: skip


def test_conversations_keep_their_order() -> None:
    """Records in a list inside a record are read one after the other."""
    turns = [{"role": "user", "said": "Did it hold?"}, {"role": "keeper", "said": "It did."}]
    assert paragraphs_of(read({"turns": turns})) == [
        "turns.role: user · turns.said: Did it hold? · turns.role: keeper · turns.said: It did."
    ]


def test_title_heads_no_other_record() -> None:
    """A record without a title has its number, once another had one."""
    document = read("First.", {"title": "Weir", "text": "Held."}, {"text": "Wet."})
    assert headings_of(document) == [(1, "Weir"), (1, "Record 3")]
    assert paragraphs_of(document) == ["First.", "Held.", "Wet."]


def test_bad_lines_are_named() -> None:
    """A line that is no JSON is left out, and its number is said."""
    document = read_jsonl(b'{"text": "Held."}\n{"text": "We\n\n' + b"[" * 100_000 + b"\n")
    assert paragraphs_of(document) == ["Held."]
    assert document.left_out == "Left out: lines 2, 4, not JSON."


def test_many_bad_lines_are_counted() -> None:
    """More than anyone reads are not listed but counted."""
    assert read_jsonl(b'"Held."\n' + b"x\n" * 30).left_out.endswith("21 and 10 more, not JSON.")


def test_no_line_is_json() -> None:
    """A file of something else is a reason, not an empty document."""
    with pytest.raises(ReadError, match="line 1, not JSON"):
        read_jsonl(b"The weir held.")


def test_depth_without_end() -> None:
    """Values inside values are followed so far, and then kept as they are written."""
    value: object = "deep"
    for _ in range(100):
        value = {"in": value}
    assert '"in": "deep"' in read(value).text


def test_line_ends_inside_values() -> None:
    """Only a line feed ends a record; what else divides lines may stand in a value."""
    data = '{"text": "It\u2028held."}\r\n{"text": "Wet."}'.encode()
    assert paragraphs_of(read_jsonl(data)) == ["It\nheld.", "Wet."]
