"""What lies in a folder: the files that can be read, and why others are not."""

import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath

from msgspec import Struct, field

from qa_app.errors import FolderError
from qa_app.library.excluding import Exclusion
from qa_app.library.ignoring import Ignoring
from qa_app.model import Cancelled, FileProblem, FileState, never_cancelled
from qa_app.reading.limits import too_large
from qa_app.reading.registry import format_of, not_read

# Files looked at between two questions whether to go on: a fraction of a second.
_ASK_EVERY = 200
# What browsers add to a page's name for the folder of its parts, in the languages they speak.
_PARTS = re.compile(
    r"^(?P<page>.+)(?:[._]files|-Dateien|_fichiers|_archivos|_file|_bestanden|_ficheiros|_arquivos|"
    r"-filer|_tiedostot|_pliki|_soubory|_elemei|_dosyalar|_datoteke|_fitxers|_fajlovi|_файлы)$"
)


class FoundFile(Struct, frozen=True):
    """A file that can be read; `path` is relative to its folder, with slashes.

    `container` is the path of the file that it lies in, where it lies in one.
    """

    path: str
    format: str
    size_bytes: int
    mtime_ns: int
    container: str = ""


class Scan(Struct, frozen=True):
    """A folder's files in order of path. What lies below an `unreachable` folder is not known.

    `problem_bytes` has the sizes of problem files, by path, as far as they are known;
    `n_left_out` counts the files and folders that the person's patterns leave out, `exclusion`.
    One that is not `is_whole` was cancelled: what it lacks may be there.
    """

    files: tuple[FoundFile, ...]
    problems: tuple[FileProblem, ...]
    unreachable: tuple[str, ...]
    problem_bytes: Mapping[str, int] = field(default_factory=dict)
    n_left_out: int = 0
    is_whole: bool = True
    exclusion: Exclusion = field(default_factory=Exclusion)

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


def scan_folder(
    folder: Path,
    *,
    max_bytes: int,
    leave_out: Path,
    exclusion: Exclusion | None = None,
    cancelled: Cancelled = never_cancelled,
) -> Scan:
    """Walk `folder`; links to folders are listed, not followed.

    Hidden entries are passed over, and so are the folders of parts beside saved web pages.

    Files such as .gitignore are heeded; see `Ignoring`.

    Args:
        folder: a resolved folder.
        max_bytes: larger files are skipped, and listed.
        leave_out: a folder not to enter: the library's own.
        exclusion: what the person leaves out: it is neither entered nor listed.
        cancelled: asked now and then; once it says so the walk ends.
    """
    return _Walk(folder, max_bytes, leave_out, exclusion or Exclusion()).scan(cancelled)


class _Walk:
    """One walk through a folder."""

    def __init__(self, folder: Path, max_bytes: int, leave_out: Path, exclusion: Exclusion) -> None:
        self._folder = folder
        self._max_bytes = max_bytes
        self._leave_out = leave_out
        self._exclusion = exclusion
        self._ignoring = Ignoring(folder, exclusion)
        self._files: list[FoundFile] = []
        self._problems: list[FileProblem] = []
        self._problem_bytes: dict[str, int] = {}
        self._unreachable: list[str] = []
        self._n_left_out = 0

    def scan(self, cancelled: Cancelled) -> Scan:
        """Walk, and say what was seen."""
        is_whole = True
        for n, path in enumerate(self._paths(), start=1):
            if n % _ASK_EVERY == 0 and cancelled():
                is_whole = False
                break
            self._look_at(path)
        return Scan(
            tuple(self._files),
            tuple(self._problems),
            tuple(self._unreachable),
            self._problem_bytes,
            self._n_left_out,
            is_whole,
            self._exclusion,
        )

    def _paths(self) -> Iterator[Path]:
        for at, folders, names in os.walk(self._folder, onerror=self._note_unreachable):
            here = Path(at)
            if here == self._leave_out:
                folders.clear()
                continue
            self._ignoring.enter("" if here == self._folder else _relative(here, self._folder))
            parts = _page_parts(folders, names)
            seen = [here / n for n in folders if not n.startswith(".") and n not in parts]
            # A link to a folder is not entered, but it is looked at: it will be listed as skipped.
            links = {path for path in seen if path.is_symlink() and path != self._leave_out}
            entered = (path for path in seen if path != self._leave_out and path not in links)
            folders[:] = sorted(p.name for p in self._kept(entered, are_folders=True))
            shown = [*(here / name for name in names if not name.startswith(".")), *links]
            yield from self._kept(sorted(shown), are_folders=False)

    def _kept(self, paths: Iterable[Path], *, are_folders: bool) -> Iterator[Path]:
        """Those that are not left out."""
        for path in paths:
            relative = _relative(path, self._folder)
            if self._ignoring.leaves_out(relative, is_folder=are_folders):
                self._n_left_out += 1
            else:
                yield path

    def _note_unreachable(self, error: OSError) -> None:
        path = _shown(_relative(Path(error.filename), self._folder))
        self._unreachable.append(path)
        reason = f"the folder cannot be read: {error.strerror}"
        self._problems.append(FileProblem(path, FileState.FAILED, reason))

    def _look_at(self, path: Path) -> None:
        relative = _relative(path, self._folder)
        if not _is_storable(relative):
            reason = "its name is not valid Unicode; rename it"
            self._problems.append(FileProblem(_shown(relative), FileState.FAILED, reason))
            return
        try:
            found = path.stat()
        except OSError as error:
            reason = f"cannot be read: {error.strerror}"
            self._problems.append(FileProblem(relative, FileState.FAILED, reason))
            return
        judged = _judge(path, relative, found, self._max_bytes)
        if isinstance(judged, FoundFile):
            self._files.append(judged)
        else:
            self._problems.append(judged)
            self._problem_bytes[relative] = found.st_size if stat.S_ISREG(found.st_mode) else 0


def _page_parts(folders: Iterable[str], files: Iterable[str]) -> set[str]:
    """The folders that hold the frames and pictures of a saved web page beside them."""
    pages = {PurePath(name).stem for name in files if format_of(PurePath(name)) == "html"}
    if not pages:
        return set()
    return {name for name in folders if (parts := _PARTS.search(name)) and parts["page"] in pages}


def _what_it_is(path: Path, found: os.stat_result) -> str:
    if path.is_symlink() and stat.S_ISDIR(found.st_mode):
        return "a link to a folder, which is not followed; index that folder itself"
    return "no ordinary file, but a device, a pipe or a socket"


def _judge(
    path: Path, relative: str, found: os.stat_result, max_bytes: int
) -> FoundFile | FileProblem:
    if not stat.S_ISREG(found.st_mode):
        return FileProblem(relative, FileState.SKIPPED, _what_it_is(path, found))
    file_format = format_of(path)
    if file_format is None:
        return FileProblem(relative, FileState.SKIPPED, not_read())
    if found.st_size > max_bytes:
        return FileProblem(relative, FileState.SKIPPED, too_large(max_bytes))
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
