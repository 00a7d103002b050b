"""One writer at a time, across threads and processes."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from qa_app.errors import LibraryBusy
from qa_app.library.database import translated_errors

LOCK_NAME = "writer.lock"
MERGER_LOCK_NAME = "merger.lock"


@contextlib.contextmanager
def writer_lock(library: Path, wait_s: float = 0.0) -> Iterator[None]:
    """Hold the right to write the library; the system frees it if we die.

    Raises:
        LibraryBusy: another holds it, and still does after `wait_s`.
    """
    with _held(library, LOCK_NAME, wait_s):
        yield


@contextlib.contextmanager
def merger_lock(library: Path) -> Iterator[None]:
    """Hold the right to prepare what is to take the place of a file, while others may write.

    Raises:
        LibraryBusy: another holds it.
    """
    with _held(library, MERGER_LOCK_NAME):
        yield


@contextlib.contextmanager
def _held(library: Path, name: str, wait_s: float = 0.0) -> Iterator[None]:
    import filelock  # noqa: PLC0415 - whoever only asks is spared its import

    with translated_errors(library):
        library.mkdir(parents=True, exist_ok=True)
        lock = filelock.FileLock(library / name, timeout=wait_s)
        try:
            lock.acquire()
        except filelock.Timeout as error:
            raise LibraryBusy(
                f"The library at {library} is being updated by another program; "
                "wait for it to finish, or cancel it there."
            ) from error
    try:
        yield
    finally:
        lock.release()
