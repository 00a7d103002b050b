"""What a document is made of, for tests to look at."""

from itertools import pairwise

from qa_app.model import BlockKind, Document


def blocks_of(document: Document) -> list[tuple[BlockKind, str]]:
    """What each block is, and its words."""
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def paragraphs_of(document: Document) -> list[str]:
    """The words of each paragraph."""
    return [words for kind, words in blocks_of(document) if kind is BlockKind.PARAGRAPH]


def headings_of(document: Document) -> list[tuple[int, str]]:
    """The level and the words of each heading."""
    return [
        (block.level, block.span.of(document.text))
        for block in document.blocks
        if block.kind is BlockKind.HEADING
    ]


def assert_sound(document: Document) -> None:
    """Blocks are in order, disjoint and never empty, and only white space lies between them."""
    text = document.text
    at = 0
    for block in document.blocks:
        assert not text[at : block.span.start].strip()
        assert at <= block.span.start < block.span.end <= len(text)
        assert block.span.of(text).strip()
        at = block.span.end
    assert not text[at:].strip()
    assert all(before.start < after.start for before, after in pairwise(document.pages))
    assert all(0 <= page.start < len(text) and page.label for page in document.pages)
