"""What a person leaves out of a library: patterns as in a .gitignore file."""

import re
import sqlite3
from collections.abc import Iterable

import msgspec
from msgspec import Struct

from qa_app.errors import PatternError

_KEY = "excluded"
# With each star a long name takes a hundred times as long to be matched.
_MOST_STARS = 3


class _Rule(Struct, frozen=True):
    """One pattern. Where it `is_for_folders` it matches nothing else."""

    regex: re.Pattern[str]
    leaves_out: bool
    is_for_folders: bool
    reaches_down: bool

    def matches(self, path: str) -> bool:
        """Whether it matches the very file or folder at `path`, not only one above it."""
        if self.reaches_down:
            return self.regex.search(path) is not None
        return self.regex.fullmatch(path) is not None


class Exclusion:
    """Tells what is left out of a folder. Paths are relative to it, with slashes.

    As git does it: of the patterns that match a file or folder itself the last decides, and what
    lies in a folder that is left out is not asked about.

    Source: `man gitignore`, “Pattern format”.
    """

    def __init__(self, patterns: Iterable[str] = ()) -> None:
        """Read the patterns; comments and empty ones leave nothing out.

        Raises:
            PatternError: one of them cannot be used.
        """
        self.patterns = tuple(patterns)
        rules = [_rule(pattern) for pattern in self.patterns]
        self._last_first = [rule for rule in reversed(rules) if rule is not None]

    def __eq__(self, other: object) -> bool:
        """Whether it is of the same patterns."""
        return isinstance(other, Exclusion) and self.patterns == other.patterns

    def __hash__(self) -> int:
        """As `__eq__` compares."""
        return hash(self.patterns)

    def leaves_out(self, path: str) -> bool:
        """Whether the file at `path` is left out; its folder is not."""
        return bool(self.verdict(path, is_folder=False))

    def leaves_out_folder(self, path: str) -> bool:
        """Whether the folder at `path` is left out, with all that is in it; its parent is not."""
        return bool(self.verdict(path, is_folder=True))

    def verdict(self, path: str, *, is_folder: bool) -> bool | None:
        """Whether the file or folder at `path` is left out; None where no pattern matches it."""
        for rule in self._last_first:
            if (is_folder or not rule.is_for_folders) and rule.matches(path):
                return rule.leaves_out
        return None


def _rule(pattern: str) -> _Rule | None:
    """What a pattern means; None where it is a comment or empty.

    Raises:
        PatternError: it cannot be parsed, or it is one that git passes over.
    """
    if "\n" in pattern or not _is_unicode(pattern):
        raise PatternError(f"The pattern {pattern!a} cannot be used; write it on one line of text.")
    if not pattern.strip() or pattern.startswith("#"):
        return None
    words = pattern if pattern.endswith("\\ ") else pattern.rstrip()
    if any(part.count("*") > _MOST_STARS for part in words.split("/")):
        raise PatternError(
            f"The pattern {pattern} has more than {_MOST_STARS} * in one name; write fewer."
        )
    is_for_folders = words.endswith("/")
    # A question needs none of it, and it takes a while to import.
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern  # noqa: PLC0415

    # The slash would let the pattern match only what lies below the folder.
    body = words.removesuffix("/")
    try:
        compiled = GitIgnoreSpecPattern(body)
    except (ValueError, re.error) as error:
        raise _not_understood(pattern) from error
    if compiled.include is None or compiled.regex is None:
        raise _not_understood(pattern)
    # One letter is found in every path: so the parser writes `*`.
    reaches_down = body.split("/")[-1] == "**" or compiled.regex.pattern == "."
    return _Rule(compiled.regex, compiled.include, is_for_folders, reaches_down)


def _not_understood(pattern: str) -> PatternError:
    return PatternError(
        f"The pattern {pattern} is not understood; write it as in a .gitignore file, such as *.bak "
        "or drafts/."
    )


def _is_unicode(pattern: str) -> bool:
    try:
        pattern.encode()
    except UnicodeEncodeError:
        return False
    return True


def read_patterns(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The patterns that the library keeps, as they were written."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (_KEY,)).fetchone()
    return () if row is None else msgspec.json.decode(row[0], type=tuple[str, ...])


def write_patterns(connection: sqlite3.Connection, patterns: Iterable[str]) -> None:
    """Keep patterns in place of those kept so far, inside a transaction; empty ones are dropped.

    Raises:
        PatternError: one of them cannot be used; nothing is changed.
    """
    kept = [pattern for pattern in patterns if pattern.strip()]
    Exclusion(kept)
    value = msgspec.json.encode(kept).decode()
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_KEY, value))
