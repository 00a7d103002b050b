"""One small document of every format, made with another library than the one that reads it."""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Mapping

import docx
import pptx
import xlsxwriter
from odf import dc, meta, table, text
from odf.opendocument import OpenDocumentText
from odf.style import Style

TITLE = "The weir of Brede"
HEADING = "Damage in the north"
SENTENCE = "The keeper Mira Okafor opened seven gates before dawn, and the water fell by a metre."


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A zip file that holds these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return out.getvalue()


def sample_docx() -> bytes:
    """By python-docx."""
    made = docx.Document()
    made.core_properties.title = TITLE
    made.core_properties.author = "Lina Haddad"
    made.add_heading(TITLE, 1)
    made.add_paragraph("Before the flood nobody looked at it.")
    made.add_heading(HEADING, 2)
    made.add_paragraph(SENTENCE)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def sample_odt() -> bytes:
    """By odfpy."""
    made = OpenDocumentText()
    made.meta.addElement(dc.Title(text=TITLE))
    made.meta.addElement(meta.InitialCreator(text="Lina Haddad"))
    made.meta.addElement(meta.CreationDate(text="2024-05-14T08:30:00"))
    made.automaticstyles.addElement(Style(name="P1", family="paragraph"))
    made.text.addElement(text.H(outlinelevel=1, text=TITLE))
    made.text.addElement(text.P(text="Before the flood nobody looked at it."))
    made.text.addElement(text.H(outlinelevel=2, text=HEADING))
    made.text.addElement(text.P(stylename="P1", text=SENTENCE))
    grid = table.Table(name="Gates")
    for cells in (("North", "7 gates"), ("South", "2 gates")):
        line = table.TableRow()
        for words in cells:
            cell = table.TableCell()
            cell.addElement(text.P(text=words))
            line.addElement(cell)
        grid.addElement(line)
    made.text.addElement(grid)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def sample_rtf() -> bytes:
    """By hand."""
    written = (
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times;}}"
        r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 heading 2;}}"
        rf"{{\info{{\title {TITLE}}}{{\author Lina Haddad}}{{\creatim\yr2024\mo5\dy14}}}}"
        rf"\pard\s1 {TITLE}\par\pard Before the flood nobody looked at it.\par"
        rf"\pard\s2 {HEADING}\par\pard {SENTENCE}\par}}"
    )
    return written.encode("ascii")


def sample_pptx() -> bytes:
    """By python-pptx."""
    made = pptx.Presentation()
    made.core_properties.title = TITLE
    made.core_properties.author = "Lina Haddad"
    for title, words in ((TITLE, "Before the flood nobody looked at it."), (HEADING, SENTENCE)):
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = words
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def sample_xlsx() -> bytes:
    """By XlsxWriter."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as made:
        made.set_properties({"title": TITLE, "author": "Lina Haddad"})
        for name, rows in ((TITLE, (("Gate", "Keeper"), ("North", "Nobody"))), (HEADING, _ROWS)):
            sheet = made.add_worksheet(name)
            for i, row in enumerate(rows):
                sheet.write_row(i, 0, row)
    return out.getvalue()


_ROWS = (("Gate", "Opened", "What happened"), ("North", 7, SENTENCE), ("South", 2, "Nothing."))


def sample_csv() -> bytes:
    """By the csv module."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(_ROWS)
    return out.getvalue().encode()


def sample_jsonl() -> bytes:
    """By the json module."""
    records = (
        {"title": TITLE, "text": "Before the flood nobody looked at it.", "year": 2023},
        {"title": HEADING, "text": SENTENCE, "year": 2024},
    )
    return "\n".join(map(json.dumps, records)).encode()


def sample_epub() -> bytes:
    """By hand: two chapters, the second with no heading but in the table of contents."""
    return epub(
        {
            "one.xhtml": f"<h1>{TITLE}</h1><p>Before the flood nobody looked at it.</p>",
            "two.xhtml": f"<p>{SENTENCE}</p>",
        },
        nav=f'<ol><li><a href="one.xhtml">{TITLE}</a><ol><li>'
        f'<a href="two.xhtml">{HEADING}</a></li></ol></li></ol>',
    )


def epub(
    chapters: Mapping[str, str],
    nav: str = "",
    spine: str = "",
    extra: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A book with these chapters, a table of contents, and other files."""
    items = "".join(
        f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in chapters
    )
    spine = spine or "".join(f'<itemref idref="{name}"/>' for name in chapters)
    opf = f"""<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
        <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TITLE}</dc:title>
        <dc:creator>Lina Haddad</dc:creator><dc:publisher>Brede Press</dc:publisher>
        <dc:date>2024-05-14</dc:date><dc:source>https://weir.example/book</dc:source></metadata>
        <manifest>{items}<item id="nav" href="nav.xhtml" properties="nav"
        media-type="application/xhtml+xml"/></manifest><spine>{spine}</spine></package>"""
    toc = f"""<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
        <body><nav epub:type="toc">{nav}</nav></body></html>"""
    pages = {
        f"OEBPS/{name}": '<?xml version="1.0" encoding="utf-8"?>'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>'
        f"<body>{body}</body></html>"
        for name, body in chapters.items()
    }
    container = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
        <rootfile full-path="OEBPS/book.opf"/></rootfiles></container>"""
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/book.opf": opf,
            "OEBPS/nav.xhtml": toc,
            **pages,
            **(extra or {}),
        }
    )


SAMPLES: dict[str, Callable[[], bytes]] = {
    "docx": sample_docx,
    "odt": sample_odt,
    "rtf": sample_rtf,
    "pptx": sample_pptx,
    "xlsx": sample_xlsx,
    "csv": sample_csv,
    "epub": sample_epub,
    "jsonl": sample_jsonl,
}
