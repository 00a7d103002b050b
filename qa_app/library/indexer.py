"""Brings a library up to date with a folder: only what changed is read and encoded.

What is read is held, and what is encoded kept or set aside, as soon as it is there: a run that is
killed loses at most the file being read and the handful of passages that the encoder has.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from qa_app.encoding.protocol import Encoder
from qa_app.errors import FolderError, LibraryBusy, LibraryError, LibraryMismatch, LibraryMissing
from qa_app.library import derived, store, writer
from qa_app.library.database import (
    DATABASE_NAME,
    advance_generation,
    check_encoder,
    create_database,
    open_database,
    read_meta,
    transaction,
    translated_errors,
)
from qa_app.library.excluding import Exclusion, read_patterns, write_patterns
from qa_app.library.folder import Scan, resolve_folder, scan_folder
from qa_app.library.folder_list import FOLDER_LIST_NAME, write_folder_list
from qa_app.library.indexing_run import IndexingRun, Tools
from qa_app.library.lock import writer_lock
from qa_app.library.own_files import is_own
from qa_app.library.repetition import settle
from qa_app.model import Cancelled, IndexReport, OnProgress
from qa_app.reading.registry import SUPPORTED_SUFFIXES

# A reader that makes a derived index anew holds the lock for a moment.
_LOCK_WAIT_S = 3.0
# A folder that has one of these is a library's, or was one.
_SIGNS = (DATABASE_NAME, FOLDER_LIST_NAME)


def index_folder(
    library: Path, folder: Path, tools: Tools, on_progress: OnProgress, cancelled: Cancelled
) -> IndexReport:
    """Bring the library at `library` up to date with `folder`; it is made where there is none.

    Raises:
        FolderError: the folder is missing, or nothing in it can be read. Nothing is changed.
        PatternError: what is to be left out cannot be told.
        LibraryError: the library is busy, damaged, full, or made with another encoder.
        EncoderError: the model cannot be loaded.
    """
    resolved = resolve_folder(folder)
    if resolved == library.resolve():
        raise FolderError(
            f"{resolved} is to hold the library itself; keep that elsewhere with --library DIR."
        )
    scan = scan_folder(
        resolved,
        max_bytes=tools.limits.max_file_bytes,
        leave_out=library.resolve(),
        exclusion=_exclusion_of(library),
        cancelled=cancelled,
    )
    # A folder of which the person leaves out everything is no disk that is unplugged.
    if scan.is_whole and not scan.files and not scan.n_left_out:
        raise FolderError(_nothing_to_read(resolved, scan))
    _check_place(library)
    with writer_lock(library, _LOCK_WAIT_S), translated_errors(library):
        connection = _open_or_create(library, tools.encoder)
        try:
            _check_overlap(connection, resolved)
            # A run that is cancelled here leaves it to the next one to begin with.
            writer.ensure_folder(connection, str(resolved))
            write_folder_list(library, connection)
            if not scan.is_whole:
                return IndexReport(str(resolved), cancelled=True)
            run = IndexingRun(
                library, connection, str(resolved), scan, tools, on_progress, cancelled
            )
            return run.report()
        finally:
            connection.close()


def _exclusion_of(library: Path) -> Exclusion:
    """What the library leaves out; a library that is still to be made leaves out nothing."""
    try:
        connection = open_database(library)
    except LibraryMissing:
        return Exclusion()
    with closing(connection), translated_errors(library):
        return Exclusion(read_patterns(connection))


def exclude(library: Path, patterns: Iterable[str]) -> None:
    """Leave out what `patterns` match from the next run on; they replace those kept so far.

    It needs no writer's lock: a run that is under way has read its patterns.

    Raises:
        PatternError: one of them cannot be used; nothing is changed.
        LibraryError: the library is missing or damaged.
    """
    with closing(open_database(library)) as connection, translated_errors(library):
        with transaction(connection):
            write_patterns(connection, patterns)
        # Where somebody is writing, the next run writes it down.
        with suppress(LibraryBusy), writer_lock(library):
            write_folder_list(library, connection)


def _nothing_to_read(folder: Path, scan: Scan) -> str:
    known = " ".join(sorted(SUPPORTED_SUFFIXES))
    if "." in scan.unreachable:
        return f"The folder {folder} cannot be read; check its permissions."
    if not scan.problems:
        return f"The folder {folder} is empty; put documents into it ({known}) or name another."
    return (
        f"None of the {len(scan.problems)} files in {folder} can be read "
        f"(formats: {known}); put documents into it or name another folder."
    )


def _open_or_create(library: Path, encoder: Encoder) -> sqlite3.Connection:
    try:
        connection = open_database(library)
    except LibraryMissing:
        create_database(library, encoder=encoder.name, dim=encoder.dim)
        connection = open_database(library)
    try:
        check_encoder(library, read_meta(connection)["encoder"], encoder.name)
    except LibraryMismatch:
        connection.close()
        raise
    return connection


def _check_place(library: Path) -> None:
    """A library is made in a folder of its own: what others keep there is not ours to replace."""
    if not library.exists() or any((library / name).exists() for name in _SIGNS):
        return
    if not library.is_dir():
        raise LibraryError(f"{library} is a file; name a folder for the library.")
    others = sorted(path.name for path in library.iterdir() if not is_own(path.name))
    if others:
        raise LibraryError(
            f"{library} holds other files ({others[0]}); name an empty or a new folder."
        )


def _check_overlap(connection: sqlite3.Connection, folder: Path) -> None:
    """A file belongs to one folder of the library: two would each keep it from being forgotten."""
    for known in map(Path, store.folders(connection)):
        if folder != known and (folder.is_relative_to(known) or known.is_relative_to(folder)):
            raise FolderError(
                f"{folder} and {known}, which is in the library, hold the same files; "
                f"index {known} again, or first: qa-app forget {known}"
            )


def forget_folder(library: Path, folder: Path, dim: int) -> int:
    """Take a folder out of the library; the folder itself is left alone. The files forgotten.

    Raises:
        FolderError: the library does not have it.
        LibraryError: the library is busy or damaged.
    """
    with writer_lock(library, _LOCK_WAIT_S), translated_errors(library):
        connection = open_database(library)
        try:
            with transaction(connection):
                n_files = writer.forget_folder(connection, str(folder))
                writer.drop_orphans(connection)
                settle(connection)
                advance_generation(connection)
            write_folder_list(library, connection)
            library_id = read_meta(connection)["library_id"]
            derived.rebuild(library, connection, library_id=library_id, dim=dim)
        finally:
            connection.close()
    return n_files
