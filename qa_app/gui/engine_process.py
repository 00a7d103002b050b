"""The engine's process as Qt's loop sees it.

It may have been started before Qt was imported, for which QProcess has no way, and Qt's loop waits
for the pipes of others only on some systems. So threads do, and signals carry what comes.
"""

import os
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import IO

from PySide6.QtCore import QObject, Signal, SignalInstance

from qa_app.starting import ENGINE_COMMAND, EnginePipes, start_engine

_MOST_BYTES = 1 << 16
# Whatever else holds a pipe of a process that has ended is not waited for.
_LAST_WORDS_S = 1.0


class EngineProcess(QObject):
    """A process that runs `command`; by default the engine's own. On the GUI thread.

    `said` and `complained` carry bytes of its stdout and stderr as they come. `ended` comes after
    all of them, with the exit status. `failed` says why it could not be started.
    """

    said = Signal(object)
    complained = Signal(object)
    # An exit status may be more than an int of Qt's holds.
    ended = Signal(object)
    failed = Signal(str)

    def __init__(
        self, command: Sequence[str] = ENGINE_COMMAND, pipes: EnginePipes | None = None
    ) -> None:
        """Stand for a process.

        Args:
            command: what `begin` starts.
            pipes: the process, where it has been started already.
        """
        super().__init__()
        self.command = tuple(command)
        self._pipes = pipes
        self._threads: list[Thread] = []
        self._to_write: SimpleQueue[bytes | None] = SimpleQueue()
        self.ended.connect(self._on_ended)

    def begin(self) -> None:
        """Start it, where it has not been."""
        if self._pipes is None:
            try:
                self._pipes = start_engine(self.command)
            except OSError as error:
                self.failed.emit(f"{error.strerror}: {self.command[0]}")

    def listen(self) -> None:
        """Let it hear what is written, and the signals carry what it says and has said before."""
        if self._pipes is None or self._threads:
            return
        pipes = self._pipes
        heard = self._thread(self._read, pipes.stdout, self.said)
        complaints = self._thread(self._read, pipes.stderr, self.complained)
        self._thread(self._follow, pipes, (heard, complaints))
        self._thread(self._write, pipes.stdin)

    def is_running(self) -> bool:
        """Whether it runs; one that has ended does until `ended` says so."""
        return self._pipes is not None

    def write(self, line: bytes | None) -> None:
        """Have it read `line`, or with None the end of its stdin; returns at once."""
        self._to_write.put(line)

    def close(self, wait_s: float) -> None:
        """Let it read the end of its stdin, and kill it where it does not end soon."""
        pipes = self._pipes
        if pipes is None:
            return
        self.listen()
        self.write(None)
        try:
            pipes.wait(wait_s)
        except subprocess.TimeoutExpired:
            pipes.kill()
            pipes.wait()
        for thread in self._threads:
            thread.join(_LAST_WORDS_S)
        self._pipes = None

    def _thread(self, target: Callable[..., None], *arguments: object) -> Thread:
        thread = Thread(target=target, args=arguments, name="engine pipe", daemon=True)
        self._threads.append(thread)
        thread.start()
        return thread

    def _follow(self, pipes: EnginePipes, readers: Sequence[Thread]) -> None:
        """Runs in another thread, until the process has ended."""
        status = pipes.wait()
        for reader in readers:
            reader.join(_LAST_WORDS_S)
        self._tell(self.ended, status)

    def _read(self, pipe: IO[bytes], heard: SignalInstance) -> None:
        """Runs in another thread, until the pipe ends."""
        with pipe:
            while came := os.read(pipe.fileno(), _MOST_BYTES):
                self._tell(heard, came)

    def _tell(self, heard: SignalInstance, came: object) -> None:
        # Whoever listened may be gone.
        with suppress(RuntimeError):
            heard.emit(came)

    def _write(self, pipe: IO[bytes]) -> None:
        """Runs in another thread, until there is nothing to write any more."""
        # What a process that has ended does not read is nobody's.
        with suppress(OSError), pipe:
            while (line := self._to_write.get()) is not None:
                pipe.write(line)
                pipe.flush()

    def _on_ended(self) -> None:
        self._pipes = None
        self.write(None)
