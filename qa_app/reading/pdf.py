"""A PDF: its text in reading order, its pages under their own numbers, and what it says of itself.

PDFium may be used by one thread at a time in a process, so whoever reads holds `_PDFIUM`.
"""

import ctypes
import threading
from collections.abc import Sequence
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from qa_app.errors import ReadError
from qa_app.model import BlockKind, Document, Metadata
from qa_app.reading.limits import DEFAULT_LIMITS, ReadingLimits
from qa_app.reading.own_words import complete, with_paragraphs
from qa_app.reading.pdf_blocks import Group, groups_of, shape_of
from qa_app.reading.pdf_headings import name_headings
from qa_app.reading.pdf_lines import Line, LineReader
from qa_app.reading.pdf_order import in_reading_order
from qa_app.reading.pdf_said import outline_of, said_of
from qa_app.reading.pdf_text import Words, lay_out_groups

# pypdfium2 has no types of its own.
Pdf = Any

_PDFIUM = threading.Lock()
_MAX_LINES = 2_000_000
_MAX_LABEL_CHARS = 40
# A page without text that draws less than this is blank.
_MIN_DRAWN = 40
_MAX_NAMED = 20
_DAMAGED = "it is damaged or is no PDF"
_TEXTLESS = (
    "page {page} is scanned and has no text",
    "pages {pages} and {page} are scanned and have no text",
    "{n} pages are scanned and have no text",
)
_BROKEN = (
    "page {page} is damaged",
    "pages {pages} and {page} are damaged",
    "{n} pages are damaged",
)
_ENCRYPTED = "it is encrypted; save it without its password to read it"


class _Read(Struct):
    """What the pages of a PDF hold; `labels` are their numbers, `textless` those without text."""

    n_pages: int
    pages: list[list[Line]] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    textless: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    said: Metadata = field(default_factory=Metadata)
    outline: dict[str, int] = field(default_factory=dict)


def read_pdf(data: bytes, limits: ReadingLimits = DEFAULT_LIMITS) -> Document:
    """The document of a PDF. `left_out` says which of its pages hold no text, or were not read.

    Raises:
        ReadError: there is no text to be had from it; the message is the reason alone.
    """
    with _PDFIUM:
        read = _read(data, limits.max_pages)
    if not any(read.pages):
        raise ReadError(_why_empty(read))
    shape = shape_of(read.pages)
    groups = groups_of(read.pages, shape)
    name_headings(groups, shape, read.outline)
    text, blocks, pages = lay_out_groups(groups, Words(read.pages), read.labels)
    blocks = with_paragraphs(blocks, text)
    said = complete(_better(read.said, groups), text, blocks)
    said = replace(said, date=said.date or read.said.date)
    return Document(text, said, tuple(blocks), "pdf", tuple(pages), _left_out(read))


def _read(data: bytes, max_pages: int) -> _Read:
    """All that PDFium is needed for. Called by one thread at a time."""
    # Loaded when the first PDF is read: questions need none of it.
    import pypdfium2  # noqa: PLC0415
    from pypdfium2 import raw  # noqa: PLC0415

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise ReadError(_ENCRYPTED if is_locked else _DAMAGED) from error
    try:
        read = _Read(len(pdf), said=said_of(pdf), outline=outline_of(pdf))
        lines = LineReader(raw)
        n_lines = 0
        for number in range(min(read.n_pages, max_pages)):
            read.labels.append(_label(pdf, raw, number))
            found = _lines_of_page(pdf, raw, lines, number, read)
            read.pages.append(in_reading_order(found))
            n_lines += len(found)
            if n_lines > _MAX_LINES:
                break
        return read
    finally:
        pdf.close()


def _lines_of_page(pdf: Pdf, raw: Any, lines: LineReader, number: int, read: _Read) -> list[Line]:  # noqa: ANN401
    # The raw calls, since the library's own objects cost a tenth of the time of a page.
    page = raw.FPDF_LoadPage(pdf, number)
    textpage = raw.FPDFText_LoadPage(page) if page else None
    try:
        if not textpage:
            read.broken.append(read.labels[number])
            return []
        turned = raw.FPDFPage_GetRotation(page) * 90
        found = lines.lines_of(textpage, number, turned=turned)
        if not found and _draws(page, raw):
            read.textless.append(read.labels[number])
        return found
    finally:
        if textpage:
            raw.FPDFText_ClosePage(textpage)
        if page:
            raw.FPDF_ClosePage(page)


def _label(pdf: Pdf, raw: Any, number: int) -> str:  # noqa: ANN401
    """The page's number as the PDF prints it, else its place."""
    buffer = ctypes.create_string_buffer(2 * _MAX_LABEL_CHARS)
    n_bytes = raw.FPDF_GetPageLabel(pdf, number, buffer, len(buffer))
    if not 2 < n_bytes <= len(buffer):
        return str(number + 1)
    label = buffer.raw[: n_bytes - 2].decode("utf-16-le", "ignore").strip()
    return label if label.isprintable() and label else str(number + 1)


def _draws(page: Any, raw: Any) -> bool:  # noqa: ANN401
    """Whether a page without text shows something all the same: a picture, or many lines."""
    n_objects = raw.FPDFPage_CountObjects(page)
    if n_objects >= _MIN_DRAWN:
        return True
    shown = {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM, raw.FPDF_PAGEOBJ_SHADING}
    objects = (raw.FPDFPage_GetObject(page, n) for n in range(n_objects))
    return any(raw.FPDFPageObj_GetType(drawn) in shown for drawn in objects)


def _better(said: Metadata, groups: Sequence[Group]) -> Metadata:
    """Title and author as said; where there is no title, the largest heading of the first page."""
    if said.title:
        return replace(said, date="")
    first = [group for group in groups if group.lines[0].page == groups[0].lines[0].page]
    headings = [group for group in first if group.kind is BlockKind.HEADING]
    largest = max(headings, key=lambda group: group.size, default=None)
    title = " ".join(line.text for line in largest.lines) if largest else ""
    return replace(said, title=title, date="")


def _why_empty(read: _Read) -> str:
    if read.textless:
        return "scanned, no text"
    return _DAMAGED if read.broken else "no text in it"


def _left_out(read: _Read) -> str:
    said = []
    if read.textless:
        said.append(_said_of_pages(read.textless, _TEXTLESS))
    if read.broken:
        said.append(_said_of_pages(read.broken, _BROKEN))
    if (n_read := len(read.pages)) < read.n_pages:
        said.append(
            f"only the first {n_read} of its {read.n_pages} pages were read; raise max_pages"
        )
    return "; ".join(said)


def _said_of_pages(labels: Sequence[str], forms: tuple[str, str, str]) -> str:
    """The pages by name; only their number where they are many."""
    one, some, many = forms
    if len(labels) == 1:
        return one.format(page=labels[0])
    if len(labels) > _MAX_NAMED:
        return many.format(n=len(labels))
    return some.format(pages=", ".join(labels[:-1]), page=labels[-1])
