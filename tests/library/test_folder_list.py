"""The folders and patterns written down beside a database."""

from pathlib import Path

import pytest

from qa_app.engine import Engine
from qa_app.library.folder_list import FOLDER_LIST_NAME, FolderList, read_folder_list
from tests.library.conftest import write


def test_it_follows_the_database(
    three_files: Path, engine: Engine, library_dir: Path, tmp_path: Path
) -> None:
    """Folders that are added and forgotten, and patterns, are in it at once."""
    more = write(tmp_path / "more" / "d.txt", "The quarry is flooded.").parent
    engine.index(library_dir, more)
    engine.exclude(library_dir, ["*.bak"])
    assert read_folder_list(library_dir) == FolderList((str(three_files), str(more)), ("*.bak",))
    engine.forget(library_dir, more)
    assert read_folder_list(library_dir) == FolderList((str(three_files),), ("*.bak",))


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff", b'{"folders": 3}'])
def test_one_that_cannot_be_read_is_none(tmp_path: Path, content: bytes) -> None:
    """It is there for bad days: it may not be the next bad thing."""
    (tmp_path / FOLDER_LIST_NAME).write_bytes(content)
    assert read_folder_list(tmp_path) is None
