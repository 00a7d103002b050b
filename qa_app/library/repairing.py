"""Making a library whole again: what can be read is kept, the rest is read from the folders."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from msgspec.structs import replace

from qa_app.encoding.protocol import PassageText, PassageVectors
from qa_app.errors import LibraryError, QaError
from qa_app.library import derived, writer
from qa_app.library.database import (
    DATABASE_NAME,
    advance_generation,
    create_database,
    open_database,
    read_meta,
    transaction,
    translated_errors,
)
from qa_app.library.database_checks import bad_set_aside
from qa_app.library.excluding import write_patterns
from qa_app.library.folder_list import FolderList, read_folder_list, write_folder_list
from qa_app.library.indexer import index_folder
from qa_app.library.indexing_run import Tools
from qa_app.library.notebook_salvage import export_kept, kept_in
from qa_app.library.recalling import Recall, Recalling
from qa_app.library.salvage import SalvagedVectors, encoder_of, opened_as_it_is, salvaged_folders
from qa_app.library.set_aside import databases_set_aside, set_aside
from qa_app.model import Cancelled, FileState, OnProgress


def set_database_aside(library: Path) -> tuple[Path | None, Path | None]:
    """Set the database aside, under the writer's lock; its folders are written down beside it.

    Returns:
        Where it is now, if there was one, and where the snippets are written, if there are any.

    Raises:
        LibraryError: it cannot be moved.
    """
    with translated_errors(library):
        path = library / DATABASE_NAME
        aside = set_aside(path) if path.exists() else None
        try:
            export = export_kept(library, kept_in(library)) if aside else None
        except LibraryError:  # the notebook has its own turn
            export = None
    return aside, export


def make_database_anew(library: Path, aside: Path | None, tools: Tools) -> FolderList:
    """An empty database with the folders of the one that was set aside last; those folders.

    Raises:
        LibraryError: it cannot be written.
        EncoderError: the model cannot be loaded.
    """
    known = _known_folders(library, aside)
    create_database(library, encoder=tools.encoder.name, dim=tools.encoder.dim)
    with closing(open_database(library)) as connection, translated_errors(library):
        with transaction(connection):
            for folder in known.folders:
                writer.ensure_folder(connection, folder)
            write_patterns(connection, known.excluded)
        write_folder_list(library, connection)
    return known


def _known_folders(library: Path, aside: Path | None) -> FolderList:
    """What is written down beside the database and what it has itself, taken together."""
    listed = read_folder_list(library) or FolderList()
    try:
        own = salvaged_folders(aside) if aside else FolderList()
    except sqlite3.DatabaseError:
        own = FolderList()
    folders = tuple(dict.fromkeys((*listed.folders, *own.folders)))
    return FolderList(folders, own.excluded or listed.excluded)


def drop_documents(
    library: Path, connection: sqlite3.Connection, ids: Sequence[int], dim: int
) -> Recall:
    """Take bad documents out, so that their files are read again; what is good of their vectors.

    Raises:
        LibraryError: the database cannot be written.
    """
    known = SalvagedVectors(connection, dim, only=frozenset(ids)).all()
    with translated_errors(library), transaction(connection):
        connection.executemany(
            "UPDATE files SET document_id = NULL, state = ?, reason = '' WHERE document_id = ?",
            [(FileState.PENDING, i) for i in ids],
        )
        connection.executemany("DELETE FROM documents WHERE id = ?", [(i,) for i in ids])
        writer.count_anew(connection)
        connection.executemany(
            "DELETE FROM set_aside WHERE key = ?", bad_set_aside(connection, dim)
        )
        advance_generation(connection)

    def recall(text: PassageText) -> PassageVectors | None:
        return known.get(writer.text_key(text))

    return recall


def rebuild_indexes(library: Path, connection: sqlite3.Connection) -> None:
    """Make the derived indexes anew.

    Raises:
        LibraryError: they cannot be written.
    """
    with translated_errors(library):
        meta = read_meta(connection)
        derived.rebuild(library, connection, library_id=meta["library_id"], dim=int(meta["dim"]))


def read_again(
    library: Path,
    folders: Sequence[str],
    tools: Tools,
    recalls: Sequence[Recall],
    *,
    on_progress: OnProgress,
    cancelled: Cancelled,
) -> tuple[int, list[str], bool]:
    """Index the folders, without the lock; what vectors there are of earlier databases is used.

    Returns:
        How many passages were not encoded again, what stood in the way of folders, and whether it
        was cancelled.
    """
    failures: list[str] = []
    with _vectors_set_aside(library, tools) as aside:
        recall = Recalling([*recalls, *aside])
        recalling = replace(tools, recall=recall)
        for folder in folders:
            try:
                report = index_folder(library, Path(folder), recalling, on_progress, cancelled)
            except QaError as error:
                failures.append(str(error))
                continue
            if report.cancelled:
                return recall.n_recalled, failures, True
    return recall.n_recalled, failures, False


@contextmanager
def _vectors_set_aside(library: Path, tools: Tools) -> Iterator[list[Recall]]:
    """The vectors of the databases that were set aside and that this encoder made."""
    with ExitStack() as stack:
        recalls: list[Recall] = []
        for path in databases_set_aside(library / DATABASE_NAME):
            try:
                connection = stack.enter_context(opened_as_it_is(path))
                if encoder_of(connection) in ("", tools.encoder.name):
                    recalls.append(SalvagedVectors(connection, tools.encoder.dim).of)
            except sqlite3.DatabaseError:  # nothing of it can be read
                continue
        yield recalls
