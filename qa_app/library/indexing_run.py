"""One run of the indexer: what it reads, encodes, keeps, forgets and publishes."""

import sqlite3
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from qa_app.encoding.protocol import Encoder, PassageText, PassageVectors
from qa_app.library import derived, writer
from qa_app.library.analyzer import Analyzer
from qa_app.library.conditions import outdate
from qa_app.library.database import advance_generation, read_meta, transaction
from qa_app.library.estimating import estimate_left_s
from qa_app.library.examining import examine, unexamined_documents
from qa_app.library.folder import FoundFile, Scan
from qa_app.library.intake import Failure, Intake, ReadFile
from qa_app.library.known_files import KnownFiles, documents_of, problems_of
from qa_app.library.publishing import Publishing
from qa_app.library.repetition import settle
from qa_app.model import (
    Cancelled,
    FileProblem,
    FileState,
    IndexReport,
    OnProgress,
    Progress,
)
from qa_app.reading.file_reader import FileReader, ReadingStopped
from qa_app.reading.limits import ReadingLimits
from qa_app.reading.registry import READING_VERSION

# Enough passages for batches of like length, few enough that a crash costs under a second's work.
_HANDFUL = 32
_SLICE = 64


@dataclass(frozen=True, slots=True)
class Tools:
    """What an indexing run works with."""

    encoder: Encoder
    analyzer: Analyzer
    reader: FileReader
    limits: ReadingLimits


