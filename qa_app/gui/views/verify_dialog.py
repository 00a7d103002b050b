"""How the quotes of an export stand in their sources: a row each, the chosen one in full below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QKeyEvent,
    QShowEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from qa_app.gui.models.verdict_table_model import VerdictColumn, VerdictTableModel
from qa_app.gui.theme import Theme, theme_from
from qa_app.gui.verdict_words import (
    DIFFERENCE_MARKS,
    report_summary,
    verdict_place,
    verdict_remark,
    verdict_text,
)
from qa_app.gui.views.check_dialog import CELL_MARGIN_PX, CheckDialog, RowTable, announce
from qa_app.gui.views.dialogs import plain_label
from qa_app.verdicts import DiffPart, PartKind, QuoteState, Verdict, VerifyReport

_SIZE = (860, 600)
_SOURCE_SHARE = 0.3


class VerdictTable(RowTable):
    """The quotes. `read_wanted` follows Enter or a double click on one."""

    read_wanted = Signal()

    def __init__(self, model: VerdictTableModel) -> None:
        super().__init__(model, VerdictColumn.QUOTE)
        self.setAccessibleName(self.tr("Quotes"))
        self.doubleClicked.connect(lambda _: self.read_wanted.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter too; Qt's own signal for it differs between desktops."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.read_wanted.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the columns, too, the room that their text needs."""
        super().showEvent(event)
        self.resizeColumnToContents(VerdictColumn.STATE)
        least = self.fontMetrics().horizontalAdvance("✓  verbatim") + 2 * CELL_MARGIN_PX
        self.setColumnWidth(VerdictColumn.STATE, max(least, self.columnWidth(VerdictColumn.STATE)))
        share = round(_SOURCE_SHARE * self.viewport().width())
        self.setColumnWidth(VerdictColumn.SOURCE, share)


class VerdictView(QPlainTextEdit):
    """A verdict in full. Whose words are whose is told by signs and lines, not by colour alone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(self.tr("The chosen quote"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show all that is known of a quote."""
        self.clear()
        if verdict is None:
            return
        cursor = self.textCursor()
        cursor.insertText(f"{verdict_remark(verdict)}\n{verdict_place(verdict)}\n\n")
        whole = (DiffPart(PartKind.SAME, verdict.quote),)
        for part in verdict.difference or whole:
            # A line through the signs would make others of them.
            before, after = DIFFERENCE_MARKS[part.kind]
            cursor.insertText(before, QTextCharFormat())
            cursor.insertText(part.text, self._format(part.kind))
            cursor.insertText(after, QTextCharFormat())
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)

    def _format(self, kind: PartKind) -> QTextCharFormat:
        shown = QTextCharFormat()
        if kind is PartKind.SOURCE:
            shown.setBackground(self._theme.alert)
            shown.setFontStrikeOut(True)
        elif kind is PartKind.QUOTE:
            shown.setBackground(self._theme.answer)
            shown.setFontUnderline(True)
            shown.setFontWeight(QFont.Weight.DemiBold)
        return shown


class VerifyDialog(CheckDialog):
    """`read_wanted` carries the row of a quote to be read."""

    read_wanted = Signal(int)
    table: VerdictTable
    view: VerdictView

    def __init__(self, name: str, parent: QWidget) -> None:
        model = VerdictTableModel()
        view = VerdictView(theme_from(parent.palette()))
        super().__init__(parent, VerdictTable(model), view)
        self.model = model
        self.setWindowTitle(self.tr("Check of {file}").format(file=name))
        self.problem = plain_label("")
        self.problem.hide()
        self.read_button = QPushButton(self.tr("&Read in the source"))
        self.read_button.setToolTip(self.tr("Show the words in the window (Enter)"))
        self.copy_button.setToolTip(self.tr("Copy what is known of the quote (Ctrl+C)"))
        self._lay_out(self.problem, action=self.read_button)
        self._connect()
        self._say(self.tr("Looking the quotes up in their sources…"))
        self.resize(*_SIZE)
        self.stop_button.setFocus()

    def show_report(self, report: VerifyReport) -> None:
        """List the quotes, the first that is not verbatim chosen."""
        self.is_running = False
        self.model.replace(report.verdicts)
        states = [verdict.state for verdict in report.verdicts]
        wrong = [n for n, s in enumerate(states) if s in {QuoteState.CHANGED, QuoteState.MISSING}]
        if states:
            self.table.selectRow(wrong[0] if wrong else 0)
        self._say(report_summary(report))
        if states:
            self.table.setFocus()

    def say(self, problem: str) -> None:
        """Say why a quote cannot be read."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if problem:
            announce(self.problem, problem)

    def _say(self, words: str) -> None:
        super()._say(words)
        for part in (self.read_button, self.copy_button):
            part.setEnabled(self.model.rowCount() > 0)

    def _on_row_changed(self) -> None:
        self.view.show_verdict(self.model.verdict(self.table.currentIndex().row()))
        self.say("")

    def _read(self) -> None:
        if (row := self.table.currentIndex().row()) >= 0:
            self.read_wanted.emit(row)

    def _copy(self) -> None:
        verdict = self.model.verdict(self.table.currentIndex().row())
        if verdict is not None:
            QGuiApplication.clipboard().setText(verdict_text(verdict))

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.read_wanted.connect(self._read)
        self.table.copy_wanted.connect(self._copy)
        self.read_button.clicked.connect(self._read)
        self.copy_button.clicked.connect(self._copy)
