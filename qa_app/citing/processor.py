"""citeproc-py, with what it gets wrong of the CSL specification put right.

Its elements are replaced by ours in the styles read here; the library itself stays as it is.

Source: https://docs.citationstyles.org/en/stable/specification.html
"""

from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

import citeproc
from citeproc import model
from citeproc.source import CitationItem, Reference, VariableError
from citeproc.source import Locator as _Locator
from citeproc.string import String
from lxml import etree

CSL = "http://purl.org/net/xbiblio/csl"
# The largest shipped style calls some hundred macros for a citation.
MOST_CALLS = 50_000
NUMBER = "\ue002"
# A year of four digits and its last two; a day, and the same in two digits.
YEAR, SHORT_YEAR, DAY, FULL_DAY = "\ue009", "\ue00a", "\ue00b", "\ue00c"
ITALIC_BEGIN, ITALIC_END = "\ue000", "\ue001"
# citeproc-py says nothing of its types.
_Untyped: TypeAlias = Any
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class Processor:
    """A style that is read, and renders one source at a time.

    What it renders holds `NUMBER` where the number in the list of sources belongs, marks for the
    year and the day, and italics between `ITALIC_BEGIN` and `ITALIC_END`. It belongs to the thread
    that made it.
    """

    def __init__(self, xml: bytes) -> None:
        """Take a style that is known to be harmless; see `style_files`."""
        self._parser = _parser()
        self.root = self._parse(xml)
        self.root.formatter = _Marks
        self.root.macros = {macro.get("name"): macro for macro in self.root.findall(_tag("macro"))}
        self.root.locales = list(self._locales(self.root.get("default-locale", "en-US")))
        for locale in self.root.locales:
            locale.style = self.root
        self.root.marks_days = next(self._ordinal_days(), None) is None
        # lxml forgets what is set on an element that nobody holds.
        self._citation, self._bibliography = self.root.citation, self.root.bibliography
        self._layouts = [part.layout for part in self._parts()]
        self._citation.cites = []

    @property
    def has_bibliography(self) -> bool:
        """Whether the style lists its sources."""
        return self._bibliography is not None

    @property
    def moves_punctuation(self) -> bool:
        """Whether full stops and commas stand inside quotation marks."""
        return str(self.root.get_locale_option("punctuation-in-quote")).lower() == "true"

    @property
    def marks_days(self) -> bool:
        """Whether any day of a month is rendered like any other: as a mark."""
        return bool(self.root.marks_days)

    @property
    def adds_year_suffix(self) -> bool:
        """Whether letters after the year tell sources of the same authors and year apart."""
        return bool(self._citation.get("disambiguate-add-year-suffix") == "true")

    @property
    def sets_number_apart(self) -> bool:
        """Whether the number of a listed source stands in a column of its own."""
        return self.has_bibliography and self._bibliography.get("second-field-align") is not None

    def term(self, name: str, form: str) -> str:
        """A word of the style's language, such as “p.”."""
        return str(self.root.get_single_term(name=name, form=form))

    def cite(self, kind: str, known: dict[str, _Untyped], locator: tuple[str, str] | None) -> str:
        """The note, or what stands in the text: a source of CSL type `kind`, at a locator."""
        return self._render(self._layouts[0], _Cite(Reference("one", kind, **known), locator))

    def entry(self, kind: str, known: dict[str, _Untyped]) -> str:
        """The line in the list of sources; empty where the style has none for it."""
        if not self.has_bibliography:
            return ""
        return self._render(self._layouts[1], _Cite(Reference("one", kind, **known), None))

    def _render(self, layout: _Untyped, cite: "_Cite") -> str:
        layout.repressed = {}
        self.root.tally, self.root.n_calls = [0, 0], 0
        try:
            text = layout.render_children(cite)
        except VariableError:
            return ""
        return "" if text is None else str(layout.format(layout.wrap(text)))

    def _parts(self) -> list[_Untyped]:
        return [part for part in (self._citation, self._bibliography) if part is not None]

    def _ordinal_days(self) -> Iterator[_Untyped]:
        """The parts of dates that say “1st” for the first."""
        for tree in (self.root, *self.root.locales):
            parts = tree.iter(_tag("date-part"))
            yield from (p for p in parts if p.get("name") == "day" and p.get("form") == "ordinal")

    def _parse(self, xml: bytes) -> _Untyped:
        return etree.parse(BytesIO(xml), self._parser).getroot()

    def _locales(self, chosen: str) -> _Untyped:
        """The locales to look for terms in, the nearest first."""
        own = self.root.findall(_tag("locale"))
        language = chosen.split("-", maxsplit=1)[0]
        for wanted in (chosen, language, None):
            yield from (locale for locale in own if locale.get(_LANGUAGE) == wanted)
        names = (chosen, citeproc.PRIMARY_DIALECTS.get(language), "en-US")
        for name in dict.fromkeys(name for name in names if name in citeproc.LANGUAGE_NAMES):
            path = Path(citeproc.LOCALES_PATH, f"locales-{name}.xml")
            if path.is_file():
                yield self._parse(path.read_bytes())


