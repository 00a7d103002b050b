"""Citation styles: the shipped ones by name, a person's own by its path."""

from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from citeproc.source import Date, Name, VariableError
from citeproc.string import String

from qa_app.citing import style_files
from qa_app.citing.authors import Author
from qa_app.citing.item import Item, Kind, Locator, LocatorKind
from qa_app.citing.plain_style import plain_line
from qa_app.citing.processor import NUMBER, Processor
from qa_app.citing.template import (
    LOCATOR,
    YEAR_SUFFIX,
    Line,
    Shape,
    fields_of,
    filled,
    shape_of,
    shared,
    tidy,
    with_suffix,
)
from qa_app.errors import StyleError

# So many shapes of sources are remembered with what the style makes of them.
_N_SHAPES = 4_096
# What citeproc-py raises where a style does what it does not expect.
_THEIR_ERRORS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, NameError, RecursionError,
    TypeError, ValueError, VariableError,
)  # fmt: skip


class StyleName(StrEnum):
    """The styles that are shipped; the value is what settings and commands call them."""

    PLAIN = "plain"
    APA = "apa"
    MLA = "mla"
    CHICAGO_NOTES = "chicago-notes"
    CHICAGO_AUTHOR_DATE = "chicago-author-date"
    IEEE = "ieee"
    VANCOUVER = "vancouver"


STYLE_LABELS = {
    StyleName.PLAIN: "Plain, for web articles",
    StyleName.APA: "APA, 7th edition",
    StyleName.MLA: "MLA, 9th edition",
    StyleName.CHICAGO_NOTES: "Chicago, 18th edition: notes",
    StyleName.CHICAGO_AUTHOR_DATE: "Chicago, 18th edition: author and date",
    StyleName.IEEE: "IEEE",
    StyleName.VANCOUVER: "Vancouver (NLM)",
}
_FILES = {
    StyleName.APA: "apa",
    StyleName.MLA: "modern-language-association",
    StyleName.CHICAGO_NOTES: "chicago-notes-bibliography",
    StyleName.CHICAGO_AUTHOR_DATE: "chicago-author-date",
    StyleName.IEEE: "ieee",
    StyleName.VANCOUVER: "nlm-citation-sequence",
}


class Style(Protocol):
    """How sources are cited. It belongs to the thread that made it."""

    def cite(self, item: Item, locator: Locator | None = None, number: int = 1) -> Line:
        """The note, or what stands in the text after a quote.

        `number` is the source's place in the list, from 1; only numbered styles show it.

        Raises:
            StyleError: a person's own style fails on this source.
        """
        ...

    def entry(self, item: Item, number: int = 1) -> Line:
        """The source's line in the list of sources; raises as `cite` does."""
        ...


def style_of(name_or_path: str) -> Style:
    """A shipped style by its `StyleName`, or a person's own by the path of its `.csl` file.

    Raises:
        StyleError: there is none of that name, or the file cannot be used.
    """
    if name_or_path in set(StyleName):
        return shipped_style(StyleName(name_or_path))
    if not name_or_path.lower().endswith(".csl"):
        names = ", ".join(StyleName)
        raise StyleError(
            f"There is no citation style “{name_or_path}”; choose one of {names}, or a .csl file."
        )
    return own_style(Path(name_or_path))


def shipped_style(name: StyleName) -> Style:
    """A style that comes with the program."""
    return _Plain() if name is StyleName.PLAIN else _Csl(style_files.shipped(_FILES[name]), name)


def own_style(path: Path) -> Style:
    """A person's own style.

    Raises:
        StyleError: the file cannot be read, is no CSL style, or does what cannot be done.
    """
    xml = style_files.own(path)
    try:
        style = _Csl(xml, str(path))
    except _THEIR_ERRORS as error:
        raise _failed(str(path)) from error
    for item in _SAMPLES:
        style.cite(item, Locator(LocatorKind.PAGE, "1"))
        style.entry(item)
    return style


class _Plain:
    """The style of our own."""

    def cite(self, item: Item, locator: Locator | None = None, number: int = 1) -> Line:  # noqa: ARG002 - a Style's
        return plain_line(item, locator)

    def entry(self, item: Item, number: int = 1) -> Line:  # noqa: ARG002 - a Style's
        return plain_line(item)


