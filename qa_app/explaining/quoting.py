"""A quote with where it stands, as plain text, HTML and Markdown; its words stay as they are.

Nothing in the words becomes markup: they are escaped whole.
"""

import html
import re
from itertools import pairwise

from msgspec import Struct

from qa_app.explaining.dates import date_words
from qa_app.explaining.names import file_name, isolated, shown_name, shown_path
from qa_app.explaining.translation import Translate, as_written, later
from qa_app.model import Metadata

_LINE_END = re.compile(r"\r\n|\r|\n")
# No format holds them; HTML and Markdown forbid some.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_PAGE = later("p. {page}")
_HEADING_CHARS = 60
_DOUBLE_QUOTES = frozenset('“”„"«»')
_MARKUP = re.compile(r"[\\`*_\[\]<>&~|$^{}@#]|:(?=[\w/])|(?<=www)\.", re.IGNORECASE)
_AT_LINE_START = re.compile(r"(?P<space>[ \t]*)(?P<number>\d{0,9})(?P<mark>[-+=.)]?)")


class Quotation(Struct, frozen=True):
    """Words of a document, and what a reader needs to find them again."""

    words: str
    metadata: Metadata
    path: str
    paragraph: int
    page: str = ""
    heading: str = ""


def quoted(words: str) -> str:
    """The words in quotation marks.

    Those inside stay as they are; where they are double ones, the ones around are single.
    """
    if _DOUBLE_QUOTES.isdisjoint(words):
        return f"“{words}”"
    return f"‘{words}’"


def place_mark(paragraph: int, page: str = "", translate: Translate = as_written) -> str:
    """The page where there is one, else the paragraph."""
    if page:
        return translate(_PAGE).format(page=shown_name(page))
    return f"¶ {paragraph}"


def heading_mark(heading: str, page: str = "") -> str:
    """The heading, shortened where it is long; empty where the page says enough."""
    shown = "" if page else shown_name(heading)
    return shown if len(shown) <= _HEADING_CHARS else f"{shown[: _HEADING_CHARS - 1].rstrip()}…"


def citation_line(quotation: Quotation) -> str:
    """Title, publisher, author, date, page or heading and paragraph, address or else file."""
    about = quotation.metadata
    facts = (
        shown_name(about.title) or file_name(quotation.path),
        shown_name(about.publisher),
        shown_name(about.author),
        shown_name(date_words(about.date)),
        heading_mark(quotation.heading, quotation.page),
        place_mark(quotation.paragraph, quotation.page),
        shown_name(about.address) or shown_path(quotation.path),
    )
    return " · ".join(isolated(fact) for fact in facts if fact)


def as_plain(quotation: Quotation) -> str:
    """The quote, and below it where it stands."""
    return f"{quoted(quotation.words)}\n— {citation_line(quotation)}"


def as_html(quotation: Quotation) -> str:
    """A block quotation and a line below it. Nothing in it can be followed, fetched or run."""
    lines = _LINE_END.split(quoted(quotation.words))
    words = "<br>".join(_escaped_html(line) for line in lines)
    cited = _escaped_html(citation_line(quotation))
    return f"<blockquote><p>{words}</p></blockquote>\n<p>— {cited}</p>"


def as_markdown(quotation: Quotation) -> str:
    """A block quote of CommonMark and a line below it."""
    lines = [escaped_markdown(line) for line in _LINE_END.split(quoted(quotation.words))]
    # A backslash at its end keeps a line apart from the next; before a gap it would be shown.
    ends = ["\\" if line and after else "" for line, after in pairwise(lines)]
    shown = [f"> {line}{end}".rstrip(" ") for line, end in zip(lines, [*ends, ""], strict=True)]
    cited = escaped_markdown(citation_line(quotation))
    return "\n".join((*shown, ">", f"> — {cited}"))


def escaped_markdown(line: str) -> str:
    """A line of text that Markdown shows as it is, GitHub's dialect included."""
    start = _AT_LINE_START.match(_CONTROL.sub("\ufffd", line))
    if start is None:
        return ""
    space = "".join(f"&#{ord(char)};" for char in start["space"])
    mark = f"\\{start['mark']}" if start["mark"] else ""
    rest = _MARKUP.sub(lambda found: f"\\{found[0]}", start.string[start.end() :])
    return f"{space}{start['number']}{mark}{rest}"


def _escaped_html(text: str) -> str:
    return html.escape(_CONTROL.sub("\ufffd", text))
