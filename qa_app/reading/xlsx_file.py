"""Excel workbooks: a row is a paragraph, each value under its column's header."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from msgspec import Struct, field
from openpyxl import load_workbook

from qa_app.errors import ReadError
from qa_app.model import BlockKind, Document
from qa_app.reading.careful import careful
from qa_app.reading.layout import Piece
from qa_app.reading.office_text import document_of
from qa_app.reading.package import Package, open_package, properties_of
from qa_app.reading.rows import Gathered, Row, pieces_of_rows
from qa_app.reading.safe_xml import check_xml
from qa_app.reading.sheet_values import shown

# openpyxl has no types of its own.
_Sheet = Any

_READ = (".xml", ".rels")
_SHEETS = "xl/worksheets/"
# A formula without the value that a program computed for it.
_NOT_COMPUTED = re.compile(rb"(?:</f>|<f[^<>]*/>)(?:<v\s*/>|<v></v>)?</c>")
_DRAWN = re.compile(rb"<a:t[ >]")


class _Lacking(Struct):
    """What of the workbook is not in the text."""

    n_formulas: int = 0
    drawn: bool = False
    comments: bool = False
    hidden: list[str] = field(default_factory=list)

    def said(self, cut: list[str]) -> str:
        lacking = list(cut)
        if self.hidden:
            lacking.append(f"hidden sheets ({', '.join(self.hidden)})")
        if self.n_formulas:
            lacking.append(f"{self.n_formulas} cells whose formulas no program has computed")
        if self.drawn:
            lacking.append("text drawn over the cells")
        if self.comments:
            lacking.append("comments on cells")
        return f"Left out: {', '.join(lacking)}." if lacking else ""


@careful
def read_xlsx(data: bytes) -> Document:
    """The document of a workbook; the name of a sheet is the heading of its rows.

    Raises:
        ReadError: it is torn or encrypted, or there is no text to be had from it.
    """
    package = open_package(data)
    package.main_part()
    lacking = _Lacking()
    checked = _checked(package, lacking)
    gathered = Gathered()
    try:
        pieces = _read(checked, lacking, gathered)
    # What both of its XML parsers complain with.
    except SyntaxError as error:
        raise ReadError("its XML is damaged") from error
    left_out = lacking.said(gathered.cut)
    return document_of(pieces, properties_of(package), "xlsx", left_out=left_out, records=True)


def _read(checked: io.BytesIO, lacking: _Lacking, gathered: Gathered) -> list[Piece]:
    with warnings.catch_warnings():
        # What openpyxl warns of is nothing of the text.
        warnings.simplefilter("ignore")
        workbook = load_workbook(checked, read_only=True, data_only=True, keep_links=False)
        sheets = [sheet for sheet in workbook.worksheets if _is_shown(sheet, lacking)]
        return [piece for sheet in sheets for piece in _pieces(sheet, gathered)]


def _checked(package: Package, lacking: _Lacking) -> io.BytesIO:
    """A copy with nothing in it but XML that is safe to parse."""
    copy = io.BytesIO()
    with ZipFile(copy, "w", zipfile.ZIP_STORED) as made:
        for name, info in package.members.items():
            data = (package.read(name) or b"") if name.endswith(_READ) else b""
            check_xml(data)
            if name.startswith(_SHEETS):
                lacking.n_formulas += sum(1 for _ in _NOT_COMPUTED.finditer(data))
            lacking.drawn |= name.startswith("xl/drawings/") and bool(_DRAWN.search(data))
            lacking.comments |= name.startswith("xl/comments")
            made.writestr(info.filename, data)
    copy.seek(0)
    return copy


def _is_shown(sheet: _Sheet, lacking: _Lacking) -> bool:
    if sheet.sheet_state != "visible":
        lacking.hidden.append(str(sheet.title))
        return False
    return True


def _pieces(sheet: _Sheet, gathered: Gathered) -> Iterator[Piece]:
    name = " ".join(str(sheet.title).split()) or "Sheet"
    rows = pieces_of_rows(_rows(sheet), gathered, place=f"sheet “{name}”", level=2)
    first = next(rows, None)
    if first is not None:
        yield Piece(BlockKind.HEADING, name, 1)
        yield first
        yield from rows


def _rows(sheet: _Sheet) -> Iterator[Row]:
    # What a sheet says of its size is often wrong.
    sheet.reset_dimensions()
    for cells in sheet.iter_rows():
        yield [
            "" if cell.value is None else shown(cell.value, cell.number_format or "")
            for cell in cells
        ]
