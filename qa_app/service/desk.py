"""What every desk of the service is: a thread, its requests, its view of the open library."""

import traceback
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Condition, Thread
from typing import TypeVar

from qa_app import messages
from qa_app.engine import Engine
from qa_app.errors import LibraryDamaged, LibraryMissing, NotebookDamaged, QaError
from qa_app.library.library import Library

Kind = TypeVar("Kind", bound=messages.Request)


class TakeUp:
    """Not asked for by the window: take up what is published now, before a question has to."""


class Desk:
    """A thread that serves one kind of request, with its own view of the open library."""

    def __init__(self, engine: Engine, send: Callable[[messages.Event], None]) -> None:
        self.engine = engine
        self.send = send
        self._waiting: deque[messages.Request | TakeUp | None] = deque()
        self._arrived = Condition()
        self._library: Library | None = None
        self._in_hand: messages.Request | None = None
        self.library_folder: Path | None = None
        self._thread = Thread(target=self._serve, name=type(self).__name__, daemon=True)
        self._thread.start()

    def put(self, request: messages.Request) -> None:
        """Hand over a request. Called from the main thread."""
        self._put(request)

    def take_up(self) -> None:
        """Have the open library take up what is published now. From any thread."""
        self._put(TakeUp())

    def close(self) -> None:
        """Finish what is in hand and end. Called from the main thread."""
        self._put(None)
        self._thread.join(timeout=5)

    def begin(self) -> None:
        """Called once, on this desk's thread, before its first request."""

    def handle(self, request: messages.Request) -> None:
        """Serve one request, on this desk's thread."""
        raise NotImplementedError

    def library(self) -> Library:
        """The open library.

        Raises:
            LibraryError: there is none at that place yet, or it cannot be used.
        """
        if self._library is None:
            self._library = self.engine.open(self.open_folder())
        return self._library

    def open_folder(self) -> Path:
        """Where the open library is, or will be.

        Raises:
            LibraryMissing: no library is open.
        """
        if self.library_folder is None:
            raise LibraryMissing("No library is open; open a folder first.")
        return self.library_folder

    def newest(self, request: Kind) -> Kind:
        """The newest of the requests of one kind that follow each other; the older are stale.

        It is the one in hand from here on: what fails is its failure, or nobody would hear of it.
        """
        with self._arrived:
            kind = type(request)
            while self._waiting and isinstance(following := self._waiting[0], kind):
                request = following
                self._waiting.popleft()
            self._in_hand = request
            return request

    def is_called_away(self) -> bool:
        """Whether another library is to be opened, or the end has come."""
        with self._arrived:
            return any(r is None or isinstance(r, messages.OpenLibrary) for r in self._waiting)

    def _put(self, request: messages.Request | TakeUp | None) -> None:
        with self._arrived:
            self._waiting.append(request)
            self._arrived.notify()

    def _get(self) -> messages.Request | TakeUp | None:
        with self._arrived:
            self._arrived.wait_for(lambda: self._waiting)
            return self._waiting.popleft()

    def has_waiting(self, wait_s: float = 0.0) -> bool:
        """Whether a request is waiting, or comes within that time. On this desk's thread."""
        with self._arrived:
            return bool(self._arrived.wait_for(lambda: self._waiting, wait_s))

    def _serve(self) -> None:
        self.begin()
        while (request := self._get()) is not None:
            if isinstance(request, TakeUp):
                self.tried(self._take_up)
            else:
                self.tried(partial(self._serve_one, request), request)
        self._let_go()

    def tried(self, do: Callable[[], None], request: messages.Request | None = None) -> None:
        """Do something, for a request or unasked; tell the window where it fails."""
        self._in_hand = request
        try:
            do()
        except (LibraryDamaged, NotebookDamaged) as error:
            self._fail(str(error), "", is_damage=True)
        except QaError as error:
            self._fail(str(error), "")
        except Exception as error:  # noqa: BLE001 - the outermost edge of this thread
            self._fail(f"Something went wrong: {error}", traceback.format_exc())

    def _serve_one(self, request: messages.Request) -> None:
        if isinstance(request, messages.OpenLibrary):
            self._switch(Path(request.library))
        elif isinstance(request, messages.RepairLibrary):
            # Where files that are open cannot be moved, a repair could not set them aside.
            self._let_go()
        self.handle(request)

    def _take_up(self) -> None:
        # What cannot be taken up is said when it is asked for.
        with suppress(QaError):
            if self._library is not None:
                self._library.refresh(wait_s=0)

    def _switch(self, folder: Path) -> None:
        self._let_go()
        self.library_folder = folder

    def _let_go(self) -> None:
        """Have the library no longer open; it is opened again when it is needed."""
        if self._library is not None:
            self._library.close()
        self._library = None

    def _fail(self, message: str, details: str, *, is_damage: bool = False) -> None:
        request = self._in_hand
        request_id = getattr(request, "id", 0)
        tag = "" if request is None else type(request).__name__
        self.send(messages.Failed(tag, message, request_id, details, is_damage))
