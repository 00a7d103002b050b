"""Starts the window."""

import signal
import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from qa_app.gui.main_window import Corpus, MainWindow
from qa_app.gui.tasks import EngineClient

NAME = "qa-app"


def run(
    *,
    wanted: Corpus | None,
    otherwise: Corpus | None,
    library_for: Callable[[str], str],
    command: Sequence[str] | None = None,
) -> int:
    """Show the window and stay until it is closed; the exit code of the program.

    Args:
        wanted: what to open; None for the library that was open last.
        otherwise: what to open where none was; None to explain how to open a folder.
        library_for: the library directory for a folder that the person chooses.
        command: what starts the engine's process; None for the real one.
    """
    app = application()
    window = MainWindow(
        client=EngineClient(command), settings=QSettings(NAME, NAME), library_for=library_for
    )
    window.show()
    # After the first paint, so that a person sees the window before anything else is started.
    QTimer.singleShot(0, window, lambda: window.open_first(wanted, otherwise))
    # Qt's loop never lets Python see an interrupt; the engine ends when its input does.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return app.exec()


def application() -> QApplication:
    """The one application object, named."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setOrganizationName(NAME)
    return app
