"""Starts a window for `window.py` and prints how long it took to be painted and to take a key.

python benchmarks/start_window.py ours|bare|answer STARTED

With `answer`, for `cold_start.py`, a question is asked as soon as the window is painted, and the
second figure is when its answer, the full ranking, is there.

STARTED is when the process was started, in seconds since the epoch. Nothing is imported here that
the window itself does not import.
"""

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

_QUESTION = "What did Abu Qasra say about the bases?"


class _Watch(QObject):
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


def _start(kind: str, started: float) -> None:
    """Become the program, or a bare window, under watch."""
    watch = _Watch(started, asks=kind == "answer")
    app = QApplication(sys.argv[:1])
    app.installEventFilter(watch)
    if kind != "bare":
        from qa_app.__main__ import main as program  # noqa: PLC0415 - the bare window needs none

        sys.argv = ["qa-app", "--sample"]
        program()
    else:
        window = QMainWindow()
        field = QLineEdit()
        window.setCentralWidget(field)
        window.resize(1180, 760)
        window.show()
        field.setFocus()
        app.exec()


if __name__ == "__main__":
    _start(sys.argv[1], float(sys.argv[2]))
