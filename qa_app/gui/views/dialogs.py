"""Windows that open over the main one. None of them stops the program: they are opened, not run."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qa_app.model import FileProblem


class DetailsDialog(QDialog):
    """What went wrong, and the details for whoever mends it, to be copied."""

    def __init__(self, message: str, details: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.label = plain_label(message)
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setAccessibleName(self.tr("Details"))
        buttons = close_buttons(self)
        self.copy_button = buttons.addButton(
            self.tr("Copy details"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy_button.clicked.connect(self._on_copy_clicked)
        stack(self, self.label, self.details, buttons)
        self.resize(640, 360)

    def _on_copy_clicked(self) -> None:
        text = f"{self.label.text()}\n\n{self.details.toPlainText()}"
        QGuiApplication.clipboard().setText(text)


class ProblemsDialog(QDialog):
    """The files that are missing from the library, and why."""

    def __init__(self, problems: tuple[FileProblem, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Files that are not in the index"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = QTableWidget(len(problems), 2)
        self.table.setHorizontalHeaderLabels([self.tr("File"), self.tr("Reason")])
        self.table.setAccessibleName(self.tr("Files and reasons"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for row, problem in enumerate(problems):
            self.table.setItem(row, 0, QTableWidgetItem(problem.path))
            self.table.setItem(row, 1, QTableWidgetItem(problem.reason))
        explanation = self.tr("Everything else is indexed. F5 tries these files again.")
        stack(self, plain_label(explanation), self.table, close_buttons(self))
        self.resize(720, 360)


def plain_label(text: str) -> QLabel:
    """A label that never takes its text for markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def close_buttons(dialog: QDialog) -> QDialogButtonBox:
    """A row of buttons with one that closes the dialog."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    return buttons


def stack(dialog: QDialog, *parts: QWidget) -> None:
    """Lay the parts of a dialog out one below the other."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(16, 16, 16, 12)
    column.setSpacing(12)
    for part in parts:
        column.addWidget(part)
