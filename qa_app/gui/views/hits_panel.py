"""The left side: a welcome, or the hits under a line that says what they are."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qa_app.explaining.verdict import is_likely, refusal_sentences
from qa_app.gui.text_size import SMALL_STEP_PT, follow
from qa_app.gui.theme import Theme, set_colours
from qa_app.gui.views.hit_list import HitList
from qa_app.gui.views.welcome import Welcome
from qa_app.gui.wording import count, explained
from qa_app.model import Answer, HighlightKind, Hit


class HitsPanel(QStackedWidget):
    """Shows one of three things: the welcome, keyword hits, or an answer.

    `documents_wanted` follows when the person asks which files an answer did not search.
    """

    documents_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.welcome = Welcome(theme)
        self.hit_list = HitList(theme)
        self._n_unsearched = 0
        self.banner = _plain_label()
        self.banner.setWordWrap(True)
        self.banner.setContentsMargins(44, 12, 16, 12)
        self.list_label = _plain_label()
        self.list_label.setWordWrap(True)
        follow(self.list_label, SMALL_STEP_PT)
        self.list_label.setContentsMargins(44, 6, 16, 6)
        self.unsearched_button = QPushButton()
        self.unsearched_button.setFlat(True)
        self.unsearched_button.setCursor(Qt.CursorShape.PointingHandCursor)
        font = self.unsearched_button.font()
        font.setUnderline(True)
        self.unsearched_button.setFont(font)
        follow(self.unsearched_button, SMALL_STEP_PT)
        self.unsearched_button.setToolTip(self.tr("List the documents and what became of each"))
        self.unsearched_button.clicked.connect(self.documents_wanted)
        self.addWidget(self.welcome)
        self.addWidget(self._results())
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        set_colours(self.banner, ground=theme.notice, text=theme.text)
        set_colours(self.list_label, text=theme.muted)
        set_colours(self.unsearched_button, text=theme.accent)
        self.welcome.set_theme(theme)
        self.hit_list.set_theme(theme)

    def show_welcome(self) -> None:
        """Show no hits: nothing has been asked."""
        self.hit_list.show_hits(())
        self.setCurrentIndex(0)

    def show_keyword_hits(self, hits: Sequence[Hit]) -> None:
        """Show what the words typed so far find."""
        self._n_unsearched = 0
        if hits:
            label = self.tr("Keyword hits — Enter for the full ranking")
        else:
            label = self.tr("No passage holds these words — Enter for the full ranking")
        self._show(hits, banner="", label=label)

    def show_answer(self, answer: Answer) -> None:
        """Show the full ranking, or the refusal with what comes near."""
        self._n_unsearched = answer.n_unsearched
        if answer.answered:
            self._show(answer.hits, banner="", label=self._standing(answer))
            return
        label = self.tr("Related, not an answer") if answer.related else ""
        related = [_without_answer(hit) for hit in answer.related]
        refusal = "\n".join(refusal_sentences(answer, explained))
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
        self._show_unsearched()
        self.hit_list.show_hits(hits, related=related)
        self.setCurrentIndex(1)

    def _show_unsearched(self) -> None:
        one, many = self.tr("file was not searched"), self.tr("files were not searched")
        self.unsearched_button.setText(count(self._n_unsearched, one, many))
        self.unsearched_button.setAccessibleName(self.unsearched_button.text())
        self.unsearched_button.setVisible(self._n_unsearched > 0)

    def _results(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 12, 0)
        line.setSpacing(0)
        line.addWidget(self.list_label, 1)
        line.addWidget(self.unsearched_button)
        column.addLayout(line)
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
