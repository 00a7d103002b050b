"""Brings a library up to date with a folder: only what changed is read and encoded.

Files are kept as they are done, a handful of passages at a time, so that a run that is cancelled
or killed loses at most the handful in hand.
"""

import contextlib
import hashlib
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import filelock

from qa_app.encoding.protocol import Encoder, PassageText, PassageVectors
from qa_app.errors import FolderError, LibraryBusy, LibraryMismatch, LibraryMissing, ReadError
from qa_app.library import derived, writer
from qa_app.library.analyzer import Analyzer
from qa_app.library.database import (
    create_database,
    open_database,
    read_meta,
    transaction,
    translated_errors,
)
from qa_app.library.folder import FoundFile, Scan, resolve_folder, scan_folder
from qa_app.model import (
    Cancelled,
    Document,
    FileProblem,
    FileState,
    IndexReport,
    OnProgress,
    Passage,
    Progress,
)
from qa_app.reading.passages import cut_passages
from qa_app.reading.registry import READING_VERSION, SUPPORTED_SUFFIXES, read_document
from qa_app.reading.tokens import TokenBudget

LOCK_NAME = "writer.lock"
# Enough passages for batches of like length, few enough that a crash costs under a second's work.
_HANDFUL = 32
# How long what is done may wait before questions can find it.
_PUBLISH_EVERY_S = 15.0


@dataclass(frozen=True, slots=True)
class Tools:
    """What an indexing run works with."""

    encoder: Encoder
    budget: TokenBudget
    analyzer: Analyzer
    max_file_bytes: int


@contextlib.contextmanager
def writer_lock(library: Path) -> Iterator[None]:
    """Hold the right to write the library, across processes; the system frees it if we die.

    Raises:
        LibraryBusy: another process holds it.
    """
    with translated_errors(library):
        library.mkdir(parents=True, exist_ok=True)
        lock = filelock.FileLock(library / LOCK_NAME, timeout=0)
        try:
            lock.acquire()
        except filelock.Timeout as error:
            raise LibraryBusy(
                f"The library at {library} is being updated by another program; "
                "wait for it to finish, or cancel it there."
            ) from error
    try:
        yield
    finally:
        lock.release()


def index_folder(
    library: Path, folder: Path, tools: Tools, on_progress: OnProgress, cancelled: Cancelled
) -> IndexReport:
    """Bring the library at `library` up to date with `folder`; it is made where there is none.

    Raises:
        FolderError: the folder is missing, or nothing in it can be read. Nothing is changed.
        LibraryError: the library is busy, damaged, full, or made with another encoder.
        EncoderError: the model cannot be loaded.
    """
    resolved = resolve_folder(folder)
    if resolved == library.resolve():
        raise FolderError(
            f"{resolved} is to hold the library itself; keep that elsewhere with --library DIR."
        )
    scan = scan_folder(resolved, max_bytes=tools.max_file_bytes, leave_out=library.resolve())
    if not scan.files:
        raise FolderError(_nothing_to_read(resolved, scan))
    with writer_lock(library), translated_errors(library):
        connection = _open_or_create(library, tools.encoder)
        try:
            run = _Run(library, connection, str(resolved), scan, tools, on_progress, cancelled)
            return run.report()
        finally:
            connection.close()


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
    made_with = read_meta(connection)["encoder"]
    if made_with != encoder.name:
        connection.close()
        raise LibraryMismatch(encoder_mismatch(library, made_with, encoder.name))
    return connection


def encoder_mismatch(library: Path, made_with: str, named: str) -> str:
    """The sentence for a library whose vectors are another encoder's."""
    return (
        f"The library at {library} was made with the encoder {made_with}, the settings name "
        f"{named}; set the model back, or index the folder into a new library with --library DIR."
    )


@dataclass(frozen=True, slots=True)
class _ReadFile:
    """A file that is read and cut, waiting to be encoded."""

    file: FoundFile
    identity: writer.Identity
    document: Document
    passages: tuple[Passage, ...]


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
    bytes_done: int = 0
    encoding_s: float = 0.0
    problems: list[FileProblem] = field(default_factory=list)


