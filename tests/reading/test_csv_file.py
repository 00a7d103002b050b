import csv

import pytest

from qa_app.errors import ReadError
from qa_app.model import BlockKind
from qa_app.reading import rows
from qa_app.reading.csv_file import read_csv
from tests.reading.structure import blocks_of, paragraphs_of


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_what_divides_the_cells_is_found(mark: str) -> None:
    """Commas, semicolons, tabs and bars, with other marks inside the cells."""
    lines = [
        ("Gate", "Opened", "By"),
        ("North; left", "7,5", "Okafor, Mira"),
        ("South", "2", "x|y"),
    ]
    text = "\n".join(mark.join(f'"{cell}"' for cell in line) for line in lines)
    assert paragraphs_of(read_csv(text.encode()))[0] == (
        "Gate: North; left · Opened: 7,5 · By: Okafor, Mira"
    )


def test_first_line_may_name_the_mark() -> None:
    """A file for Excel may say what divides its cells."""
    assert read_csv(b"sep=^\r\nGate^Opened\r\nNorth^7\r\n").text == (
        "Gate · Opened\n\nGate: North · Opened: 7"
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encoding_is_found(encoding: str) -> None:
    """Whatever program wrote the table."""
    text = "Gate;Keeper\nNorth;Jürgen Müßig\nSouth;Zoë Groß\n"
    assert paragraphs_of(read_csv(text.encode(encoding)))[0] == "Gate: North · Keeper: Jürgen Müßig"


def test_cells_of_many_lines() -> None:
    """A cell that was quoted may hold line ends, marks and quotation marks."""
    document = read_csv(b'Gate,Said\nNorth,"It held.\r\n\r\nSo he said: ""no, \twet""."\n')
    assert paragraphs_of(document) == ['Gate: North · Said: It held.\nSo he said: "no, wet".']


def test_quotation_mark_that_nothing_closes() -> None:
    """It is a character like others where a cell would become too long for one."""
    lines = "\n".join(f"South,{i}" for i in range(20_000))
    document = read_csv(f'Gate,Opened\nNorth,"7\n{lines}\n'.encode())
    assert paragraphs_of(document)[:2] == ['Gate: North · Opened: "7', "Gate: South · Opened: 0"]
    assert len(lines) > csv.field_size_limit()


def test_one_column_is_text() -> None:
    """Where nothing divides the lines they are paragraphs."""
    assert paragraphs_of(read_csv(b"The weir held.\n\nNobody spoke.\n")) == [
        "The weir held.",
        "Nobody spoke.",
    ]


def test_header_alone_is_text() -> None:
    """A table without rows still says what its columns are called."""
    assert blocks_of(read_csv(b"Gate,Opened\n")) == [(BlockKind.PARAGRAPH, "Gate · Opened")]


def test_too_many_cells_are_cut_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is beyond the limit is left out with its place."""
    monkeypatch.setattr(rows, "MAX_CELLS", 5)
    document = read_csv(b"Gate,Opened\nNorth,7\nSouth,2\n")
    assert paragraphs_of(document) == ["Gate: North · Opened: 7"]
    assert document.left_out == "Left out: all after row 2 of the table, as that is too many cells."


def test_bytes_that_are_no_text() -> None:
    """A table is text, or there is a reason."""
    with pytest.raises(ReadError, match="binary"):
        read_csv(bytes(range(256)) * 9)
