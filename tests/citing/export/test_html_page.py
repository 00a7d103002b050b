"""Snippets as HTML, read back with a parser that is none of ours."""

from html.parser import HTMLParser

from hypothesis import given

from qa_app.citing.export.content import Export
from qa_app.citing.export.html_page import write
from qa_app.citing.export.shown import as_shown
from qa_app.explaining.quoting import quoted
from tests.citing.export.samples import CONTROLS, LINE_ENDS, QUOTES, export, texts, two_sections


class _Page(HTMLParser):
    """Notes the elements, and what stands in each kind of them."""

    def __init__(self, made: Export) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.texts: list[tuple[str, str]] = []
        self.policy = ""
        self.feed(write(made).decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        if dict(attrs).get("http-equiv") == "Content-Security-Policy":
            self.policy = dict(attrs)["content"] or ""
        if tag == "br":
            self.handle_data("\n")
        else:
            self.texts.append((tag, ""))

    def handle_data(self, data: str) -> None:
        if self.texts:
            tag, text = self.texts[-1]
            self.texts[-1] = (tag, text + data)

    def of(self, wanted: str) -> list[str]:
        return [text.removesuffix("\n") for tag, text in self.texts if tag == wanted]


def _quotes(made: Export) -> list[str]:
    # The line after the element is the page's own.
    return _Page(made).of("blockquote")


def test_quotes_stand_in_it_code_point_for_code_point() -> None:
    """Quotation marks, scripts, emoji, markup and line ends are all words."""
    made = export(*QUOTES, CONTROLS, LINE_ENDS)
    assert _quotes(made) == [quoted(as_shown(q)) for q in (*QUOTES, CONTROLS, LINE_ENDS)]


@given(texts())
def test_any_text_stands_in_it_as_it_is(text: str) -> None:
    """No text becomes markup."""
    assert _quotes(export(text)) == [quoted(as_shown(text))]


def test_the_page_runs_and_fetches_nothing() -> None:
    """No script, link or image, and a policy that forbids them."""
    page = _Page(export(*QUOTES, note="<img src=x>", tags=("<a href=x>",)))
    allowed = {"html", "head", "meta", "title", "style", "body", "h1", "blockquote", "cite", "p"}
    assert page.tags <= allowed | {"br"}
    assert page.attributes <= {
        "lang", "charset", "http-equiv", "content", "dir", "class", "data-qa-app",
    }  # fmt: skip
    assert "default-src 'none'" in page.policy
    assert "unsafe" not in page.policy


def test_sections_are_headings_and_notes_follow() -> None:
    """The question stands above its snippets; a note and tags below."""
    page = _Page(two_sections())
    assert page.of("h2") == ["When *does* it <open>?", "=Who?"]
    assert [text.strip() for text in page.of("p")] == ["Note: my <note>", "Tags: a, b & c"]
