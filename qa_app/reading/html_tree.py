"""A tree of HTML elements becomes pieces of text, in the order a reader meets them.

The walk keeps its own stack, because a page may nest deeper than Python's; nothing is fetched
and no script is run. White space collapses as it does in a browser, except inside `pre`.
"""

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from qa_app.model import BlockKind
from qa_app.reading.html_names import is_named_furniture
from qa_app.reading.layout import Piece, kind_of_paragraph, leads_elsewhere
from qa_app.reading.line_shape import ends_sentence, n_words

# selectolax has no types of its own.
Node = Any

# A list within lists is set in no further than this.
_MOST_INDENTS = 8

_DROPPED = frozenset({
    "script", "style", "template", "noscript", "svg", "math", "iframe", "head", "object", "embed",
    "canvas", "audio", "video", "select", "datalist", "textarea", "input", "map",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p",
    "pre", "search", "section", "summary", "table", "caption", "thead", "tbody", "tfoot", "tr",
    "td", "th", "ul", "button",
})  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_CELLS = frozenset({"td", "th"})
_FURNITURE = frozenset({"nav", "footer", "aside", "button"})
_FURNITURE_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "toolbar"}
)
_INSIDE = frozenset({"article", "main"})
_LAYOUT = "h1, h2, h3, h4, h5, h6, p, article, section, table, form"
_LIST_LAYOUT = "h1, h2, h3, h4, h5, h6, article, section, table, form"
_CONTENT = "p, article, main, h1, h2"
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BLANK = re.compile(r"\n[ \t\n\r\f]*\n")
_LINKED = 0.8
_MAX_LINK_WORDS = 15
_MIN_LINKS = 3


class _Context(Struct, frozen=True):
    """What the elements around a node make of its text."""

    furniture: bool = False
    inside: bool = False
    link: bool = False
    pre: bool = False
    prose: bool = False
    quoted: bool = False
    level: int = 0
    # Inside a list or a table of data, text runs on in lines of one block.
    lines: str = ""
    depth: int = 0


class _Flow(Struct):
    """The text of the block being read, as far as we have come."""

    context: _Context = field(default_factory=_Context)
    parts: list[str] = field(default_factory=list)
    unlinked: list[str] = field(default_factory=list)
    n_chars: int = 0
    n_linked: int = 0
    n_items: int = 0
    pre: bool = False

    def add(self, text: str, context: _Context) -> None:
        if not context.pre:
            # What is printable has no other white space than single spaces.
            if "  " in text or not text.isprintable():
                text = _SPACE.sub(" ", text)
            if self.parts and self.parts[-1].endswith((" ", "\n")):
                text = text.lstrip(" ")
        if not text:
            return
        n_chars = len(text.strip())
        if n_chars and not self.n_chars:
            self.context, self.pre = context, context.pre
        self.parts.append(text)
        self.n_chars += n_chars
        self.n_linked += n_chars if context.link else 0
        if not context.link:
            self.unlinked.append(text)

    def start_line(self, prefix: str = "") -> None:
        if self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append("\n")
        self.parts.append(prefix)


def pieces_of(html: str) -> Iterator[Piece]:
    """The pieces of a page or of a fragment of one."""
    parser = LexborHTMLParser(html)
    return pieces_of_tree(parser.root)


def pieces_of_tree(root: Node) -> Iterator[Piece]:
    """The pieces below `root`."""
    flow = _Flow()
    for node, context, enters in _walk(root):
        if node.is_text_node:
            flow.add(node.text_content or "", context)
        elif node.tag == "br" and enters:
            flow.parts.append("\n")
        elif _breaks(node, context):
            if context.lines:
                _next_line(flow, node, context, enters=enters)
            else:
                yield from _pieces(flow)
                flow = _Flow()
    yield from _pieces(flow)


def _walk(root: Node) -> Iterator[tuple[Node, _Context, bool]]:
    """Every node with what is around it, on the way in; elements on the way out too."""
    stack: list[tuple[Node, _Context, bool]] = [(root, _Context(), True)] if root else []
    while stack:
        node, outer, enters = stack.pop()
        if not enters:
            yield node, outer, False
            continue
        following = node.next if node is not root and node.mem_id != root.mem_id else None
        if following is not None:
            stack.append((following, outer, True))
        if node.is_text_node:
            yield node, outer, True
        elif node.is_element_node and node.tag not in _DROPPED:
            yield from _entered(node, outer, stack)


def _entered(
    node: Node, outer: _Context, stack: list[tuple[Node, _Context, bool]]
) -> Iterator[tuple[Node, _Context, bool]]:
    attributes = node.attributes
    if _is_hidden(attributes):
        return
    inner = _inner(node, attributes, outer)
    # A block that opens a list or a table ends the text before it, so it belongs to the outside.
    yield node, outer if inner.lines and not outer.lines else inner, True
    stack.append((node, outer if inner.lines and not outer.lines else inner, False))
    if (child := node.child) is not None:
        stack.append((child, inner, True))


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    if not attributes:
        return False
    style = attributes.get("style") or ""
    hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    return hidden or _HIDDEN_STYLE.search(style) is not None


