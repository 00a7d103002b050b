"""The libraries that were open before, to go to one."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QFileInfo, Signal
from PySide6.QtWidgets import QWidget

from qa_app.gui.models.picker_model import PickerEntry
from qa_app.gui.moments import moment_words
from qa_app.gui.recent_libraries import RecentLibrary
from qa_app.gui.views.picker import Picker
from qa_app.gui.wording import SEPARATOR, count, folder_names, path_words

_OPEN = "✓"


class LibraryPopup(Picker):
    """Enter opens; Delete takes off the list, and Ctrl+Z brings back until the popup is closed.

    `forgotten` carries a tuple of libraries. The `sample` is always listed.
    """

    forgotten = Signal(tuple)

    def __init__(
        self, libraries: Sequence[RecentLibrary], window: QWidget, *, current: str, sample: str
    ) -> None:
        super().__init__(window)
        self.name_parts(
            whole=self.tr("Libraries"),
            line=self.tr("Search the libraries that were open before"),
            rows=self.tr("Libraries"),
        )
        self._current, self._sample = current, sample
        self._libraries = _with_sample(libraries, sample)
        others = (known.library for known in self._libraries if known.library != current)
        self._gone = {library for library in others if not QFileInfo.exists(library)}
        self._forgotten: list[str] = []
        self.closed.connect(self._on_closed)
        self._refresh()

    def on_dropped(self) -> None:
        """Take the library off the list, when the popup is closed."""
        entry = self.current()
        if entry is not None and entry.key != self._sample:
            self._forgotten.append(entry.key)
            self._refresh()

    def on_undone(self) -> None:
        """Bring back the library taken off last."""
        if self._forgotten:
            self._refresh(chosen=self._forgotten.pop())

    def _refresh(self, *, chosen: str = "") -> None:
        kept = [known for known in self._libraries if known.library not in self._forgotten]
        self.show_entries([self._entry(known, self._gone) for known in kept], chosen=chosen)
        if self._forgotten:
            hint = self.tr("Off the list; nothing on disk has changed. Ctrl+Z brings it back.")
        else:
            hint = self.tr("Enter opens · Delete takes off the list · Esc closes")
        self.hint.setText(hint)

    def _entry(self, known: RecentLibrary, gone: Collection[str]) -> PickerEntry:
        is_open, is_gone = known.library == self._current, known.library in gone
        where = ", ".join(path_words(f) for f in known.folders) or path_words(known.library)
        if is_gone:
            where = self.tr("Its index is not there any more: {path}").format(
                path=path_words(known.library)
            )
        return PickerEntry(
            key=known.library,
            words=self._name(known),
            detail=where,
            side=self._side(known),
            mark=_OPEN if is_open else "",
            spoken=self.tr("open now") if is_open else "",
            is_gone=is_gone,
        )

    def _name(self, known: RecentLibrary) -> str:
        if known.library == self._sample:
            return self.tr("Sample documents")
        return folder_names(known.folders) or path_words(known.library)

    def _side(self, known: RecentLibrary) -> str:
        n = known.n_documents
        documents = count(n, self.tr("document"), self.tr("documents")) if n else ""
        parts = (documents, moment_words(known.opened_at))
        return SEPARATOR.join(part for part in parts if part)

    def _on_closed(self) -> None:
        if self._forgotten:
            self.forgotten.emit(tuple(self._forgotten))


def _with_sample(libraries: Sequence[RecentLibrary], sample: str) -> tuple[RecentLibrary, ...]:
    if not sample or any(known.library == sample for known in libraries):
        return tuple(libraries)
    return (*libraries, RecentLibrary(sample))
