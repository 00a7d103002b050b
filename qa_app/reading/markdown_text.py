"""Markdown: the words as they would be printed, without the marks."""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct, field

from qa_app.errors import ReadError
from qa_app.model import BlockKind, Document, Metadata
from qa_app.reading.decoding import decode
from qa_app.reading.front_matter import find_front_matter, find_labelled_lines
from qa_app.reading.html_tree import pieces_of
from qa_app.reading.layout import Piece, kind_of_paragraph, lay_out, leads_elsewhere, told_apart
from qa_app.reading.line_shape import has_word
from qa_app.reading.own_words import complete, with_paragraphs

# Deeper nesting is left out by the parser, and more would be too deep for it.
_MAX_NESTING = 80
_BR = re.compile(r"<br\s*/?>", re.IGNORECASE)
# So many items that are links and nothing else lead elsewhere.
_MIN_LINKS = 3
_LISTS_OPEN = frozenset({"bullet_list_open", "ordered_list_open"})
_LISTS_CLOSE = frozenset({"bullet_list_close", "ordered_list_close"})


class _Lines(Struct):
    """The lines of the list or the table being read."""

    lines: list[str] = field(default_factory=list)
    depth: int = 0
    mark: str = ""
    cells: list[str] | None = None
    linked: bool = True

    def add(self, text: str, *, linked: bool = False) -> None:
        self.linked = self.linked and linked
        indent = "  " * (self.depth - 1)
        for line in text.split("\n"):
            self.lines.append(indent + (self.mark or "  ") + line)
            self.mark = ""


def read_markdown(data: bytes) -> Document:
    """The document of a Markdown file; links keep their words, images their description.

    Raises:
        ReadError: there is no text to be had from it.
    """
    source = decode(data)
    front = find_front_matter(source) or find_labelled_lines(source)
    body = source[front.span.end :] if front else source
    text, blocks = lay_out(told_apart(_pieces(body)))
    if not text:
        raise ReadError("no text in it")
    blocks = with_paragraphs(blocks, text)
    said = front.metadata if front else Metadata()
    return Document(text, complete(said, text, blocks), tuple(blocks), "markdown")


def _pieces(body: str) -> Iterator[Piece]:
    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable(
        ["table", "strikethrough"]
    )
    gathered = _Lines()
    level = 0
    for token in parser.parse(body):
        if token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "heading_close":
            level = 0
        elif gathered.depth or token.type in _LISTS_OPEN:
            yield from _in_list(token, gathered)
        elif gathered.cells is not None or token.type in {"table_open", "tr_open"}:
            yield from _in_table(token, gathered)
        else:
            yield from _on_its_own(token, level)


def _on_its_own(token: Token, level: int) -> Iterator[Piece]:
    if token.type == "html_block":
        yield from pieces_of(token.content)
    elif token.type in {"fence", "code_block"} and token.content.strip():
        yield Piece(BlockKind.PARAGRAPH, token.content.strip())
    elif token.type == "inline" and (words := _words(token.children)):
        linked, unlinked = _is_linked(token.children), _unlinked(token.children)
        kind = BlockKind.HEADING if level else kind_of_paragraph(words)
        if not level and unlinked is not None and leads_elsewhere(words, unlinked):
            kind = BlockKind.FURNITURE
        yield Piece(kind, words, level, linked=linked)


def _in_list(token: Token, gathered: _Lines) -> Iterator[Piece]:
    if token.type in _LISTS_OPEN:
        gathered.depth += 1
    elif token.type in _LISTS_CLOSE:
        gathered.depth -= 1
        if not gathered.depth:
            yield from _gathered(gathered)
    elif token.type == "list_item_open":
        gathered.mark = f"{token.info}{token.markup} " if token.info else "- "
    elif words := _words_of(token):
        gathered.add(words, linked=_is_linked(token.children))


def _in_table(token: Token, gathered: _Lines) -> Iterator[Piece]:
    if token.type == "tr_open":
        gathered.cells, gathered.linked = [], False
    elif token.type == "inline" and gathered.cells is not None:
        gathered.cells.append(" ".join(_words(token.children).split()))
    elif token.type == "tr_close" and gathered.cells is not None:
        gathered.lines.append(" | ".join(cell for cell in gathered.cells if cell))
        gathered.cells = []
    elif token.type == "table_close":
        gathered.cells = None
        yield from _gathered(gathered)


def _gathered(gathered: _Lines) -> Iterator[Piece]:
    text = "\n".join(line for line in gathered.lines if line.strip(" -|")).strip()
    is_menu = gathered.linked and len(gathered.lines) >= _MIN_LINKS
    linked, gathered.linked = gathered.linked, True
    gathered.lines.clear()
    if text:
        kind = BlockKind.FURNITURE if is_menu else BlockKind.PARAGRAPH
        yield Piece(kind, text, is_list=True, linked=linked)


def _words_of(token: Token) -> str:
    if token.type == "html_block":
        return "\n".join(piece.text for piece in pieces_of(token.content))
    if token.type in {"fence", "code_block"}:
        return token.content.strip()
    return _words(token.children)


def _words(children: Sequence[Token] | None) -> str:
    said = "".join(map(_said, children or ()))
    return "\n".join(line.strip() for line in said.split("\n") if line.strip())


def _is_linked(children: Sequence[Token] | None) -> bool:
    """Whether every word of it is in a link."""
    unlinked = _unlinked(children)
    return unlinked is not None and not has_word(unlinked)


def _unlinked(children: Sequence[Token] | None) -> str | None:
    """The words that are in no link; None where there is no link at all."""
    depth, has_link, words = 0, False, ""
    for token in children or ():
        depth += (token.type == "link_open") - (token.type == "link_close")
        has_link |= depth > 0
        words += "" if depth else _said(token)
    return words if has_link else None


def _said(token: Token) -> str:
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak" or (token.type == "html_inline" and _BR.fullmatch(token.content)):
        return "\n"
    if token.type in {"text", "code_inline", "text_special"}:
        return token.content
    return _words(token.children) if token.type == "image" else ""
