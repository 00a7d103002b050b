"""What is exported: snippets under headings, and how each is to be put."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from msgspec import Struct

from qa_app.citing.export.plain_item import plain_citation, plain_item
from qa_app.citing.export.shown import one_line
from qa_app.model import Cancelled, Snippet, SnippetState, never_cancelled

TITLE = "Snippets"
SOURCES = "Sources"
_STATES = {
    SnippetState.VERBATIM: "",
    SnippetState.CHANGED: "The source has changed since these words were kept.",
    SnippetState.MISSING: "The source is no longer there.",
}

Cite = Callable[[Snippet], str]
Item = Callable[[Snippet], Mapping[str, object]]
# Called with how many snippets are written, and of how many.
OnStep = Callable[[int, int], None]


class ExportCancelled(Exception):  # noqa: N818 - reads as the state it reports
    """The export was cancelled; nothing was written."""


class Template(Struct, frozen=True):
    """How a snippet is put: its quote or its source first, and whether its note and tags follow."""

    source_first: bool = False
    with_notes: bool = True


PLAIN_TEMPLATE = Template()


class Section(Struct, frozen=True):
    """Snippets under one heading: a group, a question, or none."""

    heading: str
    snippets: tuple[Snippet, ...]


class Entry(Struct, frozen=True):
    """A snippet in its turn, numbered from 1; `heading` is set where a new section begins."""

    number: int
    heading: str
    snippet: Snippet


def ignore_steps(_n_done: int, _n: int) -> None:
    """An `OnStep` for callers that show none."""


class Export(Struct, frozen=True):
    """What a format writes.

    `cite` gives the citation of a snippet as one line of plain text, `item` what CSL-JSON says of
    its source; `sources` is the list of them, where the style has one. `made_at` is ISO 8601.
    """

    sections: tuple[Section, ...]
    made_at: str
    template: Template = PLAIN_TEMPLATE
    cite: Cite = plain_citation
    item: Item = plain_item
    sources: tuple[str, ...] = ()
    on_step: OnStep = ignore_steps
    cancelled: Cancelled = never_cancelled

    @property
    def n_snippets(self) -> int:
        """How many snippets there are."""
        return sum(len(section.snippets) for section in self.sections)

    def entries(self) -> Iterator[Entry]:
        """The snippets in order, with progress.

        Raises:
            ExportCancelled: it was cancelled between two of them.
        """
        n, number = self.n_snippets, 0
        for section in self.sections:
            heading = section.heading
            for snippet in section.snippets:
                if self.cancelled():
                    raise ExportCancelled
                number += 1
                yield Entry(number, heading, snippet)
                heading = ""
                self.on_step(number, n)


def remarks_on(snippet: Snippet, template: Template) -> list[str]:
    """What is said below a quote: that its source is not what it was, its note, its tags."""
    remarks = [_STATES[snippet.state]]
    if template.with_notes:
        remarks.append(f"Note: {snippet.note}" if snippet.note else "")
        remarks.append(f"Tags: {one_line(', '.join(snippet.tags))}" if snippet.tags else "")
    return [remark for remark in remarks if remark]


def sections_by_group(snippets: Iterable[Snippet]) -> tuple[Section, ...]:
    """A section for each group, in the order in which the groups first appear."""
    known = list(snippets)
    turn = {group: n for n, group in enumerate(dict.fromkeys(s.group for s in known))}
    known.sort(key=lambda snippet: turn[snippet.group])
    return tuple(
        Section(group, tuple(members)) for group, members in groupby(known, lambda s: s.group)
    )
