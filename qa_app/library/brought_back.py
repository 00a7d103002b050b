"""What furniture a person brought back: kept in the notebook, and found again.

It is kept by its words, under the hash of the file's bytes and under its path, as corrections are
(corrections.py): read by a later program the words may stand elsewhere, and a changed file may have
them still. By its path alone it is found only where the library has lost the content it was of.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from qa_app.errors import NotebookError
from qa_app.library.copies import Copy
from qa_app.library.library import Library
from qa_app.library.notebook_file import read_notebook, storable, write_notebook


def keep_brought_back(
    library: Library, document_id: int, words: tuple[str, ...], *, is_back: bool
) -> None:
    """Note that furniture of a document is searched, or no longer.

    Raises:
        NotebookError: the notebook cannot be read or written.
    """
    copy = library.copies([document_id]).get(document_id)
    if copy is None or not words:
        return
    rows = [
        (storable(copy.content_hash), storable(path), storable(one))
        for path in copy.paths
        for one in words
    ]
    with write_notebook(library.folder) as notebook:
        if is_back:
            notebook.executemany("INSERT OR IGNORE INTO brought_back VALUES (?, ?, ?)", rows)
        else:
            _forget(notebook, copy, words)


def brought_back(library: Library) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The documents with furniture that is to be searched, and its words.

    A notebook in trouble has none: it costs nobody an indexing run.
    """
    found: dict[int, list[str]] = {}
    with suppress(NotebookError):
        for content_hash, path, words in _rows(library.folder):
            copy = library.copy_of_content(content_hash) or library.copy_at(path)
            if copy is not None:
                found.setdefault(copy.document_id, []).append(words)
    for document_id, words_of_it in found.items():
        yield document_id, tuple(dict.fromkeys(words_of_it))


def _rows(library: Path) -> list[tuple[str, str, str]]:
    with read_notebook(library) as notebook:
        if notebook is None:
            return []
        return notebook.execute("SELECT content_hash, path, words FROM brought_back").fetchall()


def _forget(notebook: sqlite3.Connection, copy: Copy, words: tuple[str, ...]) -> None:
    """Forget the words under the content and every path: they may be from an earlier state."""
    for one in map(storable, words):
        notebook.execute(
            "DELETE FROM brought_back WHERE content_hash = ? AND words = ?",
            (copy.content_hash, one),
        )
        notebook.executemany(
            "DELETE FROM brought_back WHERE path = ? AND words = ?",
            [(storable(path), one) for path in copy.paths],
        )
