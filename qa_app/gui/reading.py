"""To the source of what is chosen: a hit, a document, a snippet, or words that were checked."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qa_app.gui.actions import Handler
from qa_app.gui.history import History
from qa_app.gui.sources import Sources
from qa_app.gui.views.hits_panel import HitsPanel
from qa_app.gui.views.source_pane import SourcePane
from qa_app.model import Hit, Snippet, Span


class Reading(QObject):
    """Shows each in its source and goes there; a hit that is only chosen is shown, not gone to."""

    def __init__(
        self,
        window: QWidget,
        *,
        sources: Sources,
        history: History,
        panel: HitsPanel,
        source_pane: SourcePane,
    ) -> None:
        super().__init__(window)
        self._sources = sources
        self._history = history
        self._hit_list = panel.hit_list
        self._view = source_pane.view
        self._hit_list.hit_chosen.connect(self.show_hit)
        self._hit_list.hit_opened.connect(self.read_hit)

    def handlers(self) -> dict[str, Handler]:
        """What it does, by the name of the action."""
        return {"read_hit": self.read_hit}

    def show_hit(self, hit: Hit) -> None:
        """Show a hit in its source."""
        self._sources.show(hit, self._hit_list.hit_model.hits())

    def read_hit(self) -> None:
        """Go to the chosen hit in its source."""
        hit = self._hit_list.current_hit()
        if hit is not None:
            self.show_hit(hit)
            self._view.setFocus()

    def read_document(self, document_id: int) -> None:
        """Go to a document, for no hit."""
        self._history.let_source_be()
        self._sources.open(document_id)
        self._view.setFocus()

    def read_snippet(self, snippet: Snippet) -> None:
        """Go to a snippet where it stands."""
        self._history.let_source_be()
        self._sources.show_snippet(snippet)
        self._view.setFocus()

    def read_words(self, document_id: int, span: Span, words: str) -> None:
        """Go to words of a document where they stand."""
        self._history.let_source_be()
        self._sources.show_words(document_id, span, words)
        self._view.setFocus()
