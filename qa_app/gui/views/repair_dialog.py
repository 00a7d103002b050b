"""How it stands with the library: a row for each part, the chosen one in full below."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from qa_app.findings import Diagnosis, Health
from qa_app.gui.finding_words import diagnosis_summary, diagnosis_text, finding_words
from qa_app.gui.models.finding_table_model import FindingColumn, FindingTableModel
from qa_app.gui.views.check_dialog import CELL_MARGIN_PX, CheckDialog, RowTable

_SIZE = (820, 520)


class FindingTable(RowTable):
    """The findings."""

    def __init__(self, model: FindingTableModel) -> None:
        super().__init__(model, FindingColumn.SAYS)
        self.setAccessibleName(self.tr("Findings"))

    def fit_columns(self) -> None:
        """Give the columns the room that their texts need."""
        for column in (FindingColumn.PART, FindingColumn.HEALTH):
            self.resizeColumnToContents(column)
            self.setColumnWidth(column, self.columnWidth(column) + CELL_MARGIN_PX)


class RepairDialog(CheckDialog):
    """Where the check finds trouble, `repair_wanted` follows when it is to be repaired."""

    repair_wanted = Signal()
    table: FindingTable

    def __init__(self, parent: QWidget) -> None:
        model = FindingTableModel()
        super().__init__(parent, FindingTable(model), QPlainTextEdit())
        self.model = model
        self.setWindowTitle(self.tr("Check of the library"))
        self.view.setAccessibleName(self.tr("The chosen finding"))
        self.repair_button = QPushButton(self.tr("&Repair"))
        self.repair_button.setToolTip(
            self.tr("Mend what can be mended; what is damaged is set aside, not deleted")
        )
        self.copy_button.setToolTip(self.tr("Copy all that was found (Ctrl+C)"))
        self._diagnosis: Diagnosis | None = None
        self._lay_out(action=self.repair_button)
        self._connect()
        self.show_running(self.tr("Looking at every part of the library…"))
        self.resize(*_SIZE)

    def show_running(self, words: str) -> None:
        """Say what goes on from here."""
        self.is_running = True
        self.progress.setRange(0, 0)
        self._say(words)
        self.stop_button.setFocus()

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

    def _say(self, words: str) -> None:
        super()._say(words)
        has_rows = self.model.rowCount() > 0
        self.copy_button.setEnabled(has_rows and not self.is_running)
        is_well = self._diagnosis is None or self._diagnosis.is_well
        self.repair_button.setEnabled(not (is_well or self.is_running))

    def _on_row_changed(self) -> None:
        finding = self.model.finding(self.table.currentIndex().row())
        self.view.setPlainText(finding_words(finding) if finding is not None else "")

    def _copy(self) -> None:
        if self._diagnosis is not None and self.copy_button.isEnabled():
            QGuiApplication.clipboard().setText(diagnosis_text(self._diagnosis))

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.copy_wanted.connect(self._copy)
        self.copy_button.clicked.connect(self._copy)
        self.repair_button.clicked.connect(self.repair_wanted)
