"""Snippets as Markdown, read back with markdown-it."""

import re

from hypothesis import given
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from qa_app.citing.export.content import Export, Template
from qa_app.citing.export.markdown import write
from qa_app.citing.export.shown import as_shown
from qa_app.explaining.quoting import quoted
from tests.citing.export.samples import CONTROLS, LINE_ENDS, QUOTES, export, texts, two_sections


def _rendered(made: Export) -> LexborHTMLParser:
    """The page a reader sees; a line end of its file means nothing but a space."""
    page = MarkdownIt("commonmark").render(write(made).decode())
    return LexborHTMLParser(re.sub(r"<br ?/?>\n?", "\ue000", page))


def _quotes(made: Export) -> list[str]:
    shown = [node.text() for node in _rendered(made).css("blockquote > p")]
    return [text.replace("\n", " ").replace("\ue000", "\n") for text in shown]


def test_quotes_are_shown_code_point_for_code_point() -> None:
    """What Markdown takes for marks is shown as it is, line ends and spaces included."""
    made = export(*QUOTES, CONTROLS, LINE_ENDS)
    assert _quotes(made) == [quoted(as_shown(q)) for q in (*QUOTES, CONTROLS, LINE_ENDS)]


@given(texts())
def test_any_text_is_shown_as_it_is(text: str) -> None:
    """No text becomes markup."""
    assert _quotes(export(text)) == [quoted(as_shown(text))]


def test_nothing_of_a_document_becomes_an_element() -> None:
    """A page of hostile words, titles and notes holds our own elements alone."""
    page = _rendered(export(*QUOTES, note="<i>n</i> *m*", tags=("<u>t</u>",), group="# <s>g</s>"))
    found = {node.tag for node in page.css("body *")}
    assert found <= {"h1", "h2", "p", "blockquote", "-comment"}


def test_sections_are_headings() -> None:
    """The group or the question stands above its snippets."""
    headings = [node.text() for node in _rendered(two_sections()).css("h2")]
    assert headings == ["When *does* it <open>?", "=Who?"]


def test_the_template_puts_the_source_first_and_leaves_notes_out() -> None:
    """The citation stands above the quote, and no note is written."""
    template = Template(source_first=True, with_notes=False)
    page = write(export("Words.", template=template, note="mine", tags=("t",))).decode()
    assert page.index("Quay Post") < page.index("“Words.”")
    assert "mine" not in page
    assert "Tags" not in page
