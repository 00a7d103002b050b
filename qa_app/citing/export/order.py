"""What a person asks to have exported, and the snippets it comes to."""

from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from qa_app.citing.export.content import (
    PLAIN_TEMPLATE,
    Export,
    ExportCancelled,
    Section,
    Template,
    sections_by_group,
)
from qa_app.citing.export.plain_item import plain_citation
from qa_app.citing.export.styled import Styled, csl_item
from qa_app.citing.styles import style_of
from qa_app.errors import ExportError
from qa_app.library.archive import Texts
from qa_app.model import Answer, AskedQuestion, Cancelled, Hit, Snippet, never_cancelled


class ExportOrder(Struct, frozen=True):
    """What is to be exported, and how.

    Without `questions` it is the snippets, of one `group` where that is named; with them the hits
    of each, asked without what is `dropped` (see `messages.Ask`); with `everything` the snippets
    and the hits of every saved question. `format` is a format's name, empty for what the file's
    name says; `style` as for `styles.style_of`, empty for one plain line. With `force` a file that
    is there is replaced.
    """

    questions: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    group: str | None = None
    everything: bool = False
    format: str = ""
    style: str = ""
    template: Template = PLAIN_TEMPLATE
    force: bool = False


def sections_of(
    order: ExportOrder,
    made_at: str,
    library: Texts,
    *,
    snippets: Callable[[], tuple[Snippet, ...]],
    saved: Callable[[], Iterable[AskedQuestion]],
    ask: Callable[[str, tuple[str, ...]], Answer],
    cancelled: Cancelled = never_cancelled,
) -> tuple[Section, ...]:
    """What an order comes to: `snippets` are those kept, `saved` the questions saved.

    Raises:
        ExportError: no snippet is in the group, or none of the questions is answered.
        ExportCancelled: it was cancelled before one of the questions.
    """

    def answered(question: str, dropped: tuple[str, ...]) -> Answer:
        if cancelled():
            raise ExportCancelled
        return ask(question, dropped)

    if order.questions:
        answers = (answered(question, order.dropped) for question in order.questions)
        found = sections_of_answers(library, answers, made_at)
        if not any(section.snippets for section in found):
            raise ExportError("The documents do not answer that, so there is nothing to export.")
        return found
    known = snippets()
    if order.group is not None:
        known = tuple(snippet for snippet in known if snippet.group == order.group)
        if not known:
            raise ExportError(f"No snippet is in the group “{order.group}”; name another.")
    sections = sections_by_group(known)
    if order.everything:
        answers = (answered(asked.question, asked.dropped) for asked in saved())
        sections += sections_of_answers(library, answers, made_at)
    return sections


def sections_of_answers(
    library: Texts, answers: Iterable[Answer], kept_at: str
) -> tuple[Section, ...]:
    """A section for each answer, its question the heading and its hits the snippets.

    What a question is related to is no answer, and left out.

    Raises:
        LibraryError: a document was taken out of the library just now.
    """
    return tuple(
        Section(
            answer.question,
            tuple(_snippet_of(library, hit, answer.question, kept_at) for hit in answer.hits),
        )
        for answer in answers
    )


def export_of(sections: tuple[Section, ...], order: ExportOrder, made_at: str) -> Export:
    """The export of some sections, cited as the order says.

    Raises:
        StyleError: there is no such style, or it cannot be used.
    """
    plain = Export(sections, made_at, order.template, plain_citation, csl_item)
    if not order.style:
        return plain
    snippets = [snippet for section in sections for snippet in section.snippets]
    styled = Styled(style_of(order.style), snippets)
    return replace(plain, cite=styled.cite, sources=styled.listed())


def _snippet_of(library: Texts, hit: Hit, question: str, kept_at: str) -> Snippet:
    source = hit.source
    snippet = library.make_snippet(source.document_id, source.span, question, kept_at)
    # A person may have corrected what the hit says of its source.
    return replace(snippet, metadata=source.metadata)
