"""The page of a library: every file and what became of it, its folders, what is left out."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from qa_app.explaining.names import file_name, isolated, shown_path
from qa_app.gui.models.document_table_model import DocumentTableModel
from qa_app.gui.views.dialogs import close_buttons, plain_label, stack
from qa_app.gui.views.document_table import DocumentTable
from qa_app.gui.views.elided_label import ElidedLabel
from qa_app.gui.views.folders_page import FoldersPage
from qa_app.gui.wording import SEPARATOR, Number, count, state_words
from qa_app.model import DocumentEntry, FileState, LibraryStatus

_SIZE = (980, 640)
_UNSEARCHED = frozenset({FileState.FAILED, FileState.SKIPPED, FileState.PENDING})
_UNSEARCHED_PLACE = 1


class DocumentsDialog(QDialog):
    """Two pages: the documents; the folders and what is left out of them.

    `read_wanted` carries the id of a document to be read in the window, `file_wanted` a path to
    open in its own program; `update_wanted` asks for an indexing run.
    """

    read_wanted = Signal(int)
    file_wanted = Signal(str)
    update_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Documents"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = DocumentTableModel()
        self.table = DocumentTable(self.model)
        self.filter = QLineEdit()
        self.states = QComboBox()
        self.summary = ElidedLabel(Qt.TextElideMode.ElideRight)
        self.reason = plain_label("")
        self.problem = plain_label("")
        self.read_button = QPushButton(self.tr("&Read"))
        self.open_button = QPushButton(self.tr("&Open the file"))
        self.copy_button = QPushButton(self.tr("&Copy the path"))
        self.update_button = QPushButton(self.tr("Bring &up to date"))
        self.folders = FoldersPage()
        self.tabs = QTabWidget()
        self._status: LibraryStatus | None = None
        self._is_running = False
        self._name_parts()
        self._lay_out()
        self._connect()
        self.resize(*_SIZE)
        self.filter.setFocus()

    def narrow(self, *, only_unsearched: bool) -> None:
        """List only files that are not searched, or not all of it, or every file."""
        self.tabs.setCurrentIndex(0)
        self.states.setCurrentIndex(_UNSEARCHED_PLACE if only_unsearched else 0)

    def show_documents(self, entries: Sequence[DocumentEntry]) -> None:
        """List the library's files, the one chosen still chosen."""
        folders = self._status.folders if self._status is not None else ()
        with self.table.place_kept():
            self.model.set_entries(entries, folders)
        self._say()

    def show_status(self, status: LibraryStatus | None) -> None:
        """Show the library's folders and patterns."""
        self._status = status
        self.folders.show_status(status)

    def show_running(self, running: bool) -> None:
        """Show whether an indexing run is on."""
        self._is_running = running
        self.update_button.setEnabled(not running)
        self._say()

    def show_failure(self, request: str, message: str) -> None:
        """Say what failed, on the page that it concerns."""
        if request in {"ListDocuments", "IndexFolder"}:
            self.problem.setText(message)
            self.problem.show()
        else:
            self.folders.show_problem(message)
            self.tabs.setCurrentWidget(self.folders)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the line to type in, Up and Down go to the table, and Enter reads its choice."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.filter and is_key and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.table.setFocus()
                self.table.choose_first()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._read()
                return True
        return super().eventFilter(watched, event)

    def _read(self) -> None:
        entry = self.table.current()
        if entry is None:
            return
        if entry.document_id:
            self.read_wanted.emit(entry.document_id)
        else:
            text = self.tr("{name} is not in the library, so it cannot be shown here. {why}")
            told = text.format(name=isolated(file_name(entry.path)), why=entry.reason)
            self.show_failure("ListDocuments", told)

    def _open_file(self) -> None:
        if (entry := self.table.current()) is not None:
            self.file_wanted.emit(entry.path)

    def _copy_path(self) -> None:
        if (entry := self.table.current()) is not None:
            QGuiApplication.clipboard().setText(entry.path)

    def _on_states_changed(self) -> None:
        states = self.states.currentData()
        with self.table.place_kept():
            in_part = self.states.currentIndex() == _UNSEARCHED_PLACE
            self.model.set_states(tuple(states), or_in_part=in_part)
        self._say()

    def _on_typed(self, typed: str) -> None:
        with self.table.place_kept():
            self.model.narrow(typed)
        self._say()

    def _say_reason(self) -> None:
        """Say why the chosen file is not searched, or what of it is not, in full."""
        entry = self.table.current()
        self.reason.setText(shown_path(entry.reason) if entry is not None else "")

    def _say(self) -> None:
        self._say_reason()
        counts = self.model.counts()
        parts = [f"{Number(n):,} {state_words(state)}" for state, n in counts.items() if n]
        listed, n_all = self.model.rowCount(), sum(counts.values())
        files = count(n_all, self.tr("file"), self.tr("files"))
        if listed != n_all:
            files = self.tr("{n:,} of {files}").format(n=Number(listed), files=files)
        running = [self.tr("being brought up to date…")] if self._is_running else []
        self.summary.set_text(SEPARATOR.join([files, *parts, *running]))

    def _name_parts(self) -> None:
        self.filter.setAccessibleName(self.tr("Search the documents"))
        self.filter.setPlaceholderText(self.tr("Search by title, path or reason"))
        self.filter.setClearButtonEnabled(True)
        self.filter.installEventFilter(self)
        self.states.setAccessibleName(self.tr("States listed"))
        self.states.addItem(self.tr("Every state"), frozenset[FileState]())
        self.states.addItem(self.tr("Not searched, or in part"), _UNSEARCHED)
        for state in FileState:
            self.states.addItem(state_words(state), frozenset({state}))
        # A long path has no place where it could be broken; it must not widen the page.
        self.reason.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.problem.hide()
        self.folders.setAccessibleName(self.tr("Folders"))
        for part in (self.tabs, self.tabs.tabBar()):
            part.setAccessibleName(self.tr("Pages"))

    def _lay_out(self) -> None:
        page = QWidget()
        page.setAccessibleName(self.tr("Documents"))
        above = QHBoxLayout()
        above.addWidget(self.filter, 1)
        above.addWidget(self.states)
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addWidget(self.reason)
        column.addWidget(self.problem)
        column.addLayout(self._below_table())
        self.tabs.addTab(page, self.tr("&Documents"))
        self.tabs.addTab(self.folders, self.tr("&Folders and exceptions"))
        stack(self, self.tabs, self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = close_buttons(self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        buttons.addButton(self.update_button, role)
        _describe(self.update_button, self.tr("Read what is new or changed (F5)"))
        return buttons

    def _below_table(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self.summary, 1)
        tips = {
            self.read_button: self.tr("Show the document in the window (Enter)"),
            self.open_button: self.tr("Open it in its own program (Ctrl+Enter)"),
            self.copy_button: self.tr("Copy where the file lies (Ctrl+C)"),
        }
        for button, tip in tips.items():
            _describe(button, tip)
            line.addWidget(button)
        return line

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_typed)
        self.states.currentIndexChanged.connect(self._on_states_changed)
        self.table.selectionModel().currentRowChanged.connect(self._say_reason)
        self.table.entered_row.connect(self._read)
        self.table.copy_wanted.connect(self._copy_path)
        self.read_button.clicked.connect(self._read)
        self.open_button.clicked.connect(self._open_file)
        self.copy_button.clicked.connect(self._copy_path)
        self.update_button.clicked.connect(self.update_wanted)
        for keys, slot in (
            ("F5", self.update_wanted.emit),
            ("Ctrl+Return", self._open_file),
            ("Ctrl+F", self._to_filter),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _to_filter(self) -> None:
        self.tabs.setCurrentIndex(0)
        self.filter.setFocus()
        self.filter.selectAll()


def _describe(button: QPushButton, tip: str) -> None:
    button.setAutoDefault(False)
    button.setToolTip(tip)
    button.setAccessibleName(button.text().replace("&", ""))
    button.setAccessibleDescription(tip)
