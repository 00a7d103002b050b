"""The one door both faces go through: open, index, ask. Synchronous, and without a window."""

import hashlib
from collections.abc import Callable, Collection, Iterable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Lock

import msgspec

from qa_app.answering.answerer import answer, keyword_hits
from qa_app.answering.background import MIN_DOCUMENTS, background_of
from qa_app.answering.weights import weights
from qa_app.encoding.protocol import Encoder
from qa_app.encoding.sentence_transformer import SentenceTransformerEncoder
from qa_app.encoding.weights import choose_model
from qa_app.errors import FolderError, LibraryError, LibraryMissing, NotebookError
from qa_app.library.analyzer import Analyzer
from qa_app.library.calibration import is_due, keep_background
from qa_app.library.indexer import exclude, forget_folder, index_folder
from qa_app.library.indexing_run import Tools
from qa_app.library.library import Library
from qa_app.library.notebook import Notebook
from qa_app.model import (
    Answer,
    Cancelled,
    Hit,
    IndexReport,
    LibraryStatus,
    OnProgress,
    Snippet,
    SnippetState,
    SourceText,
    ignore_progress,
    never_cancelled,
)
from qa_app.reading.tokens import load_token_budget
from qa_app.settings import Settings


class Engine:
    """Indexes folders into libraries and answers from them.

    The engine itself may be shared between threads; a `Library` belongs to the thread that opened
    it. The model is loaded when it is first needed.
    """

    def __init__(
        self,
        settings: Settings,
        encoder: Callable[[], Encoder] | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        """Make the engine.

        Args:
            settings: what the person chose.
            encoder: makes the encoder, in place of the one the settings name.
            today: what “last week” in a question counts from.
        """
        self._settings = settings
        self._today = today
        self._make_encoder = encoder or self._from_settings
        # Two threads must not load the model twice.
        self._lock = Lock()
        self._encoder: Encoder | None = None

    def _from_settings(self) -> Encoder:
        return SentenceTransformerEncoder(choose_model(self._settings))

    @property
    def encoder(self) -> Encoder:
        """The encoder; making it loads nothing yet.

        Raises:
            EncoderError: the settings name a model that is not there.
        """
        with self._lock:
            if self._encoder is None:
                self._encoder = self._make_encoder()
            return self._encoder

    @property
    def _tools(self) -> Tools:
        return Tools(
            encoder=self.encoder,
            budget=load_token_budget(self._settings.cache_dir),
            analyzer=Analyzer(),
            max_file_bytes=self._settings.max_file_mb * 1_000_000,
        )

    def warm_up(self) -> None:
        """Load the model, so that the next question need not wait for it.

        Raises:
            EncoderError: it cannot be loaded.
        """
        self.encoder.load()
        self.encoder.encode_question("warm up")

    def open(self, library: Path) -> Library:
        """The library at `library`, for the calling thread.

        Raises:
            LibraryError: it is missing, damaged, or of another schema version.
        """
        return Library(library)

    def index(
        self,
        library: Path,
        folder: Path,
        on_progress: OnProgress = ignore_progress,
        cancelled: Cancelled = never_cancelled,
    ) -> IndexReport:
        """Bring the library up to date with a folder; see `index_folder`."""
        report = index_folder(library, folder, self._tools, on_progress, cancelled)
        if not report.cancelled:
            self._calibrate(library)
        return report

    def _calibrate(self, library: Path) -> None:
        """Measure what a near miss looks like in this library, where that may have changed."""
        measured_with = _fingerprint()
        # The run before it is done and its report must not be lost. What is not kept stays due, so
        # the next run that ends uncancelled measures it.
        with suppress(LibraryError), closing(self.open(library)) as opened:
            opened.refresh()
            if is_due(opened, measured_with=measured_with, min_documents=MIN_DOCUMENTS):
                keep_background(opened, background_of(opened), measured_with=measured_with)

    def update(
        self,
        library: Path,
        on_progress: OnProgress = ignore_progress,
        cancelled: Cancelled = never_cancelled,
    ) -> IndexReport:
        """Bring the library up to date with every folder it has.

        Raises:
            FolderError: a folder is gone or empty; what the library holds of it is kept.
            LibraryError: as for `index`.
        """
        opened = self.open(library)
        folders = opened.folders()
        opened.close()
        if not folders:
            raise LibraryError(f"The library at {library} has no folder yet; index one into it.")
        tools = self._tools
        reports: list[IndexReport] = []
        failures: list[FolderError] = []
        for folder in folders:
            try:
                reports.append(index_folder(library, Path(folder), tools, on_progress, cancelled))
            except FolderError as error:
                failures.append(error)
        if reports and not any(report.cancelled for report in reports):
            self._calibrate(library)
        if failures:
            raise failures[0]
        return _joined(reports)

    def forget(self, library: Path, folder: Path) -> int:
        """Take a folder out of the library; how many files were forgotten.

        Raises:
            FolderError: the library does not have it.
            LibraryError: as for `index`.
        """
        opened = self.open(library)
        dim = opened.dim
        opened.close()
        # A folder that is gone can be forgotten too, so its path is only made whole.
        return forget_folder(library, folder.expanduser().absolute(), dim)

    def exclude(self, library: Path, patterns: Iterable[str]) -> LibraryStatus:
        """Leave out of a library what `patterns` match; see `indexer.exclude`."""
        exclude(library, patterns)
        return self.status(library)

    def status(self, library: Path) -> LibraryStatus:
        """What the library holds.

        Raises:
            LibraryError: it is missing, damaged, or of another schema version.
        """
        opened = self.open(library)
        try:
            return opened.status()
        finally:
            opened.close()

    def ask(self, library: Library, question: str, dropped: Collection[str] = ()) -> Answer:
        """What the library's documents say to `question`; see `answer`.

        It says how many files were not searched; see `file_list.n_unsearched`.
        """
        n_hits = self._settings.n_hits
        found = answer(library, self.encoder, question, n_hits, dropped, today=self._today())
        return replace(found, n_unsearched=library.n_unsearched)

    def peek(self, library: Library, typed: str) -> tuple[Hit, ...]:
        """Keyword hits for an unfinished question; see `keyword_hits`. Needs no model."""
        return keyword_hits(library, typed, self._settings.n_hits, today=self._today())

    def source_text(self, library: Library, document_id: int) -> SourceText:
        """A whole document.

        Raises:
            LibraryError: the library has it no more.
        """
        found = library.source_text(document_id)
        if found is None:
            raise LibraryError("That document is no longer in the library; ask again.")
        return found

    def snippets(self, notebook: Notebook, library: Callable[[], Library]) -> tuple[Snippet, ...]:
        """The snippets of a notebook, as they stand in its library; see `snippets.look_up`.

        Where there is no library any more, all are missing; where it cannot be read, each is as it
        was when it was last looked up.

        Raises:
            NotebookError: the notebook cannot be read.
        """
        kept = notebook.snippets()
        if not kept:
            return ()
        try:
            found = library().look_up(kept)
        except LibraryMissing:
            return tuple(replace(snippet, state=SnippetState.MISSING) for snippet in kept)
        except LibraryError:
            return kept
        moved = [(was, now) for was, now in zip(kept, found, strict=True) if was != now]
        # They are found again the next time.
        with suppress(NotebookError):
            if moved:
                notebook.note_found(moved)
        return found


def _fingerprint() -> str:
    """Names the weights that a measured background depends on."""
    return hashlib.sha256(msgspec.json.encode(weights().refusal)).hexdigest()[:16]


def _joined(reports: list[IndexReport]) -> IndexReport:
    whole = reports[0]
    for report in reports[1:]:
        whole = replace(
            whole,
            n_added=whole.n_added + report.n_added,
            n_changed=whole.n_changed + report.n_changed,
            n_removed=whole.n_removed + report.n_removed,
            n_moved=whole.n_moved + report.n_moved,
            n_unchanged=whole.n_unchanged + report.n_unchanged,
            n_encoded=whole.n_encoded + report.n_encoded,
            n_examined=whole.n_examined + report.n_examined,
            took_s=whole.took_s + report.took_s,
            cancelled=whole.cancelled or report.cancelled,
            problems=whole.problems + report.problems,
        )
    return whole
