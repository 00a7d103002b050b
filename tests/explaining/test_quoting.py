"""Quotes with their citation, in each form that goes on a clipboard."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from qa_app.explaining.quoting import (
    Quotation,
    as_html,
    as_markdown,
    as_plain,
    citation_line,
    escaped_markdown,
    quoted,
)
from qa_app.model import Metadata

ABOUT = Metadata(
    "Grey <b>ships</b> & tides", "The *Harbour* Post", "L. Farouk", "2025-02-17", "https://a.b/c_d_"
)
PIECES = st.sampled_from(
    "# |- |+ |> |1. |12) |* |***|---|===|    |\t|`|~~|[a](b)|![a](b)|<i>|&amp;|\\|_|www.a.b|"
    'https://a.b|a@b.c|:smile:|$x$|[^1]|@you|#12|||\n|\r\n|\n\n|“|”|"|é|🚢|قال|word|  '.split("|")
)
TEXTS = st.lists(PIECES | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=4)).map(
    "".join
)


def quotation(words: str) -> Quotation:
    """A quotation of some words."""
    return Quotation(words, ABOUT, "/press/a.html", 5)


class Words(HTMLParser):
    """Reads the words of a page, and which tags it has."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag; a line break is one."""
        assert not attrs
        self.tags.add(tag)
        self.words += "\n" if tag == "br" else ""

    def handle_data(self, data: str) -> None:
        """Take words."""
        self.words += data


def test_quote_comes_first_and_its_place_below() -> None:
    """Plain text is the quote in quotation marks, then what is needed to find it again."""
    assert as_plain(quotation("We stay.")) == (
        "“We stay.”\n— Grey <b>ships</b> & tides · The *Harbour* Post · L. Farouk · 17 Feb 2025"
        " · ¶ 5 · https://a.b/c_d_"
    )


def test_heading_stands_before_the_paragraph_and_the_page_for_both() -> None:
    """A page is enough; where there is none the heading says where to look, shortened."""
    quotation = Quotation("x", Metadata(), "/a.odt", 2, heading="Damage in the north")
    assert citation_line(quotation) == "a.odt · Damage in the north · ¶ 2 · /a.odt"
    assert citation_line(replace(quotation, page="iv")) == "a.odt · p. iv · /a.odt"
    long = citation_line(replace(quotation, heading="damage " * 20))
    assert len(long.split(" · ")[1]) <= 60
    assert "damage dam… · ¶ 2" in long


def test_file_stands_in_for_title_and_address() -> None:
    """A document that says nothing of itself is named by its file."""
    assert citation_line(Quotation("x", Metadata(), "/press/a b.txt", 2)) == (
        "a b.txt · ¶ 2 · /press/a b.txt"
    )


@pytest.mark.parametrize(
    ("words", "marked"),
    [("We stay", "“We stay”"), ("“We stay,” he said", "‘“We stay,” he said’"), ("", "“”")],
)
def test_marks_around_differ_from_those_inside(words: str, marked: str) -> None:
    """Quotation marks inside are the document's and stay; the ones around give way."""
    assert quoted(words) == marked


@given(words=TEXTS)
def test_plain_text_holds_the_words_verbatim(words: str) -> None:
    """Whatever the words are, they are in it."""
    assert words in as_plain(quotation(words))


@given(words=TEXTS)
def test_html_shows_the_words_and_has_no_tags_of_theirs(words: str) -> None:
    """The words come back from the page, line by line, and no tag but ours."""
    page = Words()
    page.feed(as_html(quotation(words)))
    page.close()
    assert page.tags <= {"blockquote", "p", "br"}
    assert page.words.startswith(re.sub(r"\r\n|\r", "\n", quoted(words)))


@pytest.mark.parametrize(
    ("line", "escaped"),
    [
        ("# no heading", "\\# no heading"),
        ("1. no list", "1\\. no list"),
        ("- no list", "\\- no list"),
        ("a <script> & *b* [c](d)", "a \\<script\\> \\& \\*b\\* \\[c\\](d)"),
        ("He said: no", "He said: no"),
        ("https://a.b", "https\\://a.b"),
        ("1.5 tonnes, 3-4 ships", "1\\.5 tonnes, 3-4 ships"),
    ],
)
def test_what_would_be_markup_is_escaped(line: str, escaped: str) -> None:
    """Only what could be markup has a backslash before it."""
    assert escaped_markdown(line) == escaped


@given(words=TEXTS)
def test_markdown_shows_the_words_and_nothing_else(words: str) -> None:
    """Rendered, the quote is a block quote of plain words, each line apart."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = parser.parse(as_markdown(quotation(words)))
    kinds = {token.type for token in tokens}
    assert kinds == {
        "blockquote_open",
        "paragraph_open",
        "inline",
        "paragraph_close",
        "blockquote_close",
    }
    inline = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inline} <= {"text", "text_special", "hardbreak"}
    shown = "".join(child.content for child in inline)
    wanted = quoted(words) + f"— {citation_line(quotation(words))}"
    assert _bare(shown) == _bare(wanted)


def _bare(text: str) -> str:
    """Without blanks, which Markdown trims at the ends of lines."""
    return re.sub(r"\s+", "", text)


def test_names_turn_no_citation_round() -> None:
    """A citation keeps its direction; the words quoted stay as they are."""
    about = Metadata(title="\u202eBases", publisher="بيان")
    quotation = Quotation("\u202everbatim", about, "/press/\u202egpj.exe.txt", 3)
    words, cited = as_plain(quotation).splitlines()
    assert words == "“\u202everbatim”"
    assert cited == "— Bases · \u2068بيان\u2069 · ¶ 3 · /press/\\u202egpj.exe.txt"
