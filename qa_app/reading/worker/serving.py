"""The process that reads: takes a file, says what is in it, and waits for the next."""

import os
import signal
import sys
from pathlib import Path
from typing import TypeVar

from qa_app.errors import QaError
from qa_app.garbage import look_seldom
from qa_app.model import FileState
from qa_app.reading.contents import FileContents
from qa_app.reading.file_reader import Content, Reading
from qa_app.reading.limits import ReadingLimits
from qa_app.reading.tokens import TokenBudget, load_token_budget
from qa_app.reading.worker.confinement import confine, limit_time
from qa_app.reading.worker.frames import (
    HEAD_BYTES,
    OUT_OF_MEMORY,
    Event,
    Finished,
    Offered,
    Read,
    Ready,
    Request,
    Start,
    Told,
    Unready,
    Verdict,
    frame,
    n_bytes_of,
    request_in,
)

Asked = TypeVar("Asked", bound=Request)


def main() -> int:
    """Serve until stdin ends."""
    # Ctrl+C is the program's to answer.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    look_seldom()
    pipes = _Pipes()
    start = pipes.receive(Start)
    try:
        budget = load_token_budget(Path(start.cache_dir))
    except QaError as error:
        pipes.send(Unready(str(error)))
        return 3
    confine(start.limits)
    pipes.send(Ready())
    while True:
        try:
            _serve(pipes, pipes.receive(Read), start.limits, budget)
        except MemoryError:
            os._exit(OUT_OF_MEMORY)


def _serve(pipes: "_Pipes", request: Read, limits: ReadingLimits, budget: TokenBudget) -> None:
    def wants(content: Content) -> bool:
        pipes.send(Offered(content))
        verdict = pipes.receive(Verdict)
        limit_time(limits)
        return verdict.is_wanted

    data = pipes.read(request.n_bytes)
    limit_time(limits)
    for reading in FileContents(limits, budget, wants).read(data, request.format):
        pipes.tell(reading)
        limit_time(limits)
    pipes.send(Finished())


class _Pipes:
    """Our ends of the pipes. When the other side is gone, so are we."""

    def __init__(self) -> None:
        self._requests = sys.stdin.buffer
        self._events = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
        # What a library prints must not get among the events.
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())

    def receive(self, kind: type[Asked]) -> Asked:
        """The next request, which is of that kind."""
        request = request_in(self.read(n_bytes_of(self.read(HEAD_BYTES))))
        if not isinstance(request, kind):
            raise TypeError(f"{type(request).__name__} came out of turn")
        return request

    def send(self, event: Event) -> None:
        """Say something."""
        self._write(frame(event))

    def tell(self, reading: Reading) -> None:
        """Say what became of some content."""
        try:
            framed = frame(Told(reading))
        # Half of a pair of code units, which is no text.
        except UnicodeEncodeError as error:
            reason = f"reading it failed, which is a bug of ours: {error!r}"
            framed = frame(Told(Reading(reading.content, state=FileState.FAILED, reason=reason)))
        self._write(framed)

    def read(self, n_bytes: int) -> bytes:
        """So many bytes of what comes."""
        data = self._requests.read(n_bytes)
        if len(data) < n_bytes:
            sys.exit(0)
        return data

    def _write(self, data: bytes) -> None:
        try:
            self._events.write(data)
            self._events.flush()
        except BrokenPipeError:
            # Nothing that is still to be written would be read.
            os._exit(0)
