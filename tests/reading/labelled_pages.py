"""Saved pages whose every line says whether it is furniture: how much of it reading gets right.

The pages in saved_pages/ are of our own words. Each line begins with a label of two characters:
`= ` it belongs to the text, `- ` it is furniture, `~ ` it may be either, two spaces: it is markup
that shows nothing. Those in `unseen` were written before any rule was looked at.
"""

import html
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from qa_app.model import Block, BlockKind, Document
from qa_app.reading.registry import format_of, read_document

PAGES = Path(__file__).parent / "saved_pages"

_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"^(?:[#>]+ |[-*] (?=\S)|\d+\. )*|[*_|]{1,2}")
_HAS_WORD = re.compile(r"[^\W_]")
_LEFT_OUT = frozenset({BlockKind.FURNITURE, BlockKind.FRONT_MATTER})


class LabelledLine(Struct, frozen=True):
    """A line of a page; `is_furniture` is None where it may be either."""

    text: str
    is_furniture: bool | None


class LabelledPage(Struct, frozen=True):
    """A page as it would be saved, and its lines with their labels."""

    name: str
    format: str
    data: bytes
    lines: tuple[LabelledLine, ...]


class Tally(Struct):
    """How many lines there are of each sort, and those that were taken for the other."""

    n_text: int = 0
    n_furniture: int = 0
    lost: tuple[str, ...] = ()
    let_in: tuple[str, ...] = ()

    @property
    def kept(self) -> float:
        """The share of the text's lines that are kept."""
        return 1 - len(self.lost) / self.n_text if self.n_text else 1.0

    @property
    def left_out(self) -> float:
        """The share of the furniture's lines that are left out."""
        return 1 - len(self.let_in) / self.n_furniture if self.n_furniture else 1.0

    def __str__(self) -> str:
        return (
            f"{self.kept:.1%} of {self.n_text} lines of text kept, "
            f"{self.left_out:.1%} of {self.n_furniture} lines of furniture left out"
        )


def load_pages(part: str) -> list[LabelledPage]:
    """The pages of a part of the set, by name."""
    return [_page(path) for path in sorted((PAGES / part).iterdir())]


def tallied(
    pages: Iterable[LabelledPage], read: Callable[[bytes, str], Document] = read_document
) -> Tally:
    """What reading makes of the pages' lines."""
    tally = Tally()
    for page in pages:
        document = read(page.data, page.format)
        for line, is_left_out in _judged(page, document):
            if line.is_furniture:
                tally.n_furniture += 1
                tally.let_in += () if is_left_out else (f"{page.name}: {line.text}",)
            elif line.is_furniture is False:
                tally.n_text += 1
                tally.lost += (f"{page.name}: {line.text}",) if is_left_out else ()
    return tally


def page_of_lines(
    name: str, text: str, furniture: Collection[int], either: Collection[int] = ()
) -> LabelledPage:
    """A page of plain text whose furniture's lines, and those that may be either, have numbers.

    Lines count from 1.
    """
    lines = [
        LabelledLine(line.strip(), None if number in either else number in furniture)
        for number, line in enumerate(text.splitlines(), 1)
        if _HAS_WORD.search(line)
    ]
    return LabelledPage(name, "text", text.encode(), tuple(lines))


def _page(path: Path) -> LabelledPage:
    raw = path.read_text("utf-8").splitlines()
    kinds = {"= ": False, "- ": True, "~ ": None}
    lines = [LabelledLine(line[2:].strip(), kinds[line[:2]]) for line in raw if line[:2] in kinds]
    source = "\n".join(line[2:] for line in raw) + "\n"
    return LabelledPage(path.name, format_of(path) or "", source.encode(), tuple(lines))


def _judged(page: LabelledPage, document: Document) -> Iterator[tuple[LabelledLine, bool]]:
    """Each line, and whether it is left out: all of it for furniture, a part of it for text."""
    shown, places = _squeezed(document.text)
    at = 0
    for line in page.lines:
        parts: list[bool] = []
        for words in _shown(line.text, page.format):
            start = shown.find(words, at)
            if start >= 0:
                at = start + len(words)
            parts.append(start < 0 or _kind_at(document.blocks, places[start]) in _LEFT_OUT)
        if parts:
            yield line, all(parts) if line.is_furniture else any(parts)


def _kind_at(blocks: Iterable[Block], place: int) -> BlockKind:
    return next(block.kind for block in blocks if block.span.start <= place < block.span.end)


def _shown(line: str, format: str) -> list[str]:  # noqa: A002 - as the document's field
    """The runs of text that a reader sees of a line, without white space."""
    parts = [line]
    if format == "html":
        parts = _TAG.split(line)
    elif format == "markdown":
        parts = [_MARKS.sub("", _LINK.sub(r"\1", line))]
    shown = (
        re.sub(r"\s+", "", html.unescape(part) if format == "html" else part) for part in parts
    )
    return [words for words in shown if _HAS_WORD.search(words)]


def _squeezed(text: str) -> tuple[str, list[int]]:
    """The text without white space, and where each character of that stands."""
    places = [i for i, char in enumerate(text) if not char.isspace()]
    return "".join(text[i] for i in places), places
