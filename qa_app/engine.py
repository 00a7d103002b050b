"""The one door both faces go through: open, index, ask, export, verify.

Synchronous, and without a window.
"""

import gc
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing, suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from msgspec.structs import replace

from qa_app.answering.answerer import answer, keyword_hits
from qa_app.answering.rehearsal import rehearse
from qa_app.encoding.model_encoder import ModelEncoder
from qa_app.encoding.protocol import Encoder
from qa_app.encoding.weights import choose_model
from qa_app.errors import LibraryError, LibraryMissing, NotebookError
from qa_app.findings import Diagnosis
from qa_app.garbage import look_seldom
from qa_app.library.corrector import Corrector
from qa_app.library.library import Library
from qa_app.library.notebook import Notebook, now
from qa_app.model import (
    Answer,
    Cancelled,
    DocumentEntry,
    Hit,
    IndexReport,
    LibraryStatus,
    Metadata,
    OnProgress,
    OnStep,
    Snippet,
    SnippetState,
    SourceText,
    Span,
    ignore_progress,
    ignore_step,
    never_cancelled,
)
from qa_app.reading.limits import limits_of
from qa_app.settings import Settings

# What indexing, exporting and verifying import takes a while, and no question is to wait for it.
if TYPE_CHECKING:
    from qa_app.citing.export.content import Section
    from qa_app.citing.export.order import ExportOrder
    from qa_app.citing.export.writing import ExportReport
    from qa_app.library.watching import OnChange, Watching
    from qa_app.reading.file_reader import FileReader
    from qa_app.upkeep import Upkeep
    from qa_app.verdicts import VerifyReport


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
        reader: "Callable[[], FileReader] | None" = None,
    ) -> None:
        """Make the engine.

        Args:
            settings: what the person chose.
            encoder: makes the encoder, in place of the one the settings name.
            today: what “last week” in a question counts from.
            reader: makes what reads files, in place of a process of its own.
        """
        self._settings = settings
        self._today = today
        self._make_encoder = encoder or self._from_settings
        self._limits = limits_of(settings)
        self._make_reader = reader or self._process_reader
        # Two threads must not load the model twice.
        self._lock = Lock()
        self._encoder: Encoder | None = None
        self._corrector = Corrector()

    def _from_settings(self) -> Encoder:
        return ModelEncoder(choose_model(self._settings), self._settings.cache_dir)

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
    def model_notice(self) -> str:
        """A sentence where the model is read the slow way, and why; empty where all is well.

        Raises:
            EncoderError: as for `encoder`.
        """
        encoder = self.encoder
        return encoder.notice if isinstance(encoder, ModelEncoder) else ""

    def _process_reader(self) -> "FileReader":
        from qa_app.reading.worker.process_reader import ProcessReader  # noqa: PLC0415 - see the imports

        return ProcessReader(self._limits, self._settings.cache_dir)

    @cached_property
    def _upkeep(self) -> "Upkeep":
        from qa_app.upkeep import Upkeep  # noqa: PLC0415 - see the imports

        return Upkeep(self._settings, lambda: self.encoder, self._make_reader, self._corrector)

    def warm_up(self) -> None:
        """Load the model, so that the next question need not wait for it.

        Raises:
            EncoderError: it cannot be loaded.
        """
        self.encoder.load()
        self.encoder.encode_question("warm up")
        # What is loaded by now stays: to look through it for garbage takes tens of milliseconds,
        # every so many questions.
        gc.freeze()
        look_seldom()

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
        return self._upkeep.index(library, folder, on_progress, cancelled)

    def restore_furniture(self, library: Path, document_id: int, span: Span | None = None) -> int:
        """Search the furniture of a document that touches `span`, or all of it, from here on.

        Only what was never encoded is encoded. It is kept in the notebook, and holds when the
        document is indexed again.

        Returns:
            How many passages are searched that were not before.

        Raises:
            LibraryError: the library is busy, or has the document no more; the notebook cannot be
                written.
        """
        return self._upkeep.restore_furniture(library, document_id, span)

    def hide_furniture(self, library: Path, document_id: int, span: Span | None = None) -> int:
        """Undo `restore_furniture`; how many passages are no longer searched.

        Raises:
            LibraryError: as for `restore_furniture`.
        """
        return self._upkeep.hide_furniture(library, document_id, span)

    def update(
        self,
        library: Path,
        on_progress: OnProgress = ignore_progress,
        cancelled: Cancelled = never_cancelled,
    ) -> IndexReport:
        """Bring the library up to date with every folder it has.

        A folder that is gone or empty keeps what the library holds of it, and is among the report's
        problems.

        Raises:
            FolderError: no folder can be read.
            LibraryError: as for `index`.
        """
        return self._upkeep.update(library, on_progress, cancelled)

    def watching(self, on_change: "OnChange") -> "Watching":
        """A watch over folders, of none yet; where the settings say so it never watches any."""
        return self._upkeep.watching(on_change)

    def changes(self, library: Path, folder: Path, cancelled: Cancelled) -> Iterator[Path]:
        """The folder, each time that something in it has changed, until it is cancelled.

        Raises:
            FolderError: it is not there.
        """
        return self._upkeep.changes(library, folder, cancelled)

    def merge(self, library: Path, cancelled: Cancelled) -> bool:
        """Put a library in order while nobody asks; see `merge_changes`."""
        from qa_app.library.merging import merge_changes  # noqa: PLC0415 - see the imports

        return merge_changes(library, cancelled)

    def forget(self, library: Path, folder: Path) -> int:
        """Take a folder out of the library; how many files were forgotten.

        Raises:
            FolderError: the library does not have it.
            LibraryError: as for `index`.
        """
        return self._upkeep.forget(library, folder)

    def doctor(
        self,
        library: Path,
        *,
        repair: bool = False,
        on_progress: OnProgress = ignore_progress,
        cancelled: Cancelled = never_cancelled,
        on_step: OnStep = ignore_step,
    ) -> Diagnosis:
        """Check a library, and with `repair` mend it; see `Doctor`.

        Raises:
            LibraryError: there is none, or another program is writing what is to be mended.
        """
        return self._upkeep.doctor(
            library, repair=repair, on_progress=on_progress, cancelled=cancelled, on_step=on_step
        )

    def exclude(self, library: Path, patterns: Iterable[str]) -> LibraryStatus:
        """Leave out of a library what `patterns` match; see `indexer.exclude`."""
        from qa_app.library.indexer import exclude  # noqa: PLC0415 - see the imports

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

        It says how many files were not searched; see `file_list.n_unsearched`. Sources are named
        as they were corrected.
        """
        n_hits = self._settings.n_hits
        found = answer(library, self.encoder, question, n_hits, dropped, today=self._today())
        shown = self._corrector.answer(library, found)
        return replace(shown, n_unsearched=library.n_unsearched)

    def rehearse(self, library: Library) -> Iterator[None]:
        """Get ready for a first question while nobody asks, step by step; see `rehearse`.

        Raises:
            LibraryError: the library cannot be asked.
        """
        return rehearse(library, self.encoder)

    def peek(self, library: Library, typed: str) -> tuple[Hit, ...]:
        """Keyword hits for an unfinished question; see `keyword_hits`. Needs no model."""
        hits = keyword_hits(library, typed, self._settings.n_hits, today=self._today())
        return self._corrector.hits(library, hits)

    def source_text(self, library: Library, document_id: int) -> SourceText:
        """A whole document.

        Raises:
            LibraryError: the library has it no more.
        """
        found = library.source_text(document_id)
        if found is None:
            raise LibraryError("That document is no longer in the library; ask again.")
        return self._corrector.source_text(library, found)

    def entries(self, library: Library) -> tuple[DocumentEntry, ...]:
        """Every file of the library's folders; see `file_list.entries`."""
        return self._corrector.entries(library, library.entries())

    def metadata(self, library: Library, document_id: int) -> tuple[Metadata, Metadata]:
        """What is shown of a document, and what it says of itself.

        Raises:
            LibraryError: the library has it no more.
        """
        return self._corrector.known(library, document_id)

    def correct(self, library: Library, document_id: int, wanted: Metadata | None) -> None:
        """Show `wanted` of a document from here on; None gives it its own words back.

        Questions are still narrowed by what the documents say of themselves.

        Raises:
            LibraryError: the library has it no more, or the notebook cannot be written.
        """
        self._corrector.correct(library, document_id, wanted)

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
        return self._corrector.snippets(library(), found)

    def export(
        self,
        library: Path,
        file: Path,
        order: "ExportOrder",
        on_step: Callable[[int, int], None] = lambda _n_done, _n: None,
        cancelled: Cancelled = never_cancelled,
    ) -> "ExportReport":
        """Write what an order asks for to a file; see `write_export`.

        Raises:
            ExportError: there is nothing to export, or the file cannot be written.
            StyleError: there is no such citation style, or it cannot be used.
            LibraryError, QuestionError: as for `snippets` and `ask`.
        """
        from qa_app.citing.export.content import ExportCancelled  # noqa: PLC0415 - see the imports
        from qa_app.citing.export.order import export_of  # noqa: PLC0415
        from qa_app.citing.export.registry import format_for  # noqa: PLC0415
        from qa_app.citing.export.writing import (  # noqa: PLC0415
            ExportReport,
            check_free,
            write_export,
        )

        chosen = format_for(file, order.format)
        check_free(file, force=order.force)
        made_at = now()
        try:
            sections = self._sections(library, order, made_at, cancelled)
        except ExportCancelled:
            return ExportReport(str(file), chosen.name, 0, cancelled=True)
        export = export_of(sections, order, made_at)
        export = replace(export, on_step=on_step, cancelled=cancelled)
        return write_export(export, file, chosen, force=order.force)

    def _sections(
        self, library: Path, order: "ExportOrder", made_at: str, cancelled: Cancelled
    ) -> tuple["Section", ...]:
        from qa_app.citing.export.order import sections_of  # noqa: PLC0415

        notebook = Notebook(library)
        with closing(self.open(library)) as opened:
            return sections_of(
                order,
                made_at,
                opened,
                snippets=lambda: self.snippets(notebook, lambda: opened),
                saved=lambda: [asked for asked in notebook.questions() if asked.saved],
                ask=lambda question, dropped: self.ask(opened, question, dropped),
                cancelled=cancelled,
            )

    def verify(
        self,
        file: Path,
        library: Path | None = None,
        on_step: Callable[[int, int], None] = lambda _n_done, _n: None,
        cancelled: Cancelled = never_cancelled,
    ) -> "VerifyReport":
        """Look the quotes of an export up in their sources again; see `verify.verify`.

        Files that have moved are found where the library knows them.

        Raises:
            ExportError: the file cannot be read, or is no export that can be checked.
        """
        from qa_app.citing.verify import verify  # noqa: PLC0415 - see the imports
        from qa_app.citing.verify_sources import Sources, places_in  # noqa: PLC0415

        with places_in(library) as whereabouts, closing(self._make_reader()) as reader:
            sources = Sources(reader, self._limits, whereabouts, cancelled)
            return verify(file, sources, on_step, cancelled)

    def change_snippets(
        self,
        notebook: Notebook,
        library: Callable[[], Library],
        put: Iterable[Snippet],
        remove: Iterable[str] = (),
    ) -> None:
        """Write snippets as `snippets` listed them, but for corrections: those are kept apart.

        Raises:
            NotebookError: the notebook cannot be read or written.
        """
        put = tuple(put)
        with suppress(LibraryError):
            put = self._corrector.as_kept(library(), put)
        notebook.change(put, remove)
