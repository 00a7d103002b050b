"""What a citation needs to know of a source, and the same as CSL-JSON.

Source: https://docs.citationstyles.org/en/stable/specification.html (types and variables),
https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json.
"""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from qa_app.citing.authors import Author, authors_of
from qa_app.model import Metadata

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])", re.ASCII)


class Kind(StrEnum):
    """What a source is, as CSL names it."""

    ARTICLE = "article-newspaper"
    REPORT = "report"
    PAGE = "webpage"
    DOCUMENT = "document"


class LocatorKind(StrEnum):
    """What counts the places of a source, as CSL names it."""

    PAGE = "page"
    PARAGRAPH = "paragraph"


class Locator(Struct, frozen=True):
    """A place in a source: the page as it is labelled, or the paragraph, which count from 1."""

    kind: LocatorKind
    number: str


class Item(Struct, frozen=True):
    """A source as a citation style sees it. Unknown is empty.

    `issued` is the year, the year and month, or the whole day. `container` is the paper or site
    that it stands in, `publisher` who published what stands alone; one of them is empty.
    `year_suffix` tells it from others of the same authors and year; see `told_apart`.
    """

    kind: Kind
    title: str
    authors: tuple[Author, ...] = ()
    container: str = ""
    publisher: str = ""
    issued: tuple[int, ...] = ()
    address: str = ""
    year_suffix: str = ""


def item_of(metadata: Metadata, path: str, *, has_pages: bool = False) -> Item:
    """The source that `metadata` describes; the file's name stands in for a missing title."""
    issued = date_parts(metadata.date)
    publisher = _line(metadata.publisher)
    kind = _kind_of(metadata, has_pages=has_pages, has_date=bool(issued))
    is_in_container = kind in {Kind.ARTICLE, Kind.PAGE}
    return Item(
        kind=kind,
        title=_line(metadata.title) or _line(PurePath(path).name) or _line(path),
        authors=authors_of(metadata.author),
        container=publisher if is_in_container else "",
        publisher="" if is_in_container else publisher,
        issued=issued,
        address=_line(metadata.address),
    )


def told_apart(items: Iterable[Item]) -> tuple[Item, ...]:
    """The sources of one list, in its order, with “2025a” and “2025b” where they need it.

    Sources of the same authors and year are lettered by their titles; what is cited twice is one.
    """
    listed = tuple(items)
    alike: dict[tuple[object, ...], set[Item]] = {}
    for item in listed:
        if item.authors:
            alike.setdefault((item.authors, item.issued[:1]), set()).add(item)
    letters = {
        item: _letters(n)
        for group in alike.values()
        if len(group) > 1
        for n, item in enumerate(sorted(group, key=_by_title))
    }
    return tuple(replace(item, year_suffix=letters.get(item, "")) for item in listed)


def locator_at(paragraph: int, page: str = "") -> Locator:
    """The page where there is one, else the paragraph."""
    if page:
        return Locator(LocatorKind.PAGE, _line(page))
    return Locator(LocatorKind.PARAGRAPH, str(paragraph))


def date_parts(written: str) -> tuple[int, ...]:
    """The year, month and day of a date in ISO 8601, as far as they are there and possible."""
    found = _DATE.match(written.strip())
    if found is None or int(found[1]) == 0:
        return ()
    year, month, day = (int(part or 0) for part in found.groups())
    if not 1 <= month <= 12:
        return (year,)
    try:
        date(year, month, day)
    except ValueError:
        return (year, month)
    return (year, month, day)


def csl_json(item: Item, key: str) -> dict[str, object]:
    """The item in CSL-JSON under the id `key`; what is unknown is left out."""
    known: dict[str, object] = {
        "title": item.title,
        "author": [_csl_name(author) for author in item.authors],
        "container-title": item.container,
        "publisher": item.publisher,
        "issued": {"date-parts": [list(item.issued)]} if item.issued else None,
        "URL": item.address,
    }
    return {"id": key, "type": item.kind.value} | {k: v for k, v in known.items() if v}


def _kind_of(metadata: Metadata, *, has_pages: bool, has_date: bool) -> Kind:
    if has_pages and (metadata.publisher or metadata.author):
        return Kind.REPORT
    if metadata.publisher and has_date:
        return Kind.ARTICLE
    return Kind.PAGE if metadata.address else Kind.DOCUMENT


def _by_title(item: Item) -> tuple[str, tuple[int, ...], str]:
    return item.title.casefold(), item.issued, item.address


def _letters(n: int) -> str:
    """The letters a to z, then aa, ab and on."""
    more, last = divmod(n, 26)
    return (_letters(more - 1) if more else "") + chr(ord("a") + last)


def _csl_name(author: Author) -> dict[str, str]:
    if author.literal:
        return {"literal": author.literal}
    parts = {
        "family": author.family,
        "given": author.given,
        "non-dropping-particle": author.particle,
        "suffix": author.suffix,
    }
    return {name: part for name, part in parts.items() if part}


def _line(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())
