"""Folders are watched, so that a library can follow what happens in them.

A folder that vanishes is waited for: a disk may only be unplugged. Where the system cannot tell of
changes (network disks, or more folders than it will watch) the folder is looked through now and
then instead.
"""

import os
import time
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from pathlib import Path, PurePath
from threading import Event, Lock, Thread

from watchfiles._rust_notify import RustNotify

from qa_app.library.ignoring import IGNORE_NAMES
from qa_app.model import Cancelled

OnChange = Callable[[str], None]

# A program that saves writes more than once; what is written without a pause is told in between.
_QUIET_MS, _AT_LATEST_MS = 300, 3_000
_LOOK_AGAIN_MS = 5_000
_POLL_MS = 10_000
# What changes all the time is not read all the time.
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 1.0, 60.0
_END_S = 5.0
_BEGIN_S = 2.0
_ASK_EVERY_S = 0.2
# Their changes by other machines are told to nobody here.
_REMOTE = frozenset("nfs nfs4 cifs smb3 smbfs 9p afs ceph glusterfs fuse.sshfs fuse.rclone".split())


class Watching:
    """Watches folders, each on a thread of its own.

    `on_change` is called on that thread with the folder in which something changed, after a moment
    without further changes. Every method may be called from any thread.
    """

    def __init__(self, on_change: OnChange, *, is_on: bool = True) -> None:
        """Watch nothing yet; where it is not `is_on` nothing ever."""
        self._on_change = on_change
        self._is_on = is_on
        self._lock = Lock()
        self._watches: dict[str, _Watch] = {}

    def follow(self, folders: Iterable[str], leave_out: Path) -> None:
        """Watch these folders and no others; what happens in `leave_out` does not count."""
        wanted = set(folders) if self._is_on else set()
        with self._lock:
            for folder in self._watches.keys() - wanted:
                self._watches.pop(folder).stop()
            new = {f: _Watch(f, leave_out, self._on_change) for f in wanted - self._watches.keys()}
            self._watches |= new
        for one in new.values():
            one.wait_for_begin()

    def close(self) -> None:
        """Watch nothing any more; no call of `on_change` begins after this."""
        with self._lock:
            watches = list(self._watches.values())
            self._watches.clear()
        for one in watches:
            one.stop()
        for one in watches:
            one.join()


def changes_in(
    folder: Path, *, leave_out: Path, cancelled: Cancelled
) -> Generator[Path, None, None]:
    """The folder, each time that something in it has changed since; ends once cancelled.

    It is watched from the call on.
    """
    told = Event()
    watching = Watching(lambda _folder: told.set())
    watching.follow([str(folder)], leave_out)

    def changes() -> Generator[Path, None, None]:
        with closing(watching):
            while not cancelled():
                if told.wait(_ASK_EVERY_S):
                    told.clear()
                    yield folder

    return changes()


class _Watch:
    """The watch over one folder."""

    def __init__(self, folder: str, leave_out: Path, on_change: OnChange) -> None:
        self._folder = Path(folder)
        self._leave_out = leave_out
        self._on_change = on_change
        self._begun, self._ended = Event(), Event()
        self._must_poll = _is_remote(self._folder)
        self._pause_s = _FIRST_PAUSE_S
        self._told_at = -_LONGEST_PAUSE_S
        self._thread = Thread(target=self._keep_watch, name=f"watch {folder}", daemon=True)
        self._thread.start()

    def wait_for_begin(self) -> None:
        """Wait until changes are noticed; a moment at most, as the folder may not be there."""
        self._begun.wait(_BEGIN_S)

    def stop(self) -> None:
        """End soon."""
        self._ended.set()

    def join(self) -> None:
        """Wait for the end."""
        self._thread.join(_END_S)

    def _keep_watch(self) -> None:
        was_gone = False
        while not self._ended.is_set():
            identity = _identity(self._folder)
            if identity is None:
                was_gone = True
                self._begun.set()
                self._ended.wait(_LOOK_AGAIN_MS / 1000)
                continue
            if was_gone:
                self._tell()
            was_gone = True
            self._watch_while(identity)

    def _watch_while(self, identity: tuple[int, int]) -> None:
        """Watch the folder as long as it is the one it was."""
        try:
            # Its own loop would not say from when on it notices what happens.
            with RustNotify(
                [str(self._folder)], False, self._must_poll, _POLL_MS, True, True
            ) as notices:
                self._begun.set()
                while _identity(self._folder) == identity and not self._ended.is_set():
                    seen = notices.watch(_AT_LATEST_MS, _QUIET_MS, _LOOK_AGAIN_MS, self._ended)
                    # A word in place of changes says that there are none.
                    if not isinstance(seen, str) and any(self._matters(path) for _, path in seen):
                        self._tell()
        except (OSError, RuntimeError):  # the library raises these two
            # It went away just now, or the system watches no more folders.
            self._must_poll = True
            self._ended.wait(_LOOK_AGAIN_MS / 1000)

    def _tell(self) -> None:
        now = time.monotonic()
        is_busy = now - self._told_at < 2 * self._pause_s
        self._pause_s = min(self._pause_s * 2, _LONGEST_PAUSE_S) if is_busy else _FIRST_PAUSE_S
        self._told_at = now
        if not self._ended.is_set():
            self._on_change(str(self._folder))
        # What happens in the meantime is told after it.
        self._ended.wait(self._pause_s)

    def _matters(self, path: str) -> bool:
        """Whether a run would look at it: hidden files and folders are passed over."""
        changed = PurePath(path)
        if changed.is_relative_to(self._leave_out) or not changed.is_relative_to(self._folder):
            return False
        *above, name = changed.relative_to(self._folder).parts or ("",)
        is_hidden = name.startswith(".") and name not in IGNORE_NAMES
        return not is_hidden and not any(part.startswith(".") for part in above)


def _identity(folder: Path) -> tuple[int, int] | None:
    """Which folder it is, as the disk knows it; None where there is none."""
    try:
        found = os.stat(folder)  # noqa: PTH116 - one call
    except OSError:
        return None
    return (found.st_dev, found.st_ino)


def _is_remote(folder: Path) -> bool:
    """Whether a folder lies on a network disk, as far as the system says."""
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    kinds = [line.split()[1:3] for line in mounts.splitlines()]
    above = [
        (len(place), kind) for place, kind in kinds if folder.is_relative_to(_unescaped(place))
    ]
    return max(above, default=(0, ""))[1] in _REMOTE


def _unescaped(place: str) -> str:
    r"""A place as it is: the list of mounts writes a space as \040."""
    for code in ("040", "011", "012", "134"):
        place = place.replace(f"\\{code}", chr(int(code, 8)))
    return place
