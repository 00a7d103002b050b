"""Files that say what lies beside and below them is to be left out: .gitignore and its like.

Source: `man gitignore`: a file's patterns count for its own folder and those below, what is said
deeper down counts more, and what lies in a folder that is left out is not asked about.
"""

from collections.abc import Iterator
from pathlib import Path

from qa_app.errors import PatternError
from qa_app.library.excluding import Exclusion

# The later counts more where they disagree: git's, that of search tools, our own.
IGNORE_NAMES = (".gitignore", ".ignore", ".qaignore")
_MAX_BYTES = 1_000_000


class Ignoring:
    """What one walk through a folder leaves out: by the person's patterns, then by such files.

    The folders are to be entered from the top down.
    """

    def __init__(self, folder: Path, exclusion: Exclusion) -> None:
        """Begin at `folder`; what `exclusion` says counts most."""
        self._folder = folder
        self._exclusion = exclusion
        # Of each folder entered: the rules that hold in it, the nearest first.
        self._rules: dict[str, tuple[tuple[str, Exclusion], ...]] = {}

    def enter(self, folder: str) -> None:
        """Take up what the files in a folder say; it is given relative to the top, "" the top."""
        above = self._rules.get(folder.rpartition("/")[0], ()) if folder else ()
        own = tuple((folder, rules) for rules in _rules_in(self._folder / folder))
        self._rules[folder] = own + above

    def leaves_out(self, path: str, *, is_folder: bool) -> bool:
        """Whether the file or folder at `path` is left out; the folder it lies in is not."""
        said = self._exclusion.verdict(path, is_folder=is_folder)
        for base, rules in self._rules.get(path.rpartition("/")[0], ()):
            if said is not None:
                break
            said = rules.verdict(path[len(base) :].lstrip("/"), is_folder=is_folder)
        return bool(said)


def _rules_in(folder: Path) -> Iterator[Exclusion]:
    """What the files in a folder say, the one that counts most first."""
    for name in reversed(IGNORE_NAMES):
        lines = _lines_of(folder / name)
        if lines:
            yield Exclusion(lines)


def _lines_of(file: Path) -> list[str]:
    """The patterns in a file that can be used; what cannot is passed over, as git does."""
    try:
        if not file.is_file() or file.stat().st_size > _MAX_BYTES:
            return []
        written = file.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return []
    return [line for line in written.splitlines() if _is_usable(line)]


def _is_usable(line: str) -> bool:
    try:
        Exclusion((line,))
    except PatternError:
        return False
    return True
