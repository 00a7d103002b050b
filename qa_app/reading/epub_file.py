"""E-books: their chapters in reading order, each read as the web page that it is."""

from collections.abc import Iterator, Sequence

from lxml import etree
from msgspec.structs import replace

from qa_app.errors import ReadError
from qa_app.model import BlockKind, Document
from qa_app.reading.careful import careful
from qa_app.reading.epub_contents import Entry, contents_of
from qa_app.reading.html_tree import pieces_of
from qa_app.reading.layout import Piece
from qa_app.reading.office_text import document_of
from qa_app.reading.package import Package, open_package
from qa_app.reading.safe_xml import Element, check_xml, name_of, said

# On a web page these are what stands around the text; in a book they are the text.
_OF_BOOKS = {"aside": "div", "header": "div", "footer": "div"}
_PLAIN = frozenset({"p", "div", "span"})
# A chapter's own heading is among its first lines: its number, an ornament, its title.
_NEAR_TOP = 3
_MAX_LEVEL = 6
_MAX_NAMED = 20


@careful
def read_epub(data: bytes) -> Document:
    """The document of an e-book; the titles of its table of contents are headings.

    Raises:
        ReadError: it is torn or locked, or there is no text to be had from it.
    """
    package = open_package(data)
    contents = contents_of(package)
    entries: dict[str, list[Entry]] = {}
    for entry in contents.entries:
        entries.setdefault(entry.page, []).append(entry)
    pieces: list[Piece] = []
    missing = []
    for page in contents.pages:
        if (content := package.read(page)) is None:
            missing.append(page)
        else:
            pieces += _chapter(content, entries.get(page, []))
    aside = any(_holds_text(package, page) for page in contents.aside)
    return document_of(pieces, contents.metadata, "epub", left_out=_left_out(missing, aside=aside))


def _chapter(content: bytes, entries: Sequence[Entry]) -> list[Piece]:
    pieces = list(pieces_of(_as_html(content, entries)))
    top = next((entry for entry in entries if not entry.place), None)
    # One entry alone names the whole page, wherever in it it points to.
    top = entries[0] if top is None and len(entries) == 1 else top
    return pieces if top is None or not pieces else list(_headed(pieces, top))


def _headed(pieces: Sequence[Piece], top: Entry) -> Iterator[Piece]:
    """The pieces of a chapter under its title, ranked as the table of contents ranks it."""
    levels = [piece.level for piece in pieces if piece.kind is BlockKind.HEADING]
    near = any(piece.kind is BlockKind.HEADING for piece in pieces[:_NEAR_TOP])
    shift = top.depth - levels[0] if levels and near else top.depth
    first = pieces[0]
    if not near and _same(first.text, top.title):
        yield Piece(BlockKind.HEADING, " ".join(first.text.split()), min(top.depth, _MAX_LEVEL))
        pieces = pieces[1:]
    elif not near:
        yield Piece(BlockKind.HEADING, top.title, min(top.depth, _MAX_LEVEL))
    for piece in pieces:
        level = max(1, min(piece.level + shift, _MAX_LEVEL))
        yield replace(piece, level=level) if piece.kind is BlockKind.HEADING else piece


def _same(text: str, title: str) -> bool:
    return " ".join(text.split()).casefold() == title.casefold()


def _as_html(content: bytes, entries: Sequence[Entry]) -> str:
    """The page in the syntax of HTML, which has no short form for empty elements."""
    check_xml(content)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    root = etree.fromstring(content, parser)
    if root is None:
        raise ReadError("a page of it is damaged")
    titles = {entry.place: entry for entry in entries if entry.place}
    for element in root.iter(etree.Element):
        name = name_of(element)
        # A damaged page has names that may be read and not be given.
        if (tag := _OF_BOOKS.get(name, name)) != element.tag:
            element.tag = tag
        _mark_title(element, titles)
    return etree.tostring(root, method="html", encoding="unicode")


def _mark_title(element: Element, titles: dict[str, Entry]) -> None:
    """A line that the table of contents names is a heading, whatever the book made of it."""
    entry = titles.get(str(element.get("id") or ""))
    if entry is not None and element.tag in _PLAIN and _same(said(element), entry.title):
        element.tag = f"h{min(max(entry.depth, 1), _MAX_LEVEL)}"


def _holds_text(package: Package, page: str) -> bool:
    content = package.read(page)
    kinds = [] if content is None else [piece.kind for piece in pieces_of(_as_html(content, []))]
    return BlockKind.PARAGRAPH in kinds


def _left_out(missing: Sequence[str], *, aside: bool) -> str:
    lacking = []
    if missing:
        lacking.append(f"pages that are not in the file ({', '.join(missing[:_MAX_NAMED])})")
    if aside:
        lacking.append("pages outside the reading order")
    return f"Left out: {', '.join(lacking)}." if lacking else ""
