"""What lies in a folder: the files that can be read, and why others are not."""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from qa_app.errors import FolderError
from qa_app.model import FileProblem, FileState
from qa_app.reading.registry import SUPPORTED_SUFFIXES, format_of


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that can be read; `path` is relative to its folder, with slashes."""

    path: str
    format: str
    size_bytes: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Scan:
    """A folder's files in order of path. What lies below an `unreachable` folder is not known."""

    files: tuple[FoundFile, ...]
    problems: tuple[FileProblem, ...]
    unreachable: tuple[str, ...]

    def hides(self, path: str) -> bool:
        """Whether `path` may still be there although the scan did not see it."""
        return any(path.startswith(f"{folder}/") for folder in self.unreachable)


def resolve_folder(folder: Path) -> Path:
    """The folder's one true path.

    Raises:
        FolderError: it is not there, is not a folder, or has a name that cannot be kept.
    """
    resolved = folder.expanduser().absolute().resolve()
    if not _is_storable(str(resolved)):
        raise FolderError(f"The name of {_shown(str(resolved))} is not valid Unicode; rename it.")
    if not resolved.exists():
        raise FolderError(f"There is no folder {resolved}; name one that exists.")
    if not resolved.is_dir():
        raise FolderError(f"{resolved} is not a folder; name the folder the file is in.")
    return resolved


def scan_folder(folder: Path, *, max_bytes: int, leave_out: Path) -> Scan:
    """Walk `folder`; hidden entries are passed over, links to folders are listed, not followed.

    Args:
        folder: a resolved folder.
        max_bytes: larger files are skipped, and listed.
        leave_out: a folder not to enter: the library's own.
    """
    files: list[FoundFile] = []
    problems: list[FileProblem] = []
    unreachable: list[str] = []

    def on_error(error: OSError) -> None:
        path = _shown(_relative(Path(error.filename), folder))
        unreachable.append(path)
        problems.append(
            FileProblem(path, FileState.FAILED, f"the folder cannot be read: {error.strerror}")
        )

    for path in _paths(folder, leave_out, on_error):
        found = _look_at(path, folder, max_bytes)
        if isinstance(found, FoundFile):
            files.append(found)
        elif found is not None:
            problems.append(found)
    return Scan(tuple(files), tuple(problems), tuple(unreachable))


def _paths(folder: Path, leave_out: Path, on_error: Callable[[OSError], None]) -> Iterator[Path]:
    for at, folders, names in os.walk(folder, onerror=on_error):
        here = Path(at)
        if here == leave_out:
            folders.clear()
            continue
        seen = [name for name in folders if not name.startswith(".") and here / name != leave_out]
        # A link to a folder is not entered, but it is looked at: it will be listed as skipped.
        links = [name for name in seen if (here / name).is_symlink()]
        folders[:] = sorted(set(seen) - set(links))
        shown = [name for name in names if not name.startswith(".")]
        yield from (here / name for name in sorted(shown + links))


def _look_at(path: Path, folder: Path, max_bytes: int) -> FoundFile | FileProblem | None:
    relative = _relative(path, folder)
    if not _is_storable(relative):
        reason = "its name is not valid Unicode; rename it"
        return FileProblem(_shown(relative), FileState.FAILED, reason)
    try:
        found = path.stat()
    except OSError as error:
        return FileProblem(relative, FileState.FAILED, f"cannot be read: {error.strerror}")
    if not stat.S_ISREG(found.st_mode):
        return FileProblem(relative, FileState.SKIPPED, _what_it_is(path, found))
    return _judge(path, relative, found, max_bytes)


def _what_it_is(path: Path, found: os.stat_result) -> str:
    if path.is_symlink() and stat.S_ISDIR(found.st_mode):
        return "a link to a folder, which is not followed; index that folder itself"
    return "no ordinary file, but a device, a pipe or a socket"


def _judge(
    path: PurePath, relative: str, found: os.stat_result, max_bytes: int
) -> FoundFile | FileProblem:
    file_format = format_of(path)
    if file_format is None:
        known = " ".join(sorted(SUPPORTED_SUFFIXES))
        return FileProblem(relative, FileState.SKIPPED, f"not a format that is read ({known})")
    if found.st_size > max_bytes:
        limit = max_bytes // 1_000_000
        return FileProblem(
            relative, FileState.SKIPPED, f"larger than {limit} MB; raise max_file_mb to read it"
        )
    return FoundFile(relative, file_format, found.st_size, found.st_mtime_ns)


def _relative(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _shown(path: str) -> str:
    return path.encode("utf-8", "backslashreplace").decode()


def _is_storable(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True
