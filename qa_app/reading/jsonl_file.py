"""JSON Lines: a line is a record, and a record is a passage under its title."""

import json
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from qa_app.model import BlockKind, Document, Metadata
from qa_app.reading.careful import careful
from qa_app.reading.decoding import decode
from qa_app.reading.layout import Piece
from qa_app.reading.line_shape import n_words
from qa_app.reading.office_text import document_of, tidy
from qa_app.reading.rows import labelled

_TITLES = ("title", "headline", "subject", "heading")
_TEXTS = frozenset({"text", "content", "body", "article", "message", "abstract", "summary"})
_MAX_TITLE_CHARS = 200
# A value that is longer is a paragraph of its own, its name before it.
_MAX_FIELD_WORDS = 40
_MAX_DEPTH = 20
_MAX_NAMED = 20
_BETWEEN = " · "
_BLANK = re.compile(r"\n\s*\n")


class _Bad(Struct):
    """The lines that are no JSON: how many, and the first of them."""

    count: int = 0
    first: list[int] = field(default_factory=list)

    def add(self, number: int) -> None:
        self.count += 1
        if self.count <= _MAX_NAMED:
            self.first.append(number)

    def said(self) -> str:
        if not self.count:
            return ""
        named = ", ".join(map(str, self.first))
        if self.count == 1:
            return f"Left out: line {named}, not JSON."
        if self.count > _MAX_NAMED:
            named = f"{named} and {self.count - _MAX_NAMED} more"
        return f"Left out: lines {named}, not JSON."


@careful
def read_jsonl(data: bytes) -> Document:
    """The document of a file with one JSON value a line; its texts are the values, unescaped.

    Raises:
        ReadError: there is no text to be had from it.
    """
    bad = _Bad()
    pieces = [piece for record in _records(decode(data), bad) for piece in record]
    return document_of(pieces, Metadata(), "jsonl", left_out=bad.said(), records=True)


def _records(text: str, bad: _Bad) -> Iterator[Sequence[Piece]]:
    titled = False
    # Other line ends may stand inside a value.
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            bad.add(number)
            continue
        title = _title(value)
        # The title of one record must not head the next.
        heading = title or (f"Record {number}" if titled else "")
        paragraphs = [Piece(BlockKind.PARAGRAPH, text) for text in _paragraphs(value, title)]
        if heading and (title or paragraphs):
            yield [Piece(BlockKind.HEADING, heading, 1), *paragraphs]
            titled = True
        else:
            yield paragraphs


def _title(value: object) -> str:
    said = value if isinstance(value, dict) else {}
    names = {str(name).lower(): name for name in reversed(said)}
    titles = (said[names[name]] for name in _TITLES if name in names)
    known = (" ".join(tidy(title).split()) for title in titles if isinstance(title, str))
    return next((title for title in known if 0 < len(title) <= _MAX_TITLE_CHARS), "")


def _paragraphs(value: object, title: str) -> list[str]:
    """The texts of a record, and in a line below the last of them what else it says."""
    texts: list[str] = []
    others: list[str] = []
    for name, said in _fields(value, "", _MAX_DEPTH):
        last = name.rpartition(".")[2].lower()
        if last in _TITLES and " ".join(said.split()) == title:
            continue
        # What has no name, or none but that it is a text, needs none.
        shown = "" if last in _TEXTS and "." not in name else name
        if shown and n_words(said) <= _MAX_FIELD_WORDS:
            others.append(labelled(shown, " ".join(said.split())))
        else:
            texts += [part for part in map(tidy, _BLANK.split(labelled(shown, said))) if part]
    if others:
        line = _BETWEEN.join(others)
        texts[-1:] = [f"{texts[-1]}\n{line}"] if texts else [line]
    return texts


def _fields(value: object, name: str, depth: int) -> Iterator[tuple[str, str]]:
    """Each value that holds no others, as text, with the names that lead to it."""
    if isinstance(value, dict) and depth:
        for key, inner in value.items():
            yield from _fields(inner, f"{name}.{key}" if name else str(key), depth - 1)
    elif isinstance(value, list) and depth and any(isinstance(e, dict | list) for e in value):
        for inner in value:
            yield from _fields(inner, name, depth - 1)
    elif text := _as_text(value):
        yield name, text


def _as_text(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return ", ".join(filter(None, map(_as_text, value)))
    return "" if value is None else json.dumps(value, ensure_ascii=False)
