"""The library checked and repaired from the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qa_app.gui.actions import Handler
from qa_app.gui.tasks import EngineClient
from qa_app.messages import (
    CancelErrands,
    CheckLibrary,
    ErrandProgressed,
    Failed,
    LibraryChecked,
    RepairLibrary,
)

if TYPE_CHECKING:
    from qa_app.gui.views.repair_dialog import RepairDialog

_CHECK, _REPAIR = CheckLibrary.__name__, RepairLibrary.__name__


class Repairing(QObject):
    """Has the engine check the open library, and repair it where the person says so.

    `repaired` carries a library that a repair has ended in, whatever came of it: it is to be opened
    anew.
    """

    repaired = Signal(str)

    def __init__(self, client: EngineClient, window: QWidget) -> None:
        super().__init__(window)
        self._client = client
        self._window = window
        self._dialog: RepairDialog | None = None
        self._tag = _CHECK
        # Checks and repairs whose dialog was closed still report, and say nothing to the next one.
        self._n_stale = 0
        client.errand_progressed.connect(self._on_progressed)
        client.library_checked.connect(self._on_checked)
        client.engine_stopped.connect(self._on_engine_stopped)

    def handlers(self) -> dict[str, Handler]:
        """What it does, by the name of the action."""
        return {"check_library": self.check}

    def check(self) -> None:
        """Check the library that is open."""
        from qa_app.gui.views.repair_dialog import RepairDialog  # noqa: PLC0415 - when wanted

        self._dialog = dialog = RepairDialog(self._window)
        self._tag = _CHECK
        dialog.repair_wanted.connect(self._repair)
        dialog.cancel_wanted.connect(lambda: self._client.request(CancelErrands(self._tag)))
        dialog.finished.connect(self._on_finished)
        dialog.open()
        self._client.request(CheckLibrary())

    def takes(self, failure: Failed) -> bool:
        """Say in the dialog what failed; False where it is not its business."""
        if failure.request not in (_CHECK, _REPAIR):
            return False
        if self._is_fresh() and self._dialog is not None:
            self._dialog.show_failure(failure.message)
        return True

    def _repair(self) -> None:
        if self._dialog is not None:
            self._tag = _REPAIR
            self._dialog.show_running(self.tr("Repairing the library…"))
            self._client.request(RepairLibrary())

    def _on_finished(self) -> None:
        if self._dialog is not None and self._dialog.is_running:
            self._n_stale += 1
        self._dialog = None

    def _on_progressed(self, event: ErrandProgressed) -> None:
        if event.request == self._tag and self._dialog is not None and not self._n_stale:
            self._dialog.show_progress(event.n_done, event.n)

    def _on_checked(self, event: LibraryChecked) -> None:
        if self._is_fresh() and self._dialog is not None:
            self._dialog.show_diagnosis(event.diagnosis)
        if event.is_repair:
            self.repaired.emit(event.diagnosis.library)

    def _is_fresh(self) -> bool:
        """Whether what has ended is what is on screen."""
        if self._n_stale:
            self._n_stale -= 1
            return False
        return True

    def _on_engine_stopped(self, message: str) -> None:
        self._n_stale = 0
        if self._dialog is not None and self._dialog.is_running:
            self._dialog.show_failure(message)
