"""Reading the bytes of a file, and of nothing else."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_app.errors import ReadError
from qa_app.reading import file_bytes
from qa_app.reading.file_bytes import read_ordinary

_MAX = 1_000


def test_whole_file(tmp_path: Path) -> None:
    """The bytes, and the time they are from; up to the limit itself."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * _MAX)
    assert read_ordinary(path, _MAX) == file_bytes.FileBytes(b"x" * _MAX, path.stat().st_mtime_ns)


def test_file_that_is_too_large(tmp_path: Path) -> None:
    """Not a byte of it is read: a sparse file costs nothing."""
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(1_000_000_000_000)
    with pytest.raises(ReadError, match="raise max_file_mb"):
        read_ordinary(path, _MAX)


@pytest.mark.parametrize("kind", ["folder", "pipe", "socket", "device"])
def test_what_is_no_ordinary_file(tmp_path: Path, kind: str) -> None:
    """It is not opened, which might never end."""
    path = tmp_path / "a.txt"
    opened = socket.socket(socket.AF_UNIX)
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "socket":
            opened.bind(str(path))
        case _:
            path.symlink_to("/dev/zero")
    with pytest.raises(ReadError, match="no ordinary file"):
        read_ordinary(path, _MAX)
    opened.close()


def test_file_that_becomes_a_pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that nobody writes to does not hold us up, though it was a file when we looked."""
    path = tmp_path / "a.txt"
    path.write_text("x")
    looked = path.stat()
    path.unlink()
    os.mkfifo(path)
    monkeypatch.setattr(Path, "stat", lambda _path: looked)
    with pytest.raises(ReadError, match="no ordinary file"):
        read_ordinary(path, _MAX)


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_bytes(b"longer than before"),
        lambda path: os.utime(path, ns=(1, 1)),
        lambda path: path.write_bytes(b""),
    ],
)
def test_file_that_changes_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    """What was read is given, but it claims no time."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"as it was")
    fstat = os.fstat
    n_calls = 0

    def changing(handle: int) -> os.stat_result:
        nonlocal n_calls
        n_calls += 1
        if n_calls == 2:
            change(path)
        return fstat(handle)

    monkeypatch.setattr("qa_app.reading.file_bytes.os.fstat", changing)
    read = read_ordinary(path, _MAX)
    assert read.mtime_ns == file_bytes.NO_TIME


def test_file_that_grows_over_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than the limit is taken in, however long it grows."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * (_MAX + 1))
    small = os.stat_result((0o100644, 0, 0, 1, 0, 0, 1, 0, 0, 0))
    monkeypatch.setattr("qa_app.reading.file_bytes.os.fstat", lambda _handle: small)
    with pytest.raises(ReadError, match="raise max_file_mb"):
        read_ordinary(path, _MAX)
