"""Snippets as a table for spreadsheets, in which no cell is a formula.

A cell whose first visible character could begin a formula gets an apostrophe before it, and so
does one that begins with an apostrophe: a cell read back is exact once one leading apostrophe is
dropped.
"""

import csv
import io

from qa_app.citing.export.content import Export
from qa_app.model import Snippet

_COLUMNS = (
    "heading", "quote", "citation", "title", "publisher", "author", "date", "address", "path",
    "page", "paragraph", "start", "end", "content_hash", "question", "note", "tags",
)  # fmt: skip
# Spreadsheets take full-width forms for the same.
_BEGINS_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "'")
_BEGINS_CELL_ANEW = ("\t", "\r", "\n")
# Programs differ in what they pass over before a formula.
_PASSED_OVER = " \t\r\n\v\f\x00\xa0\ufeff\u200b\u3000"


def write(export: Export) -> bytes:
    """The export as CSV (RFC 4180, every cell quoted) in UTF-8 with a mark spreadsheets know."""
    columns = _COLUMNS if export.template.with_notes else _COLUMNS[:-2]
    out = io.StringIO(newline="")
    table = csv.writer(out, quoting=csv.QUOTE_ALL)
    table.writerow(columns)
    heading = ""
    for entry in export.entries():
        heading = entry.heading or heading
        cells = _cells(entry.snippet, heading, export.cite(entry.snippet))
        table.writerow([neutral(cell) for cell in cells[: len(columns)]])
    return out.getvalue().encode("utf-8-sig", "replace")


def _cells(snippet: Snippet, heading: str, citation: str) -> list[str]:
    about = snippet.metadata
    return [
        heading, snippet.quote, citation, about.title, about.publisher, about.author, about.date,
        about.address, snippet.path, snippet.shown_page, str(snippet.shown_paragraph),
        str(snippet.span.start), str(snippet.span.end), snippet.content_hash,
        snippet.question, snippet.note, ", ".join(snippet.tags),
    ]  # fmt: skip


def neutral(cell: str) -> str:
    """The cell as no program takes for a formula."""
    first = cell.lstrip(_PASSED_OVER)
    is_risky = first.startswith(_BEGINS_FORMULA) or cell.startswith(_BEGINS_CELL_ANEW)
    return f"'{cell}" if is_risky else cell


def plain(cell: str) -> str:
    """The cell that `neutral` was given."""
    return cell.removeprefix("'")
