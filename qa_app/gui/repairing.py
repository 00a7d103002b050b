"""The library checked and repaired from the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qa_app.gui.actions import Handler
from qa_app.gui.checking import Checking
from qa_app.gui.tasks import EngineClient
from qa_app.messages import CheckLibrary, LibraryChecked, RepairLibrary

if TYPE_CHECKING:
    from qa_app.gui.views.repair_dialog import RepairDialog

_CHECK, _REPAIR = CheckLibrary.__name__, RepairLibrary.__name__


class Repairing(Checking):
    """Has the engine check the open library, and repair it where the person says so.

    `repaired` carries a library that a repair has ended in, whatever came of it: it is to be opened
    anew.
    """

    repaired = Signal(str)
    _dialog: "RepairDialog | None"

    def __init__(self, client: EngineClient, window: QWidget) -> None:
        super().__init__(client, window, _CHECK, _REPAIR)
        client.library_checked.connect(self._on_checked)

    def handlers(self) -> dict[str, Handler]:
        """What it does, by the name of the action."""
        return {"check_library": self.check}

    def check(self) -> None:
        """Check the library that is open."""
        from qa_app.gui.views.repair_dialog import RepairDialog  # noqa: PLC0415 - when wanted

        self._dialog = dialog = RepairDialog(self._window)
        self._tag = _CHECK
        dialog.repair_wanted.connect(self._repair)
        self._open(dialog)
        self._client.request(CheckLibrary())

    def _repair(self) -> None:
        if self._dialog is not None:
            self._tag = _REPAIR
            self._dialog.show_running(self.tr("Repairing the library…"))
            self._client.request(RepairLibrary())

    def _on_checked(self, event: LibraryChecked) -> None:
        if self._is_fresh() and self._dialog is not None:
            self._dialog.show_diagnosis(event.diagnosis)
        if event.is_repair:
            self.repaired.emit(event.diagnosis.library)
