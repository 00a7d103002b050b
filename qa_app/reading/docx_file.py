"""Word files: what a reader of the printed pages sees, in the order they meet it.

The XML is walked directly: python-docx knows the paragraphs and tables of a body, but not what
stands in content controls, text boxes, notes and tracked insertions.
"""

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from qa_app.model import Document
from qa_app.reading.careful import careful
from qa_app.reading.docx_styles import Numbering, Style, is_on, numbering_of, refined, styles_of
from qa_app.reading.drawings import DRAWN, paragraphs_drawn
from qa_app.reading.office_text import BULLET, Paragraph, document_of, item, pieces, row, tidy
from qa_app.reading.package import Package, open_package, properties_of
from qa_app.reading.safe_xml import Element, attribute, child, name_of

# What a reader does not see: deletions, field codes, the reading over a Chinese character.
_UNSEEN = frozenset({
    "del", "moveFrom", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr", "sdtEndPr", "instrText",
    "delText", "delInstrText", "rt", "ffData", "fldData", "sectPr",
})  # fmt: skip
_WRITTEN = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
# Signs of the fonts Symbol and Wingdings that stand in running text.
_SIGNS = {
    "F0B7": "•", "F0A7": "▪", "F0FC": "✓", "F0FB": "✗", "F0A8": "☐", "F0FE": "☒", "F0E0": "→",
    "F0AE": "→", "F0AC": "←", "F0B3": "≥", "F0A3": "≤", "F0B1": "±", "F0B4": "×", "F0B0": "°",
    "F06D": "µ", "F061": "α", "F062": "β", "F044": "Δ",
}  # fmt: skip


class _Line(Struct):
    """The text of a paragraph as far as we have come, and what hangs on it."""

    parts: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    drawn: list[Element] = field(default_factory=list)
    all_bold: bool = True


class _Reading(Struct):
    """What is needed to read one part of a package: its body, or its notes."""

    package: Package
    name: str
    styles: dict[str, Style]
    numbering: Numbering
    notes: dict[str, dict[str, Element]]
    n_notes: dict[str, int] = field(default_factory=dict)
    ending: list[Paragraph] = field(default_factory=list)
    charts: int = 0
    foreign: int = 0

    def paragraphs(self, container: Element) -> Iterator[Paragraph]:
        """What stands in a body, a cell, a text box or a note."""
        for element in container:
            match name_of(element):
                case "p":
                    yield from self._paragraph(element)
                case "tbl":
                    yield from self._table(element)
                case "altChunk":
                    self.foreign += 1
                case "AlternateContent":
                    yield from self.paragraphs(_shown_branch(element))
                case "sdt" if _is_contents(element):
                    yield from (replace(p, furniture=True) for p in self.paragraphs(element))
                case name if name not in _UNSEEN:
                    yield from self.paragraphs(element)

    def _table(self, table: Element) -> Iterator[Paragraph]:
        for line in _within(table, "tr"):
            if child(line, "trPr", "del") is None:
                yield from row([list(self.paragraphs(cell)) for cell in _within(line, "tc")])

    def _paragraph(self, element: Element) -> Iterator[Paragraph]:
        line = _Line()
        self._gather(element, line, bold=False)
        properties = child(element, "pPr")
        style = self.styles.get(attribute(child(properties, "pStyle"), "val"), Style())
        style = refined(style, properties)
        if text := tidy("".join(line.parts)):
            yield self._styled(text, style, bold=line.all_bold)
        for box in line.boxes:
            yield from self.paragraphs(box)
        for drawing in line.drawn:
            drawn, n_charts = paragraphs_drawn(self.package, self.name, drawing)
            self.charts += n_charts
            yield from drawn
        for kind, number in line.notes:
            yield from self._note(kind, number)

    def _styled(self, text: str, style: Style, *, bold: bool) -> Paragraph:
        mark = self.numbering.mark(style.list_id, style.list_level) if style.list_id else ""
        if style.title:
            return Paragraph(text, level=1, heading=True)
        if style.level:
            shown = "" if mark == BULLET else mark
            return Paragraph(shown + text, level=style.level, heading=True)
        if style.contents:
            return Paragraph(text, furniture=True)
        if mark:
            return item(text, mark, style.list_level)
        return Paragraph(text, bold=bold or style.bold)

    def _note(self, kind: str, number: str) -> Iterator[Paragraph]:
        note = self.notes[kind].pop(number, None)
        if note is None:
            return
        self.n_notes[kind] = self.n_notes.get(kind, 0) + 1
        said = [paragraph.text for paragraph in self.paragraphs(note)]
        paragraph = Paragraph(f"[{self.n_notes[kind]}] " + "\n".join(said), note=True)
        if said and kind == "endnotes":
            self.ending.append(paragraph)
        elif said:
            yield paragraph

    def _gather(self, element: Element, line: _Line, *, bold: bool) -> None:
        for inner in element:
            name = name_of(inner)
            if name in _UNSEEN:
                continue
            if name == "r":
                properties = child(inner, "rPr")
                if not is_on(properties, "vanish"):
                    self._gather(inner, line, bold=is_on(properties, "b"))
            elif name == "AlternateContent":
                self._gather(_shown_branch(inner), line, bold=bold)
            elif not _hangs(inner, name, line) and not _is_written(inner, name, line, bold=bold):
                self._gather(inner, line, bold=bold)


