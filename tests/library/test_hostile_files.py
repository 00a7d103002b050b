"""Folders with files that are made to harm, or that change under our hands."""

import errno
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from qa_app.engine import Engine
from qa_app.library import intake
from qa_app.model import FileState, IndexReport
from qa_app.reading.file_bytes import FileBytes, read_ordinary
from qa_app.reading.limits import limits_of
from qa_app.reading.worker.process_reader import ProcessReader
from qa_app.settings import Settings
from tests.fakes import HashEncoder
from tests.library.conftest import Found, Index, write
from tests.reading.hostile_worker import COMMAND, CRASH, HANG, SWELL
from tests.reading.sound_files import archive

_GOOD = "The harbour opens in March."


@pytest.fixture
def hostile(settings: Settings, encoder: HashEncoder) -> Callable[..., Engine]:
    """Engines that read in a process of its own, with a reader that does what files say."""

    def make(max_read_s: int = 1, max_file_mb: int = 50, max_read_memory_mb: int = 2_048) -> Engine:
        wanted = replace(
            settings,
            max_read_s=max_read_s,
            max_file_mb=max_file_mb,
            max_read_memory_mb=max_read_memory_mb,
        )

        def reader() -> ProcessReader:
            return ProcessReader(limits_of(wanted), wanted.cache_dir, COMMAND)

        return Engine(wanted, lambda: encoder, reader=reader)

    return make


def _problems(report: IndexReport, folder: Path) -> dict[str, tuple[FileState, str]]:
    return {
        Path(problem.path).relative_to(folder).as_posix(): (problem.state, problem.reason)
        for problem in report.problems
    }


def test_harmful_files_cost_themselves(
    hostile: Callable[..., Engine], folder: Path, library_dir: Path, found: Found
) -> None:
    """They are listed with what they did, alone or in an archive; the rest is indexed."""
    write(folder / "a.txt", CRASH)
    write(folder / "b.txt", HANG)
    write(folder / "c.txt", SWELL)
    write(folder / "d.zip", archive(("bad.txt", CRASH), ("good.txt", _GOOD.encode())))
    write(folder / "e.txt", "The harbour is shut.")
    report = hostile().index(library_dir, folder)
    problems = _problems(report, folder)
    assert {path: state for path, (state, _) in problems.items()} == dict.fromkeys(
        ("a.txt", "b.txt", "c.txt", "d.zip/bad.txt"), FileState.FAILED
    )
    reasons = " ".join(reason for _, reason in problems.values())
    assert all(word in reasons for word in ("crashed", "max_read_s", "max_read_memory_mb"))
    assert (report.n_added, found("harbour")) == (2, {"good.txt", "e.txt"})


def test_harmful_file_is_not_tried_again_for_nothing(
    hostile: Callable[..., Engine], folder: Path, library_dir: Path
) -> None:
    """While it and the limits are as they were it stays listed, and holds no run up."""
    write(folder / "a.txt", HANG)
    write(folder / "b.txt", _GOOD)
    first = hostile().index(library_dir, folder)
    second = Engine(hostile()._settings, HashEncoder, reader=_no_reader).index(library_dir, folder)
    assert second.problems == first.problems
    assert "took longer than 2 s" in str(hostile(max_read_s=2).index(library_dir, folder).problems)


def _no_reader() -> ProcessReader:
    return ProcessReader(limits_of(Settings(cache_dir=Path())), Path(), ("/nowhere/reader",))


def test_much_of_nothing(hostile: Callable[..., Engine], folder: Path, library_dir: Path) -> None:
    """A sparse file is skipped by its size; where the limit lets it in, it fails in a sentence."""
    write(folder / "a.txt", _GOOD)
    with (folder / "zeros.txt").open("wb") as file:
        file.truncate(300_000_000)
    skipped = _problems(hostile().index(library_dir, folder), folder)
    assert skipped == {
        "zeros.txt": (FileState.SKIPPED, "larger than 50 MB; raise max_file_mb to read it")
    }
    raised = hostile(max_file_mb=400, max_read_memory_mb=300, max_read_s=60)
    failed = _problems(raised.index(library_dir, folder), folder)
    reason = "needs more than 300 MB of memory to be read; raise max_read_memory_mb to read it"
    assert failed == {"zeros.txt": (FileState.FAILED, reason)}


def test_page_that_leads_back_to_itself(
    hostile: Callable[..., Engine], folder: Path, library_dir: Path, found: Found
) -> None:
    """A PDF whose tree of pages is a ring costs itself at most, whether it is read or not."""
    write(
        folder / "ring.pdf",
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999/Parent 2 0 R>>endobj\n"
        b"trailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF",
    )
    write(folder / "a.txt", _GOOD)
    problems = _problems(hostile(max_read_s=20).index(library_dir, folder), folder)
    assert set(problems) == {"ring.pdf"}
    assert found("harbour") == {"a.txt"}