class _Run:
    """One indexing run, under the writer's lock."""

    def __init__(  # noqa: PLR0917 - made in one place, just above
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
        self._known = writer.known_files(connection, folder)
        self._todo = [file for file in scan.files if not self._is_unchanged(file)]
        self._bytes_to_do = sum(file.size_bytes for file in self._todo)
        n_unchanged = len(scan.files) - len(self._todo)
        self._tally = _Tally(n_files=n_unchanged, n_unchanged=n_unchanged)
        # Which documents the files added in this run hold.
        self._added_as: Counter[int] = Counter()
        self._waiting: list[_ReadFile] = []
        self._added: list[int] = []
        self._removed: list[int] = []
        self._began = self._published = time.monotonic()
        meta = read_meta(connection)
        self._library_id, self._dim = meta["library_id"], int(meta["dim"])
        # The generation up to which the changes in `_added` and `_removed` are published.
        self._covered = int(meta["generation"])
        with transaction(connection):
            self._folder_id = writer.ensure_folder(connection, folder)

    def report(self) -> IndexReport:
        """Do the work and say what was done."""
        was_cancelled = self._work_through()
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
            took_s=time.monotonic() - self._began,
            cancelled=was_cancelled,
            problems=(*self._scan.problems, *tally.problems),
        )

    def _is_unchanged(self, file: FoundFile) -> bool:
        known = self._known.get(file.path)
        return (
            known is not None
            and known.state is FileState.INDEXED
            and known.reading_version == READING_VERSION
            and (known.size_bytes, known.mtime_ns) == (file.size_bytes, file.mtime_ns)
        )

    def _work_through(self) -> bool:
        """Read, encode and keep each file; True if it was cancelled on the way."""
        for file in self._todo:
            if self._cancelled():
                self._waiting.clear()
                return True
            self._tell(file.path)
            self._take(file)
            n_waiting = sum(len(read.passages) for read in self._waiting)
            if n_waiting >= _HANDFUL and not self._keep_waiting():
                return True
            if time.monotonic() - self._published > _PUBLISH_EVERY_S:
                self._publish()
        return not self._keep_waiting()

    def _take(self, file: FoundFile) -> None:
        """Read a file and let it wait for the encoder, or settle it at once."""
        try:
            data = (Path(self._folder) / file.path).read_bytes()
            identity = writer.Identity(
                hashlib.sha256(data).hexdigest(), file.format, READING_VERSION
            )
            document_id = writer.find_document(self._connection, identity)
            if document_id is None:
                document = read_document(data, file.format)
                passages = cut_passages(document, self._tools.budget)
                self._waiting.append(_ReadFile(file, identity, document, passages))
                return
        except (ReadError, OSError) as error:
            self._note_failure(file, error)
            return
        with transaction(self._connection):
            self._link(file, document_id)
        self._count_done(file)

    def _note_failure(self, file: FoundFile, error: ReadError | OSError) -> None:
        reason = f"cannot be read: {error.strerror}" if isinstance(error, OSError) else str(error)
        known = self._known.get(file.path)
        if known is not None and known.document_id is not None:
            reason += "; what was read of it before is kept"
        problem = FileProblem(file.path, FileState.FAILED, reason)
        self._tally.problems.append(problem)
        with transaction(self._connection):
            writer.record_problem(self._connection, self._folder_id, problem)
        self._count_done(file)

    def _keep_waiting(self) -> bool:
        """Encode and keep what waits; False if it was cancelled before it was done."""
        texts = [text for read in self._waiting for text in _passage_texts(read)]
        vectors = self._encode(texts)
        if vectors is None:
            self._waiting.clear()
            return False
        for read in self._waiting:
            own, vectors = vectors[: len(read.passages)], vectors[len(read.passages) :]
            self._keep(read, own)
            self._count_done(read.file)
        self._waiting.clear()
        self._tell()
        return True

    def _encode(self, texts: list[PassageText]) -> list[PassageVectors] | None:
        vectors: list[PassageVectors] = []
        for at in range(0, len(texts), _HANDFUL * 2):
            if at and self._cancelled():
                return None
            began = time.monotonic()
            vectors += self._tools.encoder.encode_passages(texts[at : at + _HANDFUL * 2])
            self._tally.encoding_s += time.monotonic() - began
            self._tally.n_encoded += len(texts[at : at + _HANDFUL * 2])
            self._tell()
        return vectors

    def _keep(self, read: _ReadFile, vectors: list[PassageVectors]) -> None:
        text = read.document.text
        kept = [
            writer.EncodedPassage(
                passage, len(self._tools.analyzer.terms(passage.span.of(text))), own
            )
            for passage, own in zip(read.passages, vectors, strict=True)
        ]
        with transaction(self._connection):
            # Two files of the same content may have waited together.
            document_id = writer.find_document(self._connection, read.identity)
            if document_id is None:
                document_id, ids = writer.put_document(
                    self._connection, read.identity, read.document, kept
                )
                self._added += ids
            self._link(read.file, document_id)

    def _link(self, file: FoundFile, document_id: int) -> None:
        writer.link_file(self._connection, self._folder_id, file, document_id)
        known = self._known.get(file.path)
        if known is None or known.document_id is None:
            self._tally.n_added += 1
            self._added_as[document_id] += 1
        elif known.document_id != document_id:
            self._tally.n_changed += 1
        else:
            self._tally.n_unchanged += 1

    def _finish(self, *, was_cancelled: bool) -> None:
        """Forget what is gone. A cancelled run forgets nothing: it has not seen everything."""
        with transaction(self._connection):
            for problem in self._scan.problems:
                writer.record_problem(self._connection, self._folder_id, problem)
            if not was_cancelled:
                self._forget_missing()
                self._removed += writer.drop_orphans(self._connection)

    def _forget_missing(self) -> None:
        seen = {file.path for file in self._scan.files} | {p.path for p in self._scan.problems}
        gone = [
            known
            for path, known in self._known.items()
            if path not in seen and not self._scan.hides(path)
        ]
        writer.forget_files(self._connection, [known.id for known in gone])
        held = Counter(known.document_id for known in gone if known.document_id is not None)
        moved = (held & self._added_as).total()
        self._tally.n_moved += moved
        self._tally.n_added -= moved
        self._tally.n_removed += held.total() - moved

    def _publish(self) -> None:
        """Let questions find what is done."""
        self._published = time.monotonic()
        current = derived.open_derived(self._library, self._dim)
        before = derived.Stamp(self._library_id, self._covered, 0)
        if current is None or not current.stamp.shows_same(before):
            current = derived.rebuild(
                self._library, self._connection, library_id=self._library_id, dim=self._dim
            )
        else:
            current = derived.update(
                self._library,
                self._connection,
                current,
                added=self._added,
                removed=self._removed,
                dim=self._dim,
            )
        self._covered = current.stamp.generation
        self._added, self._removed = [], []

    def _count_done(self, file: FoundFile) -> None:
        self._tally.n_files += 1
        self._tally.bytes_done += file.size_bytes

    def _tell(self, path: str = "") -> None:
        tally = self._tally
        elapsed = time.monotonic() - self._began
        left_s = None
        if tally.bytes_done:
            left_s = elapsed / tally.bytes_done * (self._bytes_to_do - tally.bytes_done)
        self._on_progress(
            Progress(
                n_files_done=tally.n_files,
                n_files=len(self._scan.files),
                n_passages=tally.n_encoded,
                rate=tally.n_encoded / tally.encoding_s if tally.encoding_s else 0.0,
                left_s=left_s,
                path=path,
            )
        )


def _passage_texts(read: _ReadFile) -> Iterator[PassageText]:
    title = read.document.metadata.title
    for passage in read.passages:
        context = "\n".join(part for part in (title, passage.context) if part)
        sentences = tuple(span.shifted(-passage.span.start) for span in passage.sentences)
        yield PassageText(context, passage.span.of(read.document.text), sentences)
