"""Charts and diagrams in office files: the words that are drawn in them."""

from collections.abc import Iterator

from qa_app.reading.office_text import Paragraph, tidy
from qa_app.reading.package import Package
from qa_app.reading.safe_xml import Element, attribute, child, name_of

# The elements that stand for a chart and for a diagram where they are drawn.
DRAWN = frozenset({"chart", "relIds"})


def paragraphs_drawn(package: Package, part: str, element: Element) -> tuple[list[Paragraph], int]:
    """The title of the chart or the words of the diagram, and how many charts it was."""
    is_chart = name_of(element) == "chart"
    link = package.links(part).get(attribute(element, "id" if is_chart else "dm"))
    root = package.part(link.target) if link else None
    if root is None:
        return [], int(is_chart)
    if is_chart:
        root = child(root, "chart", "title")
    return [] if root is None else list(drawn_text(root)), int(is_chart)


def drawn_text(root: Element) -> Iterator[Paragraph]:
    """The paragraphs of drawn text below an element, in order."""
    for element in root.iter("{*}p"):
        if text := text_of(element):
            yield Paragraph(text)


def text_of(paragraph: Element) -> str:
    """The text of a paragraph of drawn text."""
    written = paragraph.iter("{*}t", "{*}br")
    return tidy("".join("\n" if name_of(e) == "br" else e.text or "" for e in written))
