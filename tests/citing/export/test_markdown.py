"""Snippets as Markdown, read back with markdown-it and with what GitHub reads it with."""

import re
from collections.abc import Callable

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from qa_app.citing.export.content import Export, Template
from qa_app.citing.export.markdown import write
from qa_app.citing.export.shown import as_shown
from qa_app.explaining.quoting import quoted
from qa_app.model import Metadata
from tests.citing.export.samples import CONTROLS, LINE_ENDS, QUOTES, export, texts, two_sections

Render = Callable[[str], str]
_BREAK = "\ue000"
# What one dialect or the other makes links, notes, boxes, formulas and tables of.
_DIALECTS = (
    "see https://a.example/b, www.a.example, ftp://a.example and a.b@c.example, xmpp:a@b.example/x",
    "one[^1]\n\n[^1]: a note",
    "- [ ] to do\n- [x] done",
    "[!NOTE]\nmind the gap",
    "$a$, $$b$$ and $`c`$",
    "| a | b |\n|---|---|\n| c | d |",
    "~a~ ~~b~~ ==c== ++d++ ^e^",
    "a<!-- b",
    "a\n===\nb\n---\n+++\n***",
    "&copy; &#60; @ada #12 \\<br>",
)


def _common(text: str) -> str:
    return str(MarkdownIt("commonmark").render(text))


def _github(text: str) -> str:
    flags = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE
    return str(cmarkgfm.github_flavored_markdown_to_html(text, flags))


_RENDERS = pytest.mark.parametrize("render", [_common, _github])


def _rendered(made: Export, render: Render = _common) -> LexborHTMLParser:
    """The page a reader sees; a line end of its file means nothing but a space."""
    page = render(write(made).decode())
    return LexborHTMLParser(re.sub(r"<br ?/?>\n?", _BREAK, page))


def _quotes(made: Export, render: Render = _common) -> list[str]:
    shown = [node.text() for node in _rendered(made, render).css("blockquote > p")]
    return [text.replace("\n", " ").replace(_BREAK, "\n") for text in shown]


@_RENDERS
def test_quotes_are_shown_code_point_for_code_point(render: Render) -> None:
    """What Markdown takes for marks is shown as it is, line ends and spaces included."""
    every = (*QUOTES, *_DIALECTS, CONTROLS, LINE_ENDS)
    assert _quotes(export(*every), render) == [quoted(as_shown(quote)) for quote in every]


@_RENDERS
@given(text=texts().filter(lambda text: _BREAK not in text))
def test_any_text_is_shown_as_it_is(render: Render, text: str) -> None:
    """No text becomes markup."""
    assert _quotes(export(text), render) == [quoted(as_shown(text))]


@_RENDERS
def test_nothing_of_a_document_becomes_an_element(render: Render) -> None:
    """A page of hostile words, titles and notes holds our own elements alone."""
    about = Metadata("[x](y) a@b.example", "<b>", "*A*", "2025", "https://a.example/b")
    made = export(
        *QUOTES,
        *_DIALECTS,
        metadata=about,
        note="<i>n</i> *m* n@m.example",
        tags=("<u>t</u>", "t@u.example"),
        group="# <s>g</s> www.g.example",
    )
    found = {node.tag for node in _rendered(made, render).css("body *")}
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
