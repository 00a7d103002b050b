"""The desk for what takes a while and holds up nothing: exports, and checks."""

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event as Flag

from qa_app import messages
from qa_app.engine import Engine
from qa_app.errors import LibraryError
from qa_app.model import Cancelled, OnStep
from qa_app.service.desk import Desk
from qa_app.verdicts import VerifyReport

_PROGRESS_EVERY_S = 0.1
_Errand = messages.ExportSnippets | messages.VerifyExport | messages.CheckLibrary


class ErrandDesk(Desk):
    """Writes exports and checks them, and libraries; what is cancelled leaves no file."""

    def __init__(self, engine: Engine, send: Callable[[messages.Event], None]) -> None:
        # One flag an errand, the one in hand first: to cancel must not reach those asked for later.
        self._flags: list[Flag] = []
        self._told_at = 0.0
        super().__init__(engine, send)

    def put(self, request: messages.Request) -> None:
        """See `Desk.put`."""
        if isinstance(request, _Errand):
            self._flags.append(Flag())
        super().put(request)

    def cancel(self) -> None:
        """Stop the errands asked for so far. Called from the main thread."""
        for flag in list(self._flags):
            flag.set()

    def is_busy(self) -> bool:
        """Whether an errand is under way or waiting."""
        return bool(self._flags)

    def handle(self, request: messages.Request) -> None:
        """See `Desk.handle`."""
        if isinstance(request, _Errand):
            try:
                self._run(request, self._flags[0].is_set)
            finally:
                self._flags.pop(0)

    def _run(self, request: _Errand, cancelled: Cancelled) -> None:
        self._told_at = 0.0
        match request:
            case messages.ExportSnippets():
                self._export(request, cancelled)
            case messages.VerifyExport():
                self._verify(request, cancelled)
            case messages.CheckLibrary():
                found = self.engine.doctor(
                    self.open_folder(), cancelled=cancelled, on_step=self._teller(request)
                )
                self.send(messages.LibraryChecked(found))

    def _export(self, request: messages.ExportSnippets, cancelled: Cancelled) -> None:
        # Only now: exporting imports much that nothing else needs.
        from qa_app.citing.export.content import Template  # noqa: PLC0415
        from qa_app.citing.export.order import ExportOrder  # noqa: PLC0415

        order = ExportOrder(
            questions=request.questions,
            dropped=request.dropped,
            group=request.group,
            everything=request.everything,
            format=request.format,
            style=request.style,
            template=Template(source_first=request.source_first, with_notes=request.with_notes),
            force=True,
        )
        file = Path(request.file)
        report = self.engine.export(
            self.open_folder(), file, order, self._teller(request), cancelled
        )
        self.send(messages.SnippetsExported(report.file, report.n_snippets, report.cancelled))

    def _verify(self, request: messages.VerifyExport, cancelled: Cancelled) -> None:
        report = self.engine.verify(
            Path(request.file), self.library_folder, self._teller(request), cancelled
        )
        self.send(messages.ExportVerified(report, self._documents_of(report)))

    def _documents_of(self, report: VerifyReport) -> tuple[int, ...]:
        """The documents of the verdicts' sources; 0 where the library has none."""
        paths = [verdict.path for verdict in report.verdicts]
        if self.library_folder is None:
            return (0,) * len(paths)
        try:
            library = self.library()
            copies = {path: library.copy_at(path) for path in dict.fromkeys(paths)}
        except LibraryError:
            # The quotes were checked without it.
            return (0,) * len(paths)
        found = {path: copy.document_id for path, copy in copies.items() if copy is not None}
        return tuple(found.get(path, 0) for path in paths)

    def _teller(self, request: _Errand) -> OnStep:
        """Passes progress on, not faster than an eye follows."""
        tag = type(request).__name__

        def tell(n_done: int, n: int) -> None:
            now = time.monotonic()
            if now - self._told_at >= _PROGRESS_EVERY_S:
                self._told_at = now
                self.send(messages.ErrandProgressed(tag, n_done, n))

        return tell
