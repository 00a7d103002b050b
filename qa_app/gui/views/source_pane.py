"""The right side: a document named, and its text with the passage in it."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qa_app.explaining.quoting import place_mark
from qa_app.gui.key_names import KeyNames
from qa_app.gui.marks import Segment, focus, segments
from qa_app.gui.stops import Stop, place_of, stops_in
from qa_app.gui.text_size import SMALL_STEP_PT, follow
from qa_app.gui.theme import Theme, set_colours
from qa_app.gui.views.find_bar import FindBar
from qa_app.gui.views.outline_popup import OutlinePopup
from qa_app.gui.views.scroll_ticks import ScrollTicks, Tick, TickKind
from qa_app.gui.views.source_header import SourceHeader
from qa_app.gui.views.source_view import Marking, SourceView
from qa_app.gui.wording import explained
from qa_app.model import Hit, SourceText, Span, page_at


class SourcePane(QWidget):
    """Header, text with ticks beside it, and a line at the foot that says where one is.

    The text is not loaded again while the document stays the same. `document_changed` comes when
    another is about to be shown, or none is.
    """

    document_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source: SourceText | None = None
        self.stops: tuple[Stop, ...] = ()
        self.current: Span | None = None
        self.header = SourceHeader(theme)
        self.view = SourceView(theme)
        self.ticks = ScrollTicks(self.view, theme)
        self.find_bar = FindBar(theme)
        self.standing = QLabel()
        self.page = QLabel()
        self.outline = OutlinePopup(theme, self)
        self._set_up_parts()
        self._lay_out()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        for part in (self.header, self.view, self.ticks, self.find_bar, self.outline):
            part.set_theme(theme)
        for label in (self.standing, self.page):
            set_colours(label, text=theme.muted, ground=theme.base)

    def show_passage(self, source: SourceText, hit: Hit, hits: Sequence[Hit]) -> None:
        """Show `hit` in its document, and lightly what else of `hits` stands there."""
        self._show_document(source)
        passage = place_of(hit, source)
        self.stops, self.current = stops_in(source, hits), passage
        if passage is None:
            self._say_gone()
        else:
            self._reveal(hit, passage)
        self._show_ticks(hit)

    def show_words(self, source: SourceText, span: Span, words: str) -> None:
        """Show the words at `span` of a document; from the beginning where they are others.

        White space and what no page can show may differ: an export has not kept it.
        """
        self.show_document(source)
        if not span.end or _letters(span.of(source.text)) != _letters(words):
            self._say_gone()
            return
        self.ticks.set_ticks((Tick(TickKind.PASSAGE, span),))
        self._settle()
        self.view.reveal(Marking(passage=span))

    def show_document(self, source: SourceText) -> None:
        """Show a document from its beginning, with nothing marked in it."""
        self._show_document(source)
        self.stops, self.current = (), None
        self.ticks.set_ticks(())
        self.say("")
        self.view.unmark()

    def correct(self, source: SourceText) -> None:
        """Name the document shown, if it is that one, as it is named now."""
        if self.source is not None and self.source.document_id == source.document_id:
            self.source = source
            self.header.show_source(source)

    def restyle(self, source: SourceText) -> bool:
        """Style the document shown as its blocks are now; False where its text is another."""
        if self.source is None or self.source.text != source.text:
            return False
        self.source = source
        self.view.restyle(source.blocks)
        return True

    def say(self, text: str) -> None:
        """Say something in the line at the foot; empty takes the line away."""
        self.standing.setText(text)
        self.standing.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.standing, text))

    def say_standing(self, remark: str = "") -> None:
        """Say which of the document's hits is shown."""
        places = [stop.span for stop in self.stops]
        if self.current not in places:
            self.say(remark)
            return
        words = self.tr("{n} of {all} in this document")
        standing = words.format(n=places.index(self.current) + 1, all=len(places))
        self.say(f"{standing} — {remark}" if remark else standing)

    def selected(self) -> tuple[SourceText, Span] | None:
        """The document shown and the words selected in it; None where none are."""
        span = self.view.selected()
        if self.source is None or span.start == span.end:
            return None
        return self.source, span

    def clear(self) -> None:
        """Show no document."""
        self.source, self.stops, self.current = None, (), None
        self.header.hide()
        self.ticks.hide()
        self.say("")
        self._say_page()
        self.view.clear_text()
        self.document_changed.emit()

    def _say_gone(self) -> None:
        self.view.unmark()
        self.say(
            self.tr(
                "The passage is no longer in this document; {key:update_index} looks again"
            ).format(key=KeyNames(self))
        )

    def _show_document(self, source: SourceText) -> None:
        if source is self.source:
            return
        self.source = source
        self.header.show_source(source)
        self.header.show()
        self.ticks.show()
        self._settle()
        self.document_changed.emit()
        self.view.show_text(source)
        self._say_page()

    def _say_page(self) -> None:
        """Say on which page the reader is, in a document that has pages."""
        pages = self.source.pages if self.source is not None else ()
        self.page.setVisible(bool(pages))
        if pages:
            here = self.view.top_position()
            n = max(1, bisect_right(pages, here, key=lambda page: page.start))
            said = place_mark(0, page := page_at(pages, here), explained)
            words = (
                self.tr("{page} of {all}") if page == str(n) else self.tr("{page} ({n} of {all})")
            )
            self.page.setText(words.format(page=said, n=n, all=len(pages)))

    def _settle(self) -> None:
        """Give the text its size before it is scrolled: another width would wrap it anew."""
        layout = self.layout()
        if layout is not None:
            layout.activate()

    def _reveal(self, hit: Hit, passage: Span) -> None:
        others = tuple(stop.span for stop in self.stops if stop.span != passage)
        marked = _in_document(segments(hit.highlights, len(hit.text)), passage)
        self.say_standing()
        self._settle()
        self.view.reveal(Marking(passage=passage, segments=marked, others=others))

    def _show_ticks(self, hit: Hit) -> None:
        ticks = [
            Tick(TickKind.PASSAGE if stop.span == self.current else TickKind.HIT, stop.span)
            for stop in self.stops
        ]
        answer = focus(segments(hit.highlights, len(hit.text)))
        if answer is not None and self.current is not None:
            ticks.append(Tick(TickKind.ANSWER, answer.shifted(self.current.start)))
        self.ticks.set_ticks(ticks)

    def _set_up_parts(self) -> None:
        self.standing.setWordWrap(True)
        for label in (self.standing, self.page):
            label.setTextFormat(Qt.TextFormat.PlainText)
            follow(label, SMALL_STEP_PT)
            label.setContentsMargins(14, 3, 14, 4)
        self.page.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        for part in (self.header, self.ticks, self.find_bar, self.standing, self.page):
            part.hide()
        self.view.verticalScrollBar().valueChanged.connect(self._say_page)
        self.view.cursorPositionChanged.connect(self._say_page)
        self.view.text_shown.connect(self._say_page)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self.view, 1)
        line.addWidget(self.ticks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(line, 1)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(self.standing, 1)
        foot.addWidget(self.page)
        column.addLayout(foot)
        column.addWidget(self.find_bar)


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))


def _in_document(marked: Sequence[Segment], passage: Span) -> tuple[Segment, ...]:
    return tuple(Segment(s.span.shifted(passage.start), s.kinds) for s in marked)
