"""An unexpected error in the window's process: told with its details, and the program goes on."""

import sys
import threading
import time
import traceback
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from qa_app.gui.views.dialogs import DetailsDialog

# The same fault in a paint event comes back with every turn; its dialog must not.
_SAME_AGAIN_S = 10.0
_MOST_REPORTS = 20


class Crashes(QObject):
    """One dialog at a time: what else goes wrong while it is open is added to it and counted.

    Faults may come from any thread.
    """

    _happened = Signal(str, str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: DetailsDialog | None = None
        self._reports: list[str] = []
        self._n_faults = 0
        self._last, self._closed_at = "", 0.0
        self._happened.connect(self.tell)

    def install(self) -> None:
        """Be told of every error that nothing catches, in slots and threads too."""
        sys.excepthook = self.on_fault
        threading.excepthook = lambda told: self.on_fault(
            told.exc_type, told.exc_value, told.exc_traceback
        )

    def on_fault(
        self,
        kind: type[BaseException],
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Tell of an error. Called from any thread."""
        if not issubclass(kind, Exception):
            # Interrupts and exits are no faults.
            sys.__excepthook__(kind, fault or kind(), trace)
            return
        details = "".join(traceback.format_exception(kind, fault, trace))
        if sys.stderr is not None:
            sys.stderr.write(details)
        text = self.tr(
            "Something went wrong: {fault}\n\n"
            "The program goes on. The details help whoever mends it."
        )
        self._happened.emit(text.format(fault=str(fault) or kind.__name__), details)

    def tell(self, message: str, details: str) -> None:
        """Tell of an error that another part caught. Called from the GUI thread."""
        if self._dialog is not None:
            self._add(details)
            return
        is_same = details == self._last
        if is_same and time.monotonic() - self._closed_at < _SAME_AGAIN_S:
            return
        from qa_app.gui.views.dialogs import DetailsDialog  # noqa: PLC0415 - seldom needed

        self._last, self._reports, self._n_faults = details, [details], 1
        self._dialog = DetailsDialog(message, details, self._window)
        self._dialog.finished.connect(self._on_closed)
        self._dialog.open()

    def _add(self, details: str) -> None:
        self._n_faults += 1
        if details not in self._reports and len(self._reports) < _MOST_REPORTS:
            self._reports.append(details)
        if self._dialog is not None:
            more = self.tr("Since then: {n} more").format(n=self._n_faults - 1)
            self._dialog.details.setPlainText("\n".join([*self._reports, more]))

    def _on_closed(self) -> None:
        self._dialog, self._closed_at = None, time.monotonic()
