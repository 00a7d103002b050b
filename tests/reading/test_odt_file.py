import pytest

from qa_app.errors import ReadError
from qa_app.model import BlockKind, Document
from qa_app.reading.odt_file import read_odt
from tests.reading.samples import sample_odt, zipped
from tests.reading.structure import blocks_of, headings_of, paragraphs_of

P, F = BlockKind.PARAGRAPH, BlockKind.FURNITURE
_PREFIX = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = " ".join(
    f'xmlns:{name}="{_PREFIX}{space}:1.0"'
    for name, space in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
        ("manifest", "manifest"), ("meta", "meta"),
    )
)  # fmt: skip
STYLES = """
<style:style style:name="Heading_20_2" style:family="paragraph" style:default-outline-level="2"/>
<style:style style:name="Own" style:family="paragraph" style:parent-style-name="Heading_20_2"/>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="H"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"
 style:num-suffix="."/><text:list-level-style-bullet text:level="2"/></text:list-style>
"""


def read(body: str, styles: str = "", **parts: str) -> Document:
    """The document of an OpenDocument text with this body, and other parts by their names."""
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{STYLES}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    page = f"<office:document-styles {NAMES}>{styles}</office:document-styles>"
    others = {f"{name}.xml": f"<root {NAMES}>{xml}</root>" for name, xml in parts.items()}
    return read_odt(zipped({"content.xml": content, "styles.xml": page, **others}))


def par(text: str, style: str = "Standard") -> str:
    """A paragraph in a style."""
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def test_what_odfpy_writes() -> None:
    """Headings, paragraphs, rows and properties of a file by another library."""
    document = read_odt(sample_odt())
    assert headings_of(document) == [(1, "The weir of Brede"), (2, "Damage in the north")]
    assert paragraphs_of(document)[2:] == ["North | 7 gates", "South | 2 gates"]
    assert document.metadata.date == "2024-05-14"


def test_headings_by_element_and_by_style() -> None:
    """A heading is one by its element, by its style, and by what that is based on."""
    body = (
        par("Weir", "P1") + '<text:h text:outline-level="3">Three</text:h><text:h>One</text:h>'
        + par("Two", "Heading_20_2") + par("Two as well", "Own") + par("Body.")
    )  # fmt: skip
    assert headings_of(read(body)) == [
        (1, "Weir"), (3, "Three"), (1, "One"), (2, "Two"), (2, "Two as well"),
    ]  # fmt: skip


def test_bold_line_over_a_paragraph_is_a_heading() -> None:
    """Headings made by hand, by a bold style or a bold span, head the next paragraph."""
    span = '<text:span text:style-name="B">South bank</text:span>'
    document = read(par("North bank", "B") + par("Held.") + par(span) + par("Held, too."))
    assert headings_of(document) == [(0, "North bank"), (0, "South bank")]


def test_all_that_is_shown_of_a_line() -> None:
    """Spaces, tabs, breaks, spans and links are read; what is deleted, hidden or noted is not."""
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        + par(
            'The<text:s text:c="3"/>old<text:tab/><text:a>we\u00adir</text:a>\n held,'
            "<text:line-break/>so <text:span>far<text:hidden-text>no</text:hidden-text></text:span>"
            "<text:change text:change-id='1'/>.<text:soft-page-break/>"
        )
        + par("Hidden.", "H")
        + '<text:section text:display="none"><text:p>Hidden, too.</text:p></text:section>'
    )
    assert paragraphs_of(read(body)) == ["The old weir held,\nso far."]


def test_lists_have_their_marks() -> None:
    """Items are counted, inner lists take the style of the outer one, short ones are a block."""
    inner = f"<text:list><text:list-item>{par('North')}{par('Wet.')}</text:list-item></text:list>"
    body = (
        f'<text:list text:style-name="L1"><text:list-item>{par("Gates")}{inner}</text:list-item>'
        f'<text:list-item text:start-value="5">{par("Banks")}</text:list-item></text:list>'
    )
    assert paragraphs_of(read(body)) == ["1. Gates\n  - North\n    Wet.\n5. Banks"]


def test_notes_follow_their_paragraph() -> None:
    """A footnote stands after its paragraph, an endnote at the end."""
    note = (
        '{}<text:note text:note-class="{}"><text:note-citation>{}</text:note-citation>'
        "<text:note-body><text:p>{}</text:p></text:note-body></text:note>"
    )
    body = par(note.format("Held.", "endnote", "i", "End.")) + par(
        note.format("Wet.", "footnote", "1", "Foot.")
    )
    assert paragraphs_of(read(body + par("Last."))) == [
        "Held.", "Wet.", "[1] Foot.", "Last.", "[i] End.",
    ]  # fmt: skip


def test_boxes_and_rows_in_their_place() -> None:
    """Text in frames and shapes is read, a row is a paragraph, a picture's description is not."""
    box = f"<draw:frame><svg:title>no</svg:title><draw:text-box>{par('Boxed.')}</draw:text-box>"
    shape = f"<draw:custom-shape>{par('Drawn.')}</draw:custom-shape>"
    cells = "".join(f"<table:table-cell>{par(cell)}</table:table-cell>" for cell in ("North", "7"))
    rows = f"<table:table-header-rows><table:table-row>{cells}</table:table-row>"
    body = (
        par(f"Around.{box}</draw:frame>{shape}")
        + f"<table:table>{rows}</table:table-header-rows></table:table>"
        + f"<text:section>{par('Under.')}</text:section>"
    )
    assert paragraphs_of(read(body)) == ["Around.", "Boxed.", "Drawn.", "North | 7", "Under."]


def test_furniture_of_the_page() -> None:
    """Running heads, feet and the table of contents are kept apart from the text."""
    index = f"<text:table-of-content><text:index-body>{par('Weir 3')}</text:index-body>"
    head = (
        "<office:master-styles><style:master-page><style:header>"
        f"{par('Draft of May')}</style:header></style:master-page></office:master-styles>"
    )
    document = read(f"{index}</text:table-of-content>{par('It held.')}", styles=head)
    assert blocks_of(document) == [(F, "Draft of May"), (F, "Weir 3"), (P, "It held.")]


def test_what_is_left_out_is_said() -> None:
    """Comments and embedded objects are not read, and that is said."""
    body = par("Held.<office:annotation><text:p>Really?</text:p></office:annotation>") + par(
        "<draw:frame><draw:object/></draw:frame>"
    )
    document = read(body)
    assert document.text == "Held."
    assert document.left_out == "Left out: comments on the margin, embedded objects."


def test_encrypted_file_is_named_as_such() -> None:
    """A file with a password says so in its list of parts."""
    entry = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    with pytest.raises(ReadError, match="encrypted"):
        read(par("x"), **{"META-INF/manifest": entry})


def test_entities_are_refused() -> None:
    """A file whose XML would expand itself is refused at once."""
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>'
    for data in (bomb.encode(), bomb.encode("utf-16")):
        with pytest.raises(ReadError, match="entities"):
            read_odt(zipped({"content.xml": data}))
