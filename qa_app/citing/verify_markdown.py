"""The quotes of an export in Markdown."""

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from qa_app.citing.export.trace import Trace, read_trace
from qa_app.citing.verify_claims import Claim, unquoted

_TRACE = re.compile(r"<!-- qa-app (.*?) -->", re.DOTALL)


def claims_in_markdown(data: bytes) -> tuple[Claim, ...]:
    """The block quotes that follow what says where they are from."""
    tokens = MarkdownIt("commonmark").parse(data.decode("utf-8-sig", "replace"))
    return tuple(_claims(tokens))


def _claims(tokens: Iterable[Token]) -> Iterator[Claim]:
    trace: Trace | None = None
    depth = 0
    shown: list[str] = []
    for token in tokens:
        if token.type == "html_block" and not depth:
            found = _TRACE.search(token.content)
            trace = read_trace(found[1]) if found else trace
        elif token.type == "inline" and depth:
            shown.append(_text_of(token.children or ()))
        depth += token.nesting if token.type.startswith("blockquote_") else 0
        if token.type == "blockquote_close" and not depth and trace is not None:
            yield Claim(unquoted("\n\n".join(shown)), trace)
            trace = None
        if not depth:
            shown = []


def _text_of(children: Iterable[Token]) -> str:
    """The text as it is shown: a line end of the file is a space, and nothing after a break."""
    text = ""
    after_break = False
    for child in children:
        is_break = child.type == "html_inline" and child.content.lower().startswith("<br")
        if is_break or child.type == "hardbreak":
            text += "\n"
        elif child.type == "softbreak":
            text += "" if after_break else " "
        elif child.type != "html_inline":
            text += child.content
        after_break = is_break
    return text
