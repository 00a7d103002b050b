"""The folders of a library, and what is left out of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qa_app.gui.theme import set_colours, theme_from
from qa_app.gui.views.dialogs import plain_label
from qa_app.model import LibraryStatus

_FOLDERS_PX = 120


class FoldersPage(QWidget):
    """Adds and forgets folders; patterns are saved all at once.

    `forget_wanted` carries a folder, `patterns_saved` the patterns, a tuple.
    """

    add_wanted = Signal()
    forget_wanted = Signal(str)
    patterns_saved = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folders = QListWidget()
        self.add_button = QPushButton(self.tr("&Add a folder…"))
        self.forget_button = QPushButton(self.tr("&Forget the folder…"))
        self.patterns = QPlainTextEdit()
        self.problem = plain_label("")
        self.save_button = QPushButton(self.tr("&Leave these out"))
        self._kept: tuple[str, ...] = ()
        self._saved: tuple[str, ...] | None = None
        self._name_parts()
        self._lay_out()
        self._connect()

    def show_status(self, status: LibraryStatus | None) -> None:
        """Show a library's folders and patterns; what is being typed stays."""
        folders = status.folders if status is not None else ()
        chosen = max(0, self.folders.currentRow())
        if folders != self._listed():
            self.folders.clear()
            self.folders.addItems(folders)
            self.folders.setCurrentRow(min(chosen, len(folders) - 1))
        kept = status.excluded if status is not None else ()
        if self._typed() in (self._kept, self._saved):
            self.patterns.setPlainText("\n".join(kept))
        if self._saved is not None or kept != self._kept:
            self.show_problem("")
        self._kept, self._saved = kept, None
        self._follow()

    def show_problem(self, text: str) -> None:
        """Say what is wrong with the folders or the patterns; what was typed is to be mended."""
        if text:
            self._saved = None
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _listed(self) -> tuple[str, ...]:
        items = (self.folders.item(row) for row in range(self.folders.count()))
        return tuple(item.text() for item in items if item is not None)

    def _typed(self) -> tuple[str, ...]:
        lines = self.patterns.toPlainText().splitlines()
        return tuple(line.rstrip() for line in lines if line.strip())

    def _follow(self) -> None:
        self.forget_button.setEnabled(self.folders.currentRow() >= 0)
        self.save_button.setEnabled(self._typed() != self._kept)

    def _on_save_clicked(self) -> None:
        patterns = self._typed()
        problem = self._problem_with(patterns)
        self.show_problem(problem)
        if problem:
            self.patterns.setFocus()
            return
        self._saved = patterns
        self.patterns_saved.emit(patterns)

    def _problem_with(self, patterns: Sequence[str]) -> str:
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 - when wanted

        for number, pattern in enumerate(patterns, start=1):
            try:
                GitIgnoreSpec.from_lines([pattern])
            except ValueError:
                text = self.tr("Line {n} is no pattern: {pattern}")
                return text.format(n=number, pattern=pattern)
        return ""

    def _on_forget_clicked(self) -> None:
        """Ask once: what is forgotten must be read again to come back."""
        item = self.folders.currentItem()
        if item is None:
            return
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Forget the folder"))
        box.setText(self.tr("Take this folder out of the library?"))
        box.setInformativeText(
            item.text() + "\n\n" + self.tr("The folder itself and the files in it are left alone.")
        )
        # A folder's name may look like markup.
        box.setTextFormat(Qt.TextFormat.PlainText)
        forget = box.addButton(self.tr("Forget it"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel).setIcon(QIcon())
        box.setDefaultButton(forget)
        folder = item.text()
        forget.clicked.connect(lambda: self.forget_wanted.emit(folder))
        box.finished.connect(box.deleteLater)
        box.open()

    def _name_parts(self) -> None:
        self.folders.setAccessibleName(self.tr("Folders of the library"))
        self.folders.setMaximumHeight(_FOLDERS_PX)
        self.patterns.setAccessibleName(self.tr("What is left out, a pattern a line"))
        self.patterns.setTabChangesFocus(True)
        self.patterns.setPlaceholderText("*.log\ndrafts/\n!drafts/final.md")
        for button in (self.add_button, self.forget_button, self.save_button):
            button.setAccessibleName(button.text().replace("&", "").rstrip("…"))
            button.setAutoDefault(False)
        self.problem.hide()
        set_colours(self.problem, ground=theme_from(self.palette()).alert)
        self.problem.setContentsMargins(8, 6, 8, 6)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.forget_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(plain_label(self.tr("Folders whose documents are asked together:")))
        column.addWidget(self.folders)
        column.addLayout(buttons)
        column.addSpacing(8)
        column.addWidget(plain_label(self._hint()))
        column.addWidget(self.patterns, 1)
        column.addWidget(self.problem)
        saving = QHBoxLayout()
        saving.addWidget(self.save_button)
        saving.addStretch(1)
        column.addLayout(saving)

    def _hint(self) -> str:
        return self.tr(
            "What is left out of them, a pattern a line as in a .gitignore file: *.log leaves out "
            "files by name, drafts/ a folder, and ! before a pattern takes something in again."
        )

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_wanted)
        self.forget_button.clicked.connect(self._on_forget_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.folders.currentRowChanged.connect(self._follow)
        self.patterns.textChanged.connect(self._follow)
