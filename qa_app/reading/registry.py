"""Which formats can be read, and by what. A further format joins in `_FORMATS` and nowhere else.

What reads a format is imported when a file of it is first read: some of it takes long to load.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import Any

from msgspec import Struct

from qa_app.errors import ReadError
from qa_app.model import Document
from qa_app.reading.containers.member import Opened
from qa_app.reading.limits import DEFAULT_LIMITS, ReadingLimits

# To be raised whenever the same file would give another text, other blocks or other passages.
READING_VERSION: int = 3

Reader = Callable[[bytes], Document]
LimitedReader = Callable[[bytes, ReadingLimits], Document]
Opener = Callable[[bytes, ReadingLimits], Opened]


class _Format(Struct, frozen=True):
    """A format: its name, the ends of its files' names, and the function that reads it.

    Each function is named by its module within `qa_app.reading` and its name: a `reader` takes the
    file's bytes, a `limited_reader` the limits too, and an `opener` reads what holds other files.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str = ""
    limited_reader: str = ""
    opener: str = ""


_FORMATS = (
    _Format("text", (".txt", ".text", ".log"), "plain_text:read_plain_text"),
    _Format("markdown", (".md", ".markdown", ".mkd"), "markdown_text:read_markdown"),
    _Format("html", (".html", ".htm", ".xhtml"), "html_page:read_html"),
    _Format("mhtml", (".mhtml", ".mht"), "mhtml:read_mhtml"),
    _Format("pdf", (".pdf",), limited_reader="pdf:read_pdf"),
    # Macros are never looked at, so a file that has them is read like one that has none.
    _Format("docx", (".docx", ".docm", ".dotx"), "docx_file:read_docx"),
    _Format("odt", (".odt", ".ott"), "odt_file:read_odt"),
    _Format("rtf", (".rtf",), "rtf_file:read_rtf"),
    _Format("pptx", (".pptx", ".pptm", ".ppsx"), "pptx_file:read_pptx"),
    _Format("xlsx", (".xlsx", ".xlsm"), "xlsx_file:read_xlsx"),
    _Format("csv", (".csv", ".tsv", ".tab"), "csv_file:read_csv"),
    _Format("epub", (".epub",), "epub_file:read_epub"),
    _Format("jsonl", (".jsonl", ".ndjson"), "jsonl_file:read_jsonl"),
    _Format("zip", (".zip",), opener="containers.archive:open_archive"),
    _Format("mail", (".eml",), opener="containers.mail:open_mail"),
    _Format("mailbox", (".mbox",), opener="containers.mailbox:open_mailbox"),
)
_BY_NAME = {known.name: known for known in _FORMATS}
_NAMES = {suffix: known.name for known in _FORMATS for suffix in known.suffixes}

SUPPORTED_SUFFIXES: frozenset[str] = frozenset(_NAMES)


def format_of(path: PurePath) -> str | None:
    """The format a file's name promises; None where we read no such files."""
    return _NAMES.get(path.suffix.lower())


def holds_files(format: str) -> bool:  # noqa: A002 - as the document's field
    """Whether files of that format hold other files, which are documents of their own."""
    return bool(_BY_NAME[format].opener)


def not_read() -> str:
    """Why a file of another format is not read."""
    return f"not a format that is read ({' '.join(sorted(SUPPORTED_SUFFIXES))})"


def read_document(
    data: bytes,
    format: str,  # noqa: A002 - as the document's field
    limits: ReadingLimits = DEFAULT_LIMITS,
) -> Document:
    """The document in a file of that format; of a mail without what is attached to it.

    Raises:
        ReadError: there is no text to be had from it; the message is the reason alone.
    """
    known = _BY_NAME[format]
    if known.opener:
        document = open_container(data, format, limits).document
        if document is None:
            raise ReadError("it holds files and has no text of its own")
        return document
    if known.limited_reader:
        limited: LimitedReader = _function(known.limited_reader)
        return limited(data, limits)
    reader: Reader = _function(known.reader)
    return reader(data)


def open_container(data: bytes, format: str, limits: ReadingLimits) -> Opened:  # noqa: A002
    """What a file of that format holds.

    Raises:
        ReadError: it cannot be opened; the message is the reason alone.
    """
    opener: Opener = _function(_BY_NAME[format].opener)
    return opener(data, limits)


@cache
def _function(place: str) -> Callable[..., Any]:
    module, _, name = place.partition(":")
    found: Callable[..., Any] = getattr(import_module(f"qa_app.reading.{module}"), name)
    return found
