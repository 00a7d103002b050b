"""The only place that speaks to the engine's process, by lines of JSON.

No lock is needed: everything here happens on the GUI thread, to which `EngineProcess` brings what
its threads hear.
"""

import time
from collections import deque
from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from qa_app.gui.engine_process import EngineProcess
from qa_app.gui.engine_words import in_own_words
from qa_app.messages import (
    Answered,
    Ask,
    BringBackFurniture,
    CancelIndexing,
    DocumentsListed,
    ErrandProgressed,
    Event,
    ExportVerified,
    Failed,
    FolderChanged,
    Indexed,
    IndexFolder,
    IndexProgressed,
    LibraryChanged,
    LibraryChecked,
    LibraryOpened,
    LoadSource,
    MetadataLoaded,
    ModelReady,
    OpenLibrary,
    Peek,
    Peeked,
    QuestionsListed,
    Quit,
    Request,
    SnippetsExported,
    SnippetsListed,
    SourceLoaded,
    decode_event,
    encode,
)
from qa_app.model import Span
from qa_app.starting import ENGINE_COMMAND

# The window is gone by then; what is being read may need a moment to be kept.
_CLOSE_WAIT_S = 5.0
_BURST_MS = 8.0
_KEPT_STDERR_BYTES = 64 * 1024


