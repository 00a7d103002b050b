"""Snippets as BibTeX: an entry each, its quote as `annote`.

Nothing in a field is a command: what TeX takes for more than itself is written by its name, in
balanced braces, as BibTeX counts braces with a backslash too.
"""

import re
from itertools import chain

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry as BibEntry
from bibtexparser.model import Field

from qa_app.citing.export.content import Entry, Export
from qa_app.citing.export.reference import Reference, reference_of
from qa_app.citing.export.shown import as_shown, one_line

_TYPES = {"article-newspaper": "article", "report": "techreport"}
_NAMES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "%": r"\%",
    "&": r"\&",
    "#": r"\#",
    "$": r"\$",
    "_": r"\_",
    "@": "{@}",
    "\n": "\\newline{}\n",
}
# TeX draws two of the last ones as one other character.
_SPECIAL = re.compile("|".join(map(re.escape, _NAMES)) + r"|(?<=[-'`<>,!?])(?=[-'`<>,])")
_APART = "{}"
_WRITTEN = re.compile(
    "|".join(map(re.escape, sorted([*_NAMES.values(), _APART], key=len, reverse=True)))
)
_PLAIN = {name: char for char, name in _NAMES.items()}
_MONTH_AND_MORE = 2


def write(export: Export) -> bytes:
    """The export as BibTeX in UTF-8, for programs that read it so (biber, LuaTeX, Zotero)."""
    library = Library([_entry(entry, export) for entry in export.entries()])
    return write_string(library).encode("utf-8", "replace")


def escaped_latex(text: str) -> str:
    """The text as TeX shows it; `plain_latex` is the way back."""
    return _SPECIAL.sub(lambda found: _NAMES.get(found[0], _APART), as_shown(text))


def plain_latex(text: str) -> str:
    """What `escaped_latex` made it of, as it is shown."""
    return _WRITTEN.sub(lambda found: _PLAIN.get(found[0], ""), text)


def _entry(entry: Entry, export: Export) -> BibEntry:
    snippet = entry.snippet
    reference = reference_of(export.item(snippet))
    fields = {
        "title": _braced(reference.title),
        "author": " and ".join(map(_person, reference.people)),
        ("journal" if reference.kind == "article-newspaper" else "howpublished"): _braced(
            reference.container
        ),
        ("institution" if reference.kind == "report" else "publisher"): _braced(
            reference.publisher
        ),
        **_date(reference),
        "url": escaped_latex(reference.address),
        "pages": escaped_latex(one_line(snippet.shown_page)),
        "annote": escaped_latex(snippet.quote),
    }
    if export.template.with_notes:
        fields["note"] = escaped_latex(snippet.note)
        fields["keywords"] = escaped_latex(one_line(", ".join(snippet.tags)))
    kind = _TYPES.get(reference.kind, "misc")
    known = [Field(name, value) for name, value in fields.items() if value]
    return BibEntry(kind, f"snippet{entry.number}", known)


def _braced(text: str) -> str:
    """Text whose capitals no style makes small."""
    return f"{{{escaped_latex(text)}}}" if text else ""


def _person(names: tuple[str, str]) -> str:
    family, given = names
    if not given:
        return _braced(family)
    return ", ".join(chain([_braced(family)], map(escaped_latex, reversed(given.split(", ", 1)))))


def _date(reference: Reference) -> dict[str, str]:
    issued = reference.issued
    year = {"year": str(issued[0])} if issued else {}
    month = {"month": str(issued[1])} if len(issued) >= _MONTH_AND_MORE else {}
    return year | month
