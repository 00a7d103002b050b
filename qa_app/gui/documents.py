"""The page of the library's documents, its folders, and what is left out of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from qa_app.gui.actions import Handler
from qa_app.gui.indexing import Indexing
from qa_app.gui.opening import Opening
from qa_app.gui.tasks import EngineClient
from qa_app.messages import DocumentsListed, Exclude, Failed, ForgetFolder, ListDocuments
from qa_app.model import DocumentEntry

if TYPE_CHECKING:
    from qa_app.gui.views.documents_dialog import DocumentsDialog

# While a run is on the list is asked for anew this often.
_RELIST_MS = 1_000
_REQUESTS = {"ListDocuments", "IndexFolder", "Exclude", "ForgetFolder"}


class Documents(QObject):
    """Opens the page and does what it asks for. `read_wanted` carries a document's id."""

    read_wanted = Signal(int)

    def __init__(self, client: EngineClient, indexing: Indexing, window: QWidget) -> None:
        super().__init__(window)
        self._client = client
        self._indexing = indexing
        self._window = window
        self._dialog: DocumentsDialog | None = None
        self._opening = Opening(self)
        self._opening.problem_met.connect(self._on_problem_met)
        self._runs_when_changed = False
        self._relisting = QTimer(self)
        self._relisting.setSingleShot(True)
        self._relisting.setInterval(_RELIST_MS)
        self._relisting.timeout.connect(self._relist)
        client.documents_listed.connect(self._on_documents_listed)
        client.index_progressed.connect(self._on_progressed)
        client.indexed.connect(self._on_indexed)
        client.library_changed.connect(self._on_library_changed)

    def handlers(self) -> dict[str, Handler]:
        """What it does, by the name of the action."""
        return {"show_documents": self.show}

    def show(self) -> None:
        """List every document of the library."""
        self._open(only_unsearched=False)

    def show_unsearched(self) -> None:
        """List the files that are not searched, and why."""
        self._open(only_unsearched=True)

    def takes(self, failure: Failed) -> bool:
        """Say in the page what failed; False where it is not open, or it is not its business."""
        if self._dialog is None or failure.details or failure.request not in _REQUESTS:
            return False
        self._runs_when_changed = False
        self._dialog.show_failure(failure.request, failure.message)
        return True

    def _open(self, *, only_unsearched: bool) -> None:
        from qa_app.gui.views.documents_dialog import DocumentsDialog  # noqa: PLC0415 - when wanted

        if self._dialog is None:
            self._dialog = DocumentsDialog(self._window)
            self._connect(self._dialog)
        self._dialog.narrow(only_unsearched=only_unsearched)
        self._show_status()
        self._relist()
        self._dialog.open()

    def _connect(self, dialog: "DocumentsDialog") -> None:
        dialog.finished.connect(self._on_finished)
        dialog.read_wanted.connect(self._on_read_wanted)
        dialog.file_wanted.connect(self._opening.open_file)
        dialog.update_wanted.connect(self._indexing.bring_up_to_date)
        dialog.folders.add_wanted.connect(self._add_folder)
        dialog.folders.forget_wanted.connect(self._forget_folder)
        dialog.folders.patterns_saved.connect(self._exclude)
        self._indexing.running_changed.connect(dialog.show_running)

    def _on_finished(self) -> None:
        self._relisting.stop()
        self._dialog = None

    def _on_read_wanted(self, document_id: int) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self.read_wanted.emit(document_id)

    def _on_problem_met(self, text: str) -> None:
        if self._dialog is not None:
            self._dialog.show_failure("ListDocuments", text)

    def _add_folder(self) -> None:
        title = self.tr("Add a folder to this library")
        folder = QFileDialog.getExistingDirectory(self._dialog, title)
        if folder:
            self._indexing.add(folder)

    def _forget_folder(self, folder: str) -> None:
        self._client.request(ForgetFolder(folder=folder))

    def _exclude(self, patterns: tuple[str, ...]) -> None:
        self._runs_when_changed = True
        self._client.request(Exclude(patterns=patterns))

    def _relist(self) -> None:
        if self._dialog is not None and self._indexing.status is not None:
            self._client.request(ListDocuments())

    def _on_progressed(self) -> None:
        if self._dialog is not None and not self._relisting.isActive():
            self._relisting.start()

    def _on_documents_listed(self, event: DocumentsListed) -> None:
        # In a turn of its own: to decode ten thousand files has taken long enough.
        QTimer.singleShot(0, self, lambda: self._show_documents(event.documents))

    def _show_documents(self, entries: Sequence[DocumentEntry]) -> None:
        if self._dialog is not None:
            self._dialog.show_documents(entries)

    def _on_indexed(self) -> None:
        self._show_status()
        self._relist()

    def _on_library_changed(self) -> None:
        # Not before: a run that is quicker than the change would keep to the old patterns.
        if self._runs_when_changed:
            self._runs_when_changed = False
            self._indexing.add("")
        self._show_status()
        self._relist()

    def _show_status(self) -> None:
        if self._dialog is not None:
            self._dialog.show_status(self._indexing.status)
            self._dialog.show_running(self._indexing.is_running)
