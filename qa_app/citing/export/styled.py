"""Snippets cited in a style: in the text, and in the list of sources at its end."""

from collections.abc import Iterable, Mapping

from qa_app.citing.item import Item, csl_json, item_of, locator_at
from qa_app.citing.styles import Style
from qa_app.model import Snippet


def csl_item(snippet: Snippet) -> Mapping[str, object]:
    """What CSL-JSON says of a snippet's source."""
    return csl_json(_item(snippet), snippet.id)


class Styled:
    """Cites snippets in a style, their sources numbered in the order in which they first come.

    Like the style, it belongs to the thread that made it.
    """

    def __init__(self, style: Style, snippets: Iterable[Snippet]) -> None:
        self._style = style
        items = dict.fromkeys(_item(snippet) for snippet in snippets)
        self._numbers = {item: number for number, item in enumerate(items, start=1)}

    def cite(self, snippet: Snippet) -> str:
        """The note, or what stands in the text after the quote.

        Raises:
            StyleError: a person's own style fails on this source.
        """
        item = _item(snippet)
        locator = locator_at(snippet.shown_paragraph, snippet.shown_page)
        return self._style.cite(item, locator, self._numbers[item]).text

    def listed(self) -> tuple[str, ...]:
        """The sources, in the order of their numbers where the style shows them, else by name.

        Raises:
            StyleError: as for `cite`.
        """
        lines = [self._style.entry(item, number).text for item, number in self._numbers.items()]
        return tuple(lines if self._shows_numbers() else sorted(lines, key=str.casefold))

    def _shows_numbers(self) -> bool:
        first = next(iter(self._numbers), None)
        return first is not None and self._style.entry(first, 1) != self._style.entry(first, 2)


def _item(snippet: Snippet) -> Item:
    # A page that a person named says nothing of what the source is.
    return item_of(snippet.metadata, snippet.path, has_pages=bool(snippet.page))
