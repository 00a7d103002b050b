"""The right side: a document named, and its text with the passage in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from qa_app.explaining.dates import date_words
from qa_app.gui.marks import Segment, segments
from qa_app.gui.theme import Theme, set_colours
from qa_app.gui.views.elided_label import ElidedLabel
from qa_app.gui.views.hit_delegate import small_font
from qa_app.gui.views.source_view import Marking, SourceView
from qa_app.gui.wording import SEPARATOR, path_words, title_of
from qa_app.model import Hit, Source, SourceText, Span

_TITLE_STEP_PT = 2.0
_MAX_TITLE_CHARS = 160


class SourcePane(QWidget):
    """Header and text. The text is not loaded again while the document stays the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._source: SourceText | None = None
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.facts = ElidedLabel(Qt.TextElideMode.ElideRight)
        self.path = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self.view = SourceView(theme)
        self._set_fonts()
        self._header = self._lay_out()
        self._header.hide()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        set_colours(self.facts, text=theme.muted)
        set_colours(self.path, text=theme.muted)
        self.view.set_theme(theme)

    def show_passage(self, source: SourceText, hit: Hit, hits: Sequence[Hit]) -> None:
        """Show `hit` in its document, and lightly what else of `hits` stands there."""
        if source is not self._source:
            self._source = source
            self._show_header(source)
            self.view.show_text(source)
        passage = place_of(hit, source)
        if passage is None:
            self.view.unmark()
            return
        self.view.reveal(
            Marking(
                passage=passage,
                segments=_in_document(segments(hit.highlights, len(hit.text)), passage),
                others=_other_places(hit, hits, source),
            )
        )

    def clear(self) -> None:
        """Show no document."""
        self._source = None
        self._header.hide()
        self.view.clear_text()

    def _show_header(self, source: SourceText) -> None:
        named = Source(source.document_id, source.path, source.metadata, Span(0, 0), 0)
        title = title_of(named)
        cut = len(title) > _MAX_TITLE_CHARS
        self.title.setText(title[: _MAX_TITLE_CHARS - 1] + "…" if cut else title)
        about = source.metadata
        facts = (about.publisher, date_words(about.date), about.author)
        self.facts.set_text(SEPARATOR.join(fact for fact in facts if fact))
        self.facts.setVisible(any(facts))
        self.path.set_text(path_words(source.path))
        self._header.show()

    def _set_fonts(self) -> None:
        font = self.title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() + _TITLE_STEP_PT)
        self.title.setFont(font)
        self.path.setFont(small_font(self.path.font()))

    def _lay_out(self) -> QWidget:
        header = QWidget()
        above = QVBoxLayout(header)
        above.setContentsMargins(14, 10, 16, 8)
        above.setSpacing(3)
        for label in (self.title, self.facts, self.path):
            above.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self.view, 1)
        return header


def place_of(hit: Hit, source: SourceText) -> Span | None:
    """Where the passage stands in the text as it was loaded, which may be newer than the hit."""
    if hit.source.span.of(source.text) == hit.text:
        return hit.source.span
    start = source.text.find(hit.text) if hit.text else -1
    return Span(start, start + len(hit.text)) if start >= 0 else None


def _in_document(marked: Sequence[Segment], passage: Span) -> tuple[Segment, ...]:
    return tuple(Segment(s.span.shifted(passage.start), s.kinds) for s in marked)


def _other_places(hit: Hit, hits: Sequence[Hit], source: SourceText) -> tuple[Span, ...]:
    places = (place for h in hits if h is not hit for place in (h.source, *h.also_in))
    inside = Span(0, len(source.text))
    here = {p.span for p in places if p.document_id == source.document_id and inside.holds(p.span)}
    return tuple(sorted(here - {hit.source.span}))
