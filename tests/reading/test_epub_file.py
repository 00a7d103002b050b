import pytest

from qa_app.errors import ReadError
from qa_app.model import BlockKind
from qa_app.reading.epub_file import read_epub
from tests.reading.samples import epub, sample_epub
from tests.reading.structure import blocks_of, headings_of, paragraphs_of

P, F = BlockKind.PARAGRAPH, BlockKind.FURNITURE


def entry(place: str, title: str, inner: str = "") -> str:
    """A line of a table of contents."""
    below = f"<ol>{inner}</ol>" if inner else ""
    return f'<li><a href="{place}">{title}</a>{below}</li>'


def test_what_a_book_says_of_itself() -> None:
    """Title, author, publisher, date and address are those of its package document."""
    metadata = read_epub(sample_epub()).metadata
    assert (metadata.title, metadata.author) == ("The weir of Brede", "Lina Haddad")
    assert (metadata.publisher, metadata.date) == ("Brede Press", "2024-05-14")
    assert metadata.address == "https://weir.example/book"


def test_chapters_in_reading_order() -> None:
    """The spine's order counts, not that of the files."""
    pages = {"a.xhtml": "<p>Last.</p>", "b.xhtml": "<p>First.</p>"}
    spine = '<itemref idref="b.xhtml"/><itemref idref="a.xhtml"/><itemref idref="nav"/>'
    assert paragraphs_of(read_epub(epub(pages, spine=spine))) == ["First.", "Last."]


def test_titles_of_the_contents_are_headings() -> None:
    """They are added where a chapter has none, found where it has, and rank as in the contents."""
    pages = {
        "part.xhtml": "<p>PART ONE</p><p>In which it rains.</p>",
        "one.xhtml": "<h1>Rain</h1><p>Wet.</p><h2>More rain</h2><p>Wetter.</p>",
        "two.xhtml": "<p>No heading here.</p>",
        "more.xhtml": "<p>It goes on.</p>",
    }
    chapters = entry("one.xhtml", "1. Rain") + entry("two.xhtml#top", "2. Flood")
    document = read_epub(epub(pages, f"<ol>{entry('part.xhtml', 'Part One', chapters)}</ol>"))
    assert headings_of(document) == [
        (1, "PART ONE"),
        (2, "Rain"),
        (3, "More rain"),
        (2, "2. Flood"),
    ]
    assert paragraphs_of(document) == [
        "In which it rains.", "Wet.", "Wetter.", "No heading here.", "It goes on.",
    ]  # fmt: skip


def test_chapters_in_one_file() -> None:
    """A line that the contents point to is a heading, whatever the book made of it."""
    page = '<p id="a">One</p><p>Wet.</p><div id="b"><b>Two</b></div><p>Dry.</p><p id="c">Text.</p>'
    lines = entry("all.xhtml#a", "One") + entry("all.xhtml#b", "Two") + entry("all.xhtml#c", "Else")
    document = read_epub(epub({"all.xhtml": page}, f"<ol>{lines}</ol>"))
    assert headings_of(document) == [(1, "One"), (1, "Two")]


def test_contents_of_the_older_kind() -> None:
    """Books of before 2011 have their contents in a file of its own format."""
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>Part'
        '</text></navLabel><content src="text/p.xhtml"/><navPoint><navLabel><text>Rain</text>'
        '</navLabel><content src="text/one%20a.xhtml"/></navPoint></navPoint></navMap></ncx>'
    )
    opf = """<package xmlns="http://www.idpf.org/2007/opf"><manifest>
        <item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
        <item id="p" href="text/p.xhtml" media-type="application/xhtml+xml"/>
        <item id="o" href="text/one%20a.xhtml" media-type="application/xhtml+xml"/>
        </manifest><spine toc="n"><itemref idref="p"/><itemref idref="o"/></spine></package>"""
    files = {
        "OEBPS/book.opf": opf, "OEBPS/toc.ncx": ncx, "OEBPS/text/p.xhtml": "<p>Before.</p>",
        "OEBPS/text/one a.xhtml": "<p>Wet.</p>",
    }  # fmt: skip
    document = read_epub(epub({}, extra=files))
    assert headings_of(document) == [(1, "Part"), (2, "Rain")]


def test_a_page_is_read_as_the_book_shows_it() -> None:
    """Empty elements are short, entities are known, asides and heads are text in a book."""
    page = (
        '<header><h2>Rain<a id="x"/></h2></header><script src="x.js"/><p>It was&#160;wet<br/>and '
        "cold &amp; dark.</p><aside><p>A note of the author.</p></aside><p hidden=''>no</p>"
    )
    assert blocks_of(read_epub(epub({"a.xhtml": page}))) == [
        (BlockKind.HEADING, "Rain"),
        (P, "It was\u00a0wet\nand cold & dark."),
        (P, "A note of the author."),
    ]


def test_pages_outside_the_reading_order_are_named() -> None:
    """They are left out, and that is said where they hold text."""
    pages = {"a.xhtml": "<p>Held.</p>", "b.xhtml": "<p>An answer to an exercise.</p>"}
    spine = '<itemref idref="a.xhtml"/><itemref idref="b.xhtml" linear="no"/>'
    document = read_epub(epub(pages, spine=spine))
    assert document.text == "Held."
    assert document.left_out == "Left out: pages outside the reading order."


def test_missing_pages_are_named() -> None:
    """A page that is listed and not there is not lost silently."""
    opf = """<package xmlns="http://www.idpf.org/2007/opf"><manifest>
        <item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>
        <item id="b" href="../b.xhtml" media-type="application/xhtml+xml"/></manifest>
        <spine><itemref idref="a"/><itemref idref="b"/></spine></package>"""
    document = read_epub(epub({"a.xhtml": "<p>Held.</p>"}, extra={"OEBPS/book.opf": opf}))
    assert document.left_out == "Left out: pages that are not in the file (b.xhtml)."


@pytest.mark.parametrize(
    ("method", "target", "locked"),
    [
        ("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/a.xhtml", True),
        ("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/font.otf", False),
        ("http://www.idpf.org/2008/embedding", "OEBPS/a.xhtml", False),
    ],
)
def test_locked_text_is_a_reason(method: str, target: str, locked: bool) -> None:
    """A book whose text only its own reader can open says so; locked fonts do no harm."""
    lock = (
        f'<encryption><EncryptedData><EncryptionMethod Algorithm="{method}"/><CipherData>'
        f'<CipherReference URI="{target}"/></CipherData></EncryptedData></encryption>'
    )
    data = epub({"a.xhtml": "<p>Held.</p>"}, extra={"META-INF/encryption.xml": lock})
    if locked:
        with pytest.raises(ReadError, match="locked"):
            read_epub(data)
    else:
        assert read_epub(data).text == "Held."


def test_entities_are_refused() -> None:
    """A page that would expand itself is refused at once."""
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><p>&b;</p>'
    with pytest.raises(ReadError, match="entities"):
        read_epub(epub({"a.xhtml": ""}, extra={"OEBPS/a.xhtml": bomb}))
