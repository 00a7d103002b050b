"""What the dialogs share that check something: a row for each finding, the chosen one in full."""

from PySide6.QtCore import QAbstractTableModel, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTableView,
    QWidget,
)

from qa_app.gui.views.dialogs import close_buttons, plain_label, stack

CELL_MARGIN_PX = 14
_ROW_MARGIN_PX = 8


class RowTable(QTableView):
    """Rows of one height, chosen whole. `copy_wanted` follows the key that copies."""

    copy_wanted = Signal()

    def __init__(self, model: QAbstractTableModel, stretched: int) -> None:
        """Show `model`, one of its columns as wide as there is room."""
        super().__init__()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what the dialog copies, not a cell."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the rows the room that their text needs."""
        super().showEvent(event)
        row_px = self.fontMetrics().height() + _ROW_MARGIN_PX
        self.verticalHeader().setDefaultSectionSize(row_px)


class CheckDialog(QDialog):
    """Opens while the check goes on.

    `cancel_wanted` follows when the person stops what goes on, or closes the dialog before its end.
    """

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget, table: RowTable, view: QPlainTextEdit) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.is_running = True
        self.table = table
        self.view = view
        self.summary = plain_label("")
        self.progress = QProgressBar()
        self.stop_button = QPushButton(self.tr("&Stop"))
        self.copy_button = QPushButton(self.tr("&Copy the details"))
        self.view.setReadOnly(True)
        self.view.setTabChangesFocus(True)
        self._panes = _panes(table, view)
        self._running = self._running_line()
        font = self.summary.font()
        font.setBold(True)
        self.summary.setFont(font)

    def show_progress(self, n_done: int, n: int) -> None:
        """Show how far it is."""
        self.progress.setRange(0, n)
        self.progress.setValue(n_done)

    def show_failure(self, message: str) -> None:
        """Say why nothing could be checked, or repaired."""
        self.is_running = False
        self._say(message)

    def done(self, result: int) -> None:
        """Stop what goes on with the dialog."""
        if self.is_running:
            self.cancel_wanted.emit()
        super().done(result)

    def _lay_out(self, *notes: QLabel, action: QPushButton) -> None:
        """Stack it all, `action` beside the button that copies, `notes` above the two."""
        buttons = close_buttons(self)
        for button in (action, self.copy_button):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        for button in (self.stop_button, action, self.copy_button):
            button.setAutoDefault(False)
            button.setAccessibleName(button.text().replace("&", ""))
            button.setAccessibleDescription(button.toolTip())
        self.stop_button.clicked.connect(self.cancel_wanted)
        stack(self, self.summary, self._running, self._panes, *notes, buttons)

    def _say(self, words: str) -> None:
        """Say how it stands, to a screen reader too."""
        self.summary.setText(words)
        has_rows = self.table.model().rowCount() > 0
        self._running.setVisible(self.is_running)
        self._panes.setVisible(has_rows or self.is_running)
        announce(self.summary, words)

    def _running_line(self) -> QWidget:
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(self.tr("Progress of the check"))
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.progress, 1)
        line.addWidget(self.stop_button)
        return whole


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say what came up in a widget."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def _panes(table: RowTable, view: QPlainTextEdit) -> QSplitter:
    panes = QSplitter(Qt.Orientation.Vertical)
    panes.setChildrenCollapsible(False)
    for n, (part, share) in enumerate(((table, 3), (view, 1))):
        panes.addWidget(part)
        panes.setStretchFactor(n, share)
    return panes
