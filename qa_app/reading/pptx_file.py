"""Slides: a slide is a page, its title the heading of what stands on it."""

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from qa_app.model import Document
from qa_app.reading.careful import careful
from qa_app.reading.drawings import DRAWN, drawn_text, paragraphs_drawn, text_of
from qa_app.reading.layout import Piece
from qa_app.reading.office_text import BULLET, Paragraph, document_of, item, pieces, row
from qa_app.reading.package import Package, open_package, properties_of
from qa_app.reading.safe_xml import Element, attribute, child, name_of

_TITLES = frozenset({"title", "ctrTitle"})
_MARGINS = frozenset({"sldNum", "ftr", "dt", "hdr"})
# What stands in these is a list, unless it says otherwise.
_LISTED = frozenset({"", "body", "obj"})
_SHAPES = frozenset({"sp", "graphicFrame", "cxnSp", "pic"})
_NOTES = "Notes"


class _Slide(Struct):
    """What stands on a slide, as far as we have come."""

    title: str = ""
    body: list[Paragraph] = field(default_factory=list)
    margins: list[Paragraph] = field(default_factory=list)
    charts: int = 0


class _Deck(Struct):
    """The slides that were read, and what of them was not."""

    pieces: list[Piece] = field(default_factory=list)
    pages: list[tuple[int, str]] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)
    charts: int = 0
    comments: bool = False


@careful
def read_pptx(data: bytes) -> Document:
    """The document of a PowerPoint file; notes are under a heading that says so.

    Raises:
        ReadError: it is torn or encrypted, or there is no text to be had from it.
    """
    package = open_package(data)
    name = package.main_part()
    deck = _Deck()
    for number, part in _slides(package, name):
        _add_slide(deck, package, part, number)
    return document_of(
        deck.pieces, properties_of(package), "pptx", pages=deck.pages, left_out=_left_out(deck)
    )


def _slides(package: Package, name: str) -> Iterator[tuple[str, str]]:
    """The number and the part of every slide, in the order they are shown."""
    root = package.part(name)
    links = package.links(name)
    listed = child(root, "sldIdLst")
    first = attribute(root, "firstSlideNum")
    number = int(first) if first.isdecimal() else 1
    for element in () if listed is None else listed:
        # It has an "id" of its own beside the one of the link.
        ids = [str(value) for value in element.attrib.values()]
        link = next((links[each] for each in ids if each in links), None)
        if link is not None:
            yield str(number), link.target
        number += 1


def _add_slide(deck: _Deck, package: Package, part: str, number: str) -> None:
    slide = _read_slide(package, part)
    deck.charts += slide.charts
    deck.comments |= bool(package.linked(part, "comments"))
    notes = [paragraph for name in package.linked(part, "notesSlide")
             for paragraph in _read_slide(package, name, notes=True).body]  # fmt: skip
    if not (slide.title or slide.body or notes):
        deck.bare.append(number)
        return
    paragraphs = [Paragraph(slide.title or f"Slide {number}", level=1, heading=True), *slide.body]
    if notes:
        paragraphs += [Paragraph(_NOTES, level=2, heading=True), *notes]
    deck.pages.append((len(deck.pieces), number))
    deck.pieces += pieces([*paragraphs, *slide.margins])


def _read_slide(package: Package, part: str, *, notes: bool = False) -> _Slide:
    slide = _Slide()
    tree = child(package.part(part), "cSld", "spTree")
    for shape in _shapes(tree):
        role = child(shape, "nvSpPr", "nvPr", "ph")
        kind = attribute(role, "type") if role is not None else ""
        if notes and kind != "body":
            continue
        listed = role is not None and kind in _LISTED and not notes
        text = list(_paragraphs(shape, listed=listed))
        if kind in _TITLES and not slide.title:
            slide.title = " ".join(" ".join(paragraph.text for paragraph in text).split())
        elif kind in _MARGINS:
            slide.margins += (replace(paragraph, furniture=True) for paragraph in text)
        else:
            slide.body += text
        for drawing in shape.iter(*(f"{{*}}{name}" for name in DRAWN)):
            drawn, n_charts = paragraphs_drawn(package, part, drawing)
            slide.body += drawn
            slide.charts += n_charts
    return slide


def _shapes(tree: Element | None) -> Iterator[Element]:
    """The shapes in the order of the file, which is the one a screen reader takes."""
    for element in () if tree is None else tree:
        name = name_of(element)
        if name in _SHAPES:
            yield element
        elif name == "grpSp":
            yield from _shapes(element)
        elif name == "AlternateContent":
            choice = child(element, "Choice")
            yield from _shapes(choice if choice is not None else child(element, "Fallback"))


def _paragraphs(shape: Element, *, listed: bool) -> Iterator[Paragraph]:
    table = next(shape.iter("{*}tbl"), None)
    if table is not None:
        for line in table.iter("{*}tr"):
            yield from row([list(drawn_text(cell)) for cell in line.iter("{*}tc")])
        return
    body = child(shape, "txBody")
    lines = [] if body is None else [e for e in body if name_of(e) == "p" and text_of(e)]
    for element in lines:
        properties = child(element, "pPr")
        depth = attribute(properties, "lvl")
        if _is_marked(properties, listed=listed and len(lines) > 1):
            yield item(text_of(element), BULLET, int(depth) if depth.isdecimal() else 0)
        else:
            yield Paragraph(text_of(element))


def _is_marked(properties: Element | None, *, listed: bool) -> bool:
    """Whether a paragraph is an item: by its own mark, or by where it stands."""
    marks = {name_of(element) for element in (() if properties is None else properties)}
    return bool(marks & {"buChar", "buAutoNum", "buBlip"}) or (listed and "buNone" not in marks)


def _left_out(deck: _Deck) -> str:
    lacking = []
    if deck.bare:
        lacking.append(f"slides without text ({', '.join(deck.bare[:20])})")
    if deck.charts:
        lacking.append("the figures of charts")
    if deck.comments:
        lacking.append("comments")
    return f"Left out: {', '.join(lacking)}." if lacking else ""
