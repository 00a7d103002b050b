"""The palette's window within the window: a line to type in and what fits it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QVBoxLayout,
)

from qa_app.gui.commands import FoundCommand
from qa_app.gui.models.command_list_model import CommandListModel, CommandRole
from qa_app.gui.text_size import follow
from qa_app.gui.theme import Theme, mixed, set_colours, theme_from
from qa_app.gui.views.command_delegate import CommandDelegate

_WIDTH_LETTERS = 84
_MAX_ROWS = 12
_SHADOW_PX = 10
_SHADOW_ALPHA = 6
_SIDE_PX = 12
_FIELD_STEP_PT = 1.5
_RADIUS_PX = 6
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STAYING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class CommandField(QLineEdit):
    """A line to type in that hands on what is not for typing.

    `shortcut_near` comes with a key that the window behind may know, before it gets that key.
    """

    walked = Signal(QKeyEvent)
    chosen = Signal()
    given_up = Signal()
    shortcut_near = Signal(QKeySequence)
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep the list's keys from being shortcuts of the window behind."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        if _is_own(event):
            event.accept()
            return True
        is_handled = super().event(event)
        if not event.isAccepted():
            self.shortcut_near.emit(QKeySequence(event.keyCombination()))
        return is_handled

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, choose or give up; else type."""
        if not _is_own(event):
            super().keyPressEvent(event)
        elif event.key() in _WALKING:
            self.walked.emit(event)
        elif event.key() in _CHOOSING:
            self.chosen.emit()
        else:
            self.given_up.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the focus has gone, unless to another program or to a menu of this line."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYING:
            self.left.emit()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """There is nowhere else to go: Esc leaves."""
        del next
        return True


class CommandPopup(QFrame):
    """Lies over the top of its window; `chosen` names an action, `left` says the focus has gone."""

    typed = Signal(str)
    chosen = Signal(str)
    given_up = Signal()
    left = Signal()
    shortcut_near = Signal(QKeySequence)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        theme = theme_from(window.palette())
        self.field = CommandField()
        self.list_model = CommandListModel(self)
        self.view = QListView()
        self.nothing = QLabel(self.tr("No action is called so."))
        self._delegate = CommandDelegate(theme, self.view)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._set_up_parts()
        self._lay_out()
        self._connect()
        window.installEventFilter(self)
        self.hide()

    def open(self, rows: Sequence[FoundCommand]) -> None:
        """Appear with an empty line."""
        self.field.clear()
        self.set_theme(theme_from(QApplication.palette()))
        self.show_rows(rows)
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_rows(self, rows: Sequence[FoundCommand]) -> None:
        """List other commands and choose the first."""
        self.list_model.set_rows(rows)
        self.nothing.setVisible(not rows)
        self.view.setVisible(bool(rows))
        first = self.list_model.index(0)
        if rows and rows[0].command.is_enabled:
            self.view.setCurrentIndex(first)
        self.view.scrollToTop()
        if self.isVisible():
            self._place()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self._delegate.set_theme(theme)
        set_colours(self.nothing, text=theme.muted)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, theme.base)
        self.view.setPalette(palette)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window is resized, and in its colours."""
        if self.isVisible():
            if event.type() == QEvent.Type.Resize:
                self._place()
            elif event.type() == QEvent.Type.PaletteChange:
                self.set_theme(theme_from(QApplication.palette()))
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the room that another size of the text needs."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft shadow, and a ground with an edge."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, _SHADOW_ALPHA))
        ground = QRectF(self._ground())
        for grown in range(1, _SHADOW_PX):
            shadow = ground.adjusted(-grown, -grown / 2, grown, grown)
            painter.drawRoundedRect(shadow, _RADIUS_PX + grown, _RADIUS_PX + grown)
        painter.setBrush(self._theme.base)
        painter.setPen(QPen(mixed(self._theme.base, self._theme.text, 0.3), 1))
        painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS_PX, _RADIUS_PX)

    def _set_up_parts(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Command palette"))
        self.field.setPlaceholderText(self.tr("Type a few letters of what you want to do"))
        self.field.setAccessibleName(self.tr("Name of the action"))
        self.field.setFrame(False)
        follow(self.field, _FIELD_STEP_PT)
        self.nothing.setContentsMargins(_SIDE_PX, 6, _SIDE_PX, 8)
        view = self.view
        view.setModel(self.list_model)
        view.setItemDelegate(self._delegate)
        view.setAccessibleName(self.tr("Actions"))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setUniformItemSizes(True)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out(self) -> None:
        column = self._column
        edge = _SHADOW_PX + 1
        column.setContentsMargins(edge, edge, edge, edge + _RADIUS_PX)
        column.setSpacing(0)
        self.field.setTextMargins(_SIDE_PX - 2, 9, _SIDE_PX, 9)
        for part in (self.field, self.nothing, self.view):
            column.addWidget(part)

    def _connect(self) -> None:
        self.field.textEdited.connect(self.typed)
        self.field.walked.connect(self._on_walked)
        self.field.chosen.connect(lambda: self._on_chosen(self.view.currentIndex()))
        self.field.given_up.connect(self.given_up)
        self.field.left.connect(self.left)
        self.field.shortcut_near.connect(self.shortcut_near)
        self.view.clicked.connect(self._on_chosen)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)

    def _on_walked(self, event: QKeyEvent) -> None:
        # The list knows how to skip what cannot be chosen, and how far a page is.
        QApplication.sendEvent(self.view, event)

    def _on_chosen(self, index: QModelIndex) -> None:
        found = index.data(CommandRole.FOUND)
        if isinstance(found, FoundCommand) and found.command.is_enabled:
            self.chosen.emit(found.command.name)

    def _on_current_changed(self, current: QModelIndex) -> None:
        # The focus stays in the line: a screen reader hears of the row through it.
        words = current.data(Qt.ItemDataRole.AccessibleTextRole)
        self.field.setAccessibleDescription(words if isinstance(words, str) else "")

    def _set_height(self, n_rows: int) -> None:
        room = self._window.height() - self._window.menuBar().height()
        room -= self.field.sizeHint().height() + 4 * _SHADOW_PX
        row = self._delegate.row_height(self.view.font())
        self.view.setFixedHeight(max(row, min(n_rows * row, _MAX_ROWS * row, room)))

    def _place(self) -> None:
        room = self._window.width() - 2 * _SHADOW_PX
        top = self._window.menuBar().height() + 2
        width = min(room, _WIDTH_LETTERS * self.fontMetrics().averageCharWidth())
        self._set_height(self.list_model.rowCount())
        self._column.activate()
        left = (self._window.width() - width) // 2
        self.setGeometry(QRect(left, top, width, self._column.sizeHint().height()))

    def _ground(self) -> QRect:
        return self.rect().adjusted(_SHADOW_PX, _SHADOW_PX // 2, -_SHADOW_PX, -_SHADOW_PX)


def _is_own(event: QKeyEvent) -> bool:
    is_plain = not event.modifiers() & ~_KEYPAD
    return is_plain and event.key() in (*_WALKING, *_CHOOSING, Qt.Key.Key_Escape)