def _parser() -> etree.XMLParser:
    lookup = etree.ElementNamespaceClassLookup()
    namespace = lookup.get_namespace(CSL)
    namespace[None] = model.CitationStylesElement
    ours = (_Text, _Date, _DatePart, _Number, _Names, _Name, _NamePart, _Substitute, _Label, _Group)
    for element in chain(model.CitationStylesElement.__subclasses__(), (_If, _ElseIf), ours):
        namespace[getattr(element, "csl", element.__name__.lower().replace("_", "-"))] = element
    parser = etree.XMLParser(
        remove_comments=True, no_network=True, resolve_entities=False, load_dtd=False
    )
    parser.set_element_class_lookup(lookup)
    return parser


def _tag(name: str) -> str:
    return f"{{{CSL}}}{name}"


class _Marks:
    """What citeproc-py calls a formatter: text as it is, italics between marks."""

    @staticmethod
    def preformat(text: str) -> str:
        return text

    @staticmethod
    def Italic(text: object) -> String:
        return String(f"{ITALIC_BEGIN}{text}{ITALIC_END}")

    Oblique = Italic

    @staticmethod
    def _plain(text: object) -> String:
        return String(str(text))

    Bold = Light = Underline = Superscript = Subscript = SmallCaps = _plain


class _Cite(CitationItem):  # type: ignore[misc]  # the library has no types
    """A source that is cited alone: there is no list that gives it its number."""

    def __init__(self, reference: Reference, locator: tuple[str, str] | None) -> None:
        super().__init__("one", **({} if locator is None else {"locator": _Locator(*locator)}))
        dict.__setitem__(self, "reference", reference)

    @property
    def reference(self) -> _Untyped:
        return dict.__getitem__(self, "reference")

    @property
    def number(self) -> String:
        return String(NUMBER)


class _Counted:
    """An element that shows a variable: groups count which were asked for and which were there."""

    def render(self, *args: _Untyped, **kwargs: _Untyped) -> _Untyped:
        return _counted(self, super().render, *args, **kwargs)  # type: ignore[misc]


def _counted(
    element: _Untyped, render: Callable[..., _Untyped], *args: _Untyped, **kwargs: _Untyped
) -> _Untyped:
    """What `render` makes, counted as asked for, and where it is something as there."""
    tally = element.get_root().tally
    tally[0] += 1
    text = render(*args, **kwargs)
    tally[1] += bool(text)
    return text


class _Cased:
    """An element that changes the case of any text; some of citeproc-py's lack the methods."""

    def case(self, text: _Untyped, language: _Untyped = None) -> _Untyped:
        return super().case(String(str(text)), language) if text else text  # type: ignore[misc]


class _Text(_Cased, model.Text):  # type: ignore[misc]
    """Looks macros up by name, not by a search of the whole style, and not without end."""

    csl = "text"

    def get_macro(self, name: str) -> _Untyped:
        root = self.get_root()
        root.n_calls += 1
        if root.n_calls > MOST_CALLS:
            raise ValueError(name)
        return root.macros[name]

    def render(self, *args: _Untyped, **kwargs: _Untyped) -> _Untyped:
        # “n.d.” says of a variable that it is empty: that is something.
        if "variable" not in self.attrib and self.get("term") != "no date":
            return super().render(*args, **kwargs)
        return _counted(self, super().render, *args, **kwargs)


class _Number(_Counted, _Cased, model.Number):  # type: ignore[misc]
    csl = "number"


class _Names(_Counted, model.Names):  # type: ignore[misc]
    csl = "names"


class _Name(model.Name):  # type: ignore[misc]
    """Knows `initialize="false"`."""

    csl = "name"

    def get_option(
        self, name: str, context: _Untyped = None, sort_options: _Untyped = None
    ) -> _Untyped:
        if name == "initialize-with" and self.get("initialize") == "false":
            return None
        return super().get_option(name, context, sort_options)


class _NamePart(_Cased, model.Name_Part):  # type: ignore[misc]
    """Formats what is there, and hands on plain text as its callers expect."""

    csl = "name-part"

    def format_part(self, given: _Untyped, family: _Untyped) -> tuple[_Untyped, _Untyped]:
        parts = super().format_part(given or "", family or "")
        return given and str(parts[0]), family and str(parts[1])


