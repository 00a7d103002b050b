"""A document's file in its own program, or among its neighbours in a file manager."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QUrl, Signal
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
from PySide6.QtGui import QDesktopServices

from qa_app.gui.key_names import KeyNames
from qa_app.places import file_on_disk

# What the system would run instead of show is none of them: a program, a script, a shortcut.
DOCUMENT_SUFFIXES = frozenset(
    ".txt .text .log .md .markdown .mkd .html .htm .xhtml"
    " .mhtml .mht .pdf .docx .odt .rtf .epub .csv .tsv .eml .mbox .zip .srt .vtt .tex .rst .org"
    " .docm .dotx .ott .pptx .pptm .ppsx .xlsx .xlsm .tab .jsonl .ndjson".split()
)
_FILE_MANAGER = "org.freedesktop.FileManager1"
_ANSWER_MS = 3_000


class Opening(QObject):
    """Hands files to other programs. `problem_met` says what is wrong in a sentence."""

    problem_met = Signal(str)

    def open_file(self, path: str) -> None:
        """Open a document in its own program; what is no document is never handed on.

        Of one that lies in another file, that is the file.
        """
        path = str(file_on_disk(path))
        if not Path(path).exists():
            self.problem_met.emit(self._gone(path))
        elif not is_document(path):
            text = self.tr("{path} is not opened: files of its kind may be programs.")
            self.problem_met.emit(text.format(path=path))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            self.problem_met.emit(self.tr("No program opens {path}.").format(path=path))

    def show_in_folder(self, path: str) -> None:
        """Show a file among its neighbours, chosen where the file manager can do that."""
        path = str(file_on_disk(path))
        if not Path(path).exists():
            self.problem_met.emit(self._gone(path))
            return
        command = reveal_command(path, sys.platform)
        if command is None:
            self._ask_file_manager(path)
        elif not QProcess.startDetached(command[0], command[1:])[0]:
            self._open_folder(path)

    def _gone(self, path: str) -> str:
        text = self.tr(
            "{path} cannot be opened. It may have been moved; {key:update_index} looks again."
        )
        return text.format(path=path, key=KeyNames(self))

    def _ask_file_manager(self, path: str) -> None:
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            self._open_folder(path)
            return
        call = QDBusMessage.createMethodCall(
            _FILE_MANAGER, "/org/freedesktop/FileManager1", _FILE_MANAGER, "ShowItems"
        )
        address = QUrl.fromLocalFile(path).toString(QUrl.ComponentFormattingOption.FullyEncoded)
        call.setArguments([[address], ""])
        # Nobody may be listening, and the window must not wait to learn that.
        watcher = QDBusPendingCallWatcher(bus.asyncCall(call, _ANSWER_MS), self)
        watcher.finished.connect(lambda: self._on_asked(watcher, path))

    def _on_asked(self, watcher: QDBusPendingCallWatcher, path: str) -> None:
        if watcher.isError():
            self._open_folder(path)
        watcher.deleteLater()

    def _open_folder(self, path: str) -> None:
        folder = str(Path(path).parent)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(folder)):
            self.problem_met.emit(self.tr("No program shows {path}.").format(path=folder))


def is_document(path: str) -> bool:
    """Whether a path, and the file that it links to, are an ordinary file of a document's kind."""
    real = Path(path).resolve()
    kinds = {Path(path).suffix.lower(), real.suffix.lower()}
    return real.is_file() and kinds <= DOCUMENT_SUFFIXES


def reveal_command(path: str, platform: str) -> list[str] | None:
    """The program that shows a file in its folder, with its arguments; None where D-Bus does."""
    if platform == "win32":
        return ["explorer.exe", "/select,", path.replace("/", "\\")]
    if platform == "darwin":
        return ["open", "-R", path]
    return None
