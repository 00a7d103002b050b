"""The list of the libraries of this machine."""

from pathlib import Path

import pytest

from qa_app.library.database import DATABASE_NAME
from qa_app.library.neighbours import neighbours_of, note_library


def _library(at: Path) -> Path:
    at.mkdir()
    (at / DATABASE_NAME).write_bytes(b"")
    return at


def test_the_latest_comes_first(tmp_path: Path) -> None:
    """Each library stands in it once, and is no neighbour of its own."""
    listed = tmp_path / "state" / "libraries.json"
    one, two, three = (_library(tmp_path / name) for name in ("one", "two", "three"))
    for library in (one, two, three, one):
        note_library(listed, library)
    assert neighbours_of(listed, two) == [one / DATABASE_NAME, three / DATABASE_NAME]


def test_only_so_many_are_remembered(tmp_path: Path) -> None:
    """The earliest are forgotten."""
    listed = tmp_path / "libraries.json"
    libraries = [_library(tmp_path / f"{n}") for n in range(20)]
    for library in libraries:
        note_library(listed, library)
    assert neighbours_of(listed, tmp_path) == [
        library / DATABASE_NAME for library in libraries[:3:-1]
    ]


@pytest.mark.parametrize("written", [b"", b"{", b'{"a": 1}', b"[1]", b"\xff\xfe"])
def test_a_list_that_cannot_be_read(tmp_path: Path, written: bytes) -> None:
    """It counts as empty, and is written anew."""
    listed = tmp_path / "libraries.json"
    listed.write_bytes(written)
    assert neighbours_of(listed, tmp_path) == []
    note_library(listed, _library(tmp_path / "one"))
    assert neighbours_of(listed, tmp_path) == [tmp_path / "one" / DATABASE_NAME]


def test_a_list_that_cannot_be_written(tmp_path: Path) -> None:
    """Where there is no room for it there is none."""
    (tmp_path / "state").write_bytes(b"a file")
    note_library(tmp_path / "state" / "libraries.json", tmp_path)
    assert (tmp_path / "state").read_bytes() == b"a file"
