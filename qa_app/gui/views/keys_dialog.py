"""Every action with its key, from the table of them; and the words that narrow a question."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from qa_app.gui.actions import ActionSpec, in_words, keys_in_words
from qa_app.gui.views.dialogs import close_buttons, stack

SEARCH_WORDS = (
    ('source:"Name"', "Only documents of this source; the beginning of its name will do"),
    ("after:2025-02-17", "Only later documents; a month (2025-02) or a year will do too"),
    ("before:2025-02-17", "Only earlier documents; a month or a year will do too"),
    ('"exact words"', "Only passages with these words, one after the other"),
    ("-word", 'Only passages without this word, or without a "phrase"'),
)


class KeysDialog(QDialog):
    """Two columns, one section for each menu and one for the words that narrow a question down."""

    def __init__(self, specs: Sequence[ActionSpec], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(self.tr("All keys"))
        area.setWidget(_table(specs))
        stack(self, area, close_buttons(self))
        self.resize(640, 660)


def _table(specs: Sequence[ActionSpec]) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 12, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(1, 1)
    menu = ""
    for spec in specs:
        if spec.menu != menu:
            menu = spec.menu
            grid.addWidget(_heading(in_words(menu)), grid.rowCount(), 0, 1, 2)
        row = grid.rowCount()
        grid.addWidget(_cell(keys_in_words(spec)), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_cell(in_words(spec.description)), row, 1)
    grid.addWidget(_heading(in_words("Search words")), grid.rowCount(), 0, 1, 2)
    for words, meaning in SEARCH_WORDS:
        row = grid.rowCount()
        grid.addWidget(_cell(words), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_cell(in_words(meaning)), row, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return table


def _cell(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(" … " not in text or len(text) > len("Ctrl+1 … Ctrl+9"))
    return label


def _heading(text: str) -> QLabel:
    label = _cell(text.replace("&", ""))
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.setContentsMargins(0, 10, 0, 2)
    return label
