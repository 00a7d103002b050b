"""A look at every part of a library; nothing is changed."""

import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from msgspec import Struct, field

from qa_app.encoding.protocol import Encoder
from qa_app.errors import (
    LibraryDamaged,
    LibraryMismatch,
    LibraryMissing,
    NotebookDamaged,
    NotebookError,
    QaError,
)
from qa_app.findings import Finding, Part, fine, trouble
from qa_app.library import store
from qa_app.library.database import (
    DATABASE_NAME,
    check_encoder,
    open_database,
    read_meta,
    translated_errors,
)
from qa_app.library.database_checks import (
    bad_documents,
    bad_set_aside,
    n_waiting,
    whats_wrong,
)
from qa_app.library.derived import FLAT_NAME, KEYWORDS_NAME, VECTORS_NAME
from qa_app.library.derived_checks import whats_stale
from qa_app.library.notebook_salvage import check_notebook
from qa_app.library.own_files import is_draft, is_set_aside
from qa_app.model import Cancelled, OnStep

_SHOWN = 3
# What a library needs beside what is made anew: a log, a list, a stamp.
_ROOM_BYTES = 50_000_000


class Examination(Struct):
    """What was found, and what a repair needs to know of it."""

    findings: list[Finding] = field(default_factory=list)
    is_database_lost: bool = False
    bad_documents: list[int] = field(default_factory=list)
    is_set_aside_bad: bool = False
    are_indexes_stale: bool = False
    is_notebook_damaged: bool = False
    leftovers: list[Path] = field(default_factory=list)
    # What the database says of itself; empty where it cannot be read.
    meta: dict[str, str] = field(default_factory=dict)


def examine_library(
    library: Path,
    encoder: Callable[[], Encoder],
    cancelled: Cancelled,
    *,
    is_ours: bool,
    on_step: OnStep,
) -> Examination:
    """Look at a library.

    Args:
        library: where it is.
        encoder: makes the encoder of the settings.
        cancelled: asked now and then.
        is_ours: whether the writer's lock is held, so that nothing changes meanwhile.
        on_step: told of documents that are looked at.

    Raises:
        Stopped: it was cancelled.
        LibraryBusy: another program holds the database itself.
    """
    seen = Examination()
    seen.findings.append(_disk(library))
    if is_ours:
        seen.findings.append(fine(Part.WRITER, "nobody else is writing it"))
    else:
        seen.findings.append(
            fine(Part.WRITER, "another program is updating it, so its indexes were not compared")
        )
    _look_at_database(seen, library, cancelled, on_step, is_ours=is_ours)
    _look_at_notebook(seen, library)
    _look_for_leftovers(seen, library, is_ours=is_ours)
    seen.findings.append(_model(library, encoder, seen.meta))
    return seen


def _disk(library: Path) -> Finding:
    free = shutil.disk_usage(library).free
    made = store.size_on_disk(library / KEYWORDS_NAME)
    vectors = (library / VECTORS_NAME, library / FLAT_NAME)
    made += sum(path.stat().st_size for path in vectors if path.exists())
    if free < made + _ROOM_BYTES:
        return trouble(
            Part.DISK,
            f"{_mb(free)} MB are free, and {_mb(made + _ROOM_BYTES)} MB are needed to make the "
            "indexes anew; make room",
        )
    return fine(Part.DISK, f"{_mb(free)} MB are free")


def _mb(n_bytes: int) -> str:
    return f"{n_bytes // 1_000_000:,}"


def _look_at_database(
    seen: Examination, library: Path, cancelled: Cancelled, on_step: OnStep, *, is_ours: bool
) -> None:
    try:
        connection = open_database(library)
    except LibraryMissing:
        seen.is_database_lost = True
        seen.findings.append(trouble(Part.DATABASE, f"{DATABASE_NAME} is missing"))
        return
    except LibraryDamaged as error:
        seen.is_database_lost = True
        cause = error.__cause__ or "it is empty, or not a library's"
        seen.findings.append(trouble(Part.DATABASE, f"{DATABASE_NAME} cannot be read: {cause}"))
        return
    except LibraryMismatch as error:
        seen.findings.append(trouble(Part.DATABASE, str(error)))
        return
    with closing(connection), translated_errors(library):
        # One state is looked at, whatever is written meanwhile.
        connection.execute("BEGIN")
        wrong = whats_wrong(connection, cancelled)
        if wrong:
            seen.is_database_lost = True
            says = f"{DATABASE_NAME} is damaged: {'; '.join(wrong[:_SHOWN])}"
            seen.findings.append(trouble(Part.DATABASE, says))
            return
        seen.meta = read_meta(connection)
        n_documents, n_passages, _ = store.counts(connection)
        says = f"{DATABASE_NAME} is whole: {n_documents:,} documents, {n_passages:,} passages"
        seen.findings.append(fine(Part.DATABASE, says))
        _look_at_documents(seen, connection, cancelled, on_step)
        if is_ours and not seen.bad_documents:
            _look_at_indexes(seen, library, connection)
        seen.findings += _folders(connection)


