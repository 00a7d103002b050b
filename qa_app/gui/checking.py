"""What is checked by the engine while a dialog shows how far it is, and then what was found."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qa_app.gui.tasks import EngineClient
from qa_app.messages import CancelErrands, ErrandProgressed, Failed

if TYPE_CHECKING:
    from qa_app.gui.views.check_dialog import CheckDialog


class Checking(QObject):
    """Holds the dialog of the check that is on screen; there may be others under way.

    `_tag` is the name of the request that is under way, `_tags` those that it may be.
    """

    _dialog: "CheckDialog | None"

    def __init__(self, client: EngineClient, window: QWidget, *tags: str) -> None:
        super().__init__(window)
        self._client = client
        self._window = window
        self._dialog = None
        self._tags = tags
        self._tag = tags[0]
        # Checks whose dialog was closed still report, and say nothing to the next one.
        self._n_stale = 0
        client.errand_progressed.connect(self._on_progressed)
        client.engine_stopped.connect(self._on_engine_stopped)

    def takes(self, failure: Failed) -> bool:
        """Say in the dialog what failed; False where it is not its business."""
        if failure.request not in self._tags:
            return False
        if self._is_fresh() and self._dialog is not None:
            self._dialog.show_failure(failure.message)
        return True

    def _open(self, dialog: "CheckDialog") -> None:
        """Put a dialog on screen, for the check that begins."""
        dialog.cancel_wanted.connect(lambda: self._client.request(CancelErrands(self._tag)))
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _is_fresh(self) -> bool:
        """Whether a check that has ended is the one on screen; asked once of each."""
        if self._n_stale:
            self._n_stale -= 1
            return False
        return True

    def _on_finished(self) -> None:
        if self._dialog is not None and self._dialog.is_running:
            self._n_stale += 1
        self._dialog = None

    def _on_progressed(self, event: ErrandProgressed) -> None:
        if event.request == self._tag and self._dialog is not None and not self._n_stale:
            self._dialog.show_progress(event.n_done, event.n)

    def _on_engine_stopped(self, message: str) -> None:
        self._n_stale = 0
        if self._dialog is not None and self._dialog.is_running:
            self._dialog.show_failure(message)
