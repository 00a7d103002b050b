"""Pages become a PDF file: one font, a tree that says what each paragraph is, an attachment.

Source: ISO 32000-2, 9.7 (composite fonts), 9.10 (extraction of text), 14.7 and 14.9.4 (structure,
replacement text).
"""

import io
from collections.abc import Iterable
from datetime import datetime

import uharfbuzz as hb
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Object, Page, Pdf, Stream, String
from pikepdf.models.metadata import encode_pdf_date

from qa_app.citing.export.pdf_fonts import EM
from qa_app.citing.export.pdf_glyphs import ASCENT, DESCENT, GlyphTable
from qa_app.citing.export.pdf_pages import HEIGHT_PT, WIDTH_PT, Pages, Paragraph

_FONT_NAME = Name("/QAAPPA+NotoSans")
_SYMBOLIC = 4
_BLOCK = 100
_TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def pdf_of(
    pages: Pages,
    glyphs: GlyphTable,
    faces: tuple[hb.Font, ...],
    *,
    title: str,
    made_at: str,
    attached: dict[str, bytes],
) -> bytes:
    """The file, with JSON files `attached` to it under their names."""
    with Pdf.new() as pdf:
        resources = pdf.make_indirect(Dictionary(Font=Dictionary(F=_font(pdf, glyphs, faces))))
        for number, operators in enumerate(pages.contents):
            pdf.pages.append(_page(pdf, operators, resources, number))
        _add_structure(pdf, pages.paragraphs)
        made = encode_pdf_date(datetime.fromisoformat(made_at))
        pdf.docinfo["/Title"], pdf.docinfo["/Creator"] = _text(title), _text("qa-app")
        pdf.docinfo["/CreationDate"] = String(made)
        for name, data in attached.items():
            pdf.attachments[name] = AttachedFileSpec(pdf, data, mime_type="application/json")
        out = io.BytesIO()
        pdf.save(out, min_version="1.7", deterministic_id=True)
        return out.getvalue()


def _page(pdf: Pdf, operators: Iterable[str], resources: Object, number: int) -> Page:
    content = Stream(pdf, "\n".join(operators).encode())
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, round(WIDTH_PT, 2), round(HEIGHT_PT, 2)]),
        Resources=resources,
        Contents=pdf.make_indirect(content),
        StructParents=number,
        Tabs=Name.S,
    )
    return Page(pdf.make_indirect(page))


def _font(pdf: Pdf, glyphs: GlyphTable, faces: tuple[hb.Font, ...]) -> Object:
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=_FONT_NAME,
        Flags=_SYMBOLIC,
        FontBBox=Array([-EM, DESCENT, 3 * EM, ASCENT]),
        ItalicAngle=0,
        Ascent=ASCENT,
        Descent=DESCENT,
        CapHeight=714,
        StemV=80,
        FontFile2=pdf.make_indirect(Stream(pdf, glyphs.font_file(faces))),
    )
    drawn = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=_FONT_NAME,
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=0,
        W=Array([1, Array(glyphs.widths())]),
        CIDToGIDMap=Name.Identity,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=_FONT_NAME,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(drawn)]),
            ToUnicode=pdf.make_indirect(Stream(pdf, _to_unicode(glyphs.texts()))),
        )
    )


def _to_unicode(texts: list[str]) -> bytes:
    lines = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, text in enumerate(texts, start=1)
    ]
    blocks = [lines[n : n + _BLOCK] for n in range(0, len(lines), _BLOCK)]
    written = "\n".join(
        "\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks
    )
    return _TO_UNICODE.format(blocks=written).encode("ascii")


def _add_structure(pdf: Pdf, paragraphs: Iterable[Paragraph]) -> None:
    """Say of each paragraph what it is and what its words are."""
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    on_page: list[list[Object]] = [[] for _ in pdf.pages]
    elements = []
    for paragraph in paragraphs:
        element = pdf.make_indirect(_element(pdf, paragraph, whole))
        elements.append(element)
        for page, _ in paragraph.parts:
            on_page[page].append(element)
    whole["/K"] = Array(elements)
    root["/K"] = Array([whole])
    numbers: list[Object | int] = []
    for page, members in enumerate(on_page):
        numbers.extend((page, Array(members)))
    root["/ParentTree"] = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    root["/ParentTreeNextKey"] = len(on_page)
    pdf.Root["/StructTreeRoot"] = root
    pdf.Root["/MarkInfo"] = Dictionary(Marked=True)
    pdf.Root["/ViewerPreferences"] = Dictionary(DisplayDocTitle=True)


def _element(pdf: Pdf, paragraph: Paragraph, parent: Object) -> Dictionary:
    kids = [
        Dictionary(Type=Name.MCR, Pg=pdf.pages[page].obj, MCID=number)
        for page, number in paragraph.parts
    ]
    return Dictionary(
        Type=Name.StructElem,
        S=Name(f"/{paragraph.tag}"),
        P=parent,
        Pg=pdf.pages[paragraph.parts[0][0]].obj,
        K=Array(kids),
        ActualText=_text(paragraph.words),
    )


def _text(words: str) -> String:
    """Any text, but for ESC, which begins the code of a language, and for half a character."""
    return String(b"\xfe\xff" + words.replace("\x1b", "\ufffd").encode("utf-16-be", "replace"))
