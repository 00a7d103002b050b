"""Exports checked in the window: a file is chosen, its quotes are looked up, one can be read."""

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from qa_app.explaining.names import isolated
from qa_app.gui.actions import Handler
from qa_app.gui.tasks import EngineClient
from qa_app.messages import CancelErrands, ErrandProgressed, ExportVerified, Failed, VerifyExport
from qa_app.model import Span
from qa_app.verdicts import PartKind, Verdict

if TYPE_CHECKING:
    from qa_app.gui.views.verify_dialog import VerifyDialog

_TAG = VerifyExport.__name__
_LAST = "export/checked"
_KINDS = "*.docx *.html *.htm *.md *.markdown *.json *.jsonld"


class Verifying(QObject):
    """Has the engine check an export, and shows what it found.

    `read_wanted` carries a document's id, a span, and the words of the source that stand there.
    """

    read_wanted = Signal(int, object, str)

    def __init__(self, client: EngineClient, settings: QSettings, window: QWidget) -> None:
        super().__init__(window)
        self._client = client
        self._settings = settings
        self._window = window
        self._dialog: VerifyDialog | None = None
        self._document_ids: tuple[int, ...] = ()
        # Checks whose dialog was closed still report, and say nothing to the next one.
        self._n_stale = 0
        client.errand_progressed.connect(self._on_progressed)
        client.export_verified.connect(self._on_verified)
        client.engine_stopped.connect(self._on_engine_stopped)

    def handlers(self) -> dict[str, Handler]:
        """What it does, by the name of the action."""
        return {"verify_export": self.choose}

    def choose(self) -> None:
        """Ask for an export and check it."""
        last = str(self._settings.value(_LAST, self._settings.value("export/file", "")))
        kinds = self.tr("Exports that can be checked") + f" ({_KINDS})"
        title = self.tr("Check an export")
        file, _ = QFileDialog.getOpenFileName(self._window, title, last, kinds)
        if file:
            self._settings.setValue(_LAST, file)
            self.check(file)

    def check(self, file: str) -> None:
        """Check an export."""
        from qa_app.gui.views.verify_dialog import VerifyDialog  # noqa: PLC0415 - when wanted

        self._dialog = dialog = VerifyDialog(isolated(PurePath(file).name), self._window)
        dialog.read_wanted.connect(self._on_read_wanted)
        dialog.cancel_wanted.connect(lambda: self._client.request(CancelErrands(_TAG)))
        dialog.finished.connect(self._on_finished)
        dialog.open()
        self._client.request(VerifyExport(file))

    def takes(self, failure: Failed) -> bool:
        """Say in the dialog what failed; False where it is not its business."""
        if failure.request != _TAG:
            return False
        if self._is_fresh() and self._dialog is not None:
            self._dialog.show_failure(failure.message)
        return True

    def _on_finished(self) -> None:
        if self._dialog is not None and self._dialog.is_running:
            self._n_stale += 1
        self._dialog = None

    def _on_progressed(self, event: ErrandProgressed) -> None:
        if event.request == _TAG and self._dialog is not None and not self._n_stale:
            self._dialog.show_progress(event.n_done, event.n)

    def _on_verified(self, event: ExportVerified) -> None:
        if self._is_fresh() and self._dialog is not None:
            self._document_ids = event.document_ids
            self._dialog.show_report(event.report)

    def _is_fresh(self) -> bool:
        """Whether a check that has ended is the one on screen."""
        if self._n_stale:
            self._n_stale -= 1
            return False
        return True

    def _on_engine_stopped(self, message: str) -> None:
        self._n_stale = 0
        if self._dialog is not None and self._dialog.is_running:
            self._dialog.show_failure(message)

    def _on_read_wanted(self, row: int) -> None:
        dialog = self._dialog
        verdict = dialog.model.verdict(row) if dialog is not None else None
        if dialog is None or verdict is None:
            return
        document_id = self._document_ids[row] if row < len(self._document_ids) else 0
        if not document_id:
            dialog.say(self.tr("This source is not in the library, so it cannot be shown here."))
            return
        dialog.accept()
        span = verdict.span if verdict.span is not None else Span(0, 0)
        self.read_wanted.emit(document_id, span, _words_there(verdict))


def _words_there(verdict: Verdict) -> str:
    """The words of the source at a verdict's span, as far as it tells them."""
    if verdict.is_verbatim:
        return verdict.quote
    theirs = (part.text for part in verdict.difference if part.kind is not PartKind.QUOTE)
    return "".join(theirs)
