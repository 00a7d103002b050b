"""The engine in a process of its own: requests come in on stdin, events go out on stdout.

It stands apart from the window because importing the model's libraries holds the interpreter for
seconds, and a window that shares it would freeze (docs/decisions/engine-process.md).

Three threads share one engine, each with its own library connection: keywords stay quick while a
question is encoded, and questions are answered while a folder is indexed. The main thread reads
requests; when stdin ends, the window is gone and so is this process.
"""

import os
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path
from threading import Condition, Lock, Thread
from threading import Event as Flag
from typing import BinaryIO, TypeVar

import msgspec

from qa_app import messages
from qa_app.engine import Engine
from qa_app.errors import LibraryBusy, LibraryMissing, QaError, QuestionError
from qa_app.library.library import Library
from qa_app.model import Cancelled, Hit, LibraryStatus, Progress
from qa_app.places import load_settings

_PROGRESS_EVERY_S = 0.1
_WAIT_S = 0.05

Kind = TypeVar("Kind", bound=messages.Request)


def main() -> int:
    """Serve until stdin ends or `Quit` comes."""
    requests, events = claim_pipes()
    sender = Sender(events)
    try:
        engine = Engine(load_settings())
    except QaError as error:
        sender.send(messages.Failed("OpenLibrary", str(error)))
        return 3
    serve(engine, requests, sender.send)
    return 0


def serve(engine: Engine, requests: BinaryIO, send: Callable[[messages.Event], None]) -> None:
    """Serve the requests of a pipe until it ends or `Quit` comes."""
    desks = _Desks(engine, send)
    for line in requests:
        try:
            request = messages.decode_request(line)
        except msgspec.MsgspecError as error:
            send(messages.Failed("", f"Not understood: {error}", details=repr(line[:200])))
            continue
        if isinstance(request, messages.Quit):
            break
        desks.put(request)
    desks.close()


def claim_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Our ends of the pipes. What a library prints goes to stderr, not among the events."""
    events = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return sys.stdin.buffer, events


class Sender:
    """Writes events to a pipe, from any thread."""

    def __init__(self, events: BinaryIO) -> None:
        self._events = events
        self._lock = Lock()

    def send(self, event: messages.Event) -> None:
        """Write an event whole; a window that is gone wants none."""
        with self._lock:
            try:
                self._events.write(messages.encode(event))
                self._events.flush()
            except BrokenPipeError:
                os._exit(0)


class _Desk:
    """A thread that serves one kind of request, with its own view of the open library."""

    def __init__(self, engine: Engine, send: Callable[[messages.Event], None]) -> None:
        self.engine = engine
        self.send = send
        self._waiting: deque[messages.Request | None] = deque()
        self._arrived = Condition()
        self._library: Library | None = None
        self.library_folder: Path | None = None
        self._thread = Thread(target=self._serve, name=type(self).__name__, daemon=True)
        self._thread.start()

    def put(self, request: messages.Request) -> None:
        """Hand over a request. Called from the main thread."""
        self._put(request)

    def close(self) -> None:
        """Finish what is in hand and end. Called from the main thread."""
        self._put(None)
        self._thread.join(timeout=5)

    def handle(self, request: messages.Request) -> None:
        """Serve one request, on this desk's thread."""
        raise NotImplementedError

    def library(self) -> Library:
        """The open library.

        Raises:
            LibraryError: there is none at that place yet, or it cannot be used.
        """
        if self.library_folder is None:
            raise LibraryMissing("No library is open; open a folder first.")
        if self._library is None:
            self._library = self.engine.open(self.library_folder)
        return self._library

    def newest(self, request: Kind) -> Kind:
        """The newest of the requests of one kind that follow each other; the older are stale."""
        with self._arrived:
            kind = type(request)
            while self._waiting and isinstance(following := self._waiting[0], kind):
                request = following
                self._waiting.popleft()
            return request

    def is_called_away(self) -> bool:
        """Whether another library is to be opened, or the end has come."""
        with self._arrived:
            return any(r is None or isinstance(r, messages.OpenLibrary) for r in self._waiting)

    def _put(self, request: messages.Request | None) -> None:
        with self._arrived:
            self._waiting.append(request)
            self._arrived.notify()

    def _get(self) -> messages.Request | None:
        with self._arrived:
            self._arrived.wait_for(lambda: self._waiting)
            return self._waiting.popleft()

    def _serve(self) -> None:
        while (request := self._get()) is not None:
            try:
                if isinstance(request, messages.OpenLibrary):
                    self._switch(Path(request.library))
                self.handle(request)
            except QaError as error:
                self._fail(request, str(error), "")
            except Exception as error:  # noqa: BLE001 - the outermost edge of this thread
                self._fail(request, f"Something went wrong: {error}", traceback.format_exc())
        if self._library is not None:
            self._library.close()

    def _switch(self, folder: Path) -> None:
        if self._library is not None:
            self._library.close()
        self._library = None
        self.library_folder = folder

    def _fail(self, request: messages.Request, message: str, details: str) -> None:
        request_id = getattr(request, "id", 0)
        self.send(messages.Failed(type(request).__name__, message, request_id, details))


