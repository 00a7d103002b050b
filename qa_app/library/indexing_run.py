"""One run of the indexer: what it reads, encodes, keeps, forgets and publishes.

Three things go on at once: a process reads the next file, the encoder has the passages of those
before it, and the thread of the run, which alone has the database, keeps what is encoded.
"""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from qa_app.encoding.protocol import Encoder
from qa_app.library import derived, writer
from qa_app.library.analyzer import Analyzer
from qa_app.library.conditions import outdate
from qa_app.library.database import read_meta
from qa_app.library.encoding_ahead import EncodingAhead
from qa_app.library.estimating import TimeLeft
from qa_app.library.examining import unexamined_documents
from qa_app.library.folder import FoundFile, Scan
from qa_app.library.in_hand import InHand
from qa_app.library.intake import Failure, Intake, ReadFile
from qa_app.library.keeping import Keeping, Kept
from qa_app.library.known_files import KnownFiles, documents_of, problems_of
from qa_app.library.known_vectors import KnownVectors, note_keys
from qa_app.library.publishing import Publishing
from qa_app.library.recalling import Recall
from qa_app.model import Cancelled, FileState, IndexReport, OnProgress, Progress
from qa_app.reading.file_reader import FileReader, ReadingStopped
from qa_app.reading.limits import ReadingLimits
from qa_app.reading.registry import READING_VERSION


class Tools(Struct, frozen=True):
    """What an indexing run works with.

    `recall` knows vectors of databases that are damaged, `neighbours` are those of other libraries.
    """

    encoder: Encoder
    analyzer: Analyzer
    reader: FileReader
    limits: ReadingLimits
    recall: Recall | None = None
    neighbours: tuple[Path, ...] = ()


