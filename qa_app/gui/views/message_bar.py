"""A message that waits to be read but stops nobody."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from qa_app.gui.key_names import KeyNames
from qa_app.gui.theme import Theme, set_colours


class MessageBar(QFrame):
    """A sentence, a close button and, where there is more to say, a button for the details.

    Where the sentence is of damage, another one offers what may mend it.
    """

    details_requested = Signal(str, str)
    check_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topic = ""
        self._details = ""
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details_button = QPushButton(self.tr("Details…"))
        self.check_button = QPushButton(self.tr("Check the library…"))
        self.close_button = QToolButton()
        self.close_button.setText("✕")
        self.close_button.setAutoRaise(True)
        self._name_parts()
        self._lay_out()
        self.details_button.clicked.connect(self._on_details_clicked)
        self.check_button.clicked.connect(self.check_requested)
        self.close_button.clicked.connect(self.hide)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        set_colours(self, ground=theme.alert, text=theme.text)
        set_colours(self.label, text=theme.text)

    def say(
        self, message: str, *, topic: str, details: str = "", offers_check: bool = False
    ) -> None:
        """Show `message`. `topic` is what it is about, so that success there can take it away."""
        self.topic, self._details = topic, details
        self.label.setText(message)
        self.details_button.setVisible(bool(details))
        self.check_button.setVisible(offers_check)
        self._name_check_key()
        self.show()
        # A screen reader does not look at labels by itself.
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message))

    def is_plain_about(self, topic: str) -> bool:
        """Whether a message without details about `topic` is on screen."""
        return self.isVisible() and self.topic == topic and not self._details

    def dismiss(self, topic: str) -> None:
        """Take the message away if it is about `topic`."""
        if self.topic == topic:
            self.hide()

    def _name_check_key(self) -> None:
        words = self.tr("See what is damaged, and repair it ({key:check_library})")
        self.check_button.setToolTip(words.format(key=KeyNames(self)))
        self.check_button.setAccessibleDescription(self.check_button.toolTip())

    def _name_parts(self) -> None:
        self.setAccessibleName(self.tr("Message"))
        self.check_button.setAccessibleName(self.check_button.text())
        self.details_button.setAccessibleName(self.tr("Details of the message"))
        self.close_button.setAccessibleName(self.tr("Close the message"))

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 10, 8)
        line.addWidget(self.label, 1)
        line.addWidget(self.check_button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.details_button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)

    def _on_details_clicked(self) -> None:
        self.details_requested.emit(self.label.text(), self._details)
