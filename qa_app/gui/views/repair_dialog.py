"""How it stands with the library: a row for each part, the chosen one in full below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QGuiApplication,
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
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTableView,
    QWidget,
)

from qa_app.findings import Diagnosis, Health
from qa_app.gui.finding_words import diagnosis_summary, diagnosis_text, finding_words
from qa_app.gui.models.finding_table_model import FindingColumn, FindingTableModel
from qa_app.gui.views.dialogs import close_buttons, plain_label, stack

_SIZE = (820, 520)
_ROW_MARGIN_PX = 8
_CELL_MARGIN_PX = 14


class FindingTable(QTableView):
    """Rows of one height. `copy_wanted` follows the key that copies."""

    copy_wanted = Signal()

    def __init__(self, model: FindingTableModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(self.tr("Findings"))
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
        header.setSectionResizeMode(FindingColumn.SAYS, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy all that was found, not a cell of it."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the rows the room that their text needs."""
        super().showEvent(event)
        row_px = self.fontMetrics().height() + _ROW_MARGIN_PX
        self.verticalHeader().setDefaultSectionSize(row_px)

    def fit_columns(self) -> None:
        """Give the columns the room that their texts need."""
        for column in (FindingColumn.PART, FindingColumn.HEALTH):
            self.resizeColumnToContents(column)
            self.setColumnWidth(column, self.columnWidth(column) + _CELL_MARGIN_PX)


class RepairDialog(QDialog):
    """Opens while the check goes on; where it finds trouble, that can be repaired.

    `cancel_wanted` follows when the person stops what goes on, or closes the dialog before its end.
    """

    repair_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Check of the library"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.is_running = True
        self.model = FindingTableModel()
        self.table = FindingTable(self.model)
        self.view = QPlainTextEdit()
        self.summary = plain_label("")
        self.progress = QProgressBar()
        self.stop_button = QPushButton(self.tr("&Stop"))
        self.repair_button = QPushButton(self.tr("&Repair"))
        self.copy_button = QPushButton(self.tr("&Copy the details"))
        self._diagnosis: Diagnosis | None = None
        self._lay_out()
        self._connect()
        self.show_running(self.tr("Looking at every part of the library…"))
        self.resize(*_SIZE)

    def show_running(self, words: str) -> None:
        """Say what goes on from here."""
        self.is_running = True
        self.progress.setRange(0, 0)
        self._say(words)
        self.stop_button.setFocus()

    def show_progress(self, n_done: int, n: int) -> None:
        """Show how far it is."""
        self.progress.setRange(0, n)
        self.progress.setValue(n_done)

    def show_diagnosis(self, diagnosis: Diagnosis) -> None:
        """List what was found, the first trouble chosen, else the first that was repaired."""
        self.is_running = False
        self._diagnosis = diagnosis
        self.model.replace(diagnosis.findings)
        self.table.fit_columns()
        self._say(diagnosis_summary(diagnosis))
        healths = [finding.health for finding in diagnosis.findings]
        news = [h for h in (Health.TROUBLE, Health.REPAIRED) if h in healths]
        if healths:
            self.table.selectRow(healths.index(news[0]) if news else 0)
            self.table.setFocus()

    def show_failure(self, message: str) -> None:
        """Say why nothing could be looked at, or repaired."""
        self.is_running = False
        self._say(message)

    def done(self, result: int) -> None:
        """Stop what goes on with the dialog."""
        if self.is_running:
            self.cancel_wanted.emit()
        super().done(result)

    def _say(self, words: str) -> None:
        self.summary.setText(words)
        has_rows = self.model.rowCount() > 0
        self._running.setVisible(self.is_running)
        self.copy_button.setEnabled(has_rows and not self.is_running)
        is_well = self._diagnosis is None or self._diagnosis.is_well
        self.repair_button.setEnabled(not (is_well or self.is_running))
        self._panes.setVisible(has_rows or self.is_running)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.summary, words))

    def _on_row_changed(self) -> None:
        finding = self.model.finding(self.table.currentIndex().row())
        self.view.setPlainText(finding_words(finding) if finding is not None else "")

    def _copy(self) -> None:
        if self._diagnosis is not None and self.copy_button.isEnabled():
            QGuiApplication.clipboard().setText(diagnosis_text(self._diagnosis))

    def _lay_out(self) -> None:
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the check"))
        self.view.setReadOnly(True)
        self.view.setTabChangesFocus(True)
        self.view.setAccessibleName(self.tr("The chosen finding"))
        font = self.summary.font()
        font.setBold(True)
        self.summary.setFont(font)
        self._panes = QSplitter(Qt.Orientation.Vertical)
        self._panes.setChildrenCollapsible(False)
        for share, part in ((3, self.table), (1, self.view)):
            self._panes.addWidget(part)
            self._panes.setStretchFactor(self._panes.count() - 1, share)
        self._running = QWidget()
        line = QHBoxLayout(self._running)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.progress, 1)
        line.addWidget(self.stop_button)
        stack(self, self.summary, self._running, self._panes, self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = close_buttons(self)
        for button in (self.repair_button, self.copy_button):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self.repair_button.setToolTip(
            self.tr("Mend what can be mended; what is damaged is set aside, not deleted")
        )
        self.copy_button.setToolTip(self.tr("Copy all that was found (Ctrl+C)"))
        for button in (self.stop_button, self.repair_button, self.copy_button):
            button.setAutoDefault(False)
            button.setAccessibleName(button.text().replace("&", ""))
            button.setAccessibleDescription(button.toolTip())
        return buttons

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.copy_wanted.connect(self._copy)
        self.copy_button.clicked.connect(self._copy)
        self.repair_button.clicked.connect(self.repair_wanted)
        self.stop_button.clicked.connect(self.cancel_wanted)
