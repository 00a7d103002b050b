"""A web page saved as one file (MHTML): the page in it is read, its pictures and styles are not."""

import re
from contextlib import suppress
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime

from msgspec.structs import replace

from qa_app.errors import ReadError
from qa_app.model import Document, Metadata
from qa_app.reading.html_page import read_html

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_NO_PAGE = "there is no page in it"


def read_mhtml(data: bytes) -> Document:
    """The document of the page that was saved. `data` is as browsers and Outlook write it.

    Raises:
        ReadError: there is no text to be had from it.
    """
    if not data.strip():
        raise ReadError("no text in it")
    try:
        saved = message_from_bytes(data.lstrip())
        page = _root(saved)
    except RecursionError as error:
        raise ReadError("its parts are nested too deeply to be a saved page") from error
    if page is None:
        raise ReadError(_NO_PAGE)
    document = read_html(_declared(page))
    said = _completed(document.metadata, saved, page)
    return replace(document, metadata=said, format="mhtml")


def _root(saved: Message) -> Message | None:
    """The part that the others belong to: the one that is named as such, else the first page."""
    pages = [part for part in saved.walk() if part.get_content_type() in _PAGES]
    start = str(saved.get_param("start") or "")
    named = (part for part in pages if start and str(part.get("Content-ID", "")) == start)
    address = _line(saved, "Snapshot-Content-Location")
    placed = (part for part in pages if address and _line(part, "Content-Location") == address)
    return next(named, None) or next(placed, None) or (pages[0] if pages else None)


def _declared(page: Message) -> bytes:
    """The page's bytes, its encoding declared where the page's own part alone names it."""
    body = page.get_payload(decode=True)
    if not isinstance(body, bytes):
        raise ReadError(_NO_PAGE)
    charset = str(page.get_content_charset() or "")
    if not re.fullmatch(r"[\w.:-]{1,40}", charset, re.ASCII):
        return body
    return f'<meta charset="{charset}">'.encode() + body


def _completed(said: Metadata, saved: Message, page: Message) -> Metadata:
    places = (_line(saved, "Snapshot-Content-Location"), _line(page, "Content-Location"))
    address = next((place for place in places if _ADDRESS.fullmatch(place)), "")
    return replace(
        said,
        title=said.title or _line(saved, "Subject"),
        date=said.date or _day(_line(saved, "Date")),
        address=said.address or address,
    )


def _line(part: Message, name: str) -> str:
    written = str(part.get(name, ""))
    # Half a code is shown as it is written.
    with suppress(ValueError, LookupError):
        written = str(make_header(decode_header(written)))
    words = written.encode("utf-8", "replace").decode()
    return "" if "\ufffd" in words else " ".join(words.split())


def _day(written: str) -> str:
    """The day the page was saved; the last resort for a page that does not say its own."""
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