class _KeywordDesk(_Desk):
    """Opens libraries, finds keywords as they are typed, loads sources: all quick."""

    def handle(self, request: messages.Request) -> None:
        match request:
            case messages.OpenLibrary():
                self.send(messages.LibraryOpened(request.library, self._status()))
            case messages.Peek():
                self._peek(self.newest(request))
            case messages.LoadSource():
                source = self.engine.source_text(self.library(), request.document_id)
                self.send(messages.SourceLoaded(request.id, source))
            case _:
                pass

    def _status(self) -> LibraryStatus | None:
        try:
            return self.library().status()
        except LibraryMissing:
            return None

    def _peek(self, request: messages.Peek) -> None:
        began = time.perf_counter()
        hits = self._keyword_hits(request.question)
        took_ms = (time.perf_counter() - began) * 1000
        self.send(messages.Peeked(request.id, request.question, took_ms, hits))

    def _keyword_hits(self, typed: str) -> tuple[Hit, ...]:
        """What is found so far; half a question that finds nothing is no mistake."""
        try:
            return self.engine.peek(self.library(), typed)
        except (LibraryMissing, LibraryBusy, QuestionError):
            return ()


class _AnswerDesk(_Desk):
    """Answers questions with the full ranking; loads the model as soon as a library is open."""

    def __init__(
        self,
        engine: Engine,
        send: Callable[[messages.Event], None],
        is_indexing: Callable[[], bool],
    ) -> None:
        self._is_indexing = is_indexing
        self._warm = False
        super().__init__(engine, send)

    def handle(self, request: messages.Request) -> None:
        match request:
            case messages.OpenLibrary():
                self._warm_up()
            case messages.Ask():
                self._answer(request)
            case _:
                pass

    def _answer(self, request: messages.Ask) -> None:
        newest = self._when_ready(request)
        answer = self.engine.ask(self.library(), newest.question, newest.dropped)
        self.send(messages.Answered(newest.id, answer))

    def _when_ready(self, request: messages.Ask) -> messages.Ask:
        """The newest question, once there is something to ask: a first run may still be on."""
        while True:
            request = self.newest(request)
            try:
                self.library().refresh()
            except (LibraryMissing, LibraryBusy):
                if not self._is_indexing() or self.is_called_away():
                    raise
                time.sleep(_WAIT_S)
            else:
                return request

    def _warm_up(self) -> None:
        if self._warm:
            return
        began = time.perf_counter()
        try:
            self.engine.warm_up()
        except QaError as error:
            self.send(messages.Failed("LoadModel", str(error)))
            return
        self._warm = True
        took_ms = (time.perf_counter() - began) * 1000
        self.send(messages.ModelReady(self.engine.encoder.name, took_ms))


class _IndexDesk(_Desk):
    """Brings the library up to date, one run at a time; a cancelled run keeps what is done."""

    def __init__(self, engine: Engine, send: Callable[[messages.Event], None]) -> None:
        # One flag a run, the run under way first: to cancel must not reach runs asked for later.
        self._flags: list[Flag] = []
        self._told_at = 0.0
        super().__init__(engine, send)

    def put(self, request: messages.Request) -> None:
        if isinstance(request, messages.IndexFolder):
            self._flags.append(Flag())
        super().put(request)

    def cancel(self) -> None:
        """Stop the runs asked for so far. Called from the main thread."""
        for flag in list(self._flags):
            flag.set()

    def handle(self, request: messages.Request) -> None:
        if isinstance(request, messages.IndexFolder):
            try:
                self._index(request.folder, self._flags[0].is_set)
            finally:
                self._flags.pop(0)

    def is_busy(self) -> bool:
        """Whether a run is under way or waiting."""
        return bool(self._flags)

    def _index(self, folder: str, cancelled: Cancelled) -> None:
        if self.library_folder is None:
            raise LibraryMissing("No library is open; open a folder first.")
        if folder:
            report = self.engine.index(self.library_folder, Path(folder), self._tell, cancelled)
        else:
            report = self.engine.update(self.library_folder, self._tell, cancelled)
        self.send(messages.Indexed(report, self.library().status()))

    def _tell(self, progress: Progress) -> None:
        """Pass progress on, not faster than an eye follows."""
        now = time.monotonic()
        if now - self._told_at >= _PROGRESS_EVERY_S:
            self._told_at = now
            self.send(messages.IndexProgressed(progress))


class _Desks:
    """The three desks, and which request goes to which. Used by the main thread."""

    def __init__(self, engine: Engine, send: Callable[[messages.Event], None]) -> None:
        self._keywords = _KeywordDesk(engine, send)
        self._indexing = _IndexDesk(engine, send)
        self._answers = _AnswerDesk(engine, send, self._indexing.is_busy)
        self._all: tuple[_Desk, ...] = (self._keywords, self._answers, self._indexing)

    def put(self, request: messages.Request) -> None:
        """Hand a request to whom it concerns."""
        match request:
            case messages.OpenLibrary():
                self._indexing.cancel()
                for desk in self._all:
                    desk.put(request)
            case messages.Peek() | messages.LoadSource():
                self._keywords.put(request)
            case messages.Ask():
                self._answers.put(request)
            case messages.IndexFolder():
                self._indexing.put(request)
            case messages.CancelIndexing():
                self._indexing.cancel()
            case _:
                pass

    def close(self) -> None:
        """Stop what can be stopped and wait for the rest."""
        self._indexing.cancel()
        for desk in self._all:
            desk.close()


if __name__ == "__main__":
    sys.exit(main())
