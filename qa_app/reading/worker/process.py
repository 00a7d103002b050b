"""A process that reads, as the program sees it: messages in, messages out, and how it ended."""

import contextlib
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec

from qa_app.errors import ReaderError
from qa_app.model import Cancelled
from qa_app.reading.file_reader import ReadingStopped
from qa_app.reading.limits import ReadingLimits, needs_memory, takes_long
from qa_app.reading.worker.frames import (
    HEAD_BYTES,
    OUT_OF_MEMORY,
    Event,
    Ready,
    Request,
    Start,
    Unready,
    event_in,
    frame,
    n_bytes_of,
)
from qa_app.starting import environment

# -P: a module that lies in the folder the program was started in is none of ours.
DEFAULT_COMMAND = (sys.executable, "-P", "-m", "qa_app.reading.worker")
_START_S = 60.0
_END_S = 5.0
# How long a cancel may go unheard.
_POLL_S = 0.05
_MAX_FRAME_BYTES = 1 << 32


class ProcessGone(Exception):  # noqa: N818 - it may be meant to be gone
    """The process ended, or was ended, over a file; the message is the reason for its list."""


class ReadingProcess:
    """A running process. Used by one thread; a second one only takes in what it says."""

    def __init__(self, limits: ReadingLimits, cache_dir: Path, command: Sequence[str]) -> None:
        """Start it, and wait until it is ready.

        Raises:
            ReaderError: it does not start.
        """
        self._limits = limits
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment(),
            )
        except OSError as error:
            raise ReaderError(
                f"The process that reads files cannot be started: {error.strerror}. Free some "
                "memory and try again."
            ) from error
        self._events: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        self._listener = threading.Thread(target=self._listen, name="reading", daemon=True)
        self._listener.start()
        self._begin(cache_dir)

    def _begin(self, cache_dir: Path) -> None:
        try:
            self.send(Start(self._limits, str(cache_dir)))
            event = self._next(_START_S, lambda: False)
        except ProcessGone as error:
            self.stop()
            raise ReaderError(
                f"The process that reads files does not start: {error}. Install the program again."
            ) from error
        if not isinstance(event, Ready):
            self.stop()
            raise ReaderError(event.reason if isinstance(event, Unready) else "It is out of turn.")

    def send(self, request: Request, data: bytes = b"") -> None:
        """Say something, and the bytes that it announces.

        Raises:
            ProcessGone: nobody is there to hear it.
        """
        pipe = self._process.stdin
        try:
            if pipe is not None:
                pipe.write(frame(request))
                pipe.write(data)
                pipe.flush()
        except OSError as error:
            raise ProcessGone(self._how_it_ended()) from error

    def receive(self, cancelled: Cancelled) -> Event:
        """The next thing it says.

        Raises:
            ProcessGone: it ended, or took longer than the limits allow.
            ReadingStopped: it was cancelled meanwhile.
        """
        return self._next(self._limits.max_read_s, cancelled)

    def stop(self) -> None:
        """End it, whatever it is doing: it holds nothing that would be lost."""
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for pipe in (self._process.stdin, self._process.stdout):
            # What was not yet written is wanted no more.
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()

    def _next(self, within_s: float, cancelled: Cancelled) -> Event:
        until = time.monotonic() + within_s
        while True:
            try:
                event = self._events.get(timeout=min(_POLL_S, within_s))
            except queue.Empty:
                # Whoever is asked whether to stop may take a while over it.
                is_late = time.monotonic() >= until
                if cancelled():
                    raise ReadingStopped from None
                if is_late:
                    raise ProcessGone(takes_long(self._limits)) from None
                continue
            if event is None:
                raise ProcessGone(self._how_it_ended())
            return event

    def _how_it_ended(self) -> str:
        try:
            code = self._process.wait(_END_S)
        except subprocess.TimeoutExpired:
            return "the reader went silent on it"
        if code == OUT_OF_MEMORY:
            return needs_memory(self._limits)
        if code < 0:
            if code == -getattr(signal, "SIGXCPU", 0):
                return takes_long(self._limits)
            return f"the reader crashed on it ({signal.Signals(-code).name})"
        return f"the reader crashed on it (exit status {code})"

    def _listen(self) -> None:
        """Take in what it says, so that waiting for it can be cut short. Runs in its own thread."""
        pipe = self._process.stdout
        try:
            while pipe is not None and len(head := pipe.read(HEAD_BYTES)) == HEAD_BYTES:
                n_bytes = n_bytes_of(head)
                if n_bytes > _MAX_FRAME_BYTES:
                    break
                self._events.put(event_in(pipe.read(n_bytes)))
        except msgspec.MsgspecError:
            # Cut off in the middle, or no longer ours: in either case it has ended.
            pass
        self._events.put(None)
