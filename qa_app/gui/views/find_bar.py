"""The line at the foot of the source in which to type what is looked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from qa_app.gui.finding import Wanted
from qa_app.gui.theme import Theme, set_colours

_MOST_CHARS = 500


class FindField(QLineEdit):
    """Enter goes on to the next place, with Shift back to the one before."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """`changed` follows when something else is looked for, `stepped` a key or button."""

    changed = Signal()
    stepped = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.field = FindField()
        self.count = QLabel()
        self.case_button = QToolButton()
        self.word_button = QToolButton()
        self.previous_button = QToolButton()
        self.next_button = QToolButton()
        self.close_button = QToolButton()
        self._set_up_parts()
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        set_colours(self.count, text=theme.text)
        set_colours(self, ground=theme.base)

    def wanted(self) -> Wanted:
        """What is looked for, and how."""
        return Wanted(self.field.text(), self.case_button.isChecked(), self.word_button.isChecked())

    def say(self, text: str) -> None:
        """Say how much was found."""
        self.count.setText(text)
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.count, text))

    def _set_up_parts(self) -> None:
        self.field.setMaxLength(_MOST_CHARS)
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Find in the source"))
        self.field.setAccessibleName(self.tr("Find in the source"))
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self._button(self.case_button, "Aa", self.tr("Match upper and lower case"))
        self._button(self.word_button, "W", self.tr("Whole words only"))
        self._button(self.previous_button, "↑", self.tr("To the one before (Shift+Enter)"))
        self._button(self.next_button, "↓", self.tr("To the next one (Enter)"))
        self._button(self.close_button, "✕", self.tr("Close (Esc)"))
        for button in (self.case_button, self.word_button):
            button.setCheckable(True)
        font = self.word_button.font()
        font.setUnderline(True)
        self.word_button.setFont(font)

    def _button(self, button: QToolButton, text: str, name: str) -> None:
        button.setText(text)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 4, 6, 4)
        line.setSpacing(3)
        line.addWidget(self.field, 1)
        for part in (
            self.count,
            self.case_button,
            self.word_button,
            self.previous_button,
            self.next_button,
            self.close_button,
        ):
            line.addWidget(part)

    def _connect(self) -> None:
        self.field.textChanged.connect(self.changed)
        self.case_button.toggled.connect(self.changed)
        self.word_button.toggled.connect(self.changed)
        self.field.stepped.connect(self.stepped)
        self.previous_button.clicked.connect(lambda: self.stepped.emit(-1))
        self.next_button.clicked.connect(lambda: self.stepped.emit(1))
