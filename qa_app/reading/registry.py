"""Which formats can be read, and by what. A further format joins in `_FORMATS` and nowhere else."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from qa_app.model import Document
from qa_app.reading.html_page import read_html
from qa_app.reading.markdown_text import read_markdown
from qa_app.reading.mhtml import read_mhtml
from qa_app.reading.pdf import read_pdf
from qa_app.reading.plain_text import read_plain_text

# To be raised whenever the same file would give another text, other blocks or other passages.
READING_VERSION: int = 3

Reader = Callable[[bytes], Document]


@dataclass(frozen=True, slots=True)
class _Format:
    name: str
    suffixes: tuple[str, ...]
    read: Reader


_FORMATS = (
    _Format("text", (".txt", ".text", ".log"), read_plain_text),
    _Format("markdown", (".md", ".markdown", ".mkd"), read_markdown),
    _Format("html", (".html", ".htm", ".xhtml"), read_html),
    _Format("mhtml", (".mhtml", ".mht"), read_mhtml),
    _Format("pdf", (".pdf",), read_pdf),
)
_NAMES = {suffix: known.name for known in _FORMATS for suffix in known.suffixes}
_READERS = {known.name: known.read for known in _FORMATS}

SUPPORTED_SUFFIXES: frozenset[str] = frozenset(_NAMES)


def format_of(path: PurePath) -> str | None:
    """The format a file's name promises; None where we read no such files."""
    return _NAMES.get(path.suffix.lower())


def read_document(data: bytes, format: str) -> Document:  # noqa: A002 - as the document's field
    """The document in a file of that format.

    Raises:
        ReadError: there is no text to be had from it; the message is the reason alone.
    """
    return _READERS[format](data)
