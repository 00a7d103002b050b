"""A list over the window to pick from by typing: the questions asked, the libraries before."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from qa_app.gui.models.picker_model import PickerEntry, PickerModel
from qa_app.gui.text_size import SMALL_STEP_PT, follow
from qa_app.gui.theme import Theme, set_colours, theme_from
from qa_app.gui.views.picker_delegate import PickerDelegate

_WIDTH_PX = 680
_MOST_PX = 460
_LEAST_ROWS = 3
_LEAST_ROW_PX = 24
_SLACK_PX = 6
_ABOVE_PX = 36
_SIDE_PX = 24
_PAGE = 8
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_PageDown: _PAGE,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PickerLine(QLineEdit):
    """What is typed narrows the list; the keys that work on the list are handed to it."""

    stepped = Signal(int)
    entered = Signal()
    dropped = Signal()
    saved = Signal()
    undone = Signal()
    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep the window's own actions from keys that mean something here."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._signal_for(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Work on the list, or type."""
        step = _STEPS.get(Qt.Key(event.key()))
        signal = self._signal_for(event)
        if step is not None:
            self.stepped.emit(step)
        elif signal is not None:
            getattr(self, signal).emit()
        else:
            super().keyPressEvent(event)

    def _signal_for(self, event: QKeyEvent) -> str | None:
        key, modifiers = event.key(), event.modifiers()
        control = modifiers == Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Escape:
            return "escaped"
        if key in _ENTER and not control:
            return "entered"
        if key == Qt.Key.Key_S and control:
            return "saved"
        if key == Qt.Key.Key_Z and control and not self.isUndoAvailable():
            return "undone"
        if key == Qt.Key.Key_Delete and self._has_nothing_to_delete(event):
            return "dropped"
        return None

    def _has_nothing_to_delete(self, event: QKeyEvent) -> bool:
        """Delete is the list's where it would delete no letter here."""
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return True
        return not self.hasSelectedText() and self.cursorPosition() == len(self.text())


class Picker(QFrame):
    """Opens over the top of the window and closes when it loses the focus.

    `picked` carries the key of an entry. What more can be done to an entry is left to those who
    derive from this. `closed` follows when it is gone.
    """

    picked = Signal(str)
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.model = PickerModel()
        self.line = PickerLine()
        self.list = QListView()
        self.tools = QHBoxLayout()
        self.hint = QLabel()
        self._theme = theme_from(window.palette())
        self._focused_before: QWidget | None = None
        self._is_closing = False
        self._set_up_parts()
        self._lay_out(self._theme)
        self._connect()

    def name_parts(self, *, whole: str, line: str, rows: str) -> None:
        """Name the popup, its line and its list."""
        self.setAccessibleName(whole)
        self.line.setAccessibleName(line)
        self.line.setPlaceholderText(line)
        self.list.setAccessibleName(rows)

    def open(self) -> None:
        """Show it, the focus in the line."""
        for other in self._window.findChildren(Picker):
            if other is not self:
                other.close_up()
        focused = QApplication.focusWidget()
        self._focused_before = focused if isinstance(focused, QWidget) else None
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus()
        self._window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def close_up(self) -> None:
        """Close it; the focus goes back to where it was, unless it went elsewhere by itself."""
        if self._is_closing:
            return
        self._is_closing = True
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if had_focus and self._focused_before is not None and isValid(self._focused_before):
            self._focused_before.setFocus()
        self.closed.emit()
        self.deleteLater()

    def show_entries(self, entries: Sequence[PickerEntry], *, chosen: str = "") -> None:
        """List `entries`; the one `chosen` by its key, else the one that was, else the first."""
        current = self.current()
        row_before = self.list.currentIndex().row()
        key = chosen or (current.key if current is not None else "")
        self.model.set_entries(entries)
        row = self.model.row_of(key) if key else 0
        self._choose(row if row >= 0 else max(0, row_before))
        self._place()

    def current(self) -> PickerEntry | None:
        """The entry chosen."""
        return self.model.entry(self.list.currentIndex().row())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep its place in the window."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame that sets it off from what lies below."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.base)
        painter.setPen(self._theme.muted)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def on_dropped(self) -> None:
        """Delete was pressed."""

    def on_saved(self) -> None:
        """Ctrl+S was pressed."""

    def on_undone(self) -> None:
        """Ctrl+Z was pressed."""

    def announce(self, words: str) -> None:
        """Have a screen reader say `words`: the focus stays in the line."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _set_up_parts(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(PickerDelegate(self._theme, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        follow(self.hint, SMALL_STEP_PT)
        self.hint.setWordWrap(True)
        set_colours(self.hint, text=self._theme.muted)

    def _lay_out(self, theme: Theme) -> None:
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.setContentsMargins(12, 12, 12, 8)
        top.setSpacing(10)
        top.addWidget(self.line, 1)
        top.addLayout(self.tools)
        bottom.setContentsMargins(12, 6, 12, 8)
        bottom.addWidget(self.hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addLayout(bottom)
        set_colours(self.list, ground=theme.base)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._on_typed)
        self.line.stepped.connect(self._step)
        self.line.entered.connect(self._pick)
        self.line.escaped.connect(self.close_up)
        self.line.dropped.connect(self.on_dropped)
        self.line.saved.connect(self.on_saved)
        self.line.undone.connect(self.on_undone)
        self.list.clicked.connect(lambda _: self._pick())

    def _on_typed(self, typed: str) -> None:
        self.model.narrow(typed)
        self._choose(0)

    def _step(self, step: int) -> None:
        row = self.list.currentIndex().row() + step
        self._choose(max(0, min(self.model.rowCount() - 1, row)))

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1)))
        spoken = self.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        if isinstance(spoken, str) and self.isVisible():
            self.announce(spoken)

    def _pick(self) -> None:
        entry = self.current()
        if entry is None or entry.is_gone:
            return
        self.close_up()
        self.picked.emit(entry.key)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Whoever goes elsewhere has done with it; another program's window is not elsewhere."""
        if new is not None and new is not self and not self.isAncestorOf(new):
            self.close_up()

    def _place(self) -> None:
        window = self._window
        width = min(_WIDTH_PX, window.width() - 2 * _SIDE_PX)
        # As high as every entry needs, so that it stays where it is while typing narrows the list.
        row, n_rows = max(_LEAST_ROW_PX, self.list.sizeHintForRow(0)), self.model.n_entries()
        beside = self.sizeHint().height() - self.list.sizeHint().height() + _SLACK_PX
        height = min(beside + row * max(_LEAST_ROWS, n_rows), window.height() - 2 * _ABOVE_PX)
        height = min(height, _MOST_PX)
        self.setGeometry((window.width() - width) // 2, _ABOVE_PX, width, height)
