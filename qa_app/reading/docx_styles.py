"""What the styles and the list numbering of a Word file make of a paragraph."""

import re

from msgspec import Struct, field
from msgspec.structs import replace

from qa_app.reading.list_marks import as_counted
from qa_app.reading.office_text import BULLET
from qa_app.reading.safe_xml import Element, attribute, child, name_of

_MAX_BASES = 20
_BODY_LEVEL = 9
_N_LEVELS = 9
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_PLACE = re.compile(r"%(\d)")
_OFF = frozenset({"0", "false", "off"})


class Style(Struct, frozen=True):
    """What a paragraph is by its style: `level` is that of a heading, or 0.

    `list_id` and `list_level` place it in a list, where `list_id` is not empty.
    """

    level: int = 0
    title: bool = False
    contents: bool = False
    bold: bool = False
    list_id: str = ""
    list_level: int = 0


def is_on(properties: Element | None, name: str) -> bool:
    """Whether a property that is on by being there is there, and not switched off."""
    found = child(properties, name)
    return found is not None and attribute(found, "val") not in _OFF


def styles_of(root: Element | None) -> dict[str, Style]:
    """The paragraph styles by their ids, with what each takes from those it is based on."""
    elements = {attribute(e, "styleId"): e for e in (() if root is None else root)}
    elements.pop("", None)
    return {name: _resolved(name, elements) for name in elements}


def refined(style: Style, properties: Element | None) -> Style:
    """The style, and what a paragraph's own properties say over it."""
    level = attribute(child(properties, "outlineLvl"), "val")
    if level.isdecimal():
        style = replace(style, level=int(level) + 1 if int(level) < _BODY_LEVEL else 0)
    numbered = child(properties, "numPr")
    if numbered is not None:
        list_id = attribute(child(numbered, "numId"), "val")
        depth = attribute(child(numbered, "ilvl"), "val")
        style = replace(
            style,
            list_id=list_id or style.list_id,
            list_level=min(int(depth), _N_LEVELS - 1) if depth.isdecimal() else style.list_level,
        )
    return style


def _resolved(name: str, elements: dict[str, Element]) -> Style:
    chain: list[Element] = []
    while name in elements and len(chain) < _MAX_BASES:
        chain.append(elements[name])
        name = attribute(child(elements[name], "basedOn"), "val")
    style = Style()
    for element in reversed(chain):
        called = attribute(child(element, "name"), "val").lower()
        heading = _HEADING.fullmatch(called)
        style = replace(
            style,
            level=int(heading[1]) if heading else style.level,
            title=style.title or called == "title",
            contents=style.contents or called.startswith(("toc ", "table of figures")),
            bold=style.bold or is_on(child(element, "rPr"), "b"),
        )
        style = refined(style, child(element, "pPr"))
    return style


class _List(Struct):
    """A list's levels - how each counts, how it is written, where it starts - and its counters."""

    formats: dict[int, str] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    counters: dict[int, int] = field(default_factory=dict)


class Numbering(Struct):
    """The marks of list items, counted as the items are met."""

    lists: dict[str, _List] = field(default_factory=dict)

    def mark(self, list_id: str, level: int) -> str:
        """The mark of the next item of a list, with the space after it; empty where it has none."""
        numbered = self.lists.get(list_id)
        if numbered is None:
            return "" if list_id in {"", "0"} else BULLET
        counters = numbered.counters
        counters[level] = counters.get(level, numbered.starts.get(level, 1) - 1) + 1
        for deeper in [other for other in counters if other > level]:
            del counters[deeper]
        if numbered.formats.get(level) == "bullet":
            return BULLET
        written = _PLACE.sub(
            lambda found: _counted(numbered, int(found[1]) - 1), numbered.texts.get(level, "")
        ).strip()
        return f"{written} " if written else ""


def numbering_of(root: Element | None) -> Numbering:
    """The lists that a Word file's numbering part declares."""
    made = Numbering()
    shared: dict[str, _List] = {}
    for element in () if root is None else root:
        if name_of(element) == "abstractNum":
            shared[attribute(element, "abstractNumId")] = _list_of(element)
        elif name_of(element) == "num":
            base = shared.get(attribute(child(element, "abstractNumId"), "val"))
            if base is not None:
                made.lists[attribute(element, "numId")] = _overridden(base, element)
    return made


def _list_of(element: Element) -> _List:
    made = _List()
    for level in element:
        number = attribute(level, "ilvl")
        if name_of(level) != "lvl" or not number.isdecimal():
            continue
        made.formats[int(number)] = attribute(child(level, "numFmt"), "val")
        made.texts[int(number)] = attribute(child(level, "lvlText"), "val")
        start = attribute(child(level, "start"), "val")
        made.starts[int(number)] = int(start) if start.isdecimal() else 1
    return made


def _overridden(base: _List, element: Element) -> _List:
    """The list itself, which counts on, or one that starts anew where the file says so."""
    starts = dict(base.starts)
    for override in element:
        start = attribute(child(override, "startOverride"), "val")
        number = attribute(override, "ilvl")
        if start.isdecimal() and number.isdecimal():
            starts[int(number)] = int(start)
    if starts == base.starts and not any(name_of(e) == "lvlOverride" for e in element):
        return base
    return _List(base.formats, base.texts, starts)


def _counted(numbered: _List, level: int) -> str:
    count = numbered.counters.get(level, numbered.starts.get(level, 1))
    return as_counted(count, numbered.formats.get(level, "decimal"))
