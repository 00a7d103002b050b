"""Names of files in files. They are shown and never used as paths on the disk."""

import re
import unicodedata
from pathlib import PurePosixPath

_MAX_PART_CHARS = 120
_MAX_PARTS = 20
_DRIVE = re.compile(r"[a-zA-Z]:(?=/|$)")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


class MemberNames:
    """Makes the names of one container's members clean and different from each other."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        # The last number of each: to count from the start would take for ever.
        self._numbers: dict[str, int] = {}

    def clean(self, name: str) -> str:
        """A relative path that leads nowhere else; the same for the same names in turn."""
        path = wanted = clean_path(name)
        while path in self._taken:
            number = self._numbers[wanted] = self._numbers.get(wanted, 1) + 1
            path = _numbered(wanted, number)
        self._taken.add(path)
        return path


def clean_path(name: str) -> str:
    """The parts of a name that are names, joined by slashes; never empty."""
    parts = (clean_part(part) for part in _without_drive(name.replace("\\", "/")).split("/"))
    kept = [part for part in parts if part.strip(".")]
    return "/".join(kept[-_MAX_PARTS:]) or "unnamed"


def clean_part(name: str) -> str:
    """One name, on one line, without what cannot be seen; it may be empty."""
    shown = "".join(c for c in name if c == " " or unicodedata.category(c) not in _UNSEEN)
    words = " ".join(shown.replace("/", " ").split())
    if len(words) <= _MAX_PART_CHARS:
        return words
    # The end of a name says what it is.
    suffix = PurePosixPath(words).suffix[:_MAX_PART_CHARS]
    return words[: _MAX_PART_CHARS - len(suffix)] + suffix


def _without_drive(name: str) -> str:
    return _DRIVE.sub("", name, count=1) if _DRIVE.match(name) else name


def _numbered(path: str, n: int) -> str:
    named = PurePosixPath(path)
    return str(named.with_name(f"{named.stem} ({n}){named.suffix}"))
