"""Snippets cited in a style, with the list of their sources."""

import io
import zipfile
from typing import Any

import pypdfium2
import pytest

from qa_app.citing.export.markdown import write
from qa_app.citing.export.order import ExportOrder, export_of
from qa_app.citing.export.registry import FORMATS, ExportFormat
from qa_app.model import Metadata
from tests.citing.export.samples import MADE_AT, export

_ONE = Metadata("The lock reopens", "The Quay Post", "Ida Brandt", "2025-02-17")


def test_a_source_cited_twice_is_listed_once() -> None:
    """Each snippet has its place; the list at the end has each source once."""
    sections = export("One.", "Two.", metadata=_ONE).sections
    made = export_of(sections, ExportOrder(style="apa"), MADE_AT)
    assert len(made.sources) == 1
    cited = [made.cite(snippet) for snippet in sections[0].snippets]
    assert all("2025" in line for line in cited)
    assert cited[0] != cited[1]
    assert "## Sources" in write(made).decode()


def test_numbers_follow_the_order_of_the_snippets() -> None:
    """A numbered style lists its sources as they come, others by name."""
    two = Metadata("A harbour reopens", "The Quay Post", "Al Aker", "2025-02-18")
    sections = (*export("One.", metadata=_ONE).sections, *export("Two.", metadata=two).sections)
    numbered = export_of(sections, ExportOrder(style="ieee"), MADE_AT).sources
    named = export_of(sections, ExportOrder(style="apa"), MADE_AT).sources
    assert "Brandt" in numbered[0]
    assert "Aker" in named[0]


_PAGES = {
    "": "p. {}",
    "plain": "p. {}",
    "apa": "p. {}",
    "mla": "Brandt {})",
    "chicago-notes": "2025), {}.",
    "chicago-author-date": "2025, {})",
    "ieee": "p. {}]",
    "vancouver": "p. {})",
}


@pytest.mark.parametrize("style", _PAGES)
@pytest.mark.parametrize("label", ["12", "iv", "A-3"])
def test_the_page_is_cited_as_it_is_labelled(style: str, label: str) -> None:
    """In every style, and not the paragraph."""
    sections = export("One.", metadata=_ONE, page=label).sections
    made = export_of(sections, ExportOrder(style=style), MADE_AT)
    (snippet,) = made.sections[0].snippets
    cited = made.cite(snippet)
    assert _PAGES[style].format(label) in cited
    assert "¶" not in cited
    assert "para" not in cited


@pytest.mark.parametrize("style", _PAGES)
def test_what_a_person_says_of_the_place_is_cited(style: str) -> None:
    """Their page before the one found, their paragraph where there is no page."""
    by_hand = {"page": "12", "page_by_hand": "xiv", "paragraph_by_hand": 77}
    cases: list[tuple[dict[str, Any], str]]
    cases = [(by_hand, "xiv"), ({"paragraph_by_hand": 77}, "77")]
    for fields, shown in cases:
        sections = export("One.", metadata=_ONE, **fields).sections
        made = export_of(sections, ExportOrder(style=style), MADE_AT)
        assert shown in made.cite(made.sections[0].snippets[0])
        assert "12" not in made.cite(made.sections[0].snippets[0])


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_the_page_is_in_every_format(known: ExportFormat) -> None:
    """Also in those for reference managers, which have no line that cites."""
    made = export_of(export("One.", metadata=_ONE, page="xiv").sections, ExportOrder(), MADE_AT)
    data = known.write(made)
    if known.name == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = archive.read("word/footnotes.xml")
    if known.name == "pdf":
        document = pypdfium2.PdfDocument(data)
        data = document[0].get_textpage().get_text_range().encode()
        document.close()
    assert b"xiv" in data
    assert "¶".encode() not in data


def test_a_page_said_by_hand_does_not_make_an_article_a_report() -> None:
    """Only a file that has pages of its own may be a report."""
    kinds = {}
    cases: tuple[dict[str, Any], ...] = ({"page": "2"}, {"page_by_hand": "2"}, {})
    for fields in cases:
        made = export_of(export("One.", metadata=_ONE, **fields).sections, ExportOrder(), MADE_AT)
        (snippet,) = made.sections[0].snippets
        kinds[tuple(fields)] = made.item(snippet)["type"]
    assert kinds == {
        ("page",): "report",
        ("page_by_hand",): "article-newspaper",
        (): "article-newspaper",
    }


def test_without_a_style_there_is_no_list() -> None:
    """The plain line says all there is, and the item is CSL's."""
    made = export_of(export("One.").sections, ExportOrder(), MADE_AT)
    assert made.sources == ()
    (snippet,) = made.sections[0].snippets
    assert "Quay Post" in made.cite(snippet)
    assert made.item(snippet)["type"] == "article-newspaper"
