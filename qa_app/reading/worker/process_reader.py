"""Reads files in a process that is started when it is first needed, and again when it ends."""

from collections.abc import Generator, Sequence
from pathlib import Path

from qa_app.model import Cancelled, FileState, never_cancelled
from qa_app.reading.file_reader import Content, Reading, ReadingStopped, Wants
from qa_app.reading.limits import ReadingLimits
from qa_app.reading.worker.frames import Finished, Offered, Read, Told, Verdict
from qa_app.reading.worker.process import DEFAULT_COMMAND, ProcessGone, ReadingProcess

# What a library of another's leaks is given back now and then.
_FILES_A_PROCESS = 500
# So many files in one may end the process before the rest of them is given up.
_MAX_ENDS = 20


class ProcessReader:
    """See `FileReader`: a file that crashes, hangs or swells costs itself and nothing else."""

    def __init__(
        self, limits: ReadingLimits, cache_dir: Path, command: Sequence[str] = DEFAULT_COMMAND
    ) -> None:
        self._limits = limits
        self._cache_dir = cache_dir
        self._command = command
        self._process: ReadingProcess | None = None
        self._n_files = 0

    def read(
        self,
        data: bytes,
        format: str,  # noqa: A002 - as the document's field
        wants: Wants,
        cancelled: Cancelled = never_cancelled,
    ) -> Generator[Reading, None, None]:
        """See `FileReader.read`."""
        if self._n_files >= _FILES_A_PROCESS:
            self.close()
        file = _FileInHand(Content("", format, len(data)), wants)
        for _ in range(_MAX_ENDS):
            try:
                yield from self._converse(file, data, cancelled)
            except ProcessGone as gone:
                if not file.is_settled:
                    yield file.given_up(str(gone))
            if file.is_settled:
                return
        reason = f"the reader ended on {_MAX_ENDS} of the files in it; the rest was not read"
        yield Reading(file.content, state=FileState.FAILED, reason=reason)

    def close(self) -> None:
        """See `FileReader.close`."""
        if self._process is not None:
            self._process.stop()
            self._process = None
            self._n_files = 0

    def _converse(
        self, file: "_FileInHand", data: bytes, cancelled: Cancelled
    ) -> Generator[Reading, None, None]:
        """What the process says of the file, and is not known yet.

        Raises:
            ProcessGone: it ended over it.
        """
        process = self._running()
        is_whole = False
        try:
            process.send(Read(file.content.format, len(data)), data)
            while not is_whole:
                match process.receive(cancelled):
                    case Offered(content):
                        # A file full of what is known already is told of only at its end.
                        if cancelled():
                            raise ReadingStopped
                        process.send(Verdict(file.takes(content)))
                    case Told(reading):
                        if file.settles(reading.content):
                            yield reading
                    case Finished():
                        is_whole = True
                    case _:
                        raise ProcessGone("the reader lost the thread over it")
        finally:
            # In the middle of a file it listens to nothing else.
            if not is_whole:
                self.close()

    def _running(self) -> ReadingProcess:
        if self._process is None:
            self._process = ReadingProcess(self._limits, self._cache_dir, self._command)
        self._n_files += 1
        return self._process


class _FileInHand:
    """How far we are in a file that the process reads."""

    def __init__(self, content: Content, wants: Wants) -> None:
        self.content = content
        self._wants = wants
        # The files that are being read, each in the one before it.
        self._open = [content]
        self._settled: set[str] = set()

    @property
    def is_settled(self) -> bool:
        """Whether the file itself is done with."""
        return self.content.name in self._settled

    def takes(self, content: Content) -> bool:
        """Whether a file in it is to be read."""
        if content.name in self._settled:
            return False
        if not self._wants(content):
            self._settled.add(content.name)
            return False
        self._open.append(content)
        return True

    def settles(self, content: Content) -> bool:
        """Note what was told of; whether that is news."""
        is_new = content.name not in self._settled
        self._settled.add(content.name)
        if self._open and self._open[-1].name == content.name:
            self._open.pop()
        return is_new

    def given_up(self, reason: str) -> Reading:
        """What was being read when the process ended is not tried again."""
        content = self._open.pop()
        self._open = [self.content]
        self._settled.add(content.name)
        return Reading(content, state=FileState.FAILED, reason=reason)
