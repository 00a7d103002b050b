"""The YAML block that some programs put before a text: what it says of the document."""

import re
from collections.abc import Mapping

import yaml
from frontmatter import YAMLHandler
from msgspec import Struct

from qa_app.model import Metadata, Span
from qa_app.reading.dates import iso_date

_MAX_CHARS = 16_384
_BLOCK = re.compile(
    r"\A---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_KEYS = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "outlet", "site", "newspaper", "publication"),
    "author": ("author", "by", "byline", "authors"),
    "date": ("date", "published"),
    "address": ("url", "address", "link"),
}
_LABELS = frozenset(key for keys in _KEYS.values() for key in keys)
_LINE = re.compile(
    r"^(?P<key>[A-Za-z][\w-]*)[ \t]*:[ \t]+(?P<quote>[\"']?)"
    r"(?P<value>[^\[\]{}&*!|>%@`\s].*?)(?P=quote)[ \t]*\r?$",
    re.MULTILINE,
)
# Lines of the same kind without the rules around them: "Title: …" over "Date: …".
_LABELLED = re.compile(r"[ \t]*(?P<key>[A-Z][A-Za-z]+(?: [A-Za-z]+)?)[ \t]*:[ \t]*(?P<value>\S.*)")
_MAX_LABELLED_CHARS = 200
_MAX_LABELLED_LINES = 20
_MAX_OTHER_WORDS = 8
_MIN_LABELS = 2
_NOTHING = frozenset({"null", "~", "none", "true", "false", "yes", "no", "n/a"})
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


class FrontMatter(Struct, frozen=True):
    """Where the block stands in the text, and what it says. `is_known`: it has a key we know."""

    span: Span
    metadata: Metadata
    is_known: bool


def find_front_matter(text: str) -> FrontMatter | None:
    """The block `text` begins with; None where there is none, or its YAML is not good."""
    found = _BLOCK.match(text, 0, _MAX_CHARS)
    values = _load(found["yaml"]) if found else None
    if found is None or values is None:
        return None
    known = {field: _first(values, keys) for field, keys in _KEYS.items()}
    end = len(text[: found.end()].rstrip())
    return FrontMatter(Span(0, end), _metadata(known), is_known=any(known.values()))


def find_labelled_lines(text: str) -> FrontMatter | None:
    """Labelled lines that `text` begins with; None but for two labels we know and text below."""
    values: dict[str, str] = {}
    at = end = 0
    for line in text[:_MAX_CHARS].splitlines(keepends=True)[:_MAX_LABELLED_LINES]:
        at += len(line)
        if not line.strip():
            continue
        said = _LABELLED.fullmatch(line.rstrip())
        if said is None or len(line) > _MAX_LABELLED_CHARS or said["key"].lower() in values:
            break
        is_known = said["key"].lower() in _LABELS
        # "Summary: …" is the text's first paragraph.
        if not is_known and len(said["value"].split()) > _MAX_OTHER_WORDS:
            break
        values[said["key"].lower()] = said["value"]
        end = at if is_known else end
    known = {field: _first(values, keys) for field, keys in _KEYS.items()}
    metadata = _metadata(known)
    n_said = sum(map(bool, (metadata.title, metadata.publisher, metadata.author, metadata.date)))
    if n_said < _MIN_LABELS or not text[end:].strip():
        return None
    start = len(text) - len(text.lstrip())
    return FrontMatter(Span(start, len(text[:end].rstrip())), metadata, is_known=True)


def _load(block: str) -> Mapping[str, object] | None:
    # The plainest loader: every value is the words it was written in, no tag builds anything, and
    # no merge key copies what it points to.
    try:
        values = YAMLHandler().load(block, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        # A title with a colon in it is no YAML, but plain enough line by line.
        values = {line["key"]: line["value"] for line in _LINE.finditer(block)}
    except (ValueError, RecursionError):
        return None
    if not isinstance(values, dict) or not values:
        return None
    return {key.lower(): value for key, value in values.items() if isinstance(key, str)}


def _first(values: Mapping[str, object], keys: tuple[str, ...]) -> str:
    return next((said for key in keys if (said := _as_text(values.get(key)))), "")


def _as_text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_as_text(item) for item in value if isinstance(item, str))
    said = " ".join(value.split()) if isinstance(value, str) else ""
    return "" if said.lower() in _NOTHING else said


def _metadata(known: Mapping[str, str]) -> Metadata:
    publisher, address = known["publisher"], known["address"]
    # Web clippers call the page's address its source.
    if _ADDRESS.fullmatch(publisher):
        publisher, address = "", address or publisher
    return Metadata(
        title=known["title"],
        publisher=publisher,
        author=known["author"],
        date=iso_date(known["date"]),
        address=address,
    )
