"""PDFs made with another library than the one that reads them, and raw ones no library makes."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from io import BytesIO

from fpdf import FPDF
from PIL import Image

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


def add_text(pdf: FPDF, text: str) -> None:
    """Lines as wide as the page, one below the other."""
    pdf.multi_cell(0, 5, text, new_x="LMARGIN", new_y="NEXT")


def add_heading(pdf: FPDF, text: str, size: float, style: str = "B") -> None:
    """A line of that size, and the font of a text again."""
    pdf.set_font(FONT, style, size)
    pdf.cell(0, 10, text, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font(FONT, size=BODY_PT)


def pdf_of(*pages: str) -> bytes:
    """A PDF with a page for each text; lines are wrapped as the page is wide."""
    pdf = new_pdf()
    for n, text in enumerate(pages):
        if n:
            pdf.add_page()
        add_text(pdf, text)
    return data_of(pdf)


class FramedPdf(FPDF):
    """Pages with a head and a foot, which are told the number of their page."""

    head: Callable[[int], str] = staticmethod(lambda _: "Harwick Herald")
    foot: Callable[[int], str] = staticmethod(lambda n: f"Page {n}")

    def header(self) -> None:
        """At the left of the top."""
        self.set_font(FONT, size=8)
        self.cell(0, 5, self.head(self.page_no()))
        self.ln(12)

    def footer(self) -> None:
        """At the middle of the bottom."""
        self.set_y(-15)
        self.set_font(FONT, size=8)
        self.cell(0, 5, self.foot(self.page_no()), align="C")


def framed(
    *pages: str,
    head: Callable[[int], str] = FramedPdf.head,
    foot: Callable[[int], str] = FramedPdf.foot,
) -> bytes:
    """A PDF whose pages have a head and a foot; a text that is too long takes several pages."""
    pdf = FramedPdf()
    pdf.head, pdf.foot = head, foot
    for text in pages:
        pdf.add_page()
        pdf.set_font(FONT, size=BODY_PT)
        add_text(pdf, text)
    return data_of(pdf)


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


def with_pictures(*texts: str) -> bytes:
    """Pages of text, and a page with nothing but a picture where a text is empty."""
    pdf = FPDF()
    for text in texts:
        pdf.add_page()
        pdf.set_font(FONT, size=BODY_PT)
        if text:
            add_text(pdf, text)
        else:
            pdf.image(BytesIO(_picture()), w=100)
    return data_of(pdf)


def _picture() -> bytes:
    """A grey square."""
    data = BytesIO()
    Image.new("L", (40, 40), 128).save(data, "PNG")
    return data.getvalue()


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
