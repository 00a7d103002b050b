"""A form for what a person adds to a snippet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from qa_app.model import Snippet

_SIDE_PX = 16


class SnippetForm(QWidget):
    """A note, tags and a group. Enter in any of its lines is `done`, Esc is `given_up`."""

    done = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = _line(self.tr("Note"), self.tr("What you make of it"))
        self.tags = _line(self.tr("Tags"), self.tr("Words, with commas between them"))
        self.group = _line(self.tr("Group"), self.tr("Snippets of one group stand together"))
        self.save_button = QPushButton(self.tr("Save"))
        self.setAccessibleName(self.tr("Note, tags and group"))
        self._lay_out()
        for line in (self.note, self.tags, self.group):
            line.returnPressed.connect(self.done)
        self.save_button.clicked.connect(self.done)

    def show_snippet(self, snippet: Snippet) -> None:
        """Fill the form with what the snippet has."""
        self.note.setText(snippet.note)
        self.tags.setText(", ".join(snippet.tags))
        self.group.setText(snippet.group)

    def filled_in(self) -> tuple[str, tuple[str, ...], str]:
        """The note, the tags without repetition, and the group."""
        tags = (tag.strip().lstrip("#") for tag in self.tags.text().split(","))
        return (
            self.note.text().strip(),
            tuple(dict.fromkeys(tag for tag in tags if tag)),
            self.group.text().strip(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(_label(self.tr("&Note"), self.note), self.note)
        form.addRow(_label(self.tr("&Tags"), self.tags), self.tags)
        last = QHBoxLayout()
        last.addWidget(self.group, 1)
        last.addWidget(self.save_button)
        form.addRow(_label(self.tr("&Group"), self.group), last)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE_PX, 6, _SIDE_PX, 8)
        row.addLayout(form)


def _label(text: str, field: QLineEdit) -> QLabel:
    label = QLabel(text)
    label.setBuddy(field)
    # Qt paints the underlined letter by itself, so that kerned words need more room than it asks.
    font = QFont()
    font.setKerning(False)
    label.setFont(font)
    return label


def _line(name: str, hint: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    return line
