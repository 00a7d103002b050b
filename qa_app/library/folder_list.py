"""The folders of a library and what it leaves out, beside the database: should that be lost."""

import contextlib
import sqlite3
from pathlib import Path

import msgspec
from msgspec import Struct

from qa_app.library import store
from qa_app.library.durable import write_whole
from qa_app.library.excluding import read_patterns

FOLDER_LIST_NAME = "folders.json"


class FolderList(Struct, frozen=True):
    """The folders, in the order they were added, and the patterns of what is left out of them."""

    folders: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()


def write_folder_list(library: Path, connection: sqlite3.Connection) -> None:
    """Write down what the database has, under the writer's lock, where that is news.

    Raises:
        OSError: it cannot be written.
    """
    now = FolderList(store.folders(connection), read_patterns(connection))
    if read_folder_list(library) != now:
        write_whole(library / FOLDER_LIST_NAME, msgspec.json.encode(now))


def read_folder_list(library: Path) -> FolderList | None:
    """What was written down; None where there is nothing that can be read."""
    with contextlib.suppress(OSError, UnicodeDecodeError, msgspec.DecodeError):
        return msgspec.json.decode((library / FOLDER_LIST_NAME).read_bytes(), type=FolderList)
    return None
