"""A form for what a person adds to a snippet."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from qa_app.model import Snippet

_SIDE_PX = 16
_PLACE_CHARS = 14
_MOST_PARAGRAPHS = 9_999_999


class SnippetForm(QWidget):
    """A note, tags, a group and a place. Enter in any of its lines is `done`, Esc is `given_up`.

    A place that is left empty is the one found, which is shown in its stead.
    """

    done = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = _line(self.tr("Note"), self.tr("What you make of it"))
        self.tags = _line(self.tr("Tags"), self.tr("Words, with commas between them"))
        self.group = _line(self.tr("Group"), self.tr("Snippets of one group stand together"))
        self.page = _line(self.tr("Page"), "")
        self.paragraph = _line(self.tr("Paragraph"), "")
        self.paragraph.setValidator(QIntValidator(1, _MOST_PARAGRAPHS, self))
        self.save_button = QPushButton(self.tr("Save"))
        self.setAccessibleName(self.tr("Note, tags, group and place"))
        self._lay_out()
        for line in (self.note, self.tags, self.group, self.page, self.paragraph):
            line.returnPressed.connect(self.done)
        self.save_button.clicked.connect(self.done)

    def show_snippet(self, snippet: Snippet) -> None:
        """Fill the form with what the snippet has."""
        self.note.setText(snippet.note)
        self.tags.setText(", ".join(snippet.tags))
        self.group.setText(snippet.group)
        self.page.setText(snippet.page_by_hand)
        self.page.setPlaceholderText(snippet.page or self.tr("none"))
        by_hand = snippet.paragraph_by_hand
        self.paragraph.setText(str(by_hand) if by_hand else "")
        self.paragraph.setPlaceholderText(str(snippet.paragraph))

    def filled_in(self, snippet: Snippet) -> Snippet:
        """The snippet with what the form says, its tags without repetition."""
        tags = (tag.strip().lstrip("#") for tag in self.tags.text().split(","))
        page, paragraph = self.page.text().strip(), self.paragraph.text().strip()
        return replace(
            snippet,
            note=self.note.text().strip(),
            tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
            group=self.group.text().strip(),
            page_by_hand="" if page == snippet.page else page,
            paragraph_by_hand=_number(paragraph, snippet.paragraph),
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
        for text, line in ((self.tr("&Page"), self.page), (self.tr("Pa&ragraph"), self.paragraph)):
            line.setMaximumWidth(_PLACE_CHARS * self.fontMetrics().averageCharWidth())
            last.addWidget(_label(text, line))
            last.addWidget(line)
        last.addWidget(self.save_button)
        form.addRow(_label(self.tr("&Group"), self.group), last)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE_PX, 6, _SIDE_PX, 8)
        row.addLayout(form)


def _number(typed: str, found: int) -> int:
    """A paragraph's number by hand; 0 where nothing or what was found is typed."""
    number = int(typed) if typed.isdecimal() else 0
    return 0 if number == found else number


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
