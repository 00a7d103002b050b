"""Putting what has changed of the vectors into their main part, while nobody waits for it.

A run that indexes does so too (see `derived.update`), but what is to be found then has to wait for
it. Here the new main part is made from files that never change, beside the library; only while it
takes its place is the lock held. Whoever publishes meanwhile has made it void.
"""

from contextlib import closing, suppress
from pathlib import Path

from qa_app.errors import LibraryBusy
from qa_app.library import derived, vector_kinds
from qa_app.library.database import open_database, read_meta, translated_errors
from qa_app.library.derived import VECTORS_NAME, Stamp
from qa_app.library.durable import sync_file
from qa_app.library.lock import merger_lock, writer_lock
from qa_app.model import Cancelled, never_cancelled


def merge_changes(folder: Path, cancelled: Cancelled = never_cancelled) -> bool:
    """Put what has changed of a library's vectors into their main part, where it is much.

    Returns:
        Whether a main part took the place of another: not where there was no need, somebody else
        was writing, or it was cancelled.

    Raises:
        LibraryError: the library is not there, or cannot be written.
    """
    with translated_errors(folder), closing(open_database(folder)) as connection:
        dim = int(read_meta(connection)["dim"])
    stamp = derived.read_stamp(folder)
    if stamp is None or stamp.format != derived.FORMAT or not _is_due(stamp):
        return False
    # Another window may be at it, and who writes merges for itself.
    with suppress(LibraryBusy), translated_errors(folder), merger_lock(folder):
        draft = folder / f".{VECTORS_NAME}.merged"
        try:
            return _merged(folder, dim, stamp, draft, cancelled)
        finally:
            draft.unlink(missing_ok=True)
    return False


def _is_due(stamp: Stamp) -> bool:
    n_changed = stamp.n_recent + stamp.n_gone
    n_main = stamp.n_vectors - stamp.n_recent + stamp.n_gone
    return bool(stamp.vectors.main) and vector_kinds.SIZES.is_worth_a_pause(n_changed, n_main)


def _merged(folder: Path, dim: int, stamp: Stamp, draft: Path, cancelled: Cancelled) -> bool:
    if cancelled():
        return False
    try:
        vectors = derived.merged_vectors(folder, dim, stamp)
    except ValueError:
        # What does not fit is made anew by whoever asks next.
        return False
    if cancelled():
        return False
    digest = vectors.write_main(draft)
    # On the disk before the lock is taken: it may be hundreds of megabytes.
    sync_file(draft)
    if cancelled():
        return False
    with writer_lock(folder):
        return derived.put_main(folder, vectors, draft, digest, stamp)
