"""What the engine does to keep a library true: index, watch, forget, repair, calibrate.

It is imported when the first of it is wanted: the first answer is not to wait for it.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from qa_app.answering.background import MIN_DOCUMENTS, background_of
from qa_app.answering.weights import weights
from qa_app.encoding.protocol import Encoder
from qa_app.errors import EncoderError, FolderError, LibraryError
from qa_app.findings import Diagnosis
from qa_app.garbage import look_seldom
from qa_app.library.analyzer import Analyzer
from qa_app.library.brought_back import brought_back, keep_brought_back
from qa_app.library.calibration import is_due, keep_background
from qa_app.library.corrector import Corrector
from qa_app.library.doctor import Doctor
from qa_app.library.folder import resolve_folder
from qa_app.library.indexer import forget_folder, index_folder
from qa_app.library.indexing_run import Tools
from qa_app.library.library import Library
from qa_app.library.neighbours import neighbours_of, note_library
from qa_app.library.reports import joined
from qa_app.library.restoring import Means, hide_furniture, restore_furniture, restore_words
from qa_app.library.watching import OnChange, Watching, changes_in
from qa_app.model import (
    Cancelled,
    FileProblem,
    FileState,
    IndexReport,
    OnProgress,
    OnStep,
    Span,
)
from qa_app.places import libraries_file
from qa_app.reading.file_reader import FileReader
from qa_app.reading.limits import limits_of
from qa_app.reading.tokens import load_token_budget
from qa_app.settings import Settings


class Upkeep(Struct, frozen=True):
    """See `Engine`, whose methods of the same names say what each does."""

    settings: Settings
    encoder: Callable[[], Encoder]
    make_reader: Callable[[], FileReader]
    corrector: Corrector

    def index(
        self, library: Path, folder: Path, on_progress: OnProgress, cancelled: Cancelled
    ) -> IndexReport:
        """See `Engine.index`."""
        with self._tools(library) as tools:
            report = index_folder(library, folder, tools, on_progress, cancelled)
        self._follow(library)
        if not report.cancelled:
            self._calibrate(library)
        return report

    def update(self, library: Path, on_progress: OnProgress, cancelled: Cancelled) -> IndexReport:
        """See `Engine.update`."""
        with closing(Library(library)) as opened:
            folders = opened.folders()
        if not folders:
            raise LibraryError(f"The library at {library} has no folder yet; index one into it.")
        reports: list[IndexReport] = []
        failures: list[tuple[str, FolderError]] = []
        with self._tools(library) as tools:
            for folder in map(Path, folders):
                try:
                    reports.append(index_folder(library, folder, tools, on_progress, cancelled))
                except FolderError as error:
                    failures.append((str(folder), error))
        self._follow(library)
        if reports and not any(report.cancelled for report in reports):
            self._calibrate(library)
        if not reports:
            raise failures[0][1]
        gone = (FileProblem(folder, FileState.FAILED, str(error)) for folder, error in failures)
        whole = joined(reports)
        return replace(whole, problems=(*whole.problems, *gone))

    def watching(self, on_change: OnChange) -> Watching:
        """See `Engine.watching`."""
        return Watching(on_change, is_on=self.settings.watch)

    def changes(self, library: Path, folder: Path, cancelled: Cancelled) -> Iterator[Path]:
        """See `Engine.changes`."""
        return changes_in(resolve_folder(folder), leave_out=library.resolve(), cancelled=cancelled)

    def forget(self, library: Path, folder: Path) -> int:
        """See `Engine.forget`."""
        with closing(Library(library)) as opened:
            dim = opened.dim
        # A folder that is gone can be forgotten too, so its path is only made whole.
        return forget_folder(library, folder.expanduser().absolute(), dim)

    def doctor(
        self,
        library: Path,
        *,
        repair: bool,
        on_progress: OnProgress,
        cancelled: Cancelled,
        on_step: OnStep,
    ) -> Diagnosis:
        """See `Engine.doctor`."""
        with ExitStack() as stack:
            doctor = Doctor(
                library,
                lambda: stack.enter_context(self._tools(library)),
                on_progress,
                cancelled,
                on_step,
            )
            if not repair:
                return doctor.check()
            found = doctor.repair()
        if found.is_well and not found.cancelled:
            self._follow(library)
            self._calibrate(library)
        return found

    def restore_furniture(self, library: Path, document_id: int, span: Span | None) -> int:
        """See `Engine.restore_furniture`."""
        restored = restore_furniture(library, document_id, span, self._means)
        with closing(Library(library)) as opened:
            keep_brought_back(opened, document_id, restored.words, is_back=True)
        return restored.n_passages

    def hide_furniture(self, library: Path, document_id: int, span: Span | None) -> int:
        """See `Engine.hide_furniture`."""
        hidden = hide_furniture(library, document_id, span)
        with closing(Library(library)) as opened:
            keep_brought_back(opened, document_id, hidden.words, is_back=False)
        return hidden.n_passages

    @contextmanager
    def _tools(self, library: Path) -> Iterator[Tools]:
        """What a run works with; what reads files for it ends with it."""
        look_seldom()
        listed, limits = libraries_file(), limits_of(self.settings)
        others = tuple(neighbours_of(listed, library))
        with closing(self.make_reader()) as reader:
            yield Tools(self.encoder(), Analyzer(), reader, limits, neighbours=others)
        note_library(listed, library)

    @property
    def _means(self) -> Means:
        return Means(self.encoder(), load_token_budget(self.settings.cache_dir), Analyzer())

    def _follow(self, library: Path) -> None:
        """Let corrections follow their documents; what is not noted now is the next time.

        What furniture was brought back comes back where a document was read anew.
        """
        with suppress(LibraryError, EncoderError), closing(Library(library)) as opened:
            self.corrector.follow(opened)
            for document_id, words in brought_back(opened):
                restore_words(library, document_id, words, self._means)

    def _calibrate(self, library: Path) -> None:
        """Measure what a near miss looks like in this library, where that may have changed."""
        measured_with = _fingerprint()
        # The run before it is done and its report must not be lost. What is not kept stays due, so
        # the next run that ends uncancelled measures it.
        with suppress(LibraryError), closing(Library(library)) as opened:
            opened.refresh()
            if is_due(opened, measured_with=measured_with, min_documents=MIN_DOCUMENTS):
                keep_background(opened, background_of(opened), measured_with=measured_with)


def _fingerprint() -> str:
    """Names the weights that a measured background depends on."""
    return hashlib.sha256(msgspec.json.encode(weights())).hexdigest()[:16]
