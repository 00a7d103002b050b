"""Starts the window."""

import signal
import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from qa_app.gui.corpus import Corpus, first_corpus
from qa_app.gui.engine_process import EngineProcess
from qa_app.gui.languages import choose_language, speak
from qa_app.gui.presence import Presence
from qa_app.starting import ENGINE_COMMAND, EnginePipes

NAME = "qa-app"
# An engine that has been asked nothing has little to finish.
_UNWANTED_WAIT_S = 1.0


def run(
    *,
    wanted: Corpus | None,
    otherwise: Corpus | None,
    library_for: Callable[[str], str],
    sample: Corpus | None = None,
    command: Sequence[str] = ENGINE_COMMAND,
    pipes: EnginePipes | None = None,
) -> int:
    """Show the window and stay until it is closed; the exit code of the program.

    Where another process has the library open, its window is raised instead.

    Args:
        wanted: what to open; None for the library that was open last.
        otherwise: what to open where none was; None to explain how to open a folder.
        library_for: the library directory for a folder that the person chooses.
        sample: the sample corpus, where there is one.
        command: what starts the engine's process.
        pipes: that process, where it has been started.
    """
    app = application()
    settings, presence = QSettings(NAME, NAME), Presence()
    last = str(settings.value("library", "", str))
    first = first_corpus(last, wanted=wanted, otherwise=otherwise, sample=sample)
    process = EngineProcess(command, pipes)
    if first is not None and not presence.claim(first.library):
        process.close(_UNWANTED_WAIT_S)
        return 0
    speak(choose_language(str(settings.value("language", "", str))), app)
    if first is not None:
        process.begin()
    # While the engine starts; and a start that another window takes over needs none of it.
    from qa_app.gui.main_window import MainWindow  # noqa: PLC0415
    from qa_app.gui.tasks import EngineClient  # noqa: PLC0415

    client = EngineClient(command, process=process)
    window = MainWindow(
        client=client,
        settings=settings,
        library_for=library_for,
        sample=sample,
        presence=presence,
    )
    presence.called.connect(window.come_up)
    window.crashes.install()
    window.show()
    # After the first paint, so that a person sees the window before anything else is done.
    QTimer.singleShot(0, window, lambda: window.open_first(wanted, otherwise))
    # Qt's loop never lets Python see an interrupt; the engine ends when its input does.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return app.exec()


def application() -> QApplication:
    """The one application object, named."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    # The one of Qt's styles that takes all its colours from the palette, on every system.
    app.setStyle("Fusion")
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setOrganizationName(NAME)
    return app
