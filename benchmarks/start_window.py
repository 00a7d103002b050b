"""Starts a window for `window.py` and prints how long it took to be painted and to take a key.

python benchmarks/start_window.py ours|bare|answer STARTED

With `answer`, for `cold_start.py`, a question is asked as soon as the window is painted, and the
second figure is when its answer, the full ranking, is there.

STARTED is when the process was started, in seconds since the epoch. The program is started as
itself: Qt is imported when the program does so, and the watch begins when it imports its window.
"""

import sys
from importlib.abc import MetaPathFinder

_WINDOW = "qa_app.gui.main_window"


class _Watching(MetaPathFinder):
    """Begins the watch when the program, which has its application by then, imports its window."""

    def __init__(self, started: float, *, asks: bool) -> None:
        self._started = started
        self._asks = asks

    def find_spec(self, fullname: str, *_: object) -> None:
        """Find nothing, but see what is imported."""
        if fullname == _WINDOW:
            sys.meta_path.remove(self)
            _watch(self._started, asks=self._asks)


def _watch(started: float, *, asks: bool) -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - no sooner than the program does
    from start_watch import Watch  # noqa: PLC0415 - the same

    if (app := QApplication.instance()) is None:
        sys.exit("The window is imported before there is an application.")
    watch = Watch(started, asks=asks)
    watch.setParent(app)
    app.installEventFilter(watch)


def _open_bare(started: float) -> None:
    from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow  # noqa: PLC0415 - the same

    app = QApplication(sys.argv[:1])
    _watch(started, asks=False)
    window = QMainWindow()
    field = QLineEdit()
    window.setCentralWidget(field)
    window.resize(1180, 760)
    window.show()
    field.setFocus()
    app.exec()


def _start(kind: str, started: float) -> None:
    """Become the program, or a bare window, under watch."""
    if kind == "bare":
        _open_bare(started)
        return
    sys.meta_path.insert(0, _Watching(started, asks=kind == "answer"))
    sys.argv = ["qa-app", "--sample"]
    from qa_app.__main__ import main as program  # noqa: PLC0415 - the bare window needs none

    program()


if __name__ == "__main__":
    _start(sys.argv[1], float(sys.argv[2]))
