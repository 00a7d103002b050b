"""Snippets as RIS, for reference managers: a record each.

RIS knows no line ends within a value, so a quote is a note (`N1`) for each of its lines; nothing in
them can end a record. White space at a line's ends does not last in RIS.
"""

import re

import rispy

from qa_app.citing.export.content import Entry, Export
from qa_app.citing.export.reference import Reference, reference_of
from qa_app.citing.export.shown import as_shown
from qa_app.explaining.quoting import quoted

_TYPES = {"article-newspaper": "NEWS", "report": "RPRT", "webpage": "ELEC"}
# What programs take for the end of a line beside LF.
_OTHER_LINE_END = re.compile("[\x85\u2028\u2029]")


def write(export: Export) -> bytes:
    """The export as RIS in UTF-8; the quote is in quotation marks."""
    records = [_record(entry, export) for entry in export.entries()]
    written: str = rispy.dumps(records)
    return written.encode("utf-8", "replace")


def _record(entry: Entry, export: Export) -> dict[str, object]:
    snippet = entry.snippet
    reference = reference_of(export.item(snippet))
    record: dict[str, object] = {
        "type_of_reference": _TYPES.get(reference.kind, "GEN"),
        "id": snippet.id,
        "title": reference.title,
        "secondary_title": reference.container,
        "authors": [", ".join(part for part in person if part) for person in reference.people],
        "publisher": reference.publisher,
        "year": str(reference.issued[0]) if reference.issued else "",
        "date": _date(reference),
        "start_page": snippet.shown_page,
        "urls": [reference.address] if reference.address else [],
        "notes": _lines(quoted(snippet.quote)),
    }
    if export.template.with_notes:
        record["research_notes"] = _one_line(snippet.note)
        record["keywords"] = [_one_line(tag) for tag in snippet.tags]
    return {name: _safe(value) for name, value in record.items() if value}


def _safe(value: object) -> object:
    if isinstance(value, list):
        return [_one_line(text) for text in value]
    return _one_line(str(value))


def _lines(text: str) -> list[str]:
    return as_shown(text).split("\n")


def _one_line(text: str) -> str:
    return _OTHER_LINE_END.sub(" ", as_shown(text).replace("\n", " "))


def _date(reference: Reference) -> str:
    """The date as RIS has it: `2025/02/17/`, what is unknown left empty."""
    if not reference.issued:
        return ""
    year, *rest = reference.issued
    parts = [f"{part:02}" for part in rest[:2]]
    return "/".join([str(year), *parts, *[""] * (3 - len(parts))])
