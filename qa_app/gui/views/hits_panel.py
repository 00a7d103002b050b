"""The left side: a welcome, or the hits under a line that says what they are."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from qa_app.explaining.verdict import is_likely, refusal_sentences
from qa_app.gui.theme import Theme, set_colours
from qa_app.gui.views.hit_delegate import small_font
from qa_app.gui.views.hit_list import HitList
from qa_app.gui.views.welcome import Welcome
from qa_app.gui.wording import tr
from qa_app.model import Answer, HighlightKind, Hit


class HitsPanel(QStackedWidget):
    """Shows one of three things: the welcome, keyword hits, or an answer."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.welcome = Welcome(theme)
        self.hit_list = HitList(theme)
        self.banner = _plain_label()
        self.banner.setWordWrap(True)
        self.banner.setContentsMargins(44, 12, 16, 12)
        self.list_label = _plain_label()
        self.list_label.setWordWrap(True)
        self.list_label.setFont(small_font(self.list_label.font()))
        self.list_label.setContentsMargins(44, 6, 16, 6)
        self.addWidget(self.welcome)
        self.addWidget(self._results())
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        set_colours(self.banner, ground=theme.notice, text=theme.text)
        set_colours(self.list_label, text=theme.muted)
        self.welcome.set_theme(theme)
        self.hit_list.set_theme(theme)

    def show_welcome(self) -> None:
        """Show no hits: nothing has been asked."""
        self.hit_list.show_hits(())
        self.setCurrentIndex(0)

    def show_keyword_hits(self, hits: Sequence[Hit]) -> None:
        """Show what the words typed so far find."""
        if hits:
            label = self.tr("Keyword hits — Enter for the full ranking")
        else:
            label = self.tr("No passage holds these words — Enter for the full ranking")
        self._show(hits, banner="", label=label)

    def show_answer(self, answer: Answer) -> None:
        """Show the full ranking, or the refusal with what comes near."""
        if answer.answered:
            self._show(answer.hits, banner="", label=self._standing(answer))
            return
        label = self.tr("Related, not an answer") if answer.related else ""
        related = [_without_answer(hit) for hit in answer.related]
        refusal = "\n".join(tr(sentence) for sentence in refusal_sentences(answer))
        self._show(related, banner=refusal, label=label, related=True)

    def _standing(self, answer: Answer) -> str:
        if is_likely(answer):
            return self.tr("Full ranking")
        return self.tr("Full ranking — perhaps an answer: read it in its source")

    def _show(self, hits: Sequence[Hit], *, banner: str, label: str, related: bool = False) -> None:
        self.banner.setText(banner)
        self.banner.setVisible(bool(banner))
        self.list_label.setText(label)
        self.list_label.setVisible(bool(label))
        self.hit_list.show_hits(hits, related=related)
        self.setCurrentIndex(1)

    def _results(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.list_label)
        column.addWidget(self.hit_list, 1)
        return page


def _without_answer(hit: Hit) -> Hit:
    """A hit in which nothing is marked as an answer, because it is none."""
    kept = tuple(h for h in hit.highlights if h.kind is not HighlightKind.ANSWER)
    return replace(hit, highlights=kept)


def _plain_label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
