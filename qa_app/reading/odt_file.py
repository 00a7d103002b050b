"""OpenDocument texts: what a reader of the printed pages sees, in the order they meet it.

The XML is walked directly: odfpy has objects for the same elements, and no order of reading.
"""

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from qa_app.errors import ReadError
from qa_app.model import Document, Metadata
from qa_app.reading.careful import careful
from qa_app.reading.dates import iso_date
from qa_app.reading.list_marks import as_counted
from qa_app.reading.office_text import BULLET, Paragraph, document_of, item, pieces, row, tidy
from qa_app.reading.package import Package, open_package
from qa_app.reading.safe_xml import Element, attribute, child, name_of, said

# What a reader does not see, or sees elsewhere.
_UNSEEN = frozenset({
    "tracked-changes", "annotation", "hidden-text", "hidden-paragraph", "ruby-text", "forms",
    "sequence-decls", "variable-decls", "user-field-decls", "script",
    "event-listeners", "database-display", "binary-data", "soft-page-break",
})  # fmt: skip
# The description of a picture, for those who cannot see it.
_DESCRIBING = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_INDEXES = frozenset({
    "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
    "alphabetical-index", "bibliography",
})  # fmt: skip
_MAX_SPACES = 100
_MAX_BASES = 20
_N_LEVELS = 10


class _Style(Struct, frozen=True):
    level: int = 0
    title: bool = False
    bold: bool = False
    hidden: bool = False


class _Line(Struct):
    """The text of a paragraph as far as we have come, and what hangs on it."""

    parts: list[str] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    all_bold: bool = True


class _List(Struct):
    """The list being read: its style, how deep we are in it, and the mark of the next item."""

    name: str
    depth: int = 0
    mark: str = ""


class _Reading(Struct):
    styles: dict[str, _Style]
    # By the name of a list's style and the level: how items are counted, and what is around that.
    lists: dict[tuple[str, int], tuple[str, str, str, int]]
    n_notes: int = 0
    ending: list[Paragraph] = field(default_factory=list)
    comments: bool = False
    objects: bool = False

    def paragraphs(self, container: Element, within: _List | None = None) -> Iterator[Paragraph]:
        """What stands in a body, a section, a cell, a box or a note."""
        for element in container:
            name = name_of(element)
            if name in {"p", "h"}:
                yield from self._paragraph(element, within)
            elif name == "list":
                yield from self._list(element, within)
            elif name == "table":
                yield from self._table(element)
            elif name in _INDEXES:
                yield from (replace(p, furniture=True) for p in self._index(element))
            elif name == "section" and attribute(element, "display") == "none":
                continue
            elif name not in _UNSEEN:
                yield from self.paragraphs(element, within)

    def _index(self, element: Element) -> Iterator[Paragraph]:
        body = child(element, "index-body")
        return iter(()) if body is None else self.paragraphs(body)

    def _list(self, element: Element, outer: _List | None) -> Iterator[Paragraph]:
        name = attribute(element, "style-name") or (outer.name if outer else "")
        inner = _List(name, outer.depth + 1 if outer else 0)
        counted = self.lists.get((name, min(inner.depth, _N_LEVELS - 1) + 1))
        number = counted[3] if counted else 1
        for entry in element:
            if name_of(entry) == "list-item":
                start = attribute(entry, "start-value")
                number = int(start) if start.isdecimal() else number
                inner.mark = _mark(counted, number)
                number += 1
            yield from self.paragraphs(entry, inner)

    def _table(self, table: Element) -> Iterator[Paragraph]:
        for line in _within(table, "table-row"):
            cells = [list(self.paragraphs(cell)) for cell in _within(line, "table-cell")]
            yield from row(cells)

    def _paragraph(self, element: Element, within: _List | None) -> Iterator[Paragraph]:
        style = self.styles.get(attribute(element, "style-name"), _Style())
        line = _Line()
        self._gather(element, line, bold=style.bold)
        if (text := tidy("".join(line.parts))) and not style.hidden:
            yield self._styled(element, text, style, within, bold=line.all_bold)
        for box in line.boxes:
            yield from self.paragraphs(box)
        for note in line.notes:
            yield from self._note(note)

    def _styled(
        self, element: Element, text: str, style: _Style, within: _List | None, *, bold: bool
    ) -> Paragraph:
        if style.title:
            return Paragraph(text, level=1, heading=True)
        level = attribute(element, "outline-level")
        if name_of(element) == "h" or style.level:
            ranked = int(level) if level.isdecimal() else style.level or 1
            return Paragraph(text, level=max(ranked, 1), heading=True)
        if within is not None:
            # The second paragraph of an item has no mark of its own.
            mark, within.mark = within.mark, ""
            return item(text, mark or "  ", within.depth)
        return Paragraph(text, bold=bold)

    def _note(self, note: Element) -> Iterator[Paragraph]:
        self.n_notes += 1
        label = said(child(note, "note-citation")) or str(self.n_notes)
        body = child(note, "note-body")
        texts = [p.text for p in self.paragraphs(body)] if body is not None else []
        paragraph = Paragraph(f"[{label}] " + "\n".join(texts), note=True)
        if texts and attribute(note, "note-class") == "endnote":
            self.ending.append(paragraph)
        elif texts:
            yield paragraph

    def _gather(self, element: Element, line: _Line, *, bold: bool) -> None:
        _add(element.text, line, bold=bold)
        for inner in element:
            name = name_of(inner)
            if name == "s":
                count = attribute(inner, "c")
                spaces = min(int(count), _MAX_SPACES) if count.isdecimal() else 1
                line.parts.append(" " * spaces)
            elif name in {"tab", "line-break"}:
                line.parts.append(" " if name == "tab" else "\n")
            elif name == "note":
                line.notes.append(inner)
            elif name not in _UNSEEN and child(inner, "p") is not None:
                line.boxes.append(inner)
            elif name not in _UNSEEN and not str(inner.tag).startswith(_DESCRIBING):
                self.objects |= name == "object"
                style = self.styles.get(attribute(inner, "style-name"), _Style())
                self._gather(inner, line, bold=bold or (name == "span" and style.bold))
            self.comments |= name == "annotation"
            _add(inner.tail, line, bold=bold)


