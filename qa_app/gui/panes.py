"""From pane to pane by one key, in the order in which they are read."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qa_app.gui.actions import Handler
from qa_app.gui.views.hits_panel import HitsPanel
from qa_app.gui.views.question_bar import QuestionBar
from qa_app.gui.views.snippets_pane import SnippetsPane
from qa_app.gui.views.source_pane import SourcePane
from qa_app.gui.views.why_pane import WhyPane


class Panes(QObject):
    """Knows which panes there are to go to at the moment."""

    def __init__(
        self,
        window: QWidget,
        *,
        question_bar: QuestionBar,
        hits_panel: HitsPanel,
        why_pane: WhyPane,
        source_pane: SourcePane,
        snippets_pane: SnippetsPane,
    ) -> None:
        super().__init__(window)
        self._question_bar = question_bar
        self._hits_panel = hits_panel
        self._why_pane = why_pane
        self._source_pane = source_pane
        self._snippets_pane = snippets_pane

    def handlers(self) -> dict[str, Handler]:
        """What it does, by the name of the action."""
        return {"next_pane": lambda: self._step(1), "previous_pane": lambda: self._step(-1)}

    def _step(self, step: int) -> None:
        """From the pane with the focus to the next one; from anywhere else to the question."""
        panes = self._on_show()
        focused = [pane.hasFocus() for pane in panes]
        panes[(focused.index(True) + step) % len(panes) if any(focused) else 0].setFocus()

    def _on_show(self) -> list[QWidget]:
        welcome = self._hits_panel.currentWidget() is self._hits_panel.welcome
        hits = self._hits_panel.hit_list
        middle = self._hits_panel.welcome.first_button() if welcome else hits
        reasons = [self._why_pane.shares] if self._why_pane.isVisible() else []
        snippets = [self._snippets_pane.list] if self._snippets_pane.is_open() else []
        source = self._source_pane.view
        return [self._question_bar.field, middle or source, *reasons, source, *snippets]
