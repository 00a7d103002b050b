"""Which part of a web page is its article, as trafilatura finds it, and what it says of itself.

The page's text is ours, and all of it stays in the document. What trafilatura finds decides only
about lines that are no sentences: those outside its article frame it. A sentence stays a sentence
whatever it makes of it.
"""

import logging
import re
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from msgspec import Struct
from msgspec.structs import replace

from qa_app.model import Block, BlockKind, Metadata
from qa_app.reading.dates import iso_date
from qa_app.reading.line_shape import ends_sentence, n_words

# Pages beyond this are no articles, and looking for one would take long.
_MAX_CHARS = 1_000_000
_MIN_FOUND = 0.5
_MAX_LINE_WORDS = 15
# A line between paragraphs of the article: a caption has more words than a link to another page.
_MAX_WORDS_INSIDE = 8
_NO_LETTERS = bytes(byte for byte in range(128) if not chr(byte).isalnum())
_TITLE_END = re.compile(r"\s*(?:[|–—:·•»-]|::)\s")
_MAX_NAME_CHARS = 120
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.BYLINE})


class Article(Struct, frozen=True):
    """What was found: the letters of the article, comments below it included, and its metadata."""

    letters: str
    metadata: Metadata


def find_article(page: str) -> Article | None:
    """The article of a page; None where none is found. Nothing is fetched."""
    if len(page) > _MAX_CHARS:
        return None
    # It takes as long to load as a small page takes to read a hundred times.
    from lxml.etree import LxmlError  # noqa: PLC0415

    with _without_sockets():
        from trafilatura import bare_extraction  # noqa: PLC0415

    # Its remarks on pages that it cannot use are nothing to print.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    try:
        found = bare_extraction(
            page,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    # What it was never tried with costs its judgement, not the page.
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
            LxmlError):  # fmt: skip
        return None
    if found is None or isinstance(found, dict):
        return None
    said = Metadata(
        title=_tidy(found.title),
        publisher=_name(found.sitename),
        author=_name(found.author).replace("; ", ", "),
        date=iso_date(found.date or ""),
    )
    return Article(_letters(f"{found.text or ''} {found.comments or ''}"), said)


@contextmanager
def _without_sockets() -> Iterator[None]:
    """Keeps urllib3, which trafilatura loads, from trying a socket as it is imported."""
    before = socket.has_ipv6
    socket.has_ipv6 = False
    try:
        yield
    finally:
        socket.has_ipv6 = before


def without_frame(blocks: Sequence[Block], text: str, article: Article) -> list[Block]:
    """The blocks; lines outside the article that are no sentences are furniture."""
    in_article = [
        block.kind in _TEXT and _letters(block.span.of(text)) in article.letters for block in blocks
    ]
    if not _is_trusted(blocks, in_article):
        return list(blocks)
    held = [i for i, found in enumerate(in_article) if found]
    first, last = held[0], held[-1]
    framed: list[Block] = []
    for i, block in enumerate(blocks):
        most = _MAX_WORDS_INSIDE if first < i < last else _MAX_LINE_WORDS
        # Headings that it leaves out head the page, or a list of its sources, as often as not.
        frames = block.kind is BlockKind.PARAGRAPH and not in_article[i]
        is_frame = frames and _is_line(block, text, most)
        framed.append(replace(block, kind=BlockKind.FURNITURE) if is_frame else block)
    return framed


def said_of_page(said: Metadata, article: Article) -> Metadata:
    """What the page's head says, and what it leaves open as trafilatura has it."""
    found = article.metadata
    return Metadata(
        title=_better_title(said.title, found.title),
        publisher=said.publisher or found.publisher,
        author=said.author or found.author,
        date=said.date or found.date,
        address=said.address,
    )


def _is_trusted(blocks: Sequence[Block], in_article: Sequence[bool]) -> bool:
    """Whether it found most of the text that we take for paragraphs."""
    sizes = [
        (block.span.end - block.span.start, found)
        for block, found in zip(blocks, in_article, strict=True)
        if block.kind in _TEXT
    ]
    n_found = sum(size for size, found in sizes if found)
    return n_found > 0 and n_found >= _MIN_FOUND * sum(size for size, _ in sizes)


def _is_line(block: Block, text: str, most: int) -> bool:
    words = block.span.of(text)
    return "\n" not in words and not ends_sentence(words) and n_words(words) <= most


def _better_title(ours: str, found: str) -> str:
    """Ours, unless the other is ours without the name of the site behind it."""
    if not ours:
        return found
    is_start = bool(found) and ours.startswith(found)
    return found if is_start and _TITLE_END.match(ours, len(found)) else ours


def _letters(text: str) -> str:
    if text.isascii():
        return text.encode().translate(None, _NO_LETTERS).decode().lower()
    return "".join(filter(str.isalnum, text)).casefold()


def _tidy(said: str | None) -> str:
    return " ".join((said or "").split())


def _name(said: str | None) -> str:
    """A name of a person or a site; no address, and none that is a whole paragraph."""
    name = _tidy(said)
    return "" if len(name) > _MAX_NAME_CHARS or _ADDRESS.search(name) else name