def _add(text: str | None, line: _Line, *, bold: bool) -> None:
    if text:
        line.all_bold &= bold or not text.strip()
        # Line ends of the XML are nothing but spaces.
        line.parts.append(" ".join(text.split("\n")))


@careful
def read_odt(data: bytes) -> Document:
    """The document of an OpenDocument text.

    Raises:
        ReadError: it is torn or encrypted, or there is no text to be had from it.
    """
    package = open_package(data)
    _refuse_encrypted(package)
    root = package.part("content.xml")
    if root is None:
        raise ReadError("it is not a whole document: its main part is missing")
    reading = _reading(package, root)
    body = child(root, "body", "text")
    paragraphs = list(() if body is None else reading.paragraphs(body))
    margins = _margins(reading, package)
    return document_of(
        pieces([*margins, *paragraphs, *reading.ending]),
        _properties(package),
        "odt",
        left_out=_left_out(reading),
    )


def _refuse_encrypted(package: Package) -> None:
    manifest = package.part("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter("{*}encryption-data"), None) is not None:
        raise ReadError("it is encrypted")


def _properties(package: Package) -> Metadata:
    root = child(package.part("meta.xml"), "meta")
    fields = {name_of(element): said(element) for element in (() if root is None else root)}
    return Metadata(
        title=fields.get("title", ""),
        publisher=fields.get("publisher", ""),
        author=fields.get("initial-creator", "") or fields.get("creator", ""),
        date=iso_date(fields.get("creation-date", "") or fields.get("date", "")),
    )


def _reading(package: Package, root: Element) -> _Reading:
    declared: dict[str, Element] = {}
    lists: dict[tuple[str, int], tuple[str, str, str, int]] = {}
    for part in (package.part("styles.xml"), root):
        for group in () if part is None else part:
            if name_of(group) in {"styles", "automatic-styles"}:
                for element in group:
                    _declare(element, declared, lists)
    return _Reading({name: _resolved(name, declared) for name in declared}, lists)


def _declare(
    element: Element,
    declared: dict[str, Element],
    lists: dict[tuple[str, int], tuple[str, str, str, int]],
) -> None:
    if name_of(element) == "style":
        declared[attribute(element, "name")] = element
    elif name_of(element) == "list-style":
        for level in element:
            number, start = attribute(level, "level"), attribute(level, "start-value")
            if name_of(level) == "list-level-style-number" and number.isdecimal():
                lists[attribute(element, "name"), int(number)] = (
                    attribute(level, "num-format"),
                    attribute(level, "num-prefix"),
                    attribute(level, "num-suffix"),
                    int(start) if start.isdecimal() else 1,
                )


def _resolved(name: str, declared: dict[str, Element]) -> _Style:
    chain: list[tuple[str, Element]] = []
    while name in declared and len(chain) < _MAX_BASES:
        chain.append((name, declared[name]))
        name = attribute(declared[name], "parent-style-name")
    style = _Style(title=name == "Title")
    for called, element in reversed(chain):
        level = attribute(element, "default-outline-level")
        text = child(element, "text-properties")
        weight = attribute(text, "font-weight")
        style = replace(
            style,
            title=style.title or called == "Title",
            level=int(level) if level.isdecimal() else style.level,
            bold=weight == "bold" if weight else style.bold,
            hidden=style.hidden or attribute(text, "display") == "none",
        )
    return style


def _mark(counted: tuple[str, str, str, int] | None, number: int) -> str:
    if counted is None:
        return BULLET
    form, prefix, suffix, _ = counted
    return f"{prefix}{as_counted(number, form)}{suffix} " if form else ""


def _margins(reading: _Reading, package: Package) -> Iterator[Paragraph]:
    """What is printed on the margin of every page: kept, and told apart from the text."""
    masters = child(package.part("styles.xml"), "master-styles")
    texts: dict[str, None] = {}
    for margin in () if masters is None else masters.iter("{*}header", "{*}footer"):
        texts |= {paragraph.text: None for paragraph in reading.paragraphs(margin)}
    yield from (Paragraph(text, furniture=True) for text in texts)


def _left_out(reading: _Reading) -> str:
    lacking = ["comments on the margin"] if reading.comments else []
    if reading.objects:
        lacking.append("embedded objects")
    return f"Left out: {', '.join(lacking)}." if lacking else ""


def _within(element: Element, wanted: str) -> Iterator[Element]:
    """The nearest elements of a name, not those of a table inside."""
    for inner in element:
        name = name_of(inner)
        if name == wanted:
            yield inner
        elif name not in _UNSEEN and name != "table":
            yield from _within(inner, wanted)
