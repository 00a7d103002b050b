"""Every action with its key as it is now; and the words that narrow a question."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from qa_app.gui.action_spec import ActionSpec, later
from qa_app.gui.actions import in_words, keys_in_words, plain
from qa_app.gui.folding import folded
from qa_app.gui.matching import holds_all
from qa_app.gui.views.dialogs import close_buttons, plain_label, stack

SEARCH_WORDS = (
    ('source:"Name"', later("Only documents of this source; the beginning of its name will do")),
    ('author:"Name"', later("Only documents by this author; a surname will do")),
    ("after:2025-02-17", later("Only later documents; a month (2025-02) or a year will do too")),
    ("before:2025-02-17", later("Only earlier documents; a month or a year will do too")),
    ('"exact words"', later("Only passages with these words, one after the other")),
    ("-word", later('Only passages without this word, or without a "phrase"')),
)


class _Line(Struct, frozen=True):
    """A row as it is shown, and what it is found by."""

    cells: tuple[QLabel, ...]
    sought: str


class KeysDialog(QDialog):
    """Two columns, one section for each menu and one for the words that narrow a question down."""

    def __init__(
        self, specs: Sequence[ActionSpec], actions: Mapping[str, QAction], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Type to find an action or a key"))
        self.filter.setAccessibleName(self.tr("Find an action or a key"))
        self.filter.setClearButtonEnabled(True)
        self.nothing = plain_label(self.tr("Nothing here is called so."))
        self.nothing.hide()
        self._sections = list(_sections(specs, actions))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(self.tr("All keys"))
        area.setWidget(_table(self._sections))
        stack(self, self.filter, self.nothing, area, close_buttons(self))
        self.filter.textChanged.connect(self._on_filter_changed)
        self.resize(680, 660)
        self.filter.setFocus()

    def _on_filter_changed(self, text: str) -> None:
        words = folded(text).split()
        n_shown = 0
        for heading, lines in self._sections:
            found = [holds_all(words, line.sought) for line in lines]
            heading.setVisible(any(found))
            n_shown += sum(found)
            for line, is_found in zip(lines, found, strict=True):
                for cell in line.cells:
                    cell.setVisible(is_found)
        self.nothing.setVisible(n_shown == 0)


def _sections(
    specs: Sequence[ActionSpec], actions: Mapping[str, QAction]
) -> Iterator[tuple[QLabel, list[_Line]]]:
    for menu in dict.fromkeys(spec.menu for spec in specs):
        name = plain(in_words(menu))
        own = [spec for spec in specs if spec.menu == menu]
        yield _heading(name), [_action_line(spec, actions) for spec in own]
    lines = [_line(words, in_words(meaning), "") for words, meaning in SEARCH_WORDS]
    yield _heading(in_words("Search words")), lines


def _action_line(spec: ActionSpec, actions: Mapping[str, QAction]) -> _Line:
    keys = keys_in_words(spec, actions)
    return _line(keys, in_words(spec.description), plain(in_words(spec.text)))


def _line(left: str, right: str, also: str) -> _Line:
    return _Line((_cell(left), _cell(right)), folded(f"{left} {right} {also}"))


def _table(sections: Sequence[tuple[QLabel, Sequence[_Line]]]) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 12, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(1, 1)
    for heading, lines in sections:
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for line in lines:
            row = grid.rowCount()
            grid.addWidget(line.cells[0], row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(line.cells[1], row, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return table


def _cell(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(" … " not in text or len(text) > len("Ctrl+1 … Ctrl+9"))
    return label


def _heading(text: str) -> QLabel:
    label = _cell(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.setContentsMargins(0, 10, 0, 2)
    return label