def test_names_that_lead_elsewhere(
    folder: Path, index: Index, found: Found, tmp_path: Path
) -> None:
    """Nothing is written where a name in an archive points; it is listed below the archive."""
    before = set(tmp_path.rglob("*"))
    names = ("../../evil.txt", f"{tmp_path}/evil.txt", "c:\\evil.txt", "../documents/b.txt")
    write(folder / "a.zip", archive(*((name, _GOOD.encode()) for name in names)))
    index()
    new = {path.name for path in set(tmp_path.rglob("*")) - before}
    assert [name for name in new if name.endswith(".txt")] == []
    assert found("harbour") == {"evil.txt"}


def test_what_is_no_file(folder: Path, index: Index, found: Found) -> None:
    """Pipes, sockets, devices and links in a ring are listed and never opened."""
    write(folder / "a.txt", _GOOD)
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "ring.txt").symlink_to(folder / "gnir.txt")
    (folder / "gnir.txt").symlink_to(folder / "ring.txt")
    (folder / "deep").mkdir()
    (folder / "deep" / "up").symlink_to(folder)
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(str(folder / "socket.txt"))
        problems = _problems(index(), folder)
    assert set(problems) == {
        "pipe.txt", "zero.txt", "ring.txt", "gnir.txt", "deep/up", "socket.txt",
    }  # fmt: skip
    assert found("harbour") == {"a.txt"}


def test_file_that_becomes_a_pipe(
    folder: Path, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was a file when the folder was walked, and is a pipe now, is not waited for."""
    write(folder / "a.txt", _GOOD)
    write(folder / "b.txt", "The bridge is shut.")

    def swapping(path: Path, max_bytes: int) -> FileBytes:
        if path.name == "b.txt":
            path.unlink()
            os.mkfifo(path)
        return read_ordinary(path, max_bytes)

    monkeypatch.setattr(intake, "read_ordinary", swapping)
    problems = _problems(index(), folder)
    assert problems["b.txt"][1].startswith("no ordinary file")


def test_file_that_grows_while_it_is_read(
    folder: Path, index: Index, found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read of it is found, it says so, and the next run reads it again."""
    path = write(folder / "a.txt", _GOOD)
    fstat = os.fstat
    grown = False

    def growing(handle: int) -> os.stat_result:
        nonlocal grown
        stat = fstat(handle)
        if not grown and stat.st_ino == path.stat().st_ino:
            grown = True
            write(path, f"{_GOOD} Ferries wait there.")
        return stat

    with monkeypatch.context() as patch:
        patch.setattr("qa_app.reading.file_bytes.os.fstat", growing)
        problems = _problems(index(), folder)
    assert problems["a.txt"][0] is FileState.INDEXED
    assert "changed while it was read" in problems["a.txt"][1]
    report = index()
    assert (report.problems, found("ferries")) == ((), {"a.txt"})


@pytest.mark.parametrize("code", [errno.EIO, errno.ESTALE, errno.ENOTCONN])
def test_folder_that_vanishes_while_it_is_read(
    three_files: Path, index: Index, found: Found, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """Each file that can no longer be had is listed with the reason, and kept as it was."""
    for name in ("a.txt", "b.txt"):
        write(three_files / name, "The quarry is flooded.")

    def lost(path: Path, _max_bytes: int) -> FileBytes:
        raise OSError(code, os.strerror(code), str(path))

    with monkeypatch.context() as patch:
        patch.setattr(intake, "read_ordinary", lost)
        problems = _problems(index(), three_files)
    kept = "; what was read of it before is kept"
    reason = f"cannot be read: {os.strerror(code)}{kept}"
    assert problems == dict.fromkeys(("a.txt", "b.txt"), (FileState.FAILED, reason))
    assert (found("harbour"), found("bridge")) == ({"a.txt"}, {"b.txt"})
    assert index().problems == ()
    assert (found("harbour"), found("quarry")) == (set(), {"a.txt"})


def test_run_without_memory_for_a_file(
    folder: Path, index: Index, found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that does not fit into memory at all is listed; the run goes on."""
    write(folder / "a.txt", _GOOD)
    write(folder / "b.txt", "The bridge is shut.")

    def short(path: Path, max_bytes: int) -> FileBytes:
        if path.name == "b.txt":
            raise MemoryError
        return read_ordinary(path, max_bytes)

    monkeypatch.setattr(intake, "read_ordinary", short)
    assert "not enough memory" in _problems(index(), folder)["b.txt"][1]
    assert found("harbour") == {"a.txt"}


def test_cancelling_a_file_that_takes_for_ever(
    hostile: Callable[..., Engine], folder: Path, library_dir: Path
) -> None:
    """The run ends at once and says that it was cancelled."""
    write(folder / "a.txt", HANG)
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(True)
        # Not before the file is being read.
        return len(asked) > 3

    engine = hostile(max_read_s=10_000)
    assert engine.index(library_dir, folder, cancelled=cancelled).cancelled


def test_file_from_the_beginning_of_time(folder: Path, index: Index) -> None:
    """A file whose time is 0, as some programs make them, is like any other."""
    path = write(folder / "a.txt", _GOOD)
    os.utime(path, ns=(0, 0))
    assert index().problems == ()
    assert index().n_unchanged == 1