class IndexingRun:
    """One indexing run, under the writer's lock. Used by one thread, once."""

    def __init__(  # noqa: PLR0917 - made in one place
        self,
        library: Path,
        connection: sqlite3.Connection,
        folder: str,
        scan: Scan,
        tools: Tools,
        on_progress: OnProgress,
        cancelled: Cancelled,
    ) -> None:
        self._library = library
        self._connection = connection
        self._folder = folder
        self._scan = scan
        self._on_progress = on_progress
        self._cancelled = cancelled
        outdate(connection, tools.limits)
        known = KnownFiles(writer.known_files(connection, folder), READING_VERSION)
        self._todo = [file for file in scan.files if not known.is_unchanged(file)]
        folder_id = writer.ensure_folder(connection, folder)
        self._in_hand = InHand(
            connection, folder_id, tools.limits, scan.exclusion.patterns, READING_VERSION
        )
        self._intake = Intake(
            connection,
            Path(folder),
            scan.exclusion,
            tools.reader,
            tools.limits,
            READING_VERSION,
            self._in_hand,
        )
        unchanged = [file for file in scan.files if known.is_unchanged(file)]
        self._n_files_done = len(unchanged)
        self._n_examined = self._n_to_examine = 0
        self._keeping = Keeping(
            connection,
            folder_id,
            known,
            tools.analyzer,
            _kept_already(known, unchanged),
            READING_VERSION,
            self._in_hand,
        )
        self._began = time.monotonic()
        self._left = TimeLeft(sum(file.size_bytes for file in self._todo), time.monotonic)
        self._publishing = Publishing()
        self._published: derived.DerivedIndexes | None = None
        meta = read_meta(connection)
        self._library_id, self._dim = meta["library_id"], int(meta["dim"])
        # The generation up to which what came and went is published.
        self._covered = int(meta["generation"])
        self._vectors = KnownVectors(
            connection, meta["encoder"], self._dim, tools.recall, tools.neighbours
        )
        self._ahead = EncodingAhead(connection, tools.encoder, self._vectors, self._on_slice)

    def report(self) -> IndexReport:
        """Do the work and say what was done."""
        with closing(self._vectors), closing(self._ahead):
            self._keeping.note_what_was_seen(self._todo, self._scan)
            was_cancelled = self._examine_anew() or self._work_through()
            if not was_cancelled:
                self._keeping.finish(self._scan)
            self._publish()
        self._tell()
        kept = self._keeping.kept
        return IndexReport(
            folder=self._folder,
            n_added=kept.n_added,
            n_changed=kept.n_changed,
            n_removed=kept.n_removed,
            n_moved=kept.n_moved,
            n_unchanged=kept.n_unchanged,
            n_encoded=self._ahead.n_encoded,
            n_examined=self._n_examined,
            took_s=time.monotonic() - self._began,
            cancelled=was_cancelled,
            problems=(
                *(
                    replace(problem, path=f"{self._folder}/{problem.path}")
                    for problem in (*self._scan.problems, *kept.problems)
                ),
                *kept.unexamined,
            ),
        )

    def _examine_anew(self) -> bool:
        """Examine documents that an earlier program has kept; True if cancelled on the way."""
        todo = unexamined_documents(self._connection)
        self._n_to_examine = len(todo)
        for document_id in todo:
            if self._cancelled():
                return True
            self._tell()
            self._keeping.examine_anew(document_id)
            self._n_examined += 1
            self._n_to_examine -= 1
        return False

    def _work_through(self) -> bool:
        """Read, encode and keep each file; True if it was cancelled on the way."""
        if self._todo:
            note_keys(self._connection, self._cancelled)
        try:
            for file in self._todo:
                self._stop_if_cancelled()
                self._tell(file.path)
                self._take(file)
            self._ahead.finish()
        except ReadingStopped:
            self._ahead.stop()
            self._keep_finished()
            return True
        self._keep_finished()
        return False

    def _take(self, file: FoundFile) -> None:
        """Read a file with those in it, and hand them to the encoder."""
        with closing(self._intake.take(file, self._is_cancelled_while_reading)) as taken:
            for one in taken:
                self._settle(one)
                self._keep_finished()
                if one.file.container:
                    self._stop_if_cancelled()

    def _settle(self, taken: ReadFile | Failure) -> None:
        """Take what was read in hand; what needs no encoder is settled at once."""
        if isinstance(taken, Failure):
            # It is not opened again for the files in it.
            if self._ahead.has_files_in(taken.file):
                self._ahead.finish()
                self._keep_finished()
            self._keeping.keep_failure(taken)
            self._count_done(taken.file)
        elif taken.document is not None or taken.members is not None:
            if taken.key:
                self._in_hand.hold(taken.key, taken.held)
            self._ahead.add(taken)
        else:
            self._keeping.keep(taken, [])
            self._count_done(taken.file)

    def _on_slice(self) -> None:
        """The encoder has done something: keep what is finished, tell, and hear whether to stop."""
        self._keep_finished()
        self._tell()
        self._stop_if_cancelled()

    def _keep_finished(self) -> None:
        for read, vectors in self._ahead.finished():
            self._keeping.keep(read, vectors)
            self._publishing.begin()
            self._count_done(read.file)
            self._tell(read.file.path)
        if self._publishing.is_due():
            self._publish()

    def _stop_if_cancelled(self) -> None:
        if self._cancelled():
            raise ReadingStopped

    def _is_cancelled_while_reading(self) -> bool:
        """Asked again and again while a file is read: meanwhile the encoder is not to wait."""
        self._ahead.look()
        return self._cancelled()

    def _publish(self) -> None:
        """Let questions find what is done; derived indexes that do not fit are made anew."""
        began = time.monotonic()
        generation = int(read_meta(self._connection)["generation"])
        before = derived.Stamp(self._library_id, self._covered, 0, derived.FORMAT)
        current = derived.open_derived(self._library, self._dim, known=self._published)
        if current is None or not current.stamp.shows_same(before):
            current = derived.rebuild(
                self._library, self._connection, library_id=self._library_id, dim=self._dim
            )
        elif generation != self._covered:
            current = derived.update(
                self._library,
                self._connection,
                current,
                added=self._keeping.added,
                removed=self._keeping.removed,
                dim=self._dim,
                at_leisure=True,
            )
        self._published = current
        self._covered = current.stamp.generation
        self._keeping.added, self._keeping.removed = [], []
        self._publishing.note(began, time.monotonic())

    def _count_done(self, file: FoundFile) -> None:
        if not file.container:
            self._n_files_done += 1
            self._left.note(file.size_bytes)

    def _tell(self, path: str = "") -> None:
        ahead = self._ahead
        self._on_progress(
            Progress(
                # What is still to be examined is not done, though it is read.
                n_files_done=max(self._n_files_done - self._n_to_examine, 0),
                n_files=len(self._scan.files),
                n_passages=ahead.n_encoded,
                rate=ahead.n_encoded / ahead.encoding_s if ahead.encoding_s else 0.0,
                left_s=self._left.estimate(ahead.n_bytes_done),
                path=path,
            )
        )


def _kept_already(known: KnownFiles, unchanged: list[FoundFile]) -> Kept:
    """What a run that finds nothing new has to say of the files that are as they were."""
    files = list(known.with_members(unchanged))
    read = [file for file in files if file.state is FileState.INDEXED]
    return Kept(n_unchanged=documents_of(read).total(), problems=problems_of(files))
