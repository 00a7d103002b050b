"""Windows that open over the main one. None of them stops the program: they are opened, not run."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)


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
    for button in buttons.buttons():
        # Those of Qt's style are black, on dark ground too.
        button.setIcon(QIcon())
        button.setAccessibleName(button.text().replace("&", ""))
    return buttons


def stack(dialog: QDialog, *parts: QWidget) -> None:
    """Lay the parts of a dialog out one below the other."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(16, 16, 16, 12)
    column.setSpacing(12)
    for part in parts:
        column.addWidget(part)
