"""What answering has measured on a library as a whole, kept with it; see `answering.background`."""

from qa_app.library.database import open_database, transaction, translated_errors
from qa_app.library.library import Library
from qa_app.library.lock import writer_lock

_VALUE = "background"
_MEASURED_AT = "background_passages"
# It is a property of the corpus as a whole: a few documents more or less do not change it.
_CHANGE = 0.1


def is_due(library: Library) -> bool:
    """Whether the library has changed so much that its background is to be measured again."""
    meta = library.meta()
    n_passages = library.averages.n_passages
    measured_at = int(meta.get(_MEASURED_AT, 0))
    return abs(n_passages - measured_at) > _CHANGE * measured_at


def keep_background(library: Library, value: float | None) -> None:
    """Keep what was measured; None where the library is too small to tell.

    Raises:
        LibraryBusy: another program is writing the library.
    """
    folder = library.folder
    with writer_lock(folder), translated_errors(folder):
        connection = open_database(folder)
        try:
            with transaction(connection):
                connection.execute("DELETE FROM meta WHERE key = ?", (_VALUE,))
                rows = {_MEASURED_AT: str(library.averages.n_passages)}
                if value is not None:
                    rows[_VALUE] = str(value)
                connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", rows.items())
        finally:
            connection.close()


def background(library: Library) -> float | None:
    """What was measured, a logit; None where nothing was, or the library is too small."""
    value = library.meta().get(_VALUE)
    return None if value is None else float(value)
