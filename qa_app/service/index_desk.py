"""The desk that writes the library."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event as Flag

from qa_app import messages
from qa_app.engine import Engine
from qa_app.errors import LibraryError
from qa_app.model import Cancelled, Progress
from qa_app.service.desk import Desk

_PROGRESS_EVERY_S = 0.1


class IndexDesk(Desk):
    """Brings the library up to date, one run at a time; a cancelled run keeps what is done."""

    def __init__(self, engine: Engine, send: Callable[[messages.Event], None]) -> None:
        self._watching = engine.watching(lambda folder: send(messages.FolderChanged(folder)))
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
            case messages.OpenLibrary():
                self._watch(self._folders())
            case messages.IndexFolder():
                try:
                    self._index(request.folder, self._flags[0].is_set)
                finally:
                    self._flags.pop(0)
            case messages.ForgetFolder():
                self._forget(request.folder)
            case messages.BringBackFurniture():
                self._bring_back(request)
            case _:
                pass

    def close(self) -> None:
        """See `Desk.close`."""
        super().close()
        self._watching.close()

    def is_busy(self) -> bool:
        """Whether a run is under way or waiting."""
        return bool(self._flags)

    def _index(self, folder: str, cancelled: Cancelled) -> None:
        if folder:
            # From before it is looked through: what happens in the meantime is told.
            self._watch((*self._folders(), str(Path(folder).resolve())))
            report = self.engine.index(self.open_folder(), Path(folder), self._tell, cancelled)
        else:
            report = self.engine.update(self.open_folder(), self._tell, cancelled)
        status = self.library().status()
        self._watch(status.folders)
        self.send(messages.Indexed(report, status))
        for problem in report.problems:
            # One of several folders could not be read; the others are up to date.
            if problem.path in status.folders:
                self.send(messages.Failed("", problem.reason))

    def _forget(self, folder: str) -> None:
        self.engine.forget(self.open_folder(), Path(folder))
        status = self.library().status()
        self._watch(status.folders)
        self.send(messages.LibraryChanged(status))

    def _folders(self) -> tuple[str, ...]:
        """The folders of the open library; none where it cannot be read, which others say."""
        try:
            return self.library().folders()
        except LibraryError:
            return ()

    def _watch(self, folders: Iterable[str]) -> None:
        self._watching.follow(folders, leave_out=self.open_folder().resolve())

    def _bring_back(self, request: messages.BringBackFurniture) -> None:
        change = self.engine.restore_furniture if request.is_back else self.engine.hide_furniture
        change(self.open_folder(), request.document_id, request.span)
        source = self.engine.source_text(self.library(), request.document_id)
        self.send(messages.SourceLoaded(request.id, source))
        self.send(messages.LibraryChanged(self.library().status()))

    def _tell(self, progress: Progress) -> None:
        """Pass progress on, not faster than an eye follows."""
        now = time.monotonic()
        if now - self._told_at >= _PROGRESS_EVERY_S:
            self._told_at = now
            self.send(messages.IndexProgressed(progress))
