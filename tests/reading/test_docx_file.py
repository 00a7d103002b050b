import pytest

from qa_app.errors import ReadError
from qa_app.model import BlockKind, Document
from qa_app.reading.docx_file import read_docx
from tests.reading.samples import zipped
from tests.reading.structure import blocks_of, headings_of, paragraphs_of

P, F = BlockKind.PARAGRAPH, BlockKind.FURNITURE
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="urn:wps" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
STYLES = """
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Ranked"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>
<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/>
<w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>
<w:lvlText w:val="x"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">
<w:startOverride w:val="7"/></w:lvlOverride></w:num>
"""


def read(body: str, **parts: str) -> Document:
    """The document of a Word file with this body, and other parts by the kind of their link."""
    parts = {"styles": STYLES, "numbering": NUMBERING, **parts}
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    links = "".join(
        f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>' for kind in parts
    )
    main = f'<Relationship Id="r" Type="{R}/officeDocument" Target="word/document.xml"/>'
    return read_docx(
        zipped(
            {
                "_rels/.rels": f'<Relationships xmlns="{package}">{main}</Relationships>',
                "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}">{links}'
                "</Relationships>",
                "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
                **{f"word/{kind}.xml": f"<w:root {NAMES}>{xml}</w:root>"
                   for kind, xml in parts.items()},
            }
        )
    )  # fmt: skip


def par(text: str, properties: str = "") -> str:
    """A paragraph with one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def styled(text: str, style: str) -> str:
    """A paragraph in a style."""
    return par(text, f'<w:pStyle w:val="{style}"/>')


def listed(text: str, number: int, level: int = 0) -> str:
    """An item of a list."""
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return par(text, properties)


def test_headings_by_style_and_by_level() -> None:
    """A style's name counts in any language, so does what it is based on, and a level alone."""
    own_level = par("Six", '<w:outlineLvl w:val="8"/>')
    styles = ("Titel", "berschrift2", "Own", "Ranked")
    body = "".join(styled(style, style) for style in styles) + own_level
    assert headings_of(read(body + par("Body."))) == [
        (1, "Titel"), (2, "berschrift2"), (2, "Own"), (3, "Ranked"), (6, "Six"),
    ]  # fmt: skip


def test_styles_in_a_circle() -> None:
    """Styles that are based on each other are ordinary ones."""
    assert paragraphs_of(read(styled("The weir held.", "A"))) == ["The weir held."]


def test_bold_line_over_a_paragraph_is_a_heading() -> None:
    """Headings made by hand head the next paragraph; a bold sentence, and a last line, do not."""
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r></w:p>"
    body = bold.format("North bank") + par("It held.") + bold.format("It did not hold.")
    document = read(body + par("Wet.") + bold.format("South bank"))
    assert headings_of(document) == [(0, "North bank")]
    assert paragraphs_of(document) == ["It held.", "It did not hold.", "Wet.", "South bank"]


def test_all_that_is_shown_of_a_line() -> None:
    """Tabs, breaks, links, fields, symbols and insertions are read; deletions are not."""
    body = """<w:p><w:r><w:t xml:space="preserve">The </w:t><w:tab/></w:r>
    <w:ins><w:r><w:t>old </w:t></w:r></w:ins><w:del><w:r><w:delText>new </w:delText></w:r></w:del>
    <w:moveFrom><w:r><w:t>moved </w:t></w:r></w:moveFrom>
    <w:hyperlink><w:r><w:t>we&#173;ir</w:t><w:softHyphen/></w:r></w:hyperlink>
    <w:r><w:fldChar/><w:instrText>PAGE</w:instrText><w:t> held</w:t></w:r>
    <w:fldSimple><w:r><w:t>, so</w:t></w:r></w:fldSimple>
    <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:noBreakHyphen/><w:t>far</w:t>
    <w:sym w:font="Symbol" w:char="F0B7"/><w:br/><w:t>and on.</w:t></w:r></w:p>"""
    assert paragraphs_of(read(body)) == ["The old weir held, so\u2011far•\nand on."]


def test_content_controls_are_not_lost() -> None:
    """Paragraphs, rows and words inside controls and wrappers are read in their place."""
    row = "<w:tr><w:tc>{}</w:tc><w:sdt><w:sdtContent><w:tc>{}</w:tc></w:sdtContent></w:sdt></w:tr>"
    wrapped = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = (
        par("One.")
        + wrapped.format(wrapped.format(par("Two.")))
        + (
            f"<w:tbl>{wrapped.format(row.format(par('North'), par('7')))}</w:tbl>"
            f"<w:customXml>{par('Four.')}</w:customXml>"
            f"<w:p>{wrapped.format('<w:r><w:t>Five.</w:t></w:r>')}</w:p>"
        )
    )
    assert paragraphs_of(read(body)) == ["One.", "Two.", "North | 7", "Four.", "Five."]


