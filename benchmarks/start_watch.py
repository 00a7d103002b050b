"""What `start_window.py` watches a window with: its first paint, and a key or a question in it."""

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

_QUESTION = "What did Abu Qasra say about the bases?"


class Watch(QObject):
    """Sees the first paint of a window, presses a key or asks, and sees what comes of it."""

    def __init__(self, started: float, *, asks: bool) -> None:
        super().__init__()
        self._started = started
        self._asks = asks
        self._visible_s = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint of the window itself."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            QTimer.singleShot(0, lambda: self._on_painted(watched))
        return False

    def _on_painted(self, window: QMainWindow) -> None:
        self._visible_s = time.time() - self._started
        field = QApplication.focusWidget()
        if not isinstance(field, QLineEdit):
            sys.exit("The field to type in has no focus.")
        if self._asks:
            window.client.answered.connect(self._on_done)  # type: ignore[attr-defined]  # it is ours
            field.setText(_QUESTION)
            QTest.keyClick(field, Qt.Key.Key_Return)
        else:
            field.textChanged.connect(self._on_done)
            QTest.keyClick(field, Qt.Key.Key_A)

    def _on_done(self) -> None:
        sys.stdout.write(f"{self._visible_s} {time.time() - self._started}\n")
        sys.stdout.flush()
        os._exit(0)
