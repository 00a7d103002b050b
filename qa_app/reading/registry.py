"""Which formats can be read, and by what. A further format joins in `_FORMATS` and nowhere else."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from qa_app.model import Document
from qa_app.reading.csv_file import read_csv
from qa_app.reading.docx_file import read_docx
from qa_app.reading.epub_file import read_epub
from qa_app.reading.html_page import read_html
from qa_app.reading.jsonl_file import read_jsonl
from qa_app.reading.markdown_text import read_markdown
from qa_app.reading.odt_file import read_odt
from qa_app.reading.plain_text import read_plain_text
from qa_app.reading.pptx_file import read_pptx
from qa_app.reading.rtf_file import read_rtf
from qa_app.reading.xlsx_file import read_xlsx

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
    # Macros are never looked at, so a file that has them is read like one that has none.
    _Format("docx", (".docx", ".docm", ".dotx"), read_docx),
    _Format("odt", (".odt", ".ott"), read_odt),
    _Format("rtf", (".rtf",), read_rtf),
    _Format("pptx", (".pptx", ".pptm", ".ppsx"), read_pptx),
    _Format("xlsx", (".xlsx", ".xlsm"), read_xlsx),
    _Format("csv", (".csv", ".tsv", ".tab"), read_csv),
    _Format("epub", (".epub",), read_epub),
    _Format("jsonl", (".jsonl", ".ndjson"), read_jsonl),
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
