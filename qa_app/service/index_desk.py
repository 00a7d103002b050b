"""The desk that writes the library."""

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event as Flag

from qa_app import messages
from qa_app.engine import Engine
from qa_app.model import Cancelled, Progress
from qa_app.service.desk import Desk

_PROGRESS_EVERY_S = 0.1


class IndexDesk(Desk):
    """Brings the library up to date, one run at a time; a cancelled run keeps what is done."""

    def __init__(self, engine: Engine, send: Callable[[messages.Event], None]) -> None:
        # One flag a run, the run under way first: to cancel must not reach runs asked for later.
        self._flags: list[Flag] = []
        self._told_at = 0.0
        super().__init__(engine, send)

    def put(self, request: messages.Request) -> None:
        """See `Desk.put`."""
        if isinstance(request, messages.IndexFolder):
            self._flags.append(Flag())
        super().put(request)

    def cancel(self) -> None:
        """Stop the runs asked for so far. Called from the main thread."""
        for flag in list(self._flags):
            flag.set()

    def handle(self, request: messages.Request) -> None:
        """See `Desk.handle`."""
        match request:
            case messages.IndexFolder():
                try:
                    self._index(request.folder, self._flags[0].is_set)
                finally:
                    self._flags.pop(0)
            case messages.ForgetFolder():
                self._forget(request.folder)
            case _:
                pass

    def is_busy(self) -> bool:
        """Whether a run is under way or waiting."""
        return bool(self._flags)

    def _index(self, folder: str, cancelled: Cancelled) -> None:
        if folder:
            report = self.engine.index(self.open_folder(), Path(folder), self._tell, cancelled)
        else:
            report = self.engine.update(self.open_folder(), self._tell, cancelled)
        status = self.library().status()
        self.send(messages.Indexed(report, status))
        for problem in report.problems:
            # One of several folders could not be read; the others are up to date.
            if problem.path in status.folders:
                self.send(messages.Failed("", problem.reason))

    def _forget(self, folder: str) -> None:
        self.engine.forget(self.open_folder(), Path(folder))
        self.send(messages.LibraryChanged(self.library().status()))

    def _tell(self, progress: Progress) -> None:
        """Pass progress on, not faster than an eye follows."""
        now = time.monotonic()
        if now - self._told_at >= _PROGRESS_EVERY_S:
            self._told_at = now
            self.send(messages.IndexProgressed(progress))
