"""What is copied: the passage, the snippet or the selected words, with where they stand."""

from bisect import bisect_right

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from qa_app.explaining.quoting import Quotation, as_html, as_markdown, as_plain, place_mark
from qa_app.explaining.rich_text import as_rtf
from qa_app.gui.actions import Handler
from qa_app.gui.views.hits_panel import HitsPanel
from qa_app.gui.views.snippets_pane import SnippetsPane
from qa_app.gui.views.source_pane import SourcePane
from qa_app.gui.wording import explained
from qa_app.model import BlockKind, Hit, Snippet, SourceText, Span, page_at

_PARAGRAPHS = frozenset({BlockKind.PARAGRAPH, BlockKind.BYLINE})


class Copying(QObject):
    """Puts quotes with their citation on the clipboard. `announced` says what was copied."""

    announced = Signal(str)

    def __init__(
        self,
        panel: HitsPanel,
        source_pane: SourcePane,
        snippets_pane: SnippetsPane,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._snippets = snippets_pane.list
        self._panel = panel
        self._source_pane = source_pane

    def handlers(self) -> dict[str, Handler]:
        """What it does, by the name of the action."""
        return {"copy_citation": self.copy, "copy_markdown": self.copy_markdown}

    def copy(self) -> None:
        """Copy as HTML, RTF, Markdown and plain text, for the other program to choose."""
        quotation = self._wanted()
        if quotation is None:
            return
        copied = QMimeData()
        copied.setText(as_plain(quotation))
        copied.setHtml(as_html(quotation))
        copied.setData("text/markdown", as_markdown(quotation).encode())
        copied.setData("text/rtf", as_rtf(quotation).encode("ascii"))
        QGuiApplication.clipboard().setMimeData(copied)
        self._announce(self.tr("Copied with citation, {place}"), quotation)

    def copy_markdown(self) -> None:
        """Copy as Markdown, for a program that knows plain text only."""
        quotation = self._wanted()
        if quotation is not None:
            QGuiApplication.clipboard().setText(as_markdown(quotation))
            self._announce(self.tr("Copied as Markdown, {place}"), quotation)

    def copy_words(self) -> None:
        """Copy the selected words, or the hit's, and nothing else."""
        quotation = self._wanted()
        if quotation is not None:
            QGuiApplication.clipboard().setText(quotation.words)
            self._announce(self.tr("Copied the words alone, {place}"), quotation)

    def _wanted(self) -> Quotation | None:
        """The words selected in the source or the snippet chosen, in the pane with the focus.

        Else it is the chosen hit.
        """
        selected = self._source_pane.selected()
        if selected is not None and self._source_pane.view.hasFocus():
            return _of_selection(*selected)
        snippet = self._snippets.current_snippet()
        if snippet is not None and self._snippets.hasFocus():
            return _of_snippet(snippet)
        hit = self._panel.hit_list.current_hit()
        if hit is None:
            self.announced.emit(self.tr("Nothing is chosen to be copied"))
            return None
        return _of_hit(hit)

    def _announce(self, words: str, quotation: Quotation) -> None:
        place = place_mark(quotation.paragraph, quotation.page, explained)
        self.announced.emit(words.format(place=place))


def paragraph_at(source: SourceText, position: int) -> int:
    """The number of the paragraph at a position, else of the next one, as passages count them."""
    ends = [
        block.span.end
        for block in source.blocks
        if block.kind in _PARAGRAPHS and block.span.of(source.text).strip()
    ]
    return max(1, min(bisect_right(ends, position) + 1, len(ends)))


def _of_hit(hit: Hit) -> Quotation:
    source = hit.source
    place = (source.paragraph, source.page, source.heading)
    return Quotation(hit.text, source.metadata, source.path, *place)


def _of_snippet(snippet: Snippet) -> Quotation:
    place = (snippet.shown_paragraph, snippet.shown_page)
    return Quotation(snippet.quote, snippet.metadata, snippet.path, *place)


def _of_selection(source: SourceText, span: Span) -> Quotation:
    words = span.of(source.text)
    # What a selection takes along of the gaps around it is nobody's words.
    start = span.start + len(words) - len(words.lstrip())
    page, paragraph = page_at(source.pages, start), paragraph_at(source, start)
    return Quotation(words.strip(), source.metadata, source.path, paragraph, page)
