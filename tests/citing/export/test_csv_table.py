"""Snippets as a table, read back with `csv`."""

import csv
import io

from hypothesis import given

from qa_app.citing.export.content import Export, Template
from qa_app.citing.export.csv_table import neutral, plain, write
from qa_app.model import Metadata
from tests.citing.export.samples import CONTROLS, LINE_ENDS, QUOTES, export, texts


def _rows(made: Export) -> list[dict[str, str]]:
    text = write(made).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_quotes_are_read_back_code_point_for_code_point() -> None:
    """Line ends and control characters included, once the apostrophe of a risky cell is dropped."""
    every = (*QUOTES, CONTROLS, LINE_ENDS)
    assert [plain(row["quote"]) for row in _rows(export(*every))] == list(every)


@given(texts())
def test_no_cell_is_a_formula_and_every_cell_can_be_read_back(text: str) -> None:
    """No cell begins as one does, after whatever a program may pass over."""
    cell = neutral(text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    assert not cell.startswith(("\t", "\r", "\n"))
    assert plain(cell) == text


def test_no_column_can_hold_a_formula() -> None:
    """Title, publisher, author, date, address, path and page come from documents; all are cells."""
    risky = "=cmd|' /C calc'!A0"
    about = Metadata(risky, risky, risky, risky, risky)
    made = export(
        risky, metadata=about, note=risky, group=risky, tags=(risky,), question=risky,
        page=risky, path=risky, content_hash=risky,
    )  # fmt: skip
    (row,) = _rows(made)
    assert all(cell[0] not in "=+-@\t\r\n" for cell in row.values())
    assert sum(plain(cell) == risky for cell in row.values()) == 13
    assert row["citation"].startswith("'=")


def test_cells_of_metadata_and_notes_are_no_formulas_either() -> None:
    """Whatever a document or a person wrote in any column is neutral."""
    (row,) = _rows(export("x", note="=1", group="@a", tags=("+t",), question="-2"))
    assert (row["note"], row["heading"], row["tags"], row["question"]) == (
        "'=1",
        "'@a",
        "'+t",
        "'-2",
    )


def test_without_notes_there_are_no_such_columns() -> None:
    """The table has no columns for notes and tags."""
    (row,) = _rows(export("x", template=Template(with_notes=False), note="mine"))
    assert not {"note", "tags"} & row.keys()