def _inner(node: Node, attributes: dict[str, str | None], outer: _Context) -> _Context:
    tag = node.tag
    if tag == "a":
        return outer if outer.link else replace(outer, link=True)
    if tag not in _BLOCKS:
        return outer
    lines = outer.lines or _lines_of(node, tag, attributes)
    return replace(
        outer,
        furniture=outer.furniture or _is_furniture(node, tag, attributes, outer),
        inside=outer.inside or tag in _INSIDE,
        pre=outer.pre or tag == "pre",
        prose=tag in {"p", "li", "dd", "blockquote", "figcaption", "pre"},
        quoted=outer.quoted or tag == "blockquote",
        level=_HEADINGS.get(tag, outer.level),
        lines=lines,
        depth=outer.depth + (tag in _LISTS),
    )


def _lines_of(node: Node, tag: str, attributes: dict[str, str | None]) -> str:
    """Whether a list or a table holds items and data, or is only there to arrange a page."""
    if tag in _LISTS:
        return "" if node.css_first(_LIST_LAYOUT) else "list"
    if tag == "table" and attributes.get("role") not in {"presentation", "none"}:
        # From its rows: an element is among its own matches.
        return "" if any(rows.css_first(_LAYOUT) for rows in node.iter()) else "table"
    return ""


def _is_furniture(node: Node, tag: str, attributes: dict[str, str | None], outer: _Context) -> bool:
    if attributes and (attributes.get("role") or "").lower() in _FURNITURE_ROLES:
        return True
    if tag == "header":
        return not outer.inside
    if tag == "footer":
        return not outer.quoted
    # Some sites put the whole page into one form.
    if tag == "form":
        return node.css_first(_CONTENT) is None
    return tag in _FURNITURE or (bool(attributes) and is_named_furniture(node, attributes))


def _breaks(node: Node, context: _Context) -> bool:
    return (
        bool(node.is_element_node)
        and node.tag in _BLOCKS
        and not (context.pre and node.tag != "pre")
    )


def _next_line(flow: _Flow, node: Node, context: _Context, *, enters: bool) -> None:
    if context.lines == "list" and node.tag == "li" and enters:
        flow.start_line("  " * min(max(context.depth - 1, 0), _MOST_INDENTS) + "- ")
        flow.n_items += 1
    elif node.tag in {"tr", "caption"}:
        flow.start_line()
    elif node.tag in _CELLS:
        if not enters:
            flow.parts.append(" | ")
    elif context.lines == "list":
        if flow.parts and not flow.parts[-1].endswith(("- ", "\n")):
            flow.parts.append("\n")
    else:
        flow.parts.append(" ")


def _pieces(flow: _Flow) -> Iterator[Piece]:
    if not flow.n_chars:
        return
    text = "".join(flow.parts)
    if flow.context.lines:
        if tidy := _tidy_lines(text):
            yield Piece(_kind_of_lines(flow), tidy, is_list=True, linked=_is_linked(flow))
        return
    for part in _BLANK.split(text):
        if tidy := part.strip() if flow.pre else _tidy_lines(part):
            yield _piece(tidy, flow)


def _tidy_lines(text: str) -> str:
    """Each line without the white space and the cell marks that end it; no blank ones."""
    lines = (line.rstrip(" |\t\r\f") for line in text.split("\n"))
    return "\n".join(line for line in lines if line.strip(" -|\t")).strip()


def _kind_of_lines(flow: _Flow) -> BlockKind:
    links = flow.n_items >= _MIN_LINKS and flow.n_linked >= _LINKED * flow.n_chars
    short = flow.n_chars <= flow.n_items * 8 * _MAX_LINK_WORDS
    return (
        BlockKind.FURNITURE if flow.context.furniture or (links and short) else BlockKind.PARAGRAPH
    )


def _piece(text: str, flow: _Flow) -> Piece:
    context = flow.context
    if context.furniture:
        return Piece(BlockKind.FURNITURE, text)
    if context.level:
        words = " ".join(text.split())
        return Piece(BlockKind.HEADING, words, context.level, linked=_is_linked(flow))
    kind = BlockKind.PARAGRAPH if flow.pre else kind_of_paragraph(text)
    if not flow.pre and kind is BlockKind.PARAGRAPH and not ends_sentence(text):
        only_link = flow.n_linked and leads_elsewhere(text, "".join(flow.unlinked))
        lone_word = not context.prose and n_words(text) == 1
        if only_link or lone_word:
            kind = BlockKind.FURNITURE
    return Piece(kind, text, linked=_is_linked(flow))


def _is_linked(flow: _Flow) -> bool:
    return flow.n_linked >= _LINKED * flow.n_chars
