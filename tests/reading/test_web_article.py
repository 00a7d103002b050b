import subprocess
import sys

import pytest

from qa_app.model import Block, BlockKind, Document
from qa_app.reading.html_page import read_html
from tests.reading.web_pages import WEB_PAGES, WebPage

_PAGES = pytest.mark.parametrize("page", WEB_PAGES, ids=lambda page: page.name)


def read(page: WebPage) -> Document:
    """The document of a page."""
    return read_html(page.html.encode())


def holding(document: Document, words: str) -> list[Block]:
    """The blocks with these words."""
    return [b for b in document.blocks if words in " ".join(b.span.of(document.text).split())]


@_PAGES
def test_every_sentence_is_kept(page: WebPage) -> None:
    """No sentence of an article becomes furniture, comments and lists included."""
    document = read(page)
    for sentence in page.sentences:
        kinds = [block.kind for block in holding(document, sentence)]
        assert BlockKind.PARAGRAPH in kinds, sentence


def test_what_frames_the_articles_is_left_out() -> None:
    """Of the lines around all these articles most are furniture."""
    lines = [(read(page), line) for page in WEB_PAGES for line in page.furniture]
    out = [
        line
        for document, line in lines
        if {b.kind for b in holding(document, line)} <= {BlockKind.FURNITURE}
    ]
    assert len(out) >= 0.7 * len(lines)


def test_lines_outside_the_article() -> None:
    """Teasers below an article and the foot of the page are furniture without any markup."""
    divs = next(page for page in WEB_PAGES if page.name == "divs")
    document = read(divs)
    kinds = [block.kind for line in divs.furniture for block in holding(document, line)]
    assert kinds == [BlockKind.FURNITURE] * len(divs.furniture)


@_PAGES
def test_nothing_is_lost(page: WebPage) -> None:
    """What is left out of the answers still stands in the document."""
    text = " ".join(read(page).text.split())
    assert all(line in text for line in (*page.sentences, *page.furniture))


@_PAGES
def test_blocks_keep_their_order(page: WebPage) -> None:
    """They are in order, disjoint and never empty, and only white space lies between them."""
    document = read(page)
    at = 0
    for block in document.blocks:
        assert not document.text[at : block.span.start].strip()
        assert at <= block.span.start < block.span.end
        at = block.span.end
    assert not document.text[at:].strip()


def test_linked_data_says_who_and_when() -> None:
    """Author and date that stand in a script for machines alone are found."""
    news = next(page for page in WEB_PAGES if page.name == "news")
    said = read(news).metadata
    assert (said.title, said.author, said.date, said.publisher) == (
        news.title,
        news.author,
        news.date,
        news.publisher,
    )


def test_site_s_name_behind_the_title() -> None:
    """The name of the site is taken off a title although the head does not say what it is."""
    wiki = next(page for page in WEB_PAGES if page.name == "wiki")
    assert read(wiki).metadata.title == "Harwick weir"


def test_heading_of_the_page_stays() -> None:
    """A title that is left out of the article found is still a heading."""
    magazine = next(page for page in WEB_PAGES if page.name == "magazine")
    document = read(magazine)
    kinds = [block.kind for block in holding(document, "The night of the weir")]
    assert kinds[0] is BlockKind.HEADING


@pytest.mark.parametrize(
    "page",
    [
        "<p>" + "<b>" * 5_000 + "The weir held.",
        "<table><tr><td>" * 3_000 + "The weir held.",
        '<script type="application/ld+json">{"@type":[{}],"author":[[],3]}</script>The weir held.',
        "<meta property='article:published_time' content='99999-99-99T'><p>The weir held.",
        "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html [<!ENTITY a 'b'>]><p>The weir held.",
    ],
)
def test_odd_pages(page: str) -> None:
    """Whatever is odd about a page, its text is read."""
    assert "The weir held." in read_html(page.encode()).text


def test_it_is_loaded_when_a_page_is_read() -> None:
    """The engine starts without it: it takes a fifth of a second to load."""
    code = (
        "import sys, qa_app.reading.registry; "
        "print([m for m in ('trafilatura', 'pypdfium2') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_socket_opens() -> None:
    """Neither loading trafilatura nor reading a page so much as makes a socket."""
    code = """
import sys
seen = []
sys.addaudithook(lambda event, _: seen.append(event) if event.startswith("socket.") else None)
from qa_app.reading.html_page import read_html
read_html(b"<link rel=canonical href=https://a.example/x><img src=https://a.example/y><p>The weir.")
print(seen, "trafilatura" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] True"
