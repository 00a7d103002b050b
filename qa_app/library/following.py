"""A library's database and indexes as they are now, whatever others write meanwhile."""

import time
from pathlib import Path

from qa_app.errors import LibraryBusy, LibraryDamaged
from qa_app.library import derived, store
from qa_app.library.database import (
    DATABASE_NAME,
    commits_seen,
    how_to_mend,
    open_database,
    read_meta,
    translated_errors,
)
from qa_app.library.held_words import HeldWords
from qa_app.library.lock import writer_lock
from qa_app.library.passage_reader import PassageReader
from qa_app.library.stored import Averages

_POLL_S = 0.05


class Following:
    """The database and the derived indexes of a library, for one thread.

    It follows what other threads and processes write: `refresh` before a question, and the
    question sees the newest state that is published.
    """

    def __init__(self, folder: Path) -> None:
        """Open the library at `folder`.

        Raises:
            LibraryError: it is missing, damaged, or of another schema version.
        """
        self.folder = folder
        self._open()

    def _open(self) -> None:
        file = self._file_now()
        self._connection = open_database(self.folder)
        self._indexes: derived.DerivedIndexes | None = None
        # Which commits the last `refresh` saw.
        self._commits = (0, 0)
        try:
            self._read_about()
        except BaseException:
            self.close()
            raise
        # What could not be opened is tried again.
        self._file = file

    def _read_about(self) -> None:
        with translated_errors(self.folder):
            meta = read_meta(self._connection)
            if not meta.keys() >= {"encoder", "dim", "library_id", "generation"}:
                raise LibraryDamaged(
                    f"The library at {self.folder} does not say what made it; "
                    f"{how_to_mend(self.folder)}"
                )
            self.encoder = meta["encoder"]
            self.dim = int(meta["dim"])
            self._library_id = meta["library_id"]
            self._averages = store.averages(self._connection)
            self._reader = PassageReader(self._connection, self.dim)
            self._words = HeldWords(self._connection)

    def _file_now(self) -> tuple[int, int] | None:
        """The file that the database is now: a repair puts another in its place."""
        try:
            found = (self.folder / DATABASE_NAME).stat()
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

    def refresh(self, wait_s: float = 5.0) -> None:
        """Take up what was published since the last time.

        Derived indexes that are missing, torn or stale are made again, unless someone is writing:
        they will. Where there are none at all yet, that is waited for, `wait_s` at most.

        Raises:
            LibraryBusy: the first indexing run has published nothing yet.
        """
        deadline = time.monotonic() + wait_s
        with translated_errors(self.folder):
            if self._file_now() != self._file:
                self.close()
                self._open()
            # Before anything is read: what is committed later shows as new the next time.
            self._commits = commits_seen(self._connection)
            for read in (self._reader, self._words):
                read.remember_as_of(self._commits)
            while not self._is_current():
                if self._catch_up() or self._indexes is not None:
                    break
                if time.monotonic() >= deadline:
                    raise LibraryBusy(
                        f"The library at {self.folder} is being made; ask again in a moment."
                    )
                time.sleep(_POLL_S)

    def _is_current(self) -> bool:
        """Take up what is published; whether that is the newest state."""
        stamp = derived.read_stamp(self.folder)
        is_new = self._indexes is None or stamp != self._indexes.stamp
        if is_new and stamp is not None and stamp.library_id == self._library_id:
            # Where a writer is just replacing them, the ones we have are still good.
            now = derived.open_derived(self.folder, self.dim, known=self._indexes)
            self._indexes = now or self._indexes
            self._averages = store.averages(self._connection)
        generation = int(read_meta(self._connection)["generation"])
        return self._indexes is not None and self._indexes.stamp.generation == generation

    def _catch_up(self) -> bool:
        """Make the derived indexes anew, if nobody is writing and they still do not fit."""
        try:
            with writer_lock(self.folder):
                if not self._is_current():
                    self._rebuild()
        except LibraryBusy:
            self._indexes = self._indexes or derived.open_derived(
                self.folder, self.dim, being_written=True
            )
            return False
        return True

    def _rebuild(self) -> None:
        try:
            self._indexes = derived.rebuild(
                self.folder, self._connection, library_id=self._library_id, dim=self.dim
            )
        except OSError:
            # On a full disk what we have is better than nothing.
            if self._indexes is None:
                raise
        self._averages = store.averages(self._connection)

    @property
    def averages(self) -> Averages:
        """Lengths over the whole library, as of the last `refresh`."""
        return self._averages

    def _published(self) -> derived.DerivedIndexes:
        if self._indexes is None:
            self.refresh()
        if self._indexes is None:
            raise LibraryBusy(f"The library at {self.folder} is not ready yet; try again.")
        return self._indexes
