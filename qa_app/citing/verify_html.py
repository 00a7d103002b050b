"""The quotes of an export in HTML."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from qa_app.citing.export.trace import read_trace
from qa_app.citing.verify_claims import Claim, unquoted

_SILENT = frozenset({"script", "style", "template", "-comment"})


def claims_in_html(data: bytes) -> tuple[Claim, ...]:
    """The quotations that say where they are from."""
    page = LexborHTMLParser(data.decode("utf-8-sig", "replace"))
    return tuple(
        Claim(unquoted("".join(_texts(node))), read_trace(node.attributes["data-qa-app"] or ""))
        for node in page.css("[data-qa-app]")
    )


def _texts(node: LexborNode) -> Iterator[str]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield child.text_content or ""
        elif child.tag == "br":
            yield "\n"
        elif child.tag not in _SILENT:
            yield from _texts(child)
