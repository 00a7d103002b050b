"""What stands around an article is greyed and not searched; here it is searched after all."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qa_app.gui.actions import Handler
from qa_app.gui.sources import Sources
from qa_app.gui.tasks import EngineClient
from qa_app.gui.views.source_pane import SourcePane
from qa_app.model import BlockKind, SourceText, Span


class Furniture(QObject):
    """Has greyed lines searched, or left out again. `announced` says in words what was done."""

    announced = Signal(str)

    def __init__(
        self, client: EngineClient, sources: Sources, pane: SourcePane, window: QWidget
    ) -> None:
        super().__init__(window)
        self._client = client
        self._sources = sources
        self._pane = pane
        # The document as it was before, while the engine is at it.
        self._before: SourceText | None = None
        client.source_loaded.connect(self._on_source_loaded)

    def handlers(self) -> dict[str, Handler]:
        """What it does, by the name of the action."""
        return {"search_furniture": self.toggle}

    def toggle(self) -> None:
        """Search the greyed lines at the cursor or in the selection, or leave them out again."""
        source = self._pane.source
        if source is None:
            self.announced.emit(self.tr("Choose a hit first"))
            return
        span = self._pane.view.selected()
        self._before = source
        self._sources.await_kinds(source.document_id)
        is_back = any(_touches(span, grey) for grey in _greyed(source))
        self._client.bring_back_furniture(source.document_id, span, is_back=is_back)

    def give_up(self) -> None:
        """The engine will not do it."""
        self._before = None
        self._sources.await_kinds(0)

    def _on_source_loaded(self, source: SourceText) -> None:
        before, self._before = self._before, None
        if before is None or before.document_id != source.document_id:
            return
        more = len(_greyed(source)) - len(_greyed(before))
        if more < 0:
            self.announced.emit(self.tr("These lines are searched now; once more leaves them out"))
        elif more > 0:
            self.announced.emit(self.tr("These lines are left out again"))
        else:
            self.announced.emit(self.tr("No greyed line is at the cursor"))


def _greyed(source: SourceText) -> list[Span]:
    return [block.span for block in source.blocks if block.kind is BlockKind.FURNITURE]


def _touches(span: Span, grey: Span) -> bool:
    """Whether a selection, or a cursor, is in a greyed line or at its edge."""
    return span.start <= grey.end and grey.start <= span.end
