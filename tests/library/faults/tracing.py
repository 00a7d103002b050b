"""Runs something in a process whose every write to a folder is counted, and can be made to fail.

The process is traced with ptrace: it stops before each call by which the system would change a file
below the folder, whoever makes it (SQLite, tantivy's threads, FAISS, Python), and is let go, failed
or killed there. So a fault falls between any two writes, within a commit too, and the n-th write is
the same one each time. Written to memory that is shared, nothing is counted: that is SQLite's
`-shm`, which no crash keeps. For Linux on x86-64.
"""

import ctypes
import errno
import os
import signal
import struct
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

_TRACEME, _GETREGS, _SETREGS, _SYSCALL, _SETOPTIONS = 0, 12, 13, 24, 0x4200
_GET_SYSCALL_INFO = 0x420E
_OPTIONS = 0x1 | 0x8 | 0x100000  # mark calls, follow threads, and nobody outlives us
_ENTRY, _EXIT = 1, 2
_ANY = 0x40000000
_INFO_BYTES = 88
# The registers of user_regs_struct, eight bytes each, that name a call and what becomes of it.
_RAX, _RDX, _ORIG_RAX, _N_REGISTERS = 10, 12, 15, 27
_NO_CALL = 2**64 - 1

_WRITE, _PWRITE = 1, 18
_BY_DESCRIPTOR = {
    _WRITE: "write", _PWRITE: "pwrite", 20: "writev", 296: "pwritev", 285: "fallocate",
    77: "ftruncate", 74: "fsync", 75: "fdatasync", 326: "copy_file_range",
}  # fmt: skip
# The argument that is a path; what it is relative to stands before it, if anything does.
_BY_PATH = {
    2: ("open", 0), 257: ("open", 1), 82: ("rename", 0), 264: ("rename", 1), 316: ("rename", 1),
    87: ("unlink", 0), 263: ("unlink", 1), 83: ("mkdir", 0), 258: ("mkdir", 1), 84: ("rmdir", 0),
    86: ("link", 0), 265: ("link", 1),
}  # fmt: skip
_SYNCS = frozenset({"fsync", "fdatasync"})
# A full disk takes away what is there, and syncs what it has.
_NEEDS_NO_ROOM = _SYNCS | {"unlink", "rmdir"}


class Kind(StrEnum):
    """What happens at a call."""

    KILL = "kill"
    TORN = "torn"  # half of it is written, then the process is killed
    POWER = "power"  # killed, and what was not synced to the disk is gone; names are as they were
    FULL = "full"  # from here on there is no room
    ERROR = "error"  # this one call fails, as on a bad disk


class Fault(Struct, frozen=True):
    """What happens, and at which call: the first is 0."""

    kind: Kind
    at: int


class Run(Struct, frozen=True):
    """What became of a process: its calls in order, and what it ended with, below 0 a signal."""

    calls: tuple[str, ...]
    status: int


def run_traced(work: Callable[[], object], folder: Path, fault: Fault | None = None) -> Run:
    """Do `work` in a fork of this process, whose other threads must not matter to it."""
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        try:
            _ptrace(_TRACEME, 0)
            os.kill(os.getpid(), signal.SIGSTOP)
            work()
        finally:
            os._exit(0)
    return _Tracer(pid, folder, fault).run()