def _look_at_documents(
    seen: Examination, connection: sqlite3.Connection, cancelled: Cancelled, on_step: OnStep
) -> None:
    dim = int(seen.meta["dim"])
    seen.bad_documents = bad_documents(connection, dim, cancelled, on_step)
    seen.is_set_aside_bad = bool(bad_set_aside(connection, dim))
    if seen.bad_documents:
        paths = store.document_paths(connection)
        names = [path for i in seen.bad_documents for path in paths.get(i, ())]
        says = f"{len(seen.bad_documents):,} hold what was not written to them: {_some(names)}"
        seen.findings.append(trouble(Part.DOCUMENTS, says))
    elif seen.is_set_aside_bad:
        says = "vectors of a file that is not yet read to its end have no length of a vector"
        seen.findings.append(trouble(Part.DOCUMENTS, says))
    else:
        says = "every passage has the words of its document, and vectors of the right length"
        seen.findings.append(fine(Part.DOCUMENTS, says))


def _look_at_indexes(seen: Examination, library: Path, connection: sqlite3.Connection) -> None:
    stale = whats_stale(library, connection)
    seen.are_indexes_stale = bool(stale)
    if stale:
        seen.findings.append(trouble(Part.INDEXES, f"they do not fit: {stale}"))
    else:
        seen.findings.append(fine(Part.INDEXES, "they hold every passage, and no other"))


def _folders(connection: sqlite3.Connection) -> list[Finding]:
    folders = store.folders(connection)
    gone = [folder for folder in folders if not Path(folder).is_dir()]
    found = [
        fine(Part.FOLDERS, f"{folder} is not there; what was read of it before is kept")
        for folder in gone
    ]
    waiting = n_waiting(connection)
    if waiting:
        found.append(fine(Part.FOLDERS, f"{waiting:,} files wait to be read by: qa-app index"))
    return found or [fine(Part.FOLDERS, f"{len(folders)}, of which none is missing")]


def _look_at_notebook(seen: Examination, library: Path) -> None:
    try:
        check_notebook(library)
    except NotebookError as error:
        seen.is_notebook_damaged = isinstance(error, NotebookDamaged)
        seen.findings.append(trouble(Part.NOTEBOOK, str(error)))
    else:
        seen.findings.append(fine(Part.NOTEBOOK, "every snippet and question can be read"))


def _look_for_leftovers(seen: Examination, library: Path, *, is_ours: bool) -> None:
    names = sorted(library.iterdir())
    aside = [path.name for path in names if is_set_aside(path.name)]
    if aside:
        says = f"kept of earlier damage: {_some(aside)}; delete them once nothing is missed"
        seen.findings.append(fine(Part.LEFTOVERS, says))
    # While somebody writes, drafts are no leftovers.
    seen.leftovers = [path for path in names if is_ours and is_draft(path.name)]
    if seen.leftovers:
        left = _some([path.name for path in seen.leftovers])
        says = f"a program that was cut off has left {left}"
        seen.findings.append(trouble(Part.LEFTOVERS, says))
    elif not aside:
        seen.findings.append(fine(Part.LEFTOVERS, "none"))


def _model(library: Path, make_encoder: Callable[[], Encoder], meta: dict[str, str]) -> Finding:
    try:
        encoder = make_encoder()
        if meta:
            check_encoder(library, meta["encoder"], encoder.name)
        dim = encoder.dim
    except QaError as error:
        return trouble(Part.MODEL, str(error))
    if meta and int(meta["dim"]) != dim:
        return trouble(
            Part.MODEL,
            f"the library's vectors have {meta['dim']} numbers, those of the model {dim}; "
            "index the folders into a new library",
        )
    return fine(Part.MODEL, f"{encoder.name} is there, and made the library's vectors")


def _some(names: Sequence[str]) -> str:
    some = ", ".join(names[:_SHOWN])
    return f"{some} and {len(names) - _SHOWN:,} more" if len(names) > _SHOWN else some
