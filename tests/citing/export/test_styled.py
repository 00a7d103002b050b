"""Snippets cited in a style, with the list of their sources."""

from qa_app.citing.export.markdown import write
from qa_app.citing.export.order import ExportOrder, export_of
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


def test_without_a_style_there_is_no_list() -> None:
    """The plain line says all there is, and the item is CSL's."""
    made = export_of(export("One.").sections, ExportOrder(), MADE_AT)
    assert made.sources == ()
    (snippet,) = made.sections[0].snippets
    assert "Quay Post" in made.cite(snippet)
    assert made.item(snippet)["type"] == "article-newspaper"