class _Tracer:
    def __init__(self, pid: int, folder: Path, fault: Fault | None) -> None:
        self._pid = pid
        self._folder = os.fsencode(folder.resolve())
        self._fault = fault
        self._calls: list[str] = []
        # What the threads, by id, are to be told at the end of a call.
        self._told: dict[int, int] = {}
        # The files, by descriptor, that threads are syncing.
        self._syncing: dict[int, int] = {}
        self._is_torn = False
        # What the disk surely has of each file, by its number, which it keeps when it is renamed.
        self._synced: dict[int, bytes] = {}
        if fault is not None and fault.kind is Kind.POWER:
            self._synced = {path.stat().st_ino: path.read_bytes() for path in _files(folder)}

    def run(self) -> Run:
        os.waitpid(self._pid, 0)
        _ptrace(_SETOPTIONS, self._pid, 0, _OPTIONS)
        _ptrace(_SYSCALL, self._pid)
        while True:
            thread, status = os.waitpid(-1, _ANY)
            if os.WIFSTOPPED(status):
                self._go_on(thread, status)
            elif thread == self._pid:
                if self._fault is not None and self._fault.kind is Kind.POWER:
                    self._lose_what_was_not_synced()
                return Run(tuple(self._calls), os.waitstatus_to_exitcode(status))

    def _go_on(self, thread: int, status: int) -> None:
        deliver = 0
        try:
            if os.WSTOPSIG(status) == signal.SIGTRAP | 0x80:
                self._look(thread)
            elif os.WSTOPSIG(status) not in (signal.SIGTRAP, signal.SIGSTOP):
                deliver = os.WSTOPSIG(status)
            _ptrace(_SYSCALL, thread, 0, deliver)
        except ProcessLookupError:  # it was killed
            pass

    def _look(self, thread: int) -> None:
        info = ctypes.create_string_buffer(_INFO_BYTES)
        _ptrace(_GET_SYSCALL_INFO, thread, _INFO_BYTES, ctypes.addressof(info))
        if info.raw[0] == _ENTRY:
            number, *arguments = struct.unpack_from("7Q", info.raw, 24)
            name = self._counted(thread, number, arguments)
            if name:
                self._enter(thread, name, number, arguments)
        elif info.raw[0] == _EXIT and thread in self._told:
            self._leave(thread, self._told.pop(thread))
        elif info.raw[0] == _EXIT and thread in self._syncing:
            self._note_synced(thread, self._syncing.pop(thread))

    def _enter(self, thread: int, name: str, number: int, arguments: list[int]) -> None:
        at = len(self._calls)
        fault = self._fault
        if fault is not None and fault.kind is Kind.POWER and self._calls[-1:] == ["unlink"]:
            self._forget_what_is_gone()
        self._calls.append(name)
        if name in _SYNCS and fault is not None and fault.kind is Kind.POWER:
            self._syncing[thread] = arguments[0]
        if fault is None or at < fault.at or self._is_torn:
            return
        if fault.kind is Kind.FULL:
            if name not in _NEEDS_NO_ROOM:
                self._fail(thread, errno.ENOSPC)
        elif at > fault.at:
            return
        elif fault.kind is Kind.ERROR:
            self._fail(thread, errno.EIO)
        elif fault.kind is Kind.TORN and number in (_WRITE, _PWRITE):
            self._change(thread, _RDX, arguments[2] // 2)
            self._is_torn, self._told[thread] = True, 0
        else:
            os.kill(self._pid, signal.SIGKILL)

    def _leave(self, thread: int, error: int) -> None:
        if self._is_torn:
            os.kill(self._pid, signal.SIGKILL)
        else:
            self._change(thread, _RAX, 2**64 - error)

    def _note_synced(self, thread: int, descriptor: int) -> None:
        path = Path(f"/proc/{thread}/fd/{descriptor}")
        if path.is_file():
            self._synced[path.stat().st_ino] = path.read_bytes()

    def _forget_what_is_gone(self) -> None:
        """The number of a file that is gone is given to another, which has none of its bytes."""
        there = {path.stat().st_ino for path in _files(Path(os.fsdecode(self._folder)))}
        self._synced = {number: data for number, data in self._synced.items() if number in there}

    def _lose_what_was_not_synced(self) -> None:
        for path in _files(Path(os.fsdecode(self._folder))):
            found = path.stat()
            if path.name.endswith("-shm"):
                path.unlink()
            else:
                path.write_bytes(self._synced.get(found.st_ino, bytes(found.st_size)))

    def _fail(self, thread: int, error: int) -> None:
        self._change(thread, _ORIG_RAX, _NO_CALL)
        self._told[thread] = error

    def _counted(self, thread: int, number: int, arguments: list[int]) -> str:
        """What a call does to a file below the folder; nothing where it does nothing to one."""
        if number in _BY_DESCRIPTOR:
            return _BY_DESCRIPTOR[number] if self._is_below(thread, arguments[0], b"") else ""
        if number not in _BY_PATH:
            return ""
        name, at = _BY_PATH[number]
        if name == "open" and not arguments[at + 1] & (os.O_CREAT | os.O_WRONLY | os.O_RDWR):
            return ""
        path = _string_at(thread, arguments[at])
        return name if self._is_below(thread, arguments[0], path) else ""

    def _is_below(self, thread: int, descriptor: int, path: bytes) -> bool:
        if not path.startswith(b"/"):
            try:
                path = os.readlink(b"/proc/%d/fd/%d" % (thread, descriptor & 0xFFFFFFFF))  # noqa: PTH115 - bytes
            except OSError:
                return False
        return path.startswith(self._folder)

    def _change(self, thread: int, register: int, value: int) -> None:
        registers = (ctypes.c_ulonglong * _N_REGISTERS)()
        _ptrace(_GETREGS, thread, 0, ctypes.addressof(registers))
        registers[register] = value
        _ptrace(_SETREGS, thread, 0, ctypes.addressof(registers))


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _string_at(thread: int, address: int) -> bytes:
    with Path(f"/proc/{thread}/mem").open("rb", buffering=0) as memory:
        memory.seek(address)
        # No path of a test is longer, and it does not end where the memory does.
        return memory.read(512).partition(b"\0")[0]


_libc = ctypes.CDLL(None, use_errno=True)
_libc.ptrace.restype = ctypes.c_long
_libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]


def _ptrace(request: int, thread: int, address: int = 0, data: int = 0) -> None:
    if _libc.ptrace(request, thread, address, data) == -1:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
