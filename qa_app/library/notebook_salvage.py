"""A damaged notebook: set aside, and what can be read of it written to a new one."""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from qa_app.library.corrections import (
    Correction,
    correction_of,
    put_corrections,
    read_corrections,
)
from qa_app.library.durable import write_whole
from qa_app.library.notebook import SNIPPET_COLUMNS, Notebook, snippet_of, words_of
from qa_app.library.notebook_file import NOTEBOOK_NAME, read_notebook, write_notebook
from qa_app.library.salvage import opened_as_it_is, readable_rows
from qa_app.library.set_aside import free_name, set_aside
from qa_app.model import AskedQuestion, Snippet

# What a snippet of an early version lacks.
_DEFAULTS: dict[str, str | int] = {"page": "", "page_by_hand": "", "paragraph_by_hand": 0}
_COLUMNS = tuple(name.strip(' "') for name in SNIPPET_COLUMNS.split(","))
_EXPORT_NAME = "snippets.json"


class Kept(Struct, frozen=True):
    """What a notebook holds; questions and corrections are in the order they were made."""

    snippets: tuple[Snippet, ...] = ()
    questions: tuple[AskedQuestion, ...] = ()
    corrections: tuple[Correction, ...] = ()


def check_notebook(library: Path) -> None:
    """Read all that a notebook holds.

    Raises:
        NotebookError: it cannot be read.
    """
    with read_notebook(library) as connection:
        if connection is None:
            return
        (told,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if told != "ok":
            raise sqlite3.DatabaseError(told)
    kept_in(library)


def kept_in(library: Path) -> Kept:
    """All that a notebook holds.

    Raises:
        NotebookError: it cannot be read.
    """
    notebook = Notebook(library)
    with read_notebook(library) as connection:
        corrections = () if connection is None else read_corrections(connection).kept
    return Kept(notebook.snippets(), notebook.questions()[::-1], corrections)


def export_kept(library: Path, kept: Kept) -> Path | None:
    """Write what was kept beside a library as JSON; None where there is nothing."""
    if kept == Kept():
        return None
    path = free_name(library / _EXPORT_NAME, ".json")
    write_whole(path, msgspec.json.format(msgspec.json.encode(kept)))
    return path


def make_notebook_anew(library: Path) -> tuple[Path, Path | None, Kept]:
    """Set a damaged notebook aside and take over what can be read of it.

    Returns:
        Where it is now, where what was saved is written as JSON, and what that is.

    Raises:
        NotebookError: the new one cannot be written.
        OSError: the old one cannot be moved.
    """
    aside = set_aside(library / NOTEBOOK_NAME)
    kept = _salvaged(aside)
    export = export_kept(library, kept)
    if export is not None:
        Notebook(library).take_over(kept.questions, kept.snippets)
        with write_notebook(library) as connection:
            put_corrections(connection, kept.corrections)
    return aside, export, kept


def _salvaged(aside: Path) -> Kept:
    if not aside.exists():
        return Kept()
    with suppress(sqlite3.DatabaseError), opened_as_it_is(aside) as connection:
        return Kept(
            tuple(_snippets(connection)),
            tuple(_questions(connection)),
            tuple(_corrections(connection)),
        )
    return Kept()


def _snippets(connection: sqlite3.Connection) -> Iterator[Snippet]:
    for row in readable_rows(connection, "snippets"):
        with suppress(msgspec.MsgspecError, KeyError):
            values = _DEFAULTS | dict(row)
            yield snippet_of(tuple(values[name] for name in _COLUMNS))


def _questions(connection: sqlite3.Connection) -> Iterator[AskedQuestion]:
    for row in readable_rows(connection, "questions"):
        with suppress(msgspec.MsgspecError, IndexError):
            dropped = words_of(row["dropped"])
            yield AskedQuestion(row["question"], dropped, row["asked_at"], bool(row["saved"]))


def _corrections(connection: sqlite3.Connection) -> Iterator[Correction]:
    for row in readable_rows(connection, "corrections"):
        with suppress(msgspec.MsgspecError, IndexError):
            yield correction_of((row["content_hash"], row["path"], row["fields"]))
