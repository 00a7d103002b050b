"""Where keys are changed: a table of all actions, found by typing."""

from PySide6.QtCore import QEvent, QModelIndex, QSize, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from qa_app.gui.actions import plain
from qa_app.gui.key_choices import KeyChoices
from qa_app.gui.models.key_table_model import Column, KeyTableModel
from qa_app.gui.views.dialogs import plain_label

_NOT_YET_A_KEY = (
    Qt.Key.Key_unknown,
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
)
_STARTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_AROUND_PX = 10
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class KeyTable(QTableView):
    """While it waits for a key, every key is taken as that; Esc ends the wait."""

    change_wanted = Signal()
    key_pressed = Signal(QKeySequence)
    wait_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_waiting = False
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        line = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(line + _AROUND_PX)
        self.setIconSize(QSize(line, line))
        self.doubleClicked.connect(self.change_wanted)

    def event(self, event: QEvent) -> bool:
        """Take keys before they mean anything else, Tab and shortcuts included."""
        is_key = event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if not (self.is_waiting and is_key and isinstance(event, QKeyEvent)):
            return super().event(event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress and event.key() not in _NOT_YET_A_KEY:
            self._on_key(event)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 ask for another key."""
        if event.key() in _STARTERS:
            self.change_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _on_key(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.wait_ended.emit()
            return
        pressed = event.keyCombination()
        modifiers = pressed.keyboardModifiers() & ~_KEYPAD
        self.key_pressed.emit(QKeySequence(modifiers.value | pressed.key().value))


class KeysPage(QWidget):
    """Changes the key of an action, or gives it its usual one back; says why it cannot."""

    def __init__(self, choices: KeyChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self.filter = QLineEdit()
        self.table = KeyTable()
        self.table_model = KeyTableModel(choices, self)
        self._shown = QSortFilterProxyModel(self)
        self.message = plain_label("")
        self.change_button = QPushButton(self.tr("&Change the key…"))
        self.reset_button = QPushButton(self.tr("&Usual key"))
        self.reset_all_button = QPushButton(self.tr("&All usual keys"))
        self._set_up_parts()
        self._lay_out()
        self._connect()
        self.table.selectRow(0)

    def _set_up_parts(self) -> None:
        self.filter.setPlaceholderText(self.tr("Type to find an action or a key"))
        self.filter.setAccessibleName(self.tr("Find an action or a key"))
        self.filter.setClearButtonEnabled(True)
        self._shown.setSourceModel(self.table_model)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._shown.setFilterKeyColumn(-1)
        self.table.setModel(self._shown)
        self.table.setAccessibleName(self.tr("Actions and their keys"))
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.ACTION, QHeaderView.ResizeMode.Stretch)
        self.message.setText(self.tr("Enter on an action takes a new key for it."))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.change_button)
        buttons.addWidget(self.reset_button)
        buttons.addStretch(1)
        buttons.addWidget(self.reset_all_button)
        column = QVBoxLayout(self)
        for part in (self.filter, self.table, self.message):
            column.addWidget(part)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.filter.returnPressed.connect(self._wait)
        self.filter.textChanged.connect(self._on_filter_changed)
        self.table.change_wanted.connect(self._wait)
        self.table.key_pressed.connect(self._on_key_pressed)
        self.table.wait_ended.connect(self._end_wait)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.change_button.clicked.connect(self._wait)
        self.reset_button.clicked.connect(self._on_reset_clicked)
        self.reset_all_button.clicked.connect(self._on_reset_all_clicked)

    def _on_row_changed(self) -> None:
        self._end_wait()
        self._say("")

    def _on_filter_changed(self, text: str) -> None:
        self._end_wait()
        self._shown.setFilterFixedString(text)
        self.table.selectRow(0)

    def _wait(self) -> None:
        name = self._current_name()
        if not name:
            return
        if not self._choices.spec(name).is_bound:
            words = self.tr("This action always has the key {key}.")
            self._say(words.format(key=self._choices.words(name)))
            return
        self.table.is_waiting = True
        self.table.setFocus()
        self.table_model.wait_for(name)
        self._say(
            self.tr("Press the new key for “{action}”; Esc leaves it as it is.").format(
                action=self._title(name)
            )
        )

    def _end_wait(self) -> None:
        # The rows of what is being filtered must not be told to have changed.
        if not self.table.is_waiting:
            return
        self.table.is_waiting = False
        self.table_model.wait_for("")
        self._say("")

    def _on_key_pressed(self, key: QKeySequence) -> None:
        name = self._current_name()
        refusal = self._choices.change(name, key)
        if refusal:
            self._say(refusal)
            return
        self._end_wait()
        words = self.tr("“{action}” now has the key {key}.")
        self._say(words.format(action=self._title(name), key=self._choices.words(name)))

    def _on_reset_clicked(self) -> None:
        name = self._current_name()
        if name:
            self._end_wait()
            words = self.tr("“{action}” has its usual key.").format(action=self._title(name))
            self._say(self._choices.reset(name) or words)
            self.table_model.refresh()

    def _on_reset_all_clicked(self) -> None:
        self._end_wait()
        self._choices.reset_all()
        self.table_model.refresh()
        self._say(self.tr("Every action has its usual key."))

    def _current_name(self) -> str:
        index: QModelIndex = self._shown.mapToSource(self.table.currentIndex())
        return self.table_model.name(index.row()) if index.isValid() else ""

    def _title(self, name: str) -> str:
        return plain(self._choices.actions[name].text())

    def _say(self, words: str) -> None:
        self.message.setText(words)
        if words:
            # The focus stays in the table, so a screen reader would not come by.
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.message, words))
