"""PDFs made with another library than the one that reads them, and raw ones no library makes."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF

FONT = "times"
BODY_PT = 10

WORDS = (
    "The old weir above Harwick held through the night although the river rose by two metres, "
    "and engineers who had expected it to give way were seen to smile in the morning light. "
)


def new_pdf() -> FPDF:
    """A PDF with one page and the font of a text set."""
    pdf = FPDF()
    pdf.set_creation_date(datetime(2024, 5, 2, 12, tzinfo=UTC))
    pdf.add_page()
    pdf.set_font(FONT, size=BODY_PT)
    return pdf


def data_of(pdf: FPDF) -> bytes:
    """What the PDF's file holds."""
    return bytes(pdf.output())


def pdf_of(*pages: str) -> bytes:
    """A PDF with a page for each text; lines are wrapped as the page is wide."""
    pdf = new_pdf()
    for n, text in enumerate(pages):
        if n:
            pdf.add_page()
        pdf.multi_cell(0, 5, text)
    return data_of(pdf)


def with_margins(head: Callable[[int], str], foot: Callable[[int], str], n_pages: int) -> bytes:
    """A PDF of pages with a head and a foot; page n tells of chapter n."""

    class Framed(FPDF):
        def header(self) -> None:
            self.set_font(FONT, size=8)
            self.cell(0, 5, head(self.page_no()))
            self.ln(12)

        def footer(self) -> None:
            self.set_y(-15)
            self.set_font(FONT, size=8)
            self.cell(0, 5, foot(self.page_no()), align="C")

    pdf = Framed()
    for n in range(n_pages):
        pdf.add_page()
        pdf.set_font(FONT, size=BODY_PT)
        pdf.multi_cell(0, 5, f"{_ORDINALS[n]} comes the story of the lock keeper. {WORDS * 3}")
    return data_of(pdf)


_ORDINALS = "First Then Next Later Afterwards Finally".split()


def across(left: Sequence[str], right: Sequence[str]) -> bytes:
    """Two columns whose lines are written across, a left one and a right one in turn."""
    pdf = new_pdf()
    for n in range(max(len(left), len(right))):
        y = pdf.get_y()
        for x, column in ((10, left), (110, right)):
            if n < len(column):
                pdf.set_xy(x, y)
                pdf.cell(90, 5, column[n])
        pdf.set_xy(10, y + 5)
    return data_of(pdf)


def with_picture(picture: Path | bytes, *texts: str) -> bytes:
    """Pages of text, and a page with nothing but a picture where a text is empty."""
    pdf = FPDF()
    for text in texts:
        pdf.add_page()
        pdf.set_font(FONT, size=BODY_PT)
        if text:
            pdf.multi_cell(0, 5, text)
        else:
            pdf.image(picture, w=100)
    return data_of(pdf)


def raw_pdf(*objects: str, root: int = 1) -> bytes:
    """A PDF of just these objects, numbered from 1."""
    data = b"%PDF-1.7\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(data)
    data += f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n".encode()
    data += "".join(f"{offset:010} 00000 n \n" for offset in offsets).encode()
    data += f"trailer\n<< /Size {len(offsets) + 1} /Root {root} 0 R >>\n".encode()
    return data + f"startxref\n{start}\n%%EOF\n".encode()


def stream(content: str, entries: str = "") -> str:
    """A stream object."""
    return f"<< /Length {len(content)} {entries} >>\nstream\n{content}\nendstream"


FONT_OBJECT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
