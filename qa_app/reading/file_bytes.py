"""The bytes of a file: only of an ordinary one, only so many, and whether it stood still."""

import os
import stat
from pathlib import Path

from msgspec import Struct

from qa_app.errors import ReadError
from qa_app.reading.limits import too_large

# A pipe that nobody writes to, or a terminal, must not hold us up.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
# No file has this one; some have 0.
NO_TIME = -1


class FileBytes(Struct, frozen=True):
    """What a file held. `mtime_ns` is `NO_TIME` where it changed while it was read."""

    data: bytes
    mtime_ns: int


def read_ordinary(path: Path, max_bytes: int) -> FileBytes:
    """The bytes of an ordinary file.

    Raises:
        ReadError: it is none, or it is larger than `max_bytes`.
        OSError: the system does not give it.
    """
    # Merely to open a device may do something.
    _check_ordinary(path.stat())
    with os.fdopen(os.open(path, _FLAGS), "rb") as file:
        before = os.fstat(file.fileno())
        # It may have been replaced meanwhile.
        _check_ordinary(before)
        # A file that grows for as long as it is read would never end.
        data = file.read(max_bytes + 1) if before.st_size <= max_bytes else b""
        after = os.fstat(file.fileno())
    if max(before.st_size, len(data)) > max_bytes:
        raise ReadError(too_large(max_bytes))
    is_steady = before.st_mtime_ns == after.st_mtime_ns and len(data) == after.st_size
    return FileBytes(data, after.st_mtime_ns if is_steady else NO_TIME)


def _check_ordinary(found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise ReadError("no ordinary file, but a folder, a device, a pipe or a socket")
