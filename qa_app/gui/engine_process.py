"""The engine's process, started before what speaks to it is imported.

Both take about as long, and there is more than one core.
"""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QProcess

DEFAULT_COMMAND = (sys.executable, "-m", "qa_app.service")


class EngineProcess(QProcess):
    """A process that runs `command`; by default the engine's own. On the GUI thread."""

    def __init__(self, command: Sequence[str] = DEFAULT_COMMAND) -> None:
        super().__init__()
        self.command = tuple(command)

    def begin(self) -> None:
        """Start it; that it cannot be started is told by `errorOccurred`."""
        self.start(self.command[0], list(self.command[1:]))

    def is_running(self) -> bool:
        """Whether it runs, or is about to."""
        return self.state() != QProcess.ProcessState.NotRunning
