"""What a PDF says of itself beside its pages: title, author, date, and its outline."""

import re
from typing import Any

from qa_app.model import Metadata
from qa_app.reading.pdf_headings import key
from qa_app.reading.pdf_lines import tidy

# pypdfium2 has no types of its own.
Pdf = Any

_MAX_CHARS = 300
_PROGRAM = re.compile(
    r"^(?:microsoft (?:word|powerpoint|excel|office)|powerpoint presentation|word document|"
    r"untitled|document\d*|dokument\d*|title|no title|slide \d+|presentation\d*|print|"
    r"full page fax print|scan(?:ned)?(?: document)?|image\d*|layout \d+|page \d+|"
    r"powerpoint-präsentation|présentation powerpoint|book\d*|mappe\d*)\b(?: ?[-–:].*|\d*)$",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"\S*\.(?:docx?|dotx?|pdf|rtf|odt|tex|dvi|ps|indd|qxd|qxp|pptx?|xlsx?|txt|html?|pages|p65|fm|"
    r"tmp|eps|cdr|ai|pub|wpd)$",
    re.IGNORECASE,
)
_PATH = re.compile(r"^(?:[a-z]:\\|/|\\\\|file:|https?:)", re.IGNORECASE)
_NOBODY = re.compile(
    r"^(?:admin(?:istrator)?|user|owner|author|unknown|anonymous|root|guest|default|n/?a|none|"
    r"pc|laptop|microsoft.*|adobe.*|[\w.-]+@[\w.-]+|\W*)\d*$",
    re.IGNORECASE,
)
_DATE = re.compile(r"^D?:?\s*((?:19|20)\d\d)(\d\d)?(\d\d)?")
_MAX_BOOKMARKS = 5_000
_MAX_DEPTH = 6


def said_of(pdf: Pdf) -> Metadata:
    """What its information dictionary says, where that is worth reading."""
    return Metadata(
        title=_title(_value(pdf, "Title")),
        author=_author(_value(pdf, "Author")),
        date=_date(_value(pdf, "CreationDate")),
    )


def outline_of(pdf: Pdf) -> dict[str, int]:
    """The level of each title of the outline, from 1, by its `key`."""
    levels: dict[str, int] = {}
    for n, bookmark in enumerate(pdf.get_toc(max_depth=_MAX_DEPTH)):
        if n >= _MAX_BOOKMARKS:
            break
        if title := key(tidy(bookmark.get_title())):
            levels.setdefault(title, bookmark.level + 1)
    return levels


def _value(pdf: Pdf, name: str) -> str:
    try:
        value = str(pdf.get_metadata_value(name))
    except UnicodeDecodeError:
        return ""
    return " ".join(tidy(value).split())


def _title(title: str) -> str:
    junk = _PROGRAM.match(title) or _FILE.fullmatch(title) or _PATH.match(title)
    is_name = "_" in title and " " not in title
    is_words = any(char.isalpha() for char in title)
    return "" if junk or is_name or not is_words or len(title) > _MAX_CHARS else title


def _author(author: str) -> str:
    return "" if _NOBODY.match(author) or len(author) > _MAX_CHARS else author


def _date(written: str) -> str:
    found = _DATE.match(written)
    if found is None:
        return ""
    year, month, day = found.groups()
    if month is None or not 1 <= int(month) <= 12:
        return year
    return f"{year}-{month}-{day}" if day and 1 <= int(day) <= 31 else f"{year}-{month}"
