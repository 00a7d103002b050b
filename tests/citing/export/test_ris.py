"""Snippets as RIS, read back with rispy."""

import rispy
from hypothesis import given

from qa_app.citing.export.content import Export, Template
from qa_app.citing.export.ris import write
from qa_app.citing.export.shown import as_shown
from qa_app.explaining.quoting import quoted
from tests.citing.export.samples import CONTROLS, LINE_ENDS, QUOTES, TITLE, export, texts

# What ends a line in some program is a space.
_SPACES = {0x85: " ", 0x2028: " ", 0x2029: " "}


def _records(made: Export) -> list[dict[str, object]]:
    records: list[dict[str, object]] = rispy.loads(write(made).decode())
    return records


def _quote_of(record: dict[str, object]) -> str:
    notes = record["notes"]
    assert isinstance(notes, list)
    return "\n".join(notes)


def _as_ris(quote: str) -> str:
    """RIS does not keep white space at the ends of a line."""
    lines = quoted(as_shown(quote)).translate(_SPACES).split("\n")
    return "\n".join(line.strip() for line in lines)


def test_quotes_are_read_back_line_by_line() -> None:
    """A note for each line; nothing in one ends a record or begins a field."""
    every = (*QUOTES, CONTROLS, LINE_ENDS)
    records = _records(export(*every))
    assert [_quote_of(record) for record in records] == [_as_ris(quote) for quote in every]
    assert {record["title"] for record in records} == {TITLE}


@given(texts())
def test_any_text_stays_in_its_field(text: str) -> None:
    """One record comes back, with the words."""
    (record,) = _records(export(text, note=text, tags=(text,), group=text))
    assert _quote_of(record) == _as_ris(text)


def test_a_record_holds_the_source() -> None:
    """Author, publisher, date and note are fields of their own."""
    (record,) = _records(export("x", note="mine", tags=("a", "b")))
    assert record["authors"] == ["Ida Brandt"]
    assert (record["year"], record["date"]) == ("2025", "2025/02/17/")
    assert (record["research_notes"], record["keywords"]) == ("mine", ["a", "b"])
    (bare,) = _records(export("x", template=Template(with_notes=False), note="mine"))
    assert "research_notes" not in bare
