"""A source's words kept out of a style's hands, and put into what it made, as they are.

A style only sees marks from Unicode's private use area, one for each field and word. It decides
where they stand, and nothing it does to text can change the words: no case, no escaping, no
punctuation. Sources of the same shape share what a style makes of them.
"""

import re

from msgspec import Struct
from msgspec.structs import replace

from qa_app.citing.authors import Author
from qa_app.citing.item import Item
from qa_app.citing.processor import (
    DAY,
    FULL_DAY,
    ITALIC_BEGIN,
    ITALIC_END,
    NUMBER,
    SHORT_YEAR,
    YEAR,
)

LOCATOR = "\ue003"
YEAR_SUFFIX = "\ue008"
_FIELDS = {
    "title": "\ue004",
    "container_title": "\ue005",
    "publisher": "\ue006",
    "URL": "\ue007",
}
TITLE, ADDRESS = _FIELDS["title"], _FIELDS["URL"]
_FIRST_PART = 0xF0000
# Capitals without a small letter, so that a style takes one for a name's initial and no style
# holds one itself: the mathematical letters that Unicode has without gaps.
_CAPITALS = tuple(
    chr(first + n)
    for first in (0x1D400, 0x1D468, 0x1D4D0, 0x1D56C, 0x1D5A0, 0x1D5D4, 0x1D608, 0x1D63C, 0x1D670)
    for n in range(26)
)
ENDS = ".?!…"
_QUOTES = '”’“»›"'


class Run(Struct, frozen=True):
    """A stretch of a line, and whether it is in italics."""

    text: str
    is_italic: bool = False


class Line(Struct, frozen=True):
    """A citation, as runs of text. There is no markup in it: what looks like some is a word."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


class Shape(Struct, frozen=True):
    """What a style sees of a source: which fields it has, its date, and the marks of its names."""

    kind: str
    fields: tuple[str, ...]
    names: tuple[Author, ...]
    issued: tuple[int, ...]
    has_suffix: bool = False


def shape_of(item: Item) -> tuple[Shape, dict[str, str]]:
    """What a style is to see of `item`, and the words that its marks stand for."""
    values = (item.title, item.container, item.publisher, item.address)
    known = [(name, words) for name, words in zip(_FIELDS, values, strict=True) if words]
    words = {_FIELDS[name]: value for name, value in known} | _date_words(item.issued)
    marker = _Marker(words)
    names = tuple(marker.author(author) for author in item.authors)
    if item.year_suffix:
        words[YEAR_SUFFIX] = item.year_suffix
    fields = tuple(name for name, _ in known)
    return Shape(item.kind.value, fields, names, item.issued, bool(item.year_suffix)), words


def _date_words(issued: tuple[int, ...]) -> dict[str, str]:
    words = {}
    if issued:
        words = {YEAR: str(issued[0]), SHORT_YEAR: f"{issued[0] % 100:02}"}
    if len(issued) > 2:
        words |= {DAY: str(issued[2]), FULL_DAY: f"{issued[2]:02}"}
    return words


def shared(shape: Shape, *, marks_days: bool) -> Shape:
    """The shape with one year and one day for all that a style leaves marks for."""
    year, *rest = shape.issued or (0,)
    if year < 1000:
        return shape
    if marks_days and len(rest) > 1:
        rest[1] = 1
    return replace(shape, issued=(2000, *rest))


def fields_of(shape: Shape) -> dict[str, str]:
    """The marks of the fields that a source has, by name."""
    return {name: _FIELDS[name] for name in shape.fields}


def with_suffix(template: str) -> str:
    """The template with the mark of the year's suffix, where the style left that to us."""
    if YEAR_SUFFIX in template:
        return template
    return template.replace(YEAR, YEAR + YEAR_SUFFIX, 1)


def tidy(template: str, *, moves_punctuation: bool, sets_number_apart: bool) -> str:
    """What a style made of marks, with punctuation and spaces as a typesetter has them."""
    text = re.sub(r"\s+", " ", template)
    text = re.sub(rf"\b[Rr]etrieved (?:from )?(?={ADDRESS})", "", text)
    if sets_number_apart:
        text = re.sub(rf"^([(\[]?{NUMBER}[)\].:]*)(?=\S)", r"\1 ", text)
    if moves_punctuation:
        text = re.sub(rf"([”’]+)({ITALIC_END}?)([.,])", r"\3\1\2", text)
    text = re.sub(r"\(\s*\)|\[\s*\]", "", text)
    text = re.sub(r" +(?=[.,;:)\]])", "", text)
    text = re.sub(r"([.,;:])(?:\s?\1)+", r"\1", text)
    return re.sub(r",(?=\.)", "", text).strip(" ,;:")


def filled(template: str, words: dict[str, str]) -> Line:
    """The template with the words in the place of their marks."""
    runs: list[Run] = []
    is_italic, has_ended = False, False
    for char in template:
        if char in (ITALIC_BEGIN, ITALIC_END):
            is_italic = char == ITALIC_BEGIN
            continue
        is_mark = char in words
        # A full stop after a title that ends in a question mark is one too many.
        if char == "." and has_ended:
            continue
        text = words.get(char, char)
        _append(runs, Run(text, is_italic))
        has_ended = text[-1:] in ENDS if is_mark else has_ended and char in _QUOTES
    return Line(tuple(runs))


def _append(runs: list[Run], run: Run) -> None:
    if not run.text:
        return
    if runs and runs[-1].is_italic == run.is_italic:
        run = Run(runs.pop().text + run.text, run.is_italic)
    runs.append(run)


class _Marker:
    """Makes marks for the parts of names, and notes what they stand for."""

    def __init__(self, words: dict[str, str]) -> None:
        self._words = words
        self._n_parts = 0
        self._capitals = iter(_CAPITALS)

    def author(self, author: Author) -> Author:
        """The author with marks for words."""
        return Author(
            family=self._part(author.family),
            given=" ".join(
                "-".join(map(self._given, word.split("-"))) for word in author.given.split()
            ),
            particle=self._part(author.particle),
            suffix=self._part(author.suffix),
            literal=self._part(author.literal),
        )

    def _given(self, word: str) -> str:
        """A capital for the first letter and a mark for the rest, so that either can stand."""
        capital = next(self._capitals, "") if word[:1].isupper() else ""
        if not capital:
            return self._part(word)
        self._words[capital] = word[0]
        return capital + self._part(word[1:])

    def _part(self, text: str) -> str:
        if not text:
            return ""
        mark = chr(_FIRST_PART + self._n_parts)
        self._n_parts += 1
        self._words[mark] = text
        return mark