class _Date(model.Date):  # type: ignore[misc]
    """Joins the parts of a date as its own locale says."""

    csl = "date"

    def is_locale_date(self) -> bool:
        return bool(self.getparent().tag == _tag("locale"))

    def render(self, *args: _Untyped, **kwargs: _Untyped) -> _Untyped:
        if self.is_locale_date():
            return super().render(*args, **kwargs)
        return _counted(self, super().render, *args, **kwargs)

    def render_single_date(
        self, date: _Untyped, show_parts: _Untyped = None, context: _Untyped = None
    ) -> _Untyped:
        parts = self.parts(date, show_parts, *(() if context == self else (context,)))
        return self.join(parts) if parts else None


class _DatePart(_Cased, model.Date_Part):  # type: ignore[misc]
    """Leaves marks for years and days; does not write into the locale what a style asks for."""

    csl = "date-part"

    def render(self, *args: _Untyped, **kwargs: _Untyped) -> _Untyped:
        before = dict(self.attrib)
        try:
            return super().render(*args, **kwargs)
        finally:
            self.attrib.clear()
            self.attrib.update(before)

    def process(self, date: _Untyped, context: _Untyped = None) -> _Untyped:
        text = super().process(date, context)
        root = self.get_root()
        style = root if root.tag == _tag("style") else root.style
        if self.get("name") == "year" and date.year >= 1000:
            return SHORT_YEAR if self.get("form") == "short" else YEAR
        if self.get("name") == "day" and style.marks_days:
            return FULL_DAY if self.get("form") == "numeric-leading-zeros" else DAY
        return text


class _Label(_Cased, model.Label):  # type: ignore[misc]
    """Is silent where there is nothing to be labelled."""

    csl = "label"

    def process(
        self, item: _Untyped, variable: _Untyped = None, *args: _Untyped, **kwargs: _Untyped
    ) -> _Untyped:
        labelled = variable or self.get("variable")
        known = item.has_locator if labelled == "locator" else _key(labelled) in item.reference
        return super().process(item, variable, *args, **kwargs) if known else None


class _Substitute(model.Substitute):  # type: ignore[misc]
    """What stood in for a name is not shown a second time, whatever macro it came from."""

    csl = "substitute"

    def render(self, item: _Untyped, context: _Untyped = None, **kwargs: _Untyped) -> _Untyped:
        text = super().render(item, context=context, **kwargs)
        if text:
            repressed = context.get_layout().repressed.setdefault(_tag("text"), [])
            shown = str(text)
            for name, value in item.reference.items():
                if isinstance(value, str) and value in shown:
                    repressed.append(name.replace("_", "-"))
        return text


class _Group(model.Group):  # type: ignore[misc]
    """Shown where a variable in it is, or where it asks for none: labels and terms do not count."""

    csl = "group"

    def process(self, item: _Untyped, context: _Untyped = None, **kwargs: _Untyped) -> _Untyped:
        root = self.get_root()
        outer, root.tally = root.tally, [0, 0]
        try:
            texts = list(self._texts(item, context, kwargs))
        finally:
            (called, filled), root.tally = root.tally, outer
        outer[0] += called
        if not texts or (called and not filled):
            raise VariableError
        # A group that is shown counts for the one around it as a variable that is there.
        outer[1] += 1
        return self.join(texts)

    def _texts(self, item: _Untyped, context: _Untyped, kwargs: _Untyped) -> _Untyped:
        for child in self.iterchildren():
            within = {"delimiter": self.get("delimiter", "")}
            extra = within if isinstance(child, model.Choose) else {}
            try:
                text = child.render(item, context=context, **extra, **kwargs)
            except VariableError:
                continue
            if text is not None:
                yield text


class _If(model.If):  # type: ignore[misc]
    """Knows `disambiguate`: one source cited alone is never taken for another."""

    csl = "if"
    _TESTS = ("type", "variable", "is-numeric", "is-uncertain-date", "locator")

    def render(
        self, item: _Untyped, context: _Untyped = None, delimiter: str = "", **kwargs: _Untyped
    ) -> _Untyped:
        results = [False] if "disambiguate" in self.attrib else []
        for test in self._TESTS:
            if test in self.attrib:
                results += getattr(self, f"_{_key(test)}")(item)
        if "position" in self.attrib:
            results += self._position(item, context)
        if not self._is_met([bool(result) for result in results]):
            raise model.ConditionFailed
        return self.render_children(item, context=context, delimiter=delimiter, **kwargs)

    def _is_met(self, results: list[bool]) -> bool:
        match self.get("match"):
            case "any":
                return any(results)
            case "none":
                return not any(results)
            case _:
                return all(results)


class _ElseIf(_If):
    csl = "else-if"


def _key(name: str) -> str:
    return name.replace("-", "_")