@dataclass(slots=True)
class _Tally:
    """What a run has done so far."""

    n_files: int = 0
    n_unchanged: int = 0
    n_added: int = 0
    n_changed: int = 0
    n_removed: int = 0
    n_moved: int = 0
    n_encoded: int = 0
    n_examined: int = 0
    n_to_examine: int = 0
    bytes_done: int = 0
    encoding_s: float = 0.0
    problems: list[FileProblem] = field(default_factory=list)
    # Of files in any folder, with their whole path.
    unexamined: list[FileProblem] = field(default_factory=list)


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
        self._tools = tools
        self._on_progress = on_progress
        self._cancelled = cancelled
        outdate(connection, tools.limits)
        self._known = KnownFiles(writer.known_files(connection, folder), READING_VERSION)
        self._todo = [file for file in scan.files if not self._known.is_unchanged(file)]
        self._intake = Intake(
            connection, Path(folder), scan.exclusion, tools.reader, tools.limits, READING_VERSION
        )
        self._bytes_to_do = sum(file.size_bytes for file in self._todo)
        self._tally = self._tally_of_unchanged()
        # Which documents the files added, and those forgotten in this run hold.
        self._added_as: Counter[int] = Counter()
        self._forgotten: Counter[int] = Counter()
        self._waiting: list[ReadFile] = []
        self._added: list[int] = []
        self._removed: list[int] = []
        self._began = time.monotonic()
        self._publishing = Publishing()
        self._published: derived.DerivedIndexes | None = None
        meta = read_meta(connection)
        self._library_id, self._dim = meta["library_id"], int(meta["dim"])
        # The generation up to which the changes in `_added` and `_removed` are published.
        self._covered = int(meta["generation"])
        self._folder_id = writer.ensure_folder(connection, folder)

    def report(self) -> IndexReport:
        """Do the work and say what was done."""
        self._note_what_was_seen()
        was_cancelled = self._examine_anew() or self._work_through()
        self._finish(was_cancelled=was_cancelled)
        self._publish()
        self._tell()
        tally = self._tally
        return IndexReport(
            folder=self._folder,
            n_added=tally.n_added,
            n_changed=tally.n_changed,
            n_removed=tally.n_removed,
            n_moved=tally.n_moved,
            n_unchanged=tally.n_unchanged,
            n_encoded=tally.n_encoded,
            n_examined=tally.n_examined,
            took_s=time.monotonic() - self._began,
            cancelled=was_cancelled,
            problems=(
                *(
                    replace(problem, path=f"{self._folder}/{problem.path}")
                    for problem in (*self._scan.problems, *tally.problems)
                ),
                *tally.unexamined,
            ),
        )

    def _note_what_was_seen(self) -> None:
        """What waits is listed from the start: a run that is cut off leaves a true list behind."""
        with transaction(self._connection):
            writer.record_pending(self._connection, self._folder_id, self._todo)
            for problem in self._scan.problems:
                size_bytes = self._scan.problem_bytes.get(problem.path, 0)
                writer.record_problem(self._connection, self._folder_id, problem, size_bytes)

    def _examine_anew(self) -> bool:
        """Examine documents that an earlier program has kept; True if cancelled on the way."""
        todo = unexamined_documents(self._connection)
        self._tally.n_to_examine = len(todo)
        for document_id in todo:
            if self._cancelled():
                return True
            self._tell()
            with transaction(self._connection):
                self._examine(document_id)
            self._tally.n_examined += 1
            self._tally.n_to_examine -= 1
        return False

    def _examine(self, document_id: int, *, is_new: bool = False) -> None:
        """Examine a document, inside a transaction; what fails is said of the files it is in."""
        failure = examine(self._connection, document_id)
        reason = ""
        if failure is not None:
            reason = (
                f"its statements could not be read, which is a bug of ours: {failure!r}; "
                "it is searched all the same"
            )
        if reason or not is_new:
            noted = writer.remark_on_document(self._connection, document_id, reason)
            self._tally.unexamined += noted if reason else []

    def _tally_of_unchanged(self) -> _Tally:
        unchanged = [file for file in self._scan.files if self._known.is_unchanged(file)]
        known = list(self._known.with_members(unchanged))
        read = [file for file in known if file.state is FileState.INDEXED]
        return _Tally(
            n_files=len(unchanged),
            n_unchanged=documents_of(read).total(),
            problems=problems_of(known),
        )

    def _work_through(self) -> bool:
        """Read, encode and keep each file; True if it was cancelled on the way."""
        for file in self._todo:
            if self._cancelled():
                self._waiting.clear()
                return True
            self._tell(file.path)
            if not self._take(file):
                self._waiting.clear()
                return True
        return not self._keep_waiting()

    def _take(self, file: FoundFile) -> bool:
        """Read a file with those in it, and keep what need not wait; False if it was cancelled."""
        with closing(self._intake.take(file, self._cancelled)) as taken:
            try:
                for one in taken:
                    self._settle(one)
                    # A file without passages fills the memory all the same.
                    n_waiting = sum(max(len(read.passages), 1) for read in self._waiting)
                    if n_waiting >= _HANDFUL and not self._keep_waiting():
                        return False
                    if self._publishing.is_due():
                        self._publish()
                    if one.file.container and self._cancelled():
                        return False
            except ReadingStopped:
                return False
        return True

    def _settle(self, taken: ReadFile | Failure) -> None:
        """Let what was read wait for the encoder; what needs none is settled at once."""
        if isinstance(taken, Failure):
            self._note_failure(taken)
        elif taken.document is not None or taken.members is not None:
            self._waiting.append(taken)
        else:
            self._keep(taken, [])
            self._count_done(taken.file)

    def _note_failure(self, failure: Failure) -> None:
        file, reason = failure.file, failure.reason
        known = self._known.get(file.path)
        if known is not None and known.document_id is not None:
            reason += "; what was read of it before is kept"
        problem = FileProblem(file.path, failure.state, reason)
        self._tally.problems.append(problem)
        read_with = READING_VERSION if failure.is_final else 0
        with transaction(self._connection):
            writer.record_failure(
                self._connection, self._folder_id, file, problem, read_with=read_with
            )
        self._count_done(file)

    def _keep_waiting(self) -> bool:
        """Encode and keep what waits; False if it was cancelled before it was done."""
        texts = [text for read in self._waiting for text in read.texts()]
        vectors = self._encode(texts)
        if vectors is None:
            self._waiting.clear()
            return False
        for read in self._waiting:
            own, vectors = vectors[: len(read.passages)], vectors[len(read.passages) :]
            self._keep(read, own)
            self._publishing.begin()
            self._count_done(read.file)
        self._waiting.clear()
        self._tell()
        return True

    def _encode(self, texts: list[PassageText]) -> list[PassageVectors] | None:
        """Vectors of all texts; None if it was cancelled on the way.

        What is done of a document too long for one slice is set aside in the database, so that the
        next run takes up where this one was cut off.
        """
        vectors: list[PassageVectors] = []
        for at in range(0, len(texts), _SLICE):
            if at and self._cancelled():
                return None
            part = texts[at : at + _SLICE]
            known = writer.set_aside_vectors(self._connection, part, self._dim)
            new = [text for text, own in zip(part, known, strict=True) if own is None]
            made = iter(self._encode_slice(new))
            vectors += [own if own is not None else next(made) for own in known]
            if len(texts) > _SLICE:
                writer.set_aside(self._connection, part, vectors[at:])
            self._tell()
        return vectors

    def _encode_slice(self, texts: list[PassageText]) -> list[PassageVectors]:
        began = time.monotonic()
        made = self._tools.encoder.encode_passages(texts) if texts else []
        self._tally.encoding_s += time.monotonic() - began
        self._tally.n_encoded += len(texts)
        return made

    def _keep(self, read: ReadFile, vectors: list[PassageVectors]) -> None:
        with transaction(self._connection):
            if read.identity is not None:
                # Two files of the same content may have waited together.
                document_id = writer.find_document(self._connection, read.identity)
                is_new = document_id is None
                document_id = document_id or self._put(read, read.identity, vectors)
                self._link(read.file, document_id, read.reason)
                if is_new:
                    self._examine(document_id, is_new=True)
            else:
                self._link(read.file, None, read.reason)
            if read.members is not None:
                self._forget(self._known.vanished_from(read.file.path, read.members))

    def _put(self, read: ReadFile, identity: writer.Identity, vectors: list[PassageVectors]) -> int:
        if read.document is None:
            raise ValueError(f"{read.file.path} has no document to keep")
        text = read.document.text
        kept = [
            writer.EncodedPassage(
                passage, len(self._tools.analyzer.terms(passage.span.of(text))), own
            )
            for passage, own in zip(read.passages, vectors, strict=True)
        ]
        document_id, ids = writer.put_document(self._connection, identity, read.document, kept)
        self._added += ids
        advance_generation(self._connection)
        return document_id

    def _link(self, file: FoundFile, document_id: int | None, remark: str = "") -> None:
        """Note what a file holds, and what was left out of it."""
        left_out = "" if document_id is None else writer.left_out_of(self._connection, document_id)
        reason = "; ".join(filter(None, (left_out, remark)))
        if reason:
            self._tally.problems.append(FileProblem(file.path, FileState.INDEXED, reason))
        writer.link_file(
            self._connection,
            self._folder_id,
            file,
            document_id,
            reason=reason,
            read_with=READING_VERSION,
        )
        known = self._known.get(file.path)
        if document_id is None:
            return
        if known is None or known.document_id is None:
            self._tally.n_added += 1
            self._added_as[document_id] += 1
        elif known.document_id != document_id:
            self._tally.n_changed += 1
        else:
            self._tally.n_unchanged += 1

    def _forget(self, gone: list[writer.KnownFile]) -> None:
        """Forget files, inside a transaction."""
        writer.forget_files(self._connection, [known.id for known in gone])
        self._forgotten += documents_of(gone)

    def _finish(self, *, was_cancelled: bool) -> None:
        """Forget what is gone. A cancelled run forgets nothing: it has not seen everything."""
        if was_cancelled:
            return
        with transaction(self._connection):
            writer.drop_set_aside(self._connection)
            self._forget(self._known.gone_from(self._scan))
            self._removed += writer.drop_orphans(self._connection)
            settled = settle(self._connection)
            self._removed += settled.hidden
            self._added += settled.shown
            if self._removed or settled.shown:
                advance_generation(self._connection)
        moved = (self._forgotten & self._added_as).total()
        self._tally.n_moved += moved
        self._tally.n_added -= moved
        self._tally.n_removed += self._forgotten.total() - moved

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
                added=self._added,
                removed=self._removed,
                dim=self._dim,
                at_leisure=True,
            )
        self._published = current
        self._covered = current.stamp.generation
        self._added, self._removed = [], []
        self._publishing.note(began, time.monotonic())

    def _count_done(self, file: FoundFile) -> None:
        if not file.container:
            self._tally.n_files += 1
            self._tally.bytes_done += file.size_bytes

    def _tell(self, path: str = "") -> None:
        tally = self._tally
        elapsed = time.monotonic() - self._began
        self._on_progress(
            Progress(
                # What is still to be examined is not done, though it is read.
                n_files_done=max(tally.n_files - tally.n_to_examine, 0),
                n_files=len(self._scan.files),
                n_passages=tally.n_encoded,
                rate=tally.n_encoded / tally.encoding_s if tally.encoding_s else 0.0,
                left_s=estimate_left_s(elapsed, tally.bytes_done, self._bytes_to_do),
                path=path,
            )
        )
