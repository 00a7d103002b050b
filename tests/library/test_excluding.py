"""What patterns leave out."""

import sqlite3
from pathlib import PurePosixPath

import pytest

from qa_app.errors import PatternError
from qa_app.library.excluding import Exclusion, read_patterns, write_patterns


@pytest.mark.parametrize(
    ("patterns", "left_out", "kept"),
    [
        (("*.bak",), ("a.bak", "deep/er/a.bak"), ("a.txt", "a.bak.txt")),
        (("drafts/",), ("drafts/a.txt", "x/drafts/a.txt"), ("drafts", "drafts.txt")),
        (("/top.txt",), ("top.txt",), ("deep/top.txt",)),
        (("a/**/z.txt",), ("a/z.txt", "a/b/c/z.txt"), ("z.txt", "b/a/z.txt")),
        (("*.md", "!keep.md"), ("a.md", "x/b.md"), ("keep.md", "x/keep.md")),
        (("*", "!*/", "!*.md"), ("a.txt", "x/a.txt"), ("a.md", "x/y/a.md")),
        (("Übersicht ?.txt",), ("Übersicht 1.txt",), ("Übersicht 10.txt",)),
        (("a/*", "!/a/"), ("a/b/c.txt", "a/d.txt"), ("e.txt", "b/a.txt")),
        (("*/", "!/keep/"), ("x/a.txt", "keep/x/a.txt"), ("keep/a.txt", "a.txt")),
        (("# a.txt", "", "   "), (), ("# a.txt", "a.txt")),
        (("\\#a.txt", "\\!b.txt"), ("#a.txt", "!b.txt"), ("a.txt", "b.txt")),
    ],
)
def test_files(patterns: tuple[str, ...], left_out: tuple[str, ...], kept: tuple[str, ...]) -> None:
    """Files are left out as git leaves them out."""
    exclusion = Exclusion(patterns)
    assert [path for path in left_out if not _left_out(exclusion, path)] == []
    assert [path for path in kept if _left_out(exclusion, path)] == []


def _left_out(exclusion: Exclusion, path: str) -> bool:
    """Whether a walk would pass over a file, or over a folder above it."""
    above = [str(folder) for folder in PurePosixPath(path).parents][:-1]
    return any(map(exclusion.leaves_out_folder, above)) or exclusion.leaves_out(path)


@pytest.mark.parametrize(
    ("patterns", "left_out", "entered"),
    [
        (("drafts/",), ("drafts", "x/drafts"), ("drafts2", "x")),
        (("drafts",), ("drafts",), ("x",)),
        (("*.bak",), ("old.bak",), ("old",)),
        (("old/*",), ("old/a",), ("old",)),
        (("*", "!*/"), (), ("x", "x/y")),
        (("x/", "!x/"), (), ("x",)),
    ],
)
def test_folders(
    patterns: tuple[str, ...], left_out: tuple[str, ...], entered: tuple[str, ...]
) -> None:
    """A folder is left out whole where the last pattern that matches it says so."""
    exclusion = Exclusion(patterns)
    assert [path for path in left_out if not exclusion.leaves_out_folder(path)] == []
    assert [path for path in entered if exclusion.leaves_out_folder(path)] == []


@pytest.mark.parametrize("pattern", ["!", "/", "//", "a[z-a]b", "two\nlines", "half \ud800"])
def test_a_pattern_that_cannot_be_used(pattern: str) -> None:
    """It is refused in one sentence that names it."""
    with pytest.raises(PatternError) as caught:
        Exclusion(["*.bak", pattern])
    shown = str(caught.value)
    assert "\n" not in shown
    assert pattern[:3] in shown
    shown.encode()


@pytest.fixture
def connection() -> sqlite3.Connection:
    """A database that knows what a library says of itself."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
    return connection


def test_patterns_are_kept_as_written(connection: sqlite3.Connection) -> None:
    """In their order, comments too; empty ones are dropped, and new ones replace them all."""
    assert read_patterns(connection) == ()
    write_patterns(connection, ["# old things", "", "*.bak", "!keep.bak"])
    assert read_patterns(connection) == ("# old things", "*.bak", "!keep.bak")
    write_patterns(connection, [])
    assert read_patterns(connection) == ()
    connection.close()


def test_a_bad_pattern_changes_nothing(connection: sqlite3.Connection) -> None:
    """The patterns before stay."""
    write_patterns(connection, ["*.bak"])
    with pytest.raises(PatternError):
        write_patterns(connection, ["*.tmp", "!"])
    assert read_patterns(connection) == ("*.bak",)
    connection.close()
