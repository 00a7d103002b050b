import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.errors import ReadError
from qa_app.model import BlockKind, Document
from qa_app.reading.markdown_text import read_markdown

P, H, B, F = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.BYLINE, BlockKind.FURNITURE


def read(source: str) -> Document:
    """The document of a file in UTF-8."""
    return read_markdown(source.encode())


def kinds(source: str) -> list[tuple[BlockKind, str]]:
    """What each block is, and its words."""
    document = read(source)
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def test_inline_marks_go() -> None:
    """Emphasis, links, code and images leave their words; addresses and tags go."""
    source = (
        "The **weir** [held](http://x.example) ~~not~~ `so far`,\n![a boat](b.png)<br>I <b>say</b>."
    )
    assert read(source).text == "The weir held not so far, a boat\nI say."


def test_headings_have_levels() -> None:
    """Both ways to write a heading count."""
    document = read("# Weir\n\nBelow\n-----\n\nIt held.")
    found = [(b.level, b.span.of(document.text)) for b in document.blocks if b.kind is H]
    assert found == [(1, "Weir"), (2, "Below")]


def test_lists_are_one_paragraph() -> None:
    """A list, loose or tight, nested or numbered, is one paragraph."""
    source = "- Boats\n- Piers\n\n  two of them\n  1. north\n  2. south\n"
    assert kinds(source) == [(P, "- Boats\n- Piers\n  two of them\n  1. north\n  2. south")]


def test_quotes_code_and_tables() -> None:
    """Quotes lose their mark, code keeps its lines, tables are read row by row."""
    source = "> It held,\n> he said.\n\n```\nx = 1\n\ny\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert kinds(source) == [(P, "It held, he said."), (P, "x = 1\n\ny"), (P, "a | b\n1 | 2")]


def test_raw_html_is_read_as_a_page() -> None:
    """HTML between the paragraphs gives its text, and its scripts nothing."""
    source = "It held.\n\n<div><p>Boats &amp; piers.</p><script>x()</script></div>\n\n***\n"
    assert kinds(source) == [(P, "It held."), (P, "Boats & piers.")]


def test_front_matter_is_no_text() -> None:
    """The YAML block gives metadata only; a clipper's source is the page's address."""
    source = "---\ntitle: Weir\nsource: https://x.example/w\nauthor: [Mira, Jan]\n---\nIt held."
    document = read(source)
    assert document.text == "It held."
    assert document.metadata.title == "Weir"
    assert document.metadata.address == "https://x.example/w"
    assert document.metadata.author == "Mira, Jan"


def test_own_lines_give_metadata() -> None:
    """The first heading is the title, a by-line names the author."""
    document = read("# Weir *holds*\n\nBy Mira Okafor\n\nIt held.\n\nRead more\n")
    assert (document.metadata.title, document.metadata.author) == ("Weir holds", "Mira Okafor")
    assert [block.kind for block in document.blocks] == [H, B, P, F]


@pytest.mark.parametrize("source", ["***\n", "<!-- nothing -->\n", "[x]: http://x.example\n"])
def test_file_without_text(source: str) -> None:
    """A file that would print blank is refused with the reason alone."""
    with pytest.raises(ReadError, match=r"^no text in it$"):
        read(source)


MARKS = st.sampled_from(
    ["# ", "- ", "  - ", "1. ", "> ", "| a | b |\n|---|---|\n", "```\n", "***", "[x](", ")", "<p>",
     "</p>", "<!--", "\n", "\n\n", "word ", "`", "![", "\\", "---\n", "A sentence. ", "    "]
)  # fmt: skip


@given(st.lists(MARKS, min_size=1, max_size=40).map("".join))
def test_blocks_cover_the_text(source: str) -> None:
    """Whatever the marks, blocks are in order and disjoint; white space alone lies between."""
    try:
        document = read(source)
    except ReadError:
        return
    at = 0
    for block in document.blocks:
        assert at <= block.span.start < block.span.end
        assert not document.text[at : block.span.start].strip()
        at = block.span.end
    assert not document.text[at:].strip()


def test_links_alone_are_furniture() -> None:
    """A paragraph of links leads elsewhere, so do three items that are links; prose stays."""
    text = (
        "The weir [held](/w) so far.\n\n[Share](/s) · [Print](/p)\n\n"
        "- [One](/1)\n- [Two](/2)\n- [Three](/3)\n\nIt held.\n\n"
        "- [The minutes](/m)\n- and a letter\n"
    )
    document = read_markdown(text.encode())
    found = [block.kind for block in document.blocks]
    furniture, paragraph = BlockKind.FURNITURE, BlockKind.PARAGRAPH
    assert found == [paragraph, furniture, furniture, paragraph, paragraph]


def test_a_table_is_no_menu() -> None:
    """Short cells beside furniture are data."""
    table = "| Year | Boats |\n|---|---|\n| 2024 | 3 |\n"
    document = read_markdown(
        f"The weir held so far, he said.\n\nShare\n\n{table}\nPrint\n".encode()
    )
    kinds = {block.span.of(document.text): block.kind for block in document.blocks}
    assert kinds["Year | Boats\n2024 | 3"] is BlockKind.PARAGRAPH
