"""Keeps the open library true to its folder, and says how far that is."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from qa_app.gui.corpus import Corpus
from qa_app.gui.key_names import KeyNames
from qa_app.gui.tasks import EngineClient
from qa_app.gui.views.status_line import StatusLine
from qa_app.gui.views.welcome import Welcome
from qa_app.gui.wording import SEPARATOR, folder_names, holdings
from qa_app.messages import FolderChanged, Indexed, LibraryChanged, LibraryOpened
from qa_app.model import FileProblem, IndexReport, LibraryStatus, Progress

SAMPLE_QUESTIONS = (
    "what did Abu Qasra say?",
    "Why is Israel wary of Syria's new leadership?",
    "How did Russia help with Syria's cash shortage?",
)


class Indexing(QObject):
    """Opens libraries and runs the indexer in them.

    `contents_changed` follows when what is on screen may be out of date; `running_changed` when a
    run begins or ends, `run_begun` with each that was asked for; `corpus_named` when it is known
    what the documents are called. What changes in a folder is read by itself, but not after the
    person has cancelled a run.
    """

    contents_changed = Signal()
    running_changed = Signal(bool)
    run_begun = Signal()
    corpus_named = Signal(str)

    def __init__(
        self, client: EngineClient, status_line: StatusLine, welcome: Welcome, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.problems: tuple[FileProblem, ...] = ()
        self.is_running = False
        self._client = client
        self._line = status_line
        self._welcome = welcome
        self._is_sample = False
        self._library = self._folder = ""
        self._is_fresh = False
        # The folders of the runs under way, and of those that ended with the engine.
        self._runs: list[str] = []
        self._unfinished: list[str] = []
        self._n_stale_runs = 0
        self._has_gone_on = False
        # Folders in which something changed while a run was under way.
        self._changed: list[str] = []
        self._is_held = False
        self._freshness = ""
        self.status: LibraryStatus | None = None
        client.library_opened.connect(self._on_library_opened)
        client.index_progressed.connect(self._on_index_progressed)
        client.indexed.connect(self._on_indexed)
        client.library_changed.connect(self._on_library_changed)
        client.folder_changed.connect(self._on_folder_changed)

    def open(self, library: str, folder: str, *, is_sample: bool = False) -> None:
        """Open a library and bring it up to date: with `folder`, else with the folders it has."""
        self.cancel()
        # Runs under way in the library before will still report, and say nothing of this one.
        self._n_stale_runs += len(self._runs)
        self._runs, self._unfinished, self._has_gone_on = [], [], False
        self._changed, self._is_held = [], False
        self._freshness = self.tr("not checked yet")
        self._set_running(running=False)
        self._library, self._folder = library, folder
        self._is_sample, self._is_fresh = is_sample, True
        self.status = None
        self._line.show_problems(())
        self._line.show_state(self.tr("Opening the library…"))
        self._welcome.wait()
        self._client.open_library(library)

    @property
    def opened(self) -> Corpus:
        """What was opened last, as it was asked for."""
        return Corpus(self._library, self._folder, is_sample=self._is_sample)

    def show_nothing_open(self) -> None:
        """Say that there is no library yet."""
        self._line.show_state(self.tr("No folder is open") + self._offline())
        self._welcome.explain_empty()

    def lacks_documents(self) -> bool:
        """Whether nothing is known to ask; not so while it is still being found out."""
        return not self._is_fresh and (self.status is None or self.status.n_documents == 0)

    def is_empty(self) -> bool:
        """Whether there is nothing to ask, nor will be by itself."""
        return self.lacks_documents() and not (self.is_running or self._unfinished)

    def bring_up_to_date(self) -> None:
        """Read what is new or changed in the library's folders."""
        if self.is_running:
            return
        self._changed, self._is_held = [], False
        unfinished, self._unfinished, self._has_gone_on = self._unfinished, [], False
        every = "" if self.status is not None else self._folder
        for folder in dict.fromkeys((*unfinished, every)):
            self._run(folder)

    def add(self, folder: str) -> None:
        """Read one more folder into the library, after the run that is under way."""
        self._has_gone_on = self._is_held = False
        self._run(folder)

    def cancel(self) -> None:
        """Stop the run that is under way; what changes is not read before it is asked for."""
        if self.is_running:
            self._changed, self._is_held = [], True
            self._line.show_state(self.tr("Cancelling…"))
            self._client.cancel_indexing()

    def give_up(self) -> None:
        """The run has ended without a report."""
        if not self._end_run():
            return
        self._show_status(self.tr("may be out of date"))

    def give_up_all(self, *, is_engine_gone: bool) -> None:
        """Nothing runs in this library any more; one that was about to be opened is not.

        While the engine is there, runs in the library before still report.
        """
        if is_engine_gone:
            self._n_stale_runs = 0
        ended, self._runs = self._runs, []
        if is_engine_gone and ended:
            self._unfinished = ended
        self._set_running(running=False)
        if is_engine_gone and self._unfinished:
            self._show_status(
                self.tr("interrupted; {key:update_index} goes on").format(key=KeyNames(self))
            )
        elif self.status is None:
            self._line.show_state(self.tr("No library is open"))
        elif ended:
            self._show_status(self.tr("may be out of date"))

    def _on_library_opened(self, event: LibraryOpened) -> None:
        if event.library != self._library:
            return
        self.status = event.status
        self._name_corpus()
        is_fresh, self._is_fresh = self._is_fresh, False
        self._show_status(self._freshness)
        if not is_fresh:
            self._go_on()
            return
        self.contents_changed.emit()
        if self._folder or event.status is not None:
            self._run(self._folder)

    def _go_on(self) -> None:
        """The engine has been started again: finish what it was at when it died.

        Once only, or a file that it dies of would make it die for ever.
        """
        if self._has_gone_on or self.is_running:
            return
        unfinished, self._unfinished = self._unfinished, []
        for folder in unfinished:
            self._has_gone_on = True
            self._run(folder)

    def _on_index_progressed(self, progress: Progress) -> None:
        if self.is_running:
            self._line.show_progress(progress)

    def _on_indexed(self, event: Indexed) -> None:
        if not self._end_run():
            return
        report = event.report
        if not self.is_running:
            self._has_gone_on = False
        self.status = event.status
        self._name_corpus()
        is_cut = report.cancelled
        self._show_status(
            self.tr("cancelled; {key:update_index} goes on").format(key=KeyNames(self))
            if is_cut
            else self.tr("up to date")
        )
        self.problems = event.status.problems if event.status is not None else report.problems
        self._line.show_problems(self.problems)
        if _has_changed(report):
            self.contents_changed.emit()
        self._follow()

    def _on_folder_changed(self, event: FolderChanged) -> None:
        is_ours = self.status is not None and event.folder in self.status.folders
        if is_ours and not self._is_held and event.folder not in self._changed:
            self._changed.append(event.folder)
            self._follow()

    def _follow(self) -> None:
        """Read what has changed, once no run is under way that may have passed it already."""
        if not self.is_running and not self._is_held:
            changed, self._changed = self._changed, []
            for folder in changed:
                self._run(folder, asked_for=False)

    def _on_library_changed(self, event: LibraryChanged) -> None:
        # The library before may only now have forgotten a folder.
        if Path(event.status.library) != Path(self._library):
            return
        before, self.status = self.status, event.status
        self._name_corpus()
        if before is not None and _scope(before) == _scope(event.status):
            # What is searched of a document has changed, not what is to be read.
            self._show_status(self._freshness)
            self.contents_changed.emit()
            return
        self._show_status(
            self.tr("changed; {key:update_index} brings it up to date").format(key=KeyNames(self))
        )
        self.contents_changed.emit()

    def _run(self, folder: str, *, asked_for: bool = True) -> None:
        self._runs.append(folder)
        self._set_running(running=True)
        self._show_status(self._freshness)
        if asked_for:
            self.run_begun.emit()
        self._client.index_folder(folder)

    def _end_run(self) -> bool:
        """A run has ended; False where it was another library's."""
        if self._n_stale_runs:
            self._n_stale_runs -= 1
            return False
        self._runs = self._runs[1:]
        self._set_running(running=bool(self._runs))
        return True

    def _set_running(self, *, running: bool) -> None:
        self.is_running = running
        if not running:
            self._line.end_progress()
        self.running_changed.emit(running)

    def _show_status(self, freshness: str) -> None:
        self._freshness = freshness
        self._line.show_state(self._state_words() + self._offline())
        self._show_welcome()

    def _state_words(self) -> str:
        if self.status is not None and self.status.n_documents:
            running = self.tr("being brought up to date…")
            return f"{holdings(self.status)}, {running if self.is_running else self._freshness}"
        if self.is_running:
            return self.tr("Reading the documents")
        nothing = self.tr("No documents")
        return f"{nothing}, {self._freshness}" if self._unfinished else nothing

    def _show_welcome(self) -> None:
        if self.status is not None and self.status.n_documents:
            self._welcome.invite(self._corpus(), SAMPLE_QUESTIONS if self._is_sample else ())
        elif self.is_running:
            self._welcome.explain_reading(self._corpus())
        elif self.status is not None:
            self._welcome.explain_nothing_found(self._corpus())
        else:
            self._welcome.explain_empty()

    def _name_corpus(self) -> None:
        self.problems = self.status.problems if self.status is not None else ()
        self._line.show_problems(self.problems)
        self.corpus_named.emit(self._corpus())

    def _corpus(self) -> str:
        if self._is_sample:
            return self.tr("Sample documents")
        folders = self.status.folders if self.status is not None else ()
        return folder_names(folders or (self._folder,))

    def _offline(self) -> str:
        return SEPARATOR + self.tr("all offline")


def _has_changed(report: IndexReport) -> bool:
    return bool(
        report.n_added
        or report.n_changed
        or report.n_removed
        or report.n_moved
        or report.n_examined
    )


def _scope(status: LibraryStatus) -> tuple[tuple[str, ...], ...]:
    """What is to be read into a library."""
    return (status.folders, status.excluded)