class _Csl:
    """A style in CSL. Sources of one shape look the same, so each is made once and then filled."""

    def __init__(self, xml: bytes, name: str) -> None:
        self._name = name
        self._processor = Processor(xml)
        self._cited = lru_cache(_N_SHAPES)(self._make_cited)
        self._listed = lru_cache(_N_SHAPES)(self._make_listed)

    def cite(self, item: Item, locator: Locator | None = None, number: int = 1) -> Line:
        shape, words = self._shape_of(item)
        template = self._cited(shape, None if locator is None else locator.kind)
        place = "" if locator is None else locator.number
        line = filled(template, words | {NUMBER: str(number), LOCATOR: place})
        return line if line.text else plain_line(item, locator)

    def entry(self, item: Item, number: int = 1) -> Line:
        shape, words = self._shape_of(item)
        line = filled(self._listed(shape), words | {NUMBER: str(number)})
        return line if line.text else self.cite(item, number=number)

    def _shape_of(self, item: Item) -> tuple[Shape, dict[str, str]]:
        shape, words = shape_of(item)
        return shared(shape, marks_days=self._processor.marks_days), words

    def _make_cited(self, shape: Shape, kind: LocatorKind | None) -> str:
        locator = None if kind is None else (kind.value, LOCATOR)
        cited = self._guarded(self._processor.cite, shape.kind, _known(shape), locator)
        template = self._tidy(cited, shape)
        if kind is None or not template or LOCATOR in template:
            return template
        return _with_place(template, self._processor.term(kind.value, "short"))

    def _make_listed(self, shape: Shape) -> str:
        apart = self._processor.sets_number_apart
        entry = self._guarded(self._processor.entry, shape.kind, _known(shape))
        return self._tidy(entry, shape, sets_number_apart=apart)

    def _tidy(self, template: str, shape: Shape, *, sets_number_apart: bool = False) -> str:
        moves = self._processor.moves_punctuation
        text = tidy(template, moves_punctuation=moves, sets_number_apart=sets_number_apart)
        is_lettered = shape.has_suffix and self._processor.adds_year_suffix
        return with_suffix(text) if is_lettered else text.replace(YEAR_SUFFIX, "")

    def _guarded(self, render: Callable[..., str], *args: object) -> str:
        try:
            return render(*args)
        except _THEIR_ERRORS as error:
            raise _failed(self._name) from error


def _known(shape: Shape) -> dict[str, Any]:
    """The source as citeproc-py takes it."""
    known: dict[str, Any] = {name: String(mark) for name, mark in fields_of(shape).items()}
    if shape.names:
        known["author"] = [_name(author) for author in shape.names]
    if shape.issued:
        parts = zip(("year", "month", "day"), shape.issued, strict=False)
        known["issued"] = Date(**dict(parts))
    if shape.has_suffix:
        known["year_suffix"] = String(YEAR_SUFFIX)
    return known


def _name(author: Author) -> Name:
    if author.literal:
        return Name(literal=author.literal)
    parts = {
        "family": author.family,
        "given": author.given,
        "non-dropping-particle": author.particle,
        "suffix": author.suffix,
    }
    return Name(**{name: part for name, part in parts.items() if part})


def _with_place(template: str, label: str) -> str:
    """The place, where the style itself has none: a quote is to be found again."""
    bare = template.rstrip(".)]")
    return f"{bare}, {label} {LOCATOR}{template[len(bare) :]}"


def _failed(name: str) -> StyleError:
    return StyleError(
        f"The citation style {name} cannot be used: it asks for what this program cannot do."
    )


_SAMPLES = (
    Item(Kind.ARTICLE, "A", (Author("B", "C"),), "D", "", (2025, 2, 17), "E"),
    Item(Kind.REPORT, "A", (Author(literal="B"), Author("C", "D"), Author("E", "F", "von")), "",
        "G", (2025, 2)),
    Item(Kind.PAGE, "A", (), "B", "", (), "C"),
    Item(Kind.DOCUMENT, "A"),
)  # fmt: skip
