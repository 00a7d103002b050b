"""What an indexing run keeps of files, and forgets: every function is a transaction of its own."""

import sqlite3
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct, field

from qa_app.encoding.protocol import PassageVectors
from qa_app.library import examining, writer
from qa_app.library.analyzer import Analyzer
from qa_app.library.database import advance_generation, transaction
from qa_app.library.folder import FoundFile, Scan
from qa_app.library.in_hand import InHand
from qa_app.library.intake import Failure, ReadFile
from qa_app.library.known_files import KnownFiles, documents_of
from qa_app.library.repetition import settle
from qa_app.model import FileProblem, FileState


class Kept(Struct):
    """What was done to a folder's files. `unexamined` are of any folder, with their whole path."""

    n_unchanged: int = 0
    n_added: int = 0
    n_changed: int = 0
    n_removed: int = 0
    n_moved: int = 0
    problems: list[FileProblem] = field(default_factory=list)
    unexamined: list[FileProblem] = field(default_factory=list)


class Keeping:
    """Writes what a run has of a folder, and notes which passages came and went."""

    def __init__(  # noqa: PLR0917 - made in one place
        self,
        connection: sqlite3.Connection,
        folder_id: int,
        known: KnownFiles,
        analyzer: Analyzer,
        kept: Kept,
        reading_version: int,
        in_hand: InHand,
    ) -> None:
        self.kept = kept
        self.added: list[int] = []
        self.removed: list[int] = []
        self._connection = connection
        self._folder_id = folder_id
        self._known = known
        self._analyzer = analyzer
        self._reading_version = reading_version
        self._in_hand = in_hand
        # Which documents the files added, and those forgotten in this run hold.
        self._added_as: Counter[int] = Counter()
        self._forgotten: Counter[int] = Counter()

    def note_what_was_seen(self, todo: Iterable[FoundFile], scan: Scan) -> None:
        """What waits is listed from the start: a run that is cut off leaves a true list behind."""
        with transaction(self._connection):
            writer.record_pending(self._connection, self._folder_id, todo)
            for problem in scan.problems:
                size_bytes = scan.problem_bytes.get(problem.path, 0)
                writer.record_problem(self._connection, self._folder_id, problem, size_bytes)

    def examine_anew(self, document_id: int) -> None:
        """Examine a document that an earlier program has kept."""
        with transaction(self._connection):
            self._examine(document_id)

    def keep_failure(self, failure: Failure) -> None:
        """Note a file that gave no document."""
        file, reason = failure.file, failure.reason
        known = self._known.get(file.path)
        if known is not None and known.document_id is not None:
            reason += "; what was read of it before is kept"
        problem = FileProblem(file.path, failure.state, reason)
        self.kept.problems.append(problem)
        read_with = self._reading_version if failure.is_final else 0
        with transaction(self._connection):
            writer.record_failure(
                self._connection, self._folder_id, file, problem, read_with=read_with
            )

    def keep(self, read: ReadFile, vectors: Iterable[PassageVectors]) -> None:
        """Keep a file, with its document where the library has not got it yet."""
        with transaction(self._connection):
            # First, so that there is room where it was.
            self._in_hand.release(read.key)
            if read.identity is not None:
                # Two files of the same content may have waited together.
                document_id = writer.find_document(self._connection, read.identity)
                new: examining.Kept | None = None
                if document_id is None:
                    document_id, new = self._put(read, read.identity, vectors)
                self._link(read.file, document_id, read.reason)
                if new is not None:
                    self._examine(document_id, new)
            else:
                self._link(read.file, None, read.reason)
            if read.members is not None:
                self._forget(self._known.vanished_from(read.file.path, read.member_paths))

    def finish(self, scan: Scan) -> None:
        """Forget what is gone, once all of the folder was seen."""
        with transaction(self._connection):
            if self._in_hand.release_all():
                writer.drop_set_aside(self._connection)
            self._forget(self._known.gone_from(scan))
            self.removed += writer.drop_orphans(self._connection)
            settled = settle(self._connection)
            self.removed += settled.hidden
            self.added += settled.shown
            if self.removed or settled.shown:
                advance_generation(self._connection)
        moved = (self._forgotten & self._added_as).total()
        self.kept.n_moved += moved
        self.kept.n_added -= moved
        self.kept.n_removed += self._forgotten.total() - moved

    def _examine(self, document_id: int, new: examining.Kept | None = None) -> None:
        """Examine a document, a `new` one or not; what fails is said of the files it is in."""
        failure = examining.examine(self._connection, document_id, new)
        reason = ""
        if failure is not None:
            reason = (
                f"its statements could not be read, which is a bug of ours: {failure!r}; "
                "it is searched all the same"
            )
        if reason or new is None:
            noted = writer.remark_on_document(self._connection, document_id, reason)
            self.kept.unexamined += noted if reason else []

    def _put(
        self, read: ReadFile, identity: writer.Identity, vectors: Iterable[PassageVectors]
    ) -> tuple[int, examining.Kept]:
        if read.document is None:
            raise ValueError(f"{read.file.path} has no document to keep")
        text = read.document.text
        passages = (
            writer.EncodedPassage(passage, self._analyzer.n_terms(passage.span.of(text)), own)
            for passage, own in zip(read.passages, vectors, strict=True)
        )
        document_id, ids = writer.put_document(self._connection, identity, read.document, passages)
        self.added += ids
        advance_generation(self._connection)
        return document_id, examining.Kept(text, dict(zip(ids, read.passages, strict=True)))

    def _link(self, file: FoundFile, document_id: int | None, remark: str = "") -> None:
        """Note what a file holds, and what was left out of it."""
        left_out = "" if document_id is None else writer.left_out_of(self._connection, document_id)
        reason = "; ".join(filter(None, (left_out, remark)))
        if reason:
            self.kept.problems.append(FileProblem(file.path, FileState.INDEXED, reason))
        writer.link_file(
            self._connection,
            self._folder_id,
            file,
            document_id,
            reason=reason,
            read_with=self._reading_version,
        )
        known = self._known.get(file.path)
        if document_id is None:
            return
        if known is None or known.document_id is None:
            self.kept.n_added += 1
            self._added_as[document_id] += 1
        elif known.document_id != document_id:
            self.kept.n_changed += 1
        else:
            self.kept.n_unchanged += 1

    def _forget(self, gone: list[writer.KnownFile]) -> None:
        writer.forget_files(self._connection, [known.id for known in gone])
        self._forgotten += documents_of(gone)
