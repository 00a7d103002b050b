"""A line above the status line: how far an export is, then where it lies."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QToolButton, QWidget

from qa_app.gui.theme import Theme, set_colours
from qa_app.gui.views.elided_label import ElidedLabel

_BAR_WIDTH_PX = 120
_BAR_HEIGHT_PX = 8


class ExportBar(QFrame):
    """Work with its cancel button, or a file with what can be done with it."""

    cancel_clicked = Signal()
    open_clicked = Signal()
    show_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self.progress = QProgressBar()
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.open_button = QPushButton(self.tr("Open it"))
        self.show_button = QPushButton(self.tr("Show in its folder"))
        self.close_button = QToolButton()
        self._set_up_parts()
        self._lay_out()
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        set_colours(self, ground=theme.notice, text=theme.text)
        set_colours(self.label, text=theme.text)

    def show_progress(self, words: str, n_done: int, n: int) -> None:
        """Show how far it is; that is not known while `n` is 0."""
        self.progress.setRange(0, n)
        self.progress.setValue(n_done)
        self._show(words, is_done=False, can_open=False)

    def show_done(self, words: str, *, can_open: bool) -> None:
        """Say where the file lies."""
        self._show(words, is_done=True, can_open=can_open)
        # A screen reader does not look at labels by itself.
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _show(self, words: str, *, is_done: bool, can_open: bool) -> None:
        self.label.set_text(words)
        self.progress.setVisible(not is_done)
        self.cancel_button.setVisible(not is_done)
        self.show_button.setVisible(is_done)
        self.close_button.setVisible(is_done)
        self.open_button.setVisible(is_done and can_open)
        self.show()

    def _set_up_parts(self) -> None:
        self.setAccessibleName(self.tr("Progress and outcome of exports"))
        self.progress.setTextVisible(False)
        self.progress.setFixedSize(_BAR_WIDTH_PX, _BAR_HEIGHT_PX)
        self.progress.setAccessibleName(self.tr("Progress of the export"))
        self.cancel_button.setAccessibleName(self.tr("Cancel the export"))
        self.open_button.setAccessibleName(self.tr("Open the export in its own program"))
        self.show_button.setAccessibleName(self.tr("Show the export in its folder"))
        self.close_button.setText("✕")
        self.close_button.setAutoRaise(True)
        self.close_button.setAccessibleName(self.tr("Close the message"))
        self.cancel_button.clicked.connect(self.cancel_clicked)
        self.open_button.clicked.connect(self.open_clicked)
        self.show_button.clicked.connect(self.show_clicked)
        self.close_button.clicked.connect(self.hide)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 6, 10, 6)
        line.setSpacing(10)
        line.addWidget(self.label, 1)
        for part in (self.progress, self.cancel_button, self.open_button, self.show_button):
            line.addWidget(part)
        line.addWidget(self.close_button)