def test_tables_in_their_place() -> None:
    """A row is a paragraph; deleted rows are none, and a table that only arranges is no table."""
    cell = "<w:tc>{}</w:tc>"
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell.format(par('Gone'))}</w:tr>"
    rows = "".join(
        f"<w:tr>{cell.format(par(a))}{cell.format(par(b))}</w:tr>"
        for a, b in (("Gate", "Opened"), ("North", ""), ("South", "2"))
    )
    prose = par("The keeper opened the gate. " * 14)
    layout = f"<w:tr>{cell.format(prose + par('And went.'))}{cell.format(par('Beside.'))}</w:tr>"
    body = par("Over.") + f"<w:tbl>{rows}{gone}</w:tbl><w:tbl>{layout}</w:tbl>" + par("Under.")
    assert paragraphs_of(read(body)) == [
        "Over.", "Gate | Opened", "North", "South | 2",
        ("The keeper opened the gate. " * 14).strip(), "And went.", "Beside.", "Under.",
    ]  # fmt: skip


def test_lists_have_their_marks() -> None:
    """Items are counted as Word counts them; short ones that follow each other are one block."""
    body = (
        listed("Gates", 1) + listed("North", 1, 1) + listed("South", 1, 1) + listed("Banks", 1)
        + listed("Left", 1, 1) + par("Between.") + listed("Dry", 2) + listed("Seventh", 3)
    )  # fmt: skip
    assert paragraphs_of(read(body)) == [
        "1. Gates\n  1.a) North\n  1.b) South\n2. Banks\n  2.a) Left",
        "Between.",
        "- Dry\n7. Seventh",
    ]


def test_long_items_are_paragraphs() -> None:
    """An item of many words, as in minutes, stands alone."""
    long = "The keeper opened the gate and went. " * 5
    body = listed("Short", 2) + listed(long, 2) + listed("Short too", 2)
    assert paragraphs_of(read(body)) == ["- Short", f"- {long.strip()}", "- Short too"]


def test_notes_follow_their_paragraph() -> None:
    """A footnote stands after its paragraph, an endnote at the end; dividing lines are none."""
    reference = '<w:r><w:{}Reference w:id="{}"/></w:r>'
    first = f"<w:p><w:r><w:t>Held.</w:t></w:r>{reference.format('endnote', 3)}</w:p>"
    second = f"<w:p><w:r><w:t>Wet.</w:t></w:r>{reference.format('footnote', 2)}</w:p>"
    notes = (
        f'<w:n w:id="0" w:type="separator">{par("line")}</w:n><w:n w:id="2">{par("Foot.")}</w:n>'
    )
    ends = f'<w:n w:id="3">{par("End.")}</w:n>'
    document = read(first + second + par("Last."), footnotes=notes, endnotes=ends)
    assert paragraphs_of(document) == ["Held.", "Wet.", "[1] Foot.", "Last.", "[1] End."]


def test_boxes_are_read_once() -> None:
    """A text box is in the file in two forms, of which a reader sees one."""
    box = f"<w:txbxContent>{par('In the box.')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Around it.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><wps:txbx>"
        f"{box}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert paragraphs_of(read(body)) == ["Around it.", "In the box."]


def test_furniture_of_the_page() -> None:
    """Running heads, feet and the table of contents are kept apart from the text."""
    contents = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
        f"</w:sdtPr><w:sdtContent>{par('Contents')}</w:sdtContent></w:sdt>"
    )
    body = contents + styled("Weir 3", "Verzeichnis1") + par("It held.")
    document = read(body, header=par("Draft of May"), footer=par("Page 1"))
    assert blocks_of(document) == [
        (F, "Draft of May"), (F, "Contents"), (F, "Weir 3"), (P, "It held."), (F, "Page 1"),
    ]  # fmt: skip


def test_what_is_left_out_is_said() -> None:
    """Comments, figures of charts and foreign documents inside are not read, and that is said."""
    body = par("It held.") + "<w:altChunk/><w:p><w:r><c:chart r:id='none'/></w:r></w:p>"
    document = read(body, comments=par("Really?"))
    assert document.left_out == (
        "Left out: comments on the margin, the figures of charts, "
        "documents of another format inside it."
    )


def test_entities_are_refused() -> None:
    """A file whose XML would expand itself is refused at once."""
    bomb = (
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        "<d>&b;</d>"
    )
    main = f'<Relationship Id="r" Type="{R}/officeDocument" Target="d.xml"/>'
    data = zipped({"_rels/.rels": f"<Relationships>{main}</Relationships>", "d.xml": bomb})
    with pytest.raises(ReadError, match="entities"):
        read_docx(data)


def test_depth_without_end_is_refused() -> None:
    """Elements in elements in elements are no document."""
    deep = "<w:sdt>" * 5000 + "</w:sdt>" * 5000
    with pytest.raises(ReadError, match="damaged"):
        read(deep)


def test_no_text_is_a_reason() -> None:
    """A file of pictures alone has no text to be had."""
    with pytest.raises(ReadError, match="no text"):
        read("<w:p/>")