class EngineClient(QObject):
    """The engine as the window sees it: requests go out as methods, events come in as signals.

    A signal carries the event as it came, except where its payload says all: `index_progressed` a
    `Progress`, `answered` an `Answer`, `source_loaded` a `SourceText`. `engine_stopped` carries a
    sentence for the person and the details for whoever mends it.
    """

    library_opened = Signal(LibraryOpened)
    model_ready = Signal(ModelReady)
    index_progressed = Signal(object)
    indexed = Signal(Indexed)
    answered = Signal(object)
    peeked = Signal(Peeked)
    source_loaded = Signal(object)
    library_changed = Signal(LibraryChanged)
    documents_listed = Signal(DocumentsListed)
    folder_changed = Signal(FolderChanged)
    questions_listed = Signal(QuestionsListed)
    snippets_listed = Signal(SnippetsListed)
    metadata_loaded = Signal(MetadataLoaded)
    errand_progressed = Signal(ErrandProgressed)
    snippets_exported = Signal(SnippetsExported)
    export_verified = Signal(ExportVerified)
    library_checked = Signal(LibraryChecked)
    failed = Signal(Failed)
    engine_stopped = Signal(str, str)

    def __init__(
        self,
        command: Sequence[str] | None = None,
        parent: QObject | None = None,
        *,
        process: EngineProcess | None = None,
    ) -> None:
        """Speak to the engine.

        Args:
            command: what starts it; None for the real one.
            parent: what owns the client.
            process: one that has been started already, with that command.
        """
        super().__init__(parent)
        self._command = tuple(command) if command else ENGINE_COMMAND
        self._process: EngineProcess | None = None
        self._library = ""
        self._last_id = 0
        self._ask_id = self._peek_id = self._source_id = self._answered_id = 0
        self._partial: list[bytes] = []
        self._lines: deque[bytes] = deque()
        self._stderr = b""
        self._has_spoken = True
        self._closing = False
        self._signals: dict[type[Event], SignalInstance] = {
            LibraryOpened: self.library_opened,
            ModelReady: self.model_ready,
            Indexed: self.indexed,
            LibraryChanged: self.library_changed,
            DocumentsListed: self.documents_listed,
            FolderChanged: self.folder_changed,
            QuestionsListed: self.questions_listed,
            SnippetsListed: self.snippets_listed,
            MetadataLoaded: self.metadata_loaded,
            ErrandProgressed: self.errand_progressed,
            SnippetsExported: self.snippets_exported,
            ExportVerified: self.export_verified,
            LibraryChecked: self.library_checked,
        }
        if process is not None and process.is_running():
            self._adopt(process)
            process.listen()

    def open_library(self, library: str) -> None:
        """Open the library at `library`, starting the engine where it does not run."""
        self._library = library
        self._send(OpenLibrary(library=library))

    def index_folder(self, folder: str) -> None:
        """Bring the library up to date with `folder`; empty means every folder it has."""
        self._send(IndexFolder(folder=folder))

    def cancel_indexing(self) -> None:
        """Stop the indexing run that is under way."""
        if self.is_running():
            self._send(CancelIndexing())

    def ask(self, question: str, dropped: tuple[str, ...] = ()) -> None:
        """Ask for the full ranking; answers to earlier questions will be dropped.

        `dropped` are conditions of the question to do without (see `messages.Ask`).
        """
        self._ask_id = self._next_id()
        self._send(Ask(id=self._ask_id, question=question, dropped=dropped))

    def peek(self, question: str) -> None:
        """Ask for keyword hits; what has not been answered by now will be dropped."""
        self._peek_id = self._next_id()
        self._send(Peek(id=self._peek_id, question=question), on_its_own=True)

    def load_source(self, document_id: int) -> None:
        """Ask for a document's text; sources asked for earlier will be dropped."""
        self._source_id = self._next_id()
        self._send(LoadSource(id=self._source_id, document_id=document_id))

    def bring_back_furniture(self, document_id: int, span: Span, *, is_back: bool) -> None:
        """Have furniture searched, or left out; the document's text comes with other blocks."""
        self._source_id = self._next_id()
        self._send(BringBackFurniture(self._source_id, document_id, span, is_back))

    def request(self, request: Request) -> None:
        """Send what is answered by a signal of its own, or by none; nothing makes it stale."""
        self._send(request)

    def is_running(self) -> bool:
        """Whether there is a child process, be it only about to start."""
        return self._process is not None and self._process.is_running()

    def close(self) -> None:
        """End the child: politely, then, after some seconds, by force."""
        self._closing = True
        process = self._process
        if process is None or not self.is_running():
            return
        process.write(encode(Quit()))
        process.close(_CLOSE_WAIT_S)

    def _next_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def _send(self, request: Request, *, on_its_own: bool = False) -> None:
        """Write a request, starting the child first where there is none.

        A child that died before it said a word is not started again by a request that the person
        did not ask for, or each key stroke would bring the same message.
        """
        if self._closing:
            return
        if not self.is_running():
            if on_its_own and not self._has_spoken:
                return
            self._start()
            if self._library and not isinstance(request, OpenLibrary):
                self._write(OpenLibrary(library=self._library))
        self._write(request)

    def _write(self, request: Request) -> None:
        if self._process is not None and self.is_running():
            self._process.write(encode(request))

    def _start(self) -> None:
        process = EngineProcess(self._command)
        self._adopt(process)
        process.begin()
        process.listen()

    def _adopt(self, process: EngineProcess) -> None:
        """Listen to this process from now on; what it said before is still to be read."""
        if self._process is not None:
            self._process.deleteLater()
        self._partial, self._stderr, self._has_spoken = [], b"", False
        self._lines.clear()
        self._process = process
        process.setParent(self)
        process.said.connect(self._read)
        process.complained.connect(self._keep_stderr)
        process.ended.connect(self._on_ended)
        process.failed.connect(self._report_stop)

    def _read(self, came: bytes) -> None:
        if self._closing:
            return
        *ended, rest = came.split(b"\n")
        if ended:
            ended[0] = b"".join(self._partial) + ended[0]
            self._partial = []
        self._partial.append(rest)
        idle = not self._lines
        self._lines.extend(line for line in ended if line.strip())
        if idle:
            self._drain()

    def _drain(self) -> None:
        """Handle waiting lines for a few milliseconds, and leave the rest to the next turn."""
        until = time.perf_counter() + _BURST_MS / 1000
        while self._lines and not self._closing:
            self._handle(self._lines[0])
            if self._lines:
                self._lines.popleft()
            if time.perf_counter() > until:
                break
        if self._lines and not self._closing:
            QTimer.singleShot(0, self, self._drain)

    def _handle(self, line: bytes) -> None:
        try:
            event = decode_event(line)
        except msgspec.DecodeError:
            # A library that prints must not end the conversation; its words join the details.
            self._keep_stderr(line + b"\n")
            return
        self._has_spoken = True
        self._pass_on(event)

    def _pass_on(self, event: Event) -> None:
        match event:
            case IndexProgressed():
                self.index_progressed.emit(event.progress)
            case Failed():
                self._pass_on_failure(event)
            case Answered() | Peeked() | SourceLoaded():
                self._pass_on_if_fresh(event)
            case _:
                self._signals[type(event)].emit(event)

    def _pass_on_if_fresh(self, event: Answered | Peeked | SourceLoaded) -> None:
        match event:
            case Answered() if self._peek_id < event.id == self._ask_id:
                self._answered_id = event.id
                self.answered.emit(event.answer)
            case Peeked() if self._answered_id < event.id == self._peek_id:
                self.peeked.emit(event)
            case SourceLoaded() if event.id == self._source_id:
                self.source_loaded.emit(event.source)

    def _pass_on_failure(self, event: Failed) -> None:
        if not event.id or event.id in (self._ask_id, self._peek_id, self._source_id):
            said = in_own_words(event.message)
            self.failed.emit(msgspec.structs.replace(event, message=said))

    def _keep_stderr(self, more: bytes) -> None:
        self._stderr = (self._stderr + more)[-_KEPT_STDERR_BYTES:]

    def _on_ended(self, exit_code: int) -> None:
        if self._closing:
            return
        # What it said last says more than that it ended.
        while self._lines and not self._closing:
            self._handle(self._lines.popleft())
        self._report_stop(self.tr("it ended with code {code}").format(code=exit_code))

    def _report_stop(self, reason: str) -> None:
        message = self.tr(
            "The engine stopped unexpectedly. What was indexed is kept; the next question starts "
            "it again."
        )
        said = self._stderr.decode("utf-8", "replace").strip()
        command = " ".join(self._command)
        self.engine_stopped.emit(message, f"{command}\n{reason}\n\n{said}".strip())
