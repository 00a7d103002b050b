"""What a document says of itself, corrected by the person, and shown so everywhere at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qa_app.gui.actions import Handler
from qa_app.gui.sources import Sources
from qa_app.gui.tasks import EngineClient
from qa_app.gui.views.hits_panel import HitsPanel
from qa_app.gui.views.snippets_pane import SnippetsPane
from qa_app.gui.views.source_pane import SourcePane
from qa_app.gui.wording import tr
from qa_app.messages import CorrectSource, Failed, LoadMetadata, MetadataLoaded
from qa_app.model import Metadata

if TYPE_CHECKING:
    from qa_app.gui.views.correction_dialog import CorrectionDialog

_Wanted = tuple[int, str]


class Correcting(QObject):
    """Opens the form for the source chosen.

    `corrected` follows once a correction is kept, with the document and its metadata now.
    """

    announced = Signal(str)
    corrected = Signal(int, object)

    def __init__(
        self,
        client: EngineClient,
        window: QWidget,
        *,
        sources: Sources,
        panel: HitsPanel,
        source_pane: SourcePane,
        snippets_pane: SnippetsPane,
    ) -> None:
        super().__init__(window)
        self._client = client
        self._window = window
        self._sources = sources
        self._panel = panel
        self._source_pane = source_pane
        self._snippets_pane = snippets_pane
        self._dialog: CorrectionDialog | None = None
        # The document whose form is to open, or is open, and its file.
        self._wanted: _Wanted | None = None
        client.metadata_loaded.connect(self._on_metadata_loaded)
        client.engine_stopped.connect(self._on_engine_stopped)

    def handlers(self) -> dict[str, Handler]:
        """What it does, by the name of the action."""
        return {"correct_source": self.show}

    def show(self) -> None:
        """Open the form for the source that is read, the snippet's, or the hit's."""
        wanted = self._chosen()
        if wanted is None:
            self.announced.emit(self.tr("No source is chosen to be corrected"))
        elif not wanted[0]:
            self.announced.emit(tr("The source is gone; these are the words as they were kept"))
        else:
            self._wanted = wanted
            self._client.request(LoadMetadata(0, wanted[0]))

    def takes(self, failure: Failed) -> bool:
        """Say in the form what failed; False where it is not open, or it is not its business."""
        if failure.request != CorrectSource.__name__ or self._dialog is None:
            return False
        self._dialog.say(failure.message)
        return True

    def _chosen(self) -> _Wanted | None:
        """The document chosen, 0 where it is gone, with its path."""
        source, snippets = self._source_pane.source, self._snippets_pane.list
        snippet = snippets.current_snippet()
        if snippet is not None and snippets.hasFocus():
            return snippet.document_id, snippet.path
        hit = self._panel.hit_list.current_hit()
        if source is not None and (hit is None or self._source_pane.view.hasFocus()):
            return source.document_id, source.path
        return (hit.source.document_id, hit.source.path) if hit is not None else None

    def _on_metadata_loaded(self, event: MetadataLoaded) -> None:
        if self._wanted is None or event.document_id != self._wanted[0]:
            return
        if self._dialog is None:
            self._open(self._wanted[1], event.metadata, event.own)
            return
        self._dialog.close_saved()
        self._sources.correct(event.document_id, event.metadata)
        self._panel.hit_list.hit_model.correct(event.document_id, event.metadata)
        self.corrected.emit(event.document_id, event.metadata)
        is_own = event.metadata == event.own
        kept = self.tr("The source is shown as you corrected it")
        self.announced.emit(self.tr("The source is shown as it says itself") if is_own else kept)

    def _open(self, path: str, shown: Metadata, own: Metadata) -> None:
        from qa_app.gui.views.correction_dialog import CorrectionDialog  # noqa: PLC0415 - when wanted

        self._dialog = dialog = CorrectionDialog(path, shown, own, self._window)
        dialog.save_wanted.connect(lambda metadata: self._save(metadata, own))
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _save(self, metadata: Metadata, own: Metadata) -> None:
        if self._wanted is not None:
            said = None if metadata == own else metadata
            self._client.request(CorrectSource(0, self._wanted[0], said))

    def _on_finished(self) -> None:
        self._dialog, self._wanted = None, None

    def _on_engine_stopped(self, message: str) -> None:
        if self._dialog is not None:
            self._dialog.say(message)
        else:
            self._wanted = None
