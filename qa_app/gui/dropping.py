"""A folder dropped on the window is opened."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QUrl, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from qa_app.gui.key_names import KeyNames
from qa_app.gui.views.drop_sheet import DropSheet


class Dropping(QObject):
    """Watches what is dragged over the window. `folder_dropped` carries a folder.

    `problem_met` says in a sentence why nothing was opened.
    """

    folder_dropped = Signal(str)
    problem_met = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.sheet = DropSheet(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show what a drop would do, and do it."""
        if watched is not self._window:
            return False
        if event.type() == QEvent.Type.DragLeave:
            self.sheet.hide()
        # Entering and moving are kinds of dropping to Qt.
        if not isinstance(event, QDropEvent) or not event.mimeData().hasUrls():
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.DragEnter:
            self.sheet.cover()
        elif event.type() == QEvent.Type.Drop:
            self.sheet.hide()
            self._drop(event.mimeData().urls())
        return True

    def _drop(self, urls: Sequence[QUrl]) -> None:
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        folders = {path if path.is_dir() else path.parent for path in paths if path.exists()}
        if len(folders) == 1:
            self.folder_dropped.emit(str(folders.pop()))
        elif folders:
            self.problem_met.emit(
                self.tr(
                    "Drop one folder at a time; {key:add_folder} adds more to a library."
                ).format(key=KeyNames(self))
            )
        else:
            self.problem_met.emit(
                self.tr("Only folders and files of this machine can be opened by dropping them.")
            )
