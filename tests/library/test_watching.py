"""Folders are watched."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

from qa_app.library import watching
from qa_app.library.watching import Watching, changes_in

_LONG_S = 20.0
_SHORT_S = 1.0


@pytest.fixture
def told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Queue[str]]:
    """What the watch over the folder tells; the library lies in the folder."""
    monkeypatch.setattr(watching, "_LOOK_AGAIN_MS", 50)
    monkeypatch.setattr(watching, "_POLL_MS", 50)
    monkeypatch.setattr(watching, "_FIRST_PAUSE_S", 0.01)
    monkeypatch.setattr(watching, "_QUIET_MS", 50)
    (folder / "news").mkdir()
    (folder / "news" / "a.txt").write_text("The ferry is late.", encoding="utf-8")
    (folder / "library").mkdir()
    queue: Queue[str] = Queue()
    watch = Watching(queue.put)
    watch.follow([str(folder)], folder / "library")
    _until_it_watches(folder, queue)
    yield queue
    watch.close()


def _until_it_watches(folder: Path, queue: Queue[str]) -> None:
    """Change a file until that is noticed, and until nothing more is."""
    for n in range(100):
        (folder / "begun.txt").write_text(str(n), encoding="utf-8")
        try:
            queue.get(timeout=0.2)
        except Empty:
            continue
        break
    _drain(queue)


def _drain(queue: Queue[str]) -> None:
    while True:
        try:
            queue.get(timeout=0.3)
        except Empty:
            return


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "new.txt").write_text("New.", encoding="utf-8"),
        lambda folder: (folder / "news" / "a.txt").write_text("It came.", encoding="utf-8"),
        lambda folder: (folder / "news" / "a.txt").unlink(),
        lambda folder: (folder / "news").rename(folder / "old news"),
        lambda folder: (folder / ".gitignore").write_text("*.txt", encoding="utf-8"),
    ],
    ids=["added", "changed", "removed", "renamed", "ignored"],
)
def test_a_change_is_told(folder: Path, told: Queue[str], change: Callable[[Path], None]) -> None:
    """With the folder that was asked for, however deep the change is."""
    change(folder)
    assert told.get(timeout=_LONG_S) == str(folder)


def test_what_no_run_would_look_at_is_not_told(folder: Path, told: Queue[str]) -> None:
    """Neither what the library writes, nor hidden files and what lies in hidden folders."""
    (folder / ".cache").mkdir()
    for name in ("library/library.sqlite3", ".hidden.txt", ".cache/a.txt"):
        (folder / name).write_text("x", encoding="utf-8")
    with pytest.raises(Empty):
        told.get(timeout=_SHORT_S)


def test_a_folder_that_comes_back_is_told(folder: Path, told: Queue[str]) -> None:
    """A disk that was unplugged is looked through when it is there again, and watched on."""
    away = folder.with_name("away")
    folder.rename(away)
    _drain(told)
    shutil.copytree(away, folder)
    assert told.get(timeout=_LONG_S) == str(folder)
    _until_it_watches(folder, told)
    (folder / "new.txt").write_text("New.", encoding="utf-8")
    assert told.get(timeout=_LONG_S) == str(folder)


def test_where_the_system_tells_nothing_the_folder_is_looked_through(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A network disk's changes are found all the same."""
    monkeypatch.setattr(watching, "_POLL_MS", 50)
    monkeypatch.setattr(watching, "_is_remote", lambda _folder: True)
    queue: Queue[str] = Queue()
    watch = Watching(queue.put)
    watch.follow([str(folder)], folder / "library")
    try:
        _until_it_watches(folder, queue)
        (folder / "new.txt").write_text("New.", encoding="utf-8")
        assert queue.get(timeout=_LONG_S) == str(folder)
    finally:
        watch.close()


def test_a_folder_that_is_followed_no_more(folder: Path, tmp_path: Path, told: Queue[str]) -> None:
    """Of the one that another takes the place of nothing is told."""
    watch = Watching(told.put)
    other = tmp_path / "other"
    other.mkdir()
    watch.follow([str(other)], folder / "library")
    watch.follow([], folder / "library")
    (other / "new.txt").write_text("New.", encoding="utf-8")
    with pytest.raises(Empty):
        told.get(timeout=_SHORT_S)
    watch.close()


def test_nothing_is_watched_where_it_is_off(folder: Path) -> None:
    """The settings may say so."""
    queue: Queue[str] = Queue()
    watch = Watching(queue.put, is_on=False)
    watch.follow([str(folder)], folder / "library")
    (folder / "new.txt").write_text("New.", encoding="utf-8")
    with pytest.raises(Empty):
        queue.get(timeout=_SHORT_S)
    watch.close()


def test_changes_come_until_it_is_cancelled(folder: Path) -> None:
    """Each time that something has changed; then they end."""
    cancelled: list[bool] = []

    def write() -> bool:
        (folder / "new.txt").write_text(str(len(cancelled)), encoding="utf-8")
        cancelled.append(True)
        return False

    changes = changes_in(folder, leave_out=folder / "library", cancelled=write)
    assert next(changes) == folder
    changes.close()
    assert list(changes_in(folder, leave_out=folder / "library", cancelled=lambda: True)) == []


@pytest.mark.parametrize(
    ("mounts", "is_remote"),
    [
        ("/dev/sda / ext4 rw 0 0\n", False),
        ("/dev/sda / ext4 rw 0 0\nhost:/x /mnt/my\\040share nfs4 rw 0 0\n", True),
        ("host:/x / nfs rw 0 0\n/dev/sdb /mnt/my\\040share ext4 rw 0 0\n", False),
    ],
)
def test_network_disks_are_known(
    mounts: str, is_remote: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk that a folder lies on is the one mounted nearest above it."""
    monkeypatch.setattr(Path, "read_text", lambda *_args, **_named: mounts)
    assert watching._is_remote(Path("/mnt/my share/papers")) == is_remote
