"""The desk that writes the library."""

import os
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Event as Flag
from typing import TYPE_CHECKING

from qa_app import messages
from qa_app.engine import Engine
from qa_app.errors import LibraryError
from qa_app.model import Cancelled, Progress
from qa_app.service.desk import Desk, TakeUp
from qa_app.service.quiet import Quiet

if TYPE_CHECKING:
    from qa_app.library.watching import Watching

_PROGRESS_EVERY_S = 0.1
_WAIT_S = 0.05
_LOOK_AGAIN_S = 1.0
_NICENESS = 5
# A model that is loaded for the first time takes longer than this.
_PATIENCE_S = 3.0
_LONG = (messages.IndexFolder, messages.RepairLibrary)
_Kind = type[messages.IndexFolder] | type[messages.RepairLibrary]


class IndexDesk(Desk):
    """Brings the library up to date, one run at a time; a cancelled run keeps what is done.

    Repairs it too: no run may write meanwhile. While nobody asks anything, what has changed of the
    library is put in order.
    """

    def __init__(
        self,
        engine: Engine,
        send: Callable[[messages.Event], None],
        is_checking: Callable[[], bool] = lambda: False,
        quiet: Quiet | None = None,
        on_merged: Callable[[], None] = lambda: None,
        *,
        may_begin: Flag | None = None,
    ) -> None:
        self._is_checking = is_checking
        self._quiet = quiet or Quiet()
        self._on_merged = on_merged
        # Nothing has changed since it was last put in order.
        self._is_in_order = True
        self._watching: Watching | None = None
        self._may_begin = may_begin
        # One flag a run or repair, the one under way first: to cancel must not reach those to come.
        self._flags: list[tuple[_Kind, Flag]] = []
        self._told_at = 0.0
        super().__init__(engine, send)

    def put(self, request: messages.Request) -> None:
        """See `Desk.put`."""
        if isinstance(request, _LONG):
            self._flags.append((type(request), Flag()))
        super().put(request)

    def cancel(self, *kinds: _Kind) -> None:
        """Stop the runs, or repairs, asked for so far; by default both. From the main thread."""
        for kind, flag in list(self._flags):
            if kind in (kinds or _LONG):
                flag.set()

    def begin(self) -> None:
        """Let questions go before what is encoded and read from here on, by other threads too."""
        # A thread has a niceness of its own here; elsewhere it would be that of all of them.
        if sys.platform == "linux":
            os.nice(_NICENESS)
        # What indexing imports holds the interpreter, and the first answer is on its way.
        if self._may_begin is not None:
            self._may_begin.wait(_PATIENCE_S)
        self.tried(self._begin_watching)

    def _begin_watching(self) -> None:
        self._watching = self.engine.watching(
            lambda folder: self.send(messages.FolderChanged(folder))
        )

    def _get(self) -> messages.Request | TakeUp | None:
        while not self._is_in_order and not self.has_waiting(self._pause_s()):
            if not self._is_called():
                self.tried(self._put_in_order)
        return super()._get()

    def _pause_s(self) -> float:
        """How long to wait for a request before the library may be put in order."""
        return self._quiet.begins_in_s() or (_LOOK_AGAIN_S if self._is_checking() else 0.0)

    def _is_called(self) -> bool:
        """Whether there is something else to do than to put the library in order."""
        return self.has_waiting() or self._quiet.begins_in_s() > 0 or self._is_checking()

    def _put_in_order(self) -> None:
        self._is_in_order = True
        # What cannot be done now a run does, or it is tried again after the next change.
        with suppress(LibraryError):
            if self.engine.merge(self.open_folder(), self._is_called):
                self._on_merged()
        self._is_in_order = not self._is_called()

    def handle(self, request: messages.Request) -> None:
        """See `Desk.handle`."""
        self._is_in_order = False
        match request:
            case messages.OpenLibrary():
                self._watch(self._folders())
            case messages.IndexFolder() | messages.RepairLibrary():
                _, flag = self._flags[0]
                try:
                    self._let_a_check_end(flag.is_set)
                    if isinstance(request, messages.RepairLibrary):
                        self._repair(flag.is_set)
                    else:
                        self._index(request.folder, flag.is_set)
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
        if self._may_begin is not None:
            self._may_begin.set()
        super().close()
        if self._watching is not None:
            self._watching.close()

    def is_busy(self) -> bool:
        """Whether a run or a repair is under way or waiting."""
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

    def _let_a_check_end(self, cancelled: Cancelled) -> None:
        """A check of the library lets nobody write meanwhile."""
        while self._is_checking() and not cancelled():
            time.sleep(_WAIT_S)

    def _repair(self, cancelled: Cancelled) -> None:
        found = self.engine.doctor(
            self.open_folder(),
            repair=True,
            on_progress=lambda progress: self._tell_step(progress.n_files_done, progress.n_files),
            cancelled=cancelled,
            on_step=self._tell_step,
        )
        self.send(messages.LibraryChecked(found, is_repair=True))

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
        if self._watching is not None:
            self._watching.follow(folders, leave_out=self.open_folder().resolve())

    def _bring_back(self, request: messages.BringBackFurniture) -> None:
        change = self.engine.restore_furniture if request.is_back else self.engine.hide_furniture
        n_changed = change(self.open_folder(), request.document_id, request.span)
        source = self.engine.source_text(self.library(), request.document_id)
        self.send(messages.SourceLoaded(request.id, source))
        if n_changed:
            self.send(messages.LibraryChanged(self.library().status()))

    def _tell(self, progress: Progress) -> None:
        self._pass_on(messages.IndexProgressed(progress))

    def _tell_step(self, n_done: int, n: int) -> None:
        self._pass_on(messages.ErrandProgressed("RepairLibrary", n_done, n))

    def _pass_on(self, event: messages.IndexProgressed | messages.ErrandProgressed) -> None:
        """Pass progress on, not faster than an eye follows."""
        now = time.monotonic()
        if now - self._told_at >= _PROGRESS_EVERY_S:
            self._told_at = now
            self.send(event)
