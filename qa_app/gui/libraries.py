"""Which library is open: folders, and the libraries that were open before."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from qa_app.gui.actions import Handler
from qa_app.gui.corpus import Corpus
from qa_app.gui.indexing import Indexing
from qa_app.gui.key_names import KeyNames
from qa_app.gui.recent_libraries import RecentLibraries, RecentLibrary
from qa_app.gui.tasks import EngineClient
from qa_app.messages import LibraryOpened
from qa_app.model import LibraryStatus


class Libraries(QObject):
    """Opens libraries and folders. `open_wanted` carries the `Corpus` to open.

    `problem_met` says what is wrong in a sentence.
    """

    open_wanted = Signal(object)
    problem_met = Signal(str)

    def __init__(
        self,
        client: EngineClient,
        indexing: Indexing,
        *,
        settings: QSettings,
        library_for: Callable[[str], str],
        sample: Corpus | None,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._indexing = indexing
        # Not read from the settings: a second window writes there which library it has open.
        self._library = ""
        self._library_for = library_for
        self._sample = sample
        self._window = window
        self._recent = RecentLibraries(settings)
        self._opened_at = ""
        client.library_opened.connect(self._on_library_opened)
        client.indexed.connect(self._note)
        client.library_changed.connect(self._note)

    def handlers(self) -> dict[str, Handler]:
        """What it does, by the name of the action."""
        return {
            "open_folder": self.choose_folder,
            "add_folder": self.add_folder,
            "switch_library": self.show_libraries,
            "update_index": self.bring_up_to_date,
        }

    def start_over(self, library: str) -> None:
        """Another library is about to be opened."""
        self._library = library
        self._opened_at = datetime.now().astimezone().isoformat(timespec="seconds")

    def choose_folder(self) -> None:
        """Ask for a folder and open its library."""
        folder = QFileDialog.getExistingDirectory(
            self._window, self.tr("Open a folder of documents")
        )
        if folder:
            self.open_folder(folder)

    def open_folder(self, folder: str) -> None:
        """Open the library of a folder and index the folder into it."""
        self.open_wanted.emit(Corpus(self._library_for(folder), folder))

    def add_folder(self) -> None:
        """Ask for one more folder of the open library; where none is open, open it."""
        title = self.tr("Add a folder to this library")
        folder = QFileDialog.getExistingDirectory(self._window, title)
        if folder and self._library:
            self._indexing.add(folder)
        elif folder:
            self.open_folder(folder)

    def show_libraries(self) -> None:
        """Choose among the libraries that were open before."""
        from qa_app.gui.views.library_popup import LibraryPopup  # noqa: PLC0415 - when wanted

        popup = LibraryPopup(
            self._recent.all(),
            self._window,
            current=self._library,
            sample=self._sample.library if self._sample is not None else "",
        )
        popup.picked.connect(self._open_known)
        popup.forgotten.connect(self._recent.forget)
        popup.open()

    def bring_up_to_date(self) -> None:
        """Read what is new or changed in the library's folders."""
        if self._library:
            self._indexing.bring_up_to_date()
        else:
            self.problem_met.emit(
                self.tr("No folder is open. Choose one with {key:open_folder}.").format(
                    key=KeyNames(self)
                )
            )

    def _open_known(self, library: str) -> None:
        if library == self._library:
            return
        sample = self._sample
        is_sample = sample is not None and sample.library == library
        self.open_wanted.emit(sample if is_sample else Corpus(library))

    def _on_library_opened(self, event: LibraryOpened) -> None:
        is_current = event.library == self._library
        if event.status is not None and is_current:
            self._recent.note(self._entry(event.status))

    def _note(self) -> None:
        """What the library holds has changed; a first run has only now made it."""
        status = self._indexing.status
        if status is None or not self._library:
            return
        if any(known.library == self._library for known in self._recent.all()):
            self._recent.refresh(self._entry(status))
        else:
            self._recent.note(self._entry(status))

    def _entry(self, status: LibraryStatus) -> RecentLibrary:
        """Under the name by which it is opened: the engine may know it by another path."""
        return RecentLibrary(self._library, status.folders, status.n_documents, self._opened_at)
