"""A saved web page: its text, and what its head says of it."""

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser

from qa_app.errors import ReadError
from qa_app.model import Document, Metadata
from qa_app.reading.dates import iso_date
from qa_app.reading.decoding import decode_page
from qa_app.reading.html_tree import Node, pieces_of_tree
from qa_app.reading.layout import lay_out, told_apart
from qa_app.reading.own_words import complete, with_paragraphs
from qa_app.reading.web_article import find_article, said_of_page, without_frame

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_SUFFIX = re.compile(r"\s*(?:[|–—:·•»-]|::)\s*$")
_DATES = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "citation_date",
)
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "citation_author", "byl")
_PUBLISHERS = ("og:site_name", "application-name", "publisher", "dc.publisher")

_MOST_NESTED = 12_000
# Elements that are void, or that may be left open and are closed by the next of their kind.
_UNPAIRED = (
    "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|td|th|tr|"
    "thead|tbody|tfoot|option|optgroup|colgroup|rp|rt|html|head|body"
)
_TAG = re.compile(rf"<(?P<close>/)?(?!(?:{_UNPAIRED})\b)[a-z][^<>]*(?<!/)>", re.IGNORECASE)


def read_html(data: bytes) -> Document:
    """The document of a web page; its text is what a reader of the page would see.

    Raises:
        ReadError: there is no text to be had from it.
    """
    page = decode_page(data)
    if _nesting(page) > _MOST_NESTED:
        raise ReadError("its elements are nested too deeply to be a page")
    tree: Node = LexborHTMLParser(page)
    text, blocks = lay_out(told_apart(pieces_of_tree(tree.root)))
    if not text:
        raise ReadError("no text in it")
    said = _said(tree)
    if (article := find_article(page)) is not None:
        blocks = without_frame(blocks, text, article)
        said = said_of_page(said, article)
    blocks = with_paragraphs(blocks, text)
    return Document(text, complete(said, text, blocks), tuple(blocks), "html")


def _nesting(page: str) -> int:
    """About how many elements are open at once at most, by counting tags alone.

    The parser takes quadratic time over what is nested without end.
    """
    depth = deepest = 0
    for tag in _TAG.finditer(page):
        depth = max(depth - 1, 0) if tag["close"] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _said(tree: Node) -> Metadata:
    meta = _meta(tree)
    publisher = _first(meta, _PUBLISHERS)
    title = meta.get("og:title") or _content(tree.css_first("head > title"))
    return Metadata(
        title=_less_publisher(title, publisher),
        publisher=publisher,
        author=_first(meta, _AUTHORS).removeprefix("By "),
        date=_date(tree, meta),
        address=_address(tree, meta),
    )


def _meta(tree: Node) -> dict[str, str]:
    """What the page's `meta` elements say, by their lower-cased name; the first one counts."""
    said: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = (
            attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        )
        content = " ".join((attributes.get("content") or "").split())
        if name and content:
            said.setdefault(name.lower(), content)
    return said


def _first(meta: dict[str, str], names: Iterable[str]) -> str:
    found = (meta.get(name, "") for name in names)
    # A profile's address is no name.
    return next((said for said in found if said and not _ADDRESS.match(said)), "")


def _content(node: Node) -> str:
    return " ".join(node.text().split()) if node is not None else ""


def _less_publisher(title: str, publisher: str) -> str:
    if not publisher or not title.casefold().endswith(publisher.casefold()):
        return title
    rest = title[: len(title) - len(publisher)]
    return _SUFFIX.sub("", rest) if _SUFFIX.search(rest) and rest.strip() else title


def _date(tree: Node, meta: dict[str, str]) -> str:
    stamps = [meta.get(name, "") for name in _DATES]
    stamps += [node.attributes.get("datetime") or "" for node in tree.css("time[datetime]")[:1]]
    return next((date for stamp in stamps if (date := iso_date(stamp))), "")


def _address(tree: Node, meta: dict[str, str]) -> str:
    canonical = tree.css_first('link[rel="canonical"]')
    href = (canonical.attributes.get("href") or "") if canonical is not None else ""
    places = (href.strip(), meta.get("og:url", ""))
    return next((place for place in places if _ADDRESS.fullmatch(place)), "")
