import datetime as dt
import io
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter

from qa_app.errors import ReadError
from qa_app.model import BlockKind, Document
from qa_app.reading import rows
from qa_app.reading.xlsx_file import read_xlsx
from tests.reading.samples import zipped
from tests.reading.structure import blocks_of, headings_of, paragraphs_of

P, H, F = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.FURNITURE


def made(fill: Callable[[Any], object]) -> bytes:
    """A workbook that a function filled."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        fill(book)
    return out.getvalue()


def sheet(*lines: tuple[object, ...]) -> Document:
    """The document of one sheet with these rows."""

    def fill(book: Any) -> None:
        page = book.add_worksheet("Gates")
        for i, line in enumerate(lines):
            page.write_row(i, 0, line)

    return read_xlsx(made(fill))


def test_a_row_can_be_read_alone() -> None:
    """Each value stands under its column's header; empty cells are left out."""
    document = sheet(("Gate", "Opened", "By"), ("North", 7, None), (None, 2, "Mira Okafor"))
    assert blocks_of(document) == [
        (H, "Gates"), (F, "Gate · Opened · By"), (P, "Gate: North · Opened: 7"),
        (P, "Opened: 2 · By: Mira Okafor"),
    ]  # fmt: skip


def test_every_sheet_has_its_heading() -> None:
    """The name of a sheet is the heading of its rows; a hidden one is not read but named."""

    def fill(book: Any) -> None:
        for name in ("North", "Empty", "Lists"):
            page = book.add_worksheet(name)
            if name != "Empty":
                page.write(0, 0, f"It held in {name}.")
        page.hide()

    document = read_xlsx(made(fill))
    assert headings_of(document) == [(1, "North")]
    assert paragraphs_of(document) == ["It held in North."]
    assert document.left_out == "Left out: hidden sheets (Lists)."


def test_values_as_the_sheet_shows_them() -> None:
    """Numbers, dates, truths and the values of formulas, in the form that the cell gives them."""
    shown = [
        (1234.5, "#,##0.00", "1,234.50"),
        (0.125, "0.0%", "12.5%"),
        (1843, None, "1843"),
        (0.1 + 0.2, None, "0.3"),
        (-7, '#,##0 "m"', "-7 m"),
        (dt.date(2024, 5, 14), "d mmmm yyyy", "14 May 2024"),
        (dt.datetime(2024, 5, 14, 9, 30), "yyyy-mm-dd hh:mm", "2024-05-14 09:30"),
        (True, None, "TRUE"),
    ]

    def fill(book: Any) -> None:
        page = book.add_worksheet("Values")
        for i, (value, code, _) in enumerate(shown):
            page.write(i, 0, value, book.add_format({"num_format": code} if code else {}))
        page.write_formula(len(shown), 0, "=1+1", None, 2)

    document = read_xlsx(made(fill))
    assert paragraphs_of(document) == [*(text for _, _, text in shown), "2"]


def test_formulas_that_were_never_computed() -> None:
    """A cell without a value is not lost silently."""

    def fill(book: Any) -> None:
        page = book.add_worksheet("Gates")
        page.write(0, 0, "It held.")
        page.write_formula(1, 0, "=1+1", None, "")

    assert "1 cells whose formulas" in read_xlsx(made(fill)).left_out


def test_what_is_left_out_is_said() -> None:
    """Comments on cells and text boxes over them are not read, and that is said."""

    def fill(book: Any) -> None:
        page = book.add_worksheet("Gates")
        page.write(0, 0, "It held.")
        page.write_comment(0, 0, "Really?")
        page.insert_textbox(3, 3, "Over it")

    expected = "Left out: text drawn over the cells, comments on cells."
    assert read_xlsx(made(fill)).left_out == expected


def test_too_many_cells_are_cut_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is beyond the limit is left out with its place."""
    monkeypatch.setattr(rows, "MAX_CELLS", 6)
    document = sheet(*[(f"It held {i}.", i) for i in range(9)])
    assert len(paragraphs_of(document)) == 3
    assert document.left_out == (
        "Left out: all after row 3 of sheet “Gates”, as that is too many cells."
    )


def test_sheet_that_claims_to_have_billions_of_rows() -> None:
    """A row with an absurd number does not make the reader count up to it."""
    cells = '<row r="1"><c t="inlineStr"><is><t>Held.</t></is></c></row><row r="2000000000"/>'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    package = "http://schemas.openxmlformats.org/package/2006"
    link = f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" {{}}/>'
    document = read_xlsx(
        zipped(
            {
                "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
                f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
                f'<Override PartName="/xl/s.xml" ContentType="{kind}.worksheet+xml"/></Types>',
                "_rels/.rels": link.format(
                    f'Type="{office}/officeDocument" Target="xl/workbook.xml"'
                )
                + "</Relationships>",
                "xl/_rels/workbook.xml.rels": link.format(
                    f'Type="{office}/worksheet" Target="s.xml"'
                )
                + "</Relationships>",
                "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
                '<sheet name="Gates" sheetId="1" r:id="r1"/></sheets></workbook>',
                "xl/s.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
            }
        )
    )
    assert paragraphs_of(document) == ["Held."]
    assert "all after row" in document.left_out


def test_entities_are_refused() -> None:
    """A part whose XML would expand itself is refused before any library sees it."""
    data = zipped(
        {
            "_rels/.rels": '<r><l Type="x/officeDocument" Target="xl/workbook.xml"/></r>',
            "xl/workbook.xml": '<!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>',
        }
    )
    with pytest.raises(ReadError, match="entities"):
        read_xlsx(data)
