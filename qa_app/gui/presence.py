"""Two windows of one library are one: who has a library open, and how to call that window.

A lock file says who has a library open; the system frees it when its owner ends, however that is. A
local socket carries the call, and is opened only once the window is up: it costs no starting time.
"""

import hashlib
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QStandardPaths, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_CALL = b"raise\n"
PATIENCE_S = 2.0
_TRY_MS = 200
_PAUSE_S = 0.05


class Presence(QObject):
    """Stands for the library that this process has open. `called` asks to raise its window."""

    called = Signal()

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._folder = folder or _usual_folder()
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None
        self._name = ""

    def claim(self, library: str, patience_s: float = PATIENCE_S) -> bool:
        """Take a library for this process, and give up the one before.

        False where another process has it: that one has been called to raise its window, which
        takes up to `patience_s`.
        """
        name = _name_for(library)
        if name == self._name:
            return True
        lock = QLockFile(str(self._folder / f"{name}.lock"))
        # Only the end of its owner makes a lock stale, never its age.
        lock.setStaleLockTime(0)
        is_mine = lock.tryLock(0)
        is_held = lock.error() is QLockFile.LockError.LockFailedError
        if not is_mine and is_held and call(name, patience_s):
            return False
        # Where the owner does not answer, or nothing can be locked, two windows beat none.
        self.release()
        self._name, self._lock = name, lock if is_mine else None
        QTimer.singleShot(0, self, self._listen)
        return True

    def release(self) -> None:
        """Have no library open."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
        if self._lock is not None:
            self._lock.unlock()
        self._name, self._server, self._lock = "", None, None

    def _listen(self) -> None:
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - after the first paint

        if self._lock is None or self._server is not None:
            return
        # A socket that a crash left behind is ours to remove: the lock says so.
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_called)
        self._server.listen(self._name)

    def _on_called(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.disconnected.connect(caller.deleteLater)
            caller.write(_CALL)
            caller.disconnectFromServer()
            self.called.emit()


def call(name: str, patience_s: float = PATIENCE_S) -> bool:
    """Call the window that has a library open; False where it does not answer.

    It may be about to start, and not listen yet.
    """
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - only a second window calls

    until = time.monotonic() + patience_s
    try_ms = min(_TRY_MS, round(patience_s * 1000))
    while time.monotonic() < until:
        socket = QLocalSocket()
        socket.connectToServer(name)
        if socket.waitForConnected(try_ms) and socket.waitForReadyRead(try_ms):
            return True
        time.sleep(_PAUSE_S)
    return False


def _name_for(library: str) -> str:
    whose = f"{Path.home()}\n{Path(library).resolve()}"
    return "qa-app-" + hashlib.sha256(whose.encode("utf-8", "surrogateescape")).hexdigest()[:20]


def _usual_folder() -> Path:
    place = QStandardPaths.StandardLocation.GenericCacheLocation
    return Path(QStandardPaths.writableLocation(place)) / "qa-app" / "open"
