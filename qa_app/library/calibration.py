"""What answering has measured on a library as a whole, kept with it; see `answering.background`."""

from qa_app.library.database import open_database, transaction, translated_errors
from qa_app.library.library import BACKGROUND, Library
from qa_app.library.lock import writer_lock

_MEASURED_AT = "background_passages"
_MEASURED_WITH = "background_weights"
# It is a property of the corpus as a whole: a few documents more or less do not change it.
_CHANGE = 0.1


def is_due(library: Library, *, measured_with: str, min_documents: int) -> bool:
    """Whether the background is to be measured: it is another one now, or was never known.

    Args:
        library: refreshed.
        measured_with: names the weights that would measure it; see `keep_background`.
        min_documents: how many documents a library needs to have a background at all.
    """
    meta = library.meta()
    if BACKGROUND not in meta:
        return library.status().n_documents >= min_documents
    if meta.get(_MEASURED_WITH) != measured_with:
        return True
    n_passages = library.averages.n_passages
    measured_at = int(meta.get(_MEASURED_AT, 0))
    return abs(n_passages - measured_at) > _CHANGE * measured_at


def keep_background(library: Library, value: float | None, *, measured_with: str) -> None:
    """Keep what was measured.

    Args:
        library: that it was measured on.
        value: a logit; None where the library is too small to tell.
        measured_with: names the weights that measured it: under others it is another value.

    Raises:
        LibraryBusy: another program is writing the library.
    """
    folder = library.folder
    with writer_lock(folder), translated_errors(folder):
        connection = open_database(folder)
        try:
            with transaction(connection):
                connection.execute("DELETE FROM meta WHERE key = ?", (BACKGROUND,))
                rows = {
                    _MEASURED_AT: str(library.averages.n_passages),
                    _MEASURED_WITH: measured_with,
                }
                if value is not None:
                    rows[BACKGROUND] = str(value)
                connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", rows.items())
        finally:
            connection.close()
