import io
from collections.abc import Callable
from typing import Any

import pptx
import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from qa_app.errors import ReadError
from qa_app.model import BlockKind, Document, page_at
from qa_app.reading.pptx_file import read_pptx
from tests.reading.samples import zipped
from tests.reading.structure import blocks_of, headings_of, paragraphs_of

BOX = (Inches(1), Inches(1), Inches(4), Inches(2))
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def read(*fill: Callable[[Any], object], layout: int = 5) -> Document:
    """The document of slides, each filled by a function."""
    made = pptx.Presentation()
    for each in fill:
        each(made.slides.add_slide(made.slide_layouts[layout]))
    out = io.BytesIO()
    made.save(out)
    return read_pptx(out.getvalue())


def titled(title: str, *texts: str) -> Callable[[Any], object]:
    """Fills a slide with a title and text boxes."""

    def fill(slide: Any) -> None:
        slide.shapes.title.text = title
        for text in texts:
            slide.shapes.add_textbox(*BOX).text_frame.text = text

    return fill


def test_a_slide_is_a_page() -> None:
    """Pages are labelled with the slides' numbers, those without text left out."""
    document = read(titled("One", "It held."), titled(""), titled("Three", "Wet."))
    assert [page.label for page in document.pages] == ["1", "3"]
    at = document.text.index("Wet.")
    assert page_at(document.pages, at) == "3"
    assert page_at(document.pages, at - len("\n\nThree\n\n")) == "1"
    assert document.left_out == "Left out: slides without text (2)."


def test_the_title_is_the_heading() -> None:
    """A slide without one has its number, so as not to stand under the slide before it."""
    document = read(titled("The weir", "It held."), titled("", "Nobody spoke."))
    assert headings_of(document) == [(1, "The weir"), (1, "Slide 2")]
    assert paragraphs_of(document) == ["It held.", "Nobody spoke."]


def test_body_is_a_list() -> None:
    """What stands in the body of a slide has its marks, set in as on the slide."""

    def fill(slide: Any) -> None:
        slide.shapes.title.text = "Gates"
        frame = slide.placeholders[1].text_frame
        frame.text = "North"
        for level, text in ((1, "Seven"), (0, "South")):
            paragraph = frame.add_paragraph()
            paragraph.text, paragraph.level = text, level

    assert paragraphs_of(read(fill, layout=1)) == ["- North\n  - Seven\n- South"]


def test_all_shapes_in_order() -> None:
    """Text boxes, groups in groups, tables and the titles of charts, as the file has them."""

    def fill(slide: Any) -> None:
        slide.shapes.add_textbox(*BOX).text_frame.text = "First."
        group = slide.shapes.add_group_shape().shapes.add_group_shape()
        group.shapes.add_textbox(*BOX).text_frame.text = "In groups.\vNext line."
        table = slide.shapes.add_table(2, 2, *BOX).table
        for i, words in enumerate(("Gate", "Opened", "North", "7")):
            table.cell(i // 2, i % 2).text = words
        data = CategoryChartData()
        data.categories = ["May"]
        data.add_series("Rain", (7,))
        chart = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *BOX, data).chart
        chart.has_title = True
        chart.chart_title.text_frame.text = "Rain in May"
        slide.shapes.title.text = "Above all"

    document = read(fill)
    assert headings_of(document) == [(1, "Above all")]
    assert paragraphs_of(document) == [
        "First.", "In groups.\nNext line.", "Gate | Opened", "North | 7", "Rain in May",
    ]  # fmt: skip
    assert document.left_out == "Left out: the figures of charts."


def test_notes_are_marked_as_such() -> None:
    """What the speaker sees alone stands under a heading of its own, on the slide's page."""

    def fill(slide: Any) -> None:
        slide.shapes.title.text = "The weir"
        slide.notes_slide.notes_text_frame.text = "Pause here.\nThen go on."

    document = read(fill)
    assert headings_of(document) == [(1, "The weir"), (2, "Notes")]
    assert paragraphs_of(document) == ["Pause here.", "Then go on."]


def test_footers_are_furniture() -> None:
    """What stands at the foot of every slide is kept apart from the text."""
    shape = (
        '<p:sp xmlns:p="p" xmlns:a="a"><p:nvSpPr><p:nvPr><p:ph type="{}"/></p:nvPr></p:nvSpPr>'
        "<p:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></p:txBody></p:sp>"
    )
    tree = shape.format("ftr", "Draft") + shape.format("body", "It held.")
    link = f'<Relationship Id="a" Type="{R}/{{}}" Target="{{}}"/>'
    document = read_pptx(
        zipped(
            {
                "_rels/.rels": f"<r>{link.format('officeDocument', 'ppt/p.xml')}</r>",
                "ppt/p.xml": f'<p xmlns:r="{R}" firstSlideNum="4"><sldIdLst><sldId id="256" '
                'r:id="a"/><sldId id="257" r:id="lost"/></sldIdLst></p>',
                "ppt/_rels/p.xml.rels": f"<r>{link.format('slide', 'slides/s.xml')}</r>",
                "ppt/slides/s.xml": f"<sld><cSld><spTree>{tree}</spTree></cSld></sld>",
            }
        )
    )
    assert blocks_of(document)[1:] == [
        (BlockKind.PARAGRAPH, "It held."),
        (BlockKind.FURNITURE, "Draft"),
    ]
    assert [page.label for page in document.pages] == ["4"]


def test_slides_of_pictures_have_no_text() -> None:
    """Where no slide has text, that is the reason, and which slides it is."""
    with pytest.raises(ReadError, match=r"no text in it; Left out: slides without text \(1\)"):
        read(titled(""))
