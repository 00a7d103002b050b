"""What an e-book says of itself: what its chapters are called, and where each of them stands."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from msgspec import Struct

from qa_app.errors import ReadError
from qa_app.model import Metadata
from qa_app.reading.dates import iso_date
from qa_app.reading.package import Package
from qa_app.reading.safe_xml import Element, attribute, child, name_of, said

_PAGES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})
_NOT_AUTHORS = frozenset({"trl", "ill", "edt", "bkp", "nrt", "aui", "aft", "cov", "pbd", "dsr"})
# Ways to keep a font from being copied; the text is not touched by them.
_FONTS_ONLY = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})


class Entry(Struct, frozen=True):
    """A line of the table of contents: `place` is the id in the page, or empty for its top."""

    title: str
    depth: int
    page: str
    place: str


class Item(Struct, frozen=True):
    """A file of the book, as its list has it."""

    name: str
    media: str
    properties: str

    @property
    def is_page(self) -> bool:
        """Whether it is a page of text that is to be read, and not the list of the others."""
        return self.media in _PAGES and "nav" not in self.properties.split()


class Contents(Struct, frozen=True):
    """A book's pages in reading order, those outside it, its table of contents, its metadata."""

    pages: tuple[str, ...]
    aside: tuple[str, ...]
    entries: tuple[Entry, ...]
    metadata: Metadata


def contents_of(package: Package) -> Contents:
    """What the package document of a book says.

    Raises:
        ReadError: there is none, or the text is locked.
    """
    name = _package_document(package)
    root = package.part(name)
    spine = child(root, "spine")
    if root is None or spine is None:
        raise ReadError("it is not a whole book: the list of its pages is missing")
    items = _items(root, posixpath.dirname(name))
    pages: list[str] = []
    aside: list[str] = []
    for reference in spine:
        item = items.get(attribute(reference, "idref"))
        if item is not None and item.is_page:
            (aside if attribute(reference, "linear") == "no" else pages).append(item.name)
    _refuse_locked(package, {*pages, *aside})
    entries = tuple(_entries(package, items, attribute(spine, "toc")))
    return Contents(tuple(pages), tuple(aside), entries, _metadata(child(root, "metadata")))


def _package_document(package: Package) -> str:
    container = package.part("META-INF/container.xml")
    for root in () if container is None else container.iter("{*}rootfile"):
        if name := attribute(root, "full-path"):
            return name
    raise ReadError("it is not a whole book: the list of its pages is missing")


def _items(root: Element, folder: str) -> dict[str, Item]:
    manifest = child(root, "manifest")
    return {
        attribute(item, "id"): Item(
            _resolved(attribute(item, "href"), folder)[0],
            attribute(item, "media-type"),
            attribute(item, "properties"),
        )
        for item in (() if manifest is None else manifest)
    }


def _resolved(address: str, folder: str) -> tuple[str, str]:
    """The file in the book that an address points to, and the id in it."""
    path, _, place = address.partition("#")
    whole = posixpath.normpath(posixpath.join("/", folder, unquote(path)))
    return whole.lstrip("/"), unquote(place)


def _refuse_locked(package: Package, pages: set[str]) -> None:
    root = package.part("META-INF/encryption.xml")
    for locked in () if root is None else root.iter("{*}EncryptedData"):
        method = attribute(child(locked, "EncryptionMethod"), "Algorithm")
        for reference in locked.iter("{*}CipherReference"):
            name, _ = _resolved(attribute(reference, "URI"), "")
            if method not in _FONTS_ONLY and name in pages:
                raise ReadError("its text is locked (DRM), so that only its own reader can open it")


def _entries(package: Package, items: dict[str, Item], ncx: str) -> Iterator[Entry]:
    for item in items.values():
        root = package.part(item.name) if "nav" in item.properties.split() else None
        for nav in () if root is None else root.iter("{*}nav"):
            if attribute(nav, "type") == "toc":
                yield from _listed(nav, posixpath.dirname(item.name), 0)
                return
    if ncx in items:
        root = package.part(items[ncx].name)
        yield from _points(child(root, "navMap"), posixpath.dirname(items[ncx].name), 1)


def _listed(element: Element, folder: str, depth: int) -> Iterator[Entry]:
    for inner in element:
        name = name_of(inner)
        if name == "a" and (title := said(inner)):
            yield Entry(title, depth, *_resolved(attribute(inner, "href"), folder))
        elif name != "a":
            yield from _listed(inner, folder, depth + (name == "ol"))


def _points(element: Element | None, folder: str, depth: int) -> Iterator[Entry]:
    for point in () if element is None else element:
        if name_of(point) != "navPoint":
            continue
        address = attribute(child(point, "content"), "src")
        if title := said(child(point, "navLabel", "text")):
            yield Entry(title, depth, *_resolved(address, folder))
        yield from _points(point, folder, depth + 1)


def _metadata(root: Element | None) -> Metadata:
    fields: dict[str, list[str]] = {}
    for element in () if root is None else root:
        written = said(element)
        if written and attribute(element, "role") not in _NOT_AUTHORS:
            fields.setdefault(name_of(element), []).append(written)
    addresses = [*fields.get("source", []), *fields.get("identifier", [])]
    return Metadata(
        title=next(iter(fields.get("title", [])), ""),
        publisher=next(iter(fields.get("publisher", [])), ""),
        author=", ".join(fields.get("creator", [])),
        date=next(filter(None, map(iso_date, fields.get("date", []))), ""),
        address=next((a for a in addresses if a.startswith(("http://", "https://"))), ""),
    )