def _hangs(inner: Element, name: str, line: _Line) -> bool:
    """Whether this is no text of the paragraph but hangs on it; then it is kept for later."""
    if name in _NOTES:
        line.notes.append((_NOTES[name], attribute(inner, "id")))
    elif name == "txbxContent":
        line.boxes.append(inner)
    elif name in DRAWN:
        line.drawn.append(inner)
    else:
        return False
    return True


def _is_written(inner: Element, name: str, line: _Line, *, bold: bool) -> bool:
    """Whether this is text itself; then it is added to the line."""
    if name == "t":
        text = inner.text or ""
        line.all_bold &= bold or not text.strip()
        line.parts.append(text)
    elif name == "sym":
        line.parts.append(_SIGNS.get(attribute(inner, "char").upper(), "\ufffd"))
    elif name in _WRITTEN:
        line.parts.append(_WRITTEN[name])
    else:
        return False
    return True


@careful
def read_docx(data: bytes) -> Document:
    """The document of a Word file.

    Raises:
        ReadError: it is torn or encrypted, or there is no text to be had from it.
    """
    package = open_package(data)
    name = package.main_part()
    reading = _reading(package, name)
    body = child(package.part(name), "body")
    paragraphs = list(_margins(reading, "header"))
    paragraphs += () if body is None else reading.paragraphs(body)
    paragraphs += [*reading.ending, *_margins(reading, "footer")]
    return document_of(
        pieces(paragraphs), properties_of(package), "docx", left_out=_left_out(reading)
    )


def _reading(package: Package, name: str) -> _Reading:
    def first(kind: str) -> Element | None:
        return next((package.part(part) for part in package.linked(name, kind)), None)

    notes = {kind: _notes(first(kind)) for kind in _NOTES.values()}
    return _Reading(
        package, name, styles_of(first("styles")), numbering_of(first("numbering")), notes
    )


def _notes(root: Element | None) -> dict[str, Element]:
    """The notes by their ids, without the lines that divide them from the text."""
    notes = () if root is None else root
    return {attribute(note, "id"): note for note in notes if not attribute(note, "type")}


def _margins(reading: _Reading, kind: str) -> Iterator[Paragraph]:
    """What is printed on the margin of every page: kept, and told apart from the text."""
    texts: dict[str, None] = {}
    for part in reading.package.linked(reading.name, kind):
        root = reading.package.part(part)
        margin = replace(reading, name=part, ending=[])
        texts |= {p.text: None for p in (() if root is None else margin.paragraphs(root))}
    yield from (Paragraph(text, furniture=True) for text in texts)


def _left_out(reading: _Reading) -> str:
    lacking = []
    if reading.package.linked(reading.name, "comments"):
        lacking.append("comments on the margin")
    if reading.charts:
        lacking.append("the figures of charts")
    if reading.foreign:
        lacking.append("documents of another format inside it")
    return f"Left out: {', '.join(lacking)}." if lacking else ""


def _shown_branch(element: Element) -> Element:
    """Of the same content in several forms, the one a current program shows."""
    choice = child(element, "Choice")
    return choice if choice is not None else element


def _is_contents(element: Element) -> bool:
    gallery = child(element, "sdtPr", "docPartObj", "docPartGallery")
    return attribute(gallery, "val") == "Table of Contents"


def _within(element: Element, wanted: str) -> Iterator[Element]:
    """The nearest elements of a name, through the wrappers of controls and tracked changes."""
    for inner in element:
        name = name_of(inner)
        if name == wanted:
            yield inner
        elif name not in _UNSEEN and name != "tbl":
            yield from _within(inner, wanted)
