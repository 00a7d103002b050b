"""Exports checked in the window: a file is chosen, its quotes are looked up, one can be read."""

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from qa_app.explaining.names import isolated
from qa_app.gui.actions import Handler
from qa_app.gui.checking import Checking
from qa_app.gui.tasks import EngineClient
from qa_app.messages import ExportVerified, VerifyExport
from qa_app.model import Span
from qa_app.verdicts import PartKind, Verdict

if TYPE_CHECKING:
    from qa_app.gui.views.verify_dialog import VerifyDialog

_LAST = "export/checked"
_KINDS = "*.docx *.html *.htm *.md *.markdown *.json *.jsonld"


class Verifying(Checking):
    """Has the engine check an export, and shows what it found.

    `read_wanted` carries a document's id, a span, and the words of the source that stand there.
    """

    read_wanted = Signal(int, object, str)
    _dialog: "VerifyDialog | None"

    def __init__(self, client: EngineClient, settings: QSettings, window: QWidget) -> None:
        super().__init__(client, window, VerifyExport.__name__)
        self._settings = settings
        self._document_ids: tuple[int, ...] = ()
        client.export_verified.connect(self._on_verified)

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
        self._open(dialog)
        self._client.request(VerifyExport(file))

    def _on_verified(self, event: ExportVerified) -> None:
        if self._is_fresh() and self._dialog is not None:
            self._document_ids = event.document_ids
            self._dialog.show_report(event.report)

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
