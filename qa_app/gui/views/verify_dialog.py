"""How the quotes of an export stand in their sources: a row each, the chosen one in full below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
    QTextCharFormat,
    QTextCursor,
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

from qa_app.gui.models.verdict_table_model import VerdictColumn, VerdictTableModel
from qa_app.gui.theme import Theme, theme_from
from qa_app.gui.verdict_words import (
    DIFFERENCE_MARKS,
    report_summary,
    verdict_place,
    verdict_remark,
    verdict_text,
)
from qa_app.gui.views.dialogs import close_buttons, plain_label, stack
from qa_app.verdicts import DiffPart, PartKind, QuoteState, Verdict, VerifyReport

_SIZE = (860, 600)
_ROW_MARGIN_PX = 8
_CELL_MARGIN_PX = 14
_SOURCE_SHARE = 0.3


class VerdictTable(QTableView):
    """Rows of one height. `read_wanted` follows Enter or a double click on one."""

    read_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, model: VerdictTableModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(self.tr("Quotes"))
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
        header.setSectionResizeMode(VerdictColumn.QUOTE, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda _: self.read_wanted.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and copy; Qt's own signal for Enter differs between desktops."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.read_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Give rows and columns the room that their text needs."""
        super().showEvent(event)
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + _ROW_MARGIN_PX)
        self.resizeColumnToContents(VerdictColumn.STATE)
        least = metrics.horizontalAdvance("✓  verbatim") + 2 * _CELL_MARGIN_PX
        self.setColumnWidth(VerdictColumn.STATE, max(least, self.columnWidth(VerdictColumn.STATE)))
        share = round(_SOURCE_SHARE * self.viewport().width())
        self.setColumnWidth(VerdictColumn.SOURCE, share)


class VerdictView(QPlainTextEdit):
    """A verdict in full. Whose words are whose is told by signs and lines, not by colour alone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
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


class VerifyDialog(QDialog):
    """Opens while the check goes on. `read_wanted` carries the row of a quote to be read.

    `cancel_wanted` follows when the person stops the check, or closes the dialog before its end.
    """

    read_wanted = Signal(int)
    cancel_wanted = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Check of {file}").format(file=name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.is_running = True
        self.model = VerdictTableModel()
        self.table = VerdictTable(self.model)
        self.view = VerdictView(theme_from(self.palette()))
        self.summary = plain_label(self.tr("Looking the quotes up in their sources…"))
        self.problem = plain_label("")
        self.progress = QProgressBar()
        self.stop_button = QPushButton(self.tr("&Stop"))
        self.read_button = QPushButton(self.tr("&Read in the source"))
        self.copy_button = QPushButton(self.tr("&Copy the details"))
        self._lay_out()
        self._connect()
        self._show_running()
        self.resize(*_SIZE)
        self.stop_button.setFocus()

    def show_progress(self, n_done: int, n: int) -> None:
        """Show how far the check is."""
        self.progress.setRange(0, n)
        self.progress.setValue(n_done)

    def show_report(self, report: VerifyReport) -> None:
        """List the quotes, the first that is not verbatim chosen."""
        self.is_running = False
        self.model.replace(report.verdicts)
        self.summary.setText(report_summary(report))
        self._show_running()
        states = [verdict.state for verdict in report.verdicts]
        wrong = [n for n, s in enumerate(states) if s in {QuoteState.CHANGED, QuoteState.MISSING}]
        if states:
            self.table.selectRow(wrong[0] if wrong else 0)
            self.table.setFocus()
        event = QAccessibleAnnouncementEvent(self.summary, self.summary.text())
        QAccessible.updateAccessibility(event)

    def show_failure(self, message: str) -> None:
        """Say why nothing could be checked."""
        self.is_running = False
        self.summary.setText(message)
        self._show_running()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.summary, message))

    def say(self, problem: str) -> None:
        """Say why a quote cannot be read."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if problem:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.problem, problem))

    def done(self, result: int) -> None:
        """Stop the check with the dialog."""
        if self.is_running:
            self.cancel_wanted.emit()
        super().done(result)

    def _show_running(self) -> None:
        has_rows = self.model.rowCount() > 0
        self._running.setVisible(self.is_running)
        for part in (self.read_button, self.copy_button):
            part.setEnabled(has_rows)
        self._panes.setVisible(has_rows or self.is_running)

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

    def _lay_out(self) -> None:
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(self.tr("Progress of the check"))
        self.problem.hide()
        font = self.summary.font()
        font.setBold(True)
        self.summary.setFont(font)
        self._panes = QSplitter(Qt.Orientation.Vertical)
        self._panes.setChildrenCollapsible(False)
        self._panes.addWidget(self.table)
        self._panes.addWidget(self.view)
        self._panes.setStretchFactor(0, 3)
        self._panes.setStretchFactor(1, 1)
        self._running = QWidget()
        line = QHBoxLayout(self._running)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.progress, 1)
        line.addWidget(self.stop_button)
        buttons = close_buttons(self)
        for button in (self.read_button, self.copy_button):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self.read_button.setToolTip(self.tr("Show the words in the window (Enter)"))
        self.copy_button.setToolTip(self.tr("Copy what is known of the quote (Ctrl+C)"))
        for button in (self.stop_button, self.read_button, self.copy_button):
            button.setAutoDefault(False)
            button.setAccessibleName(button.text().replace("&", ""))
            button.setAccessibleDescription(button.toolTip())
        stack(self, self.summary, self._running, self._panes, self.problem, buttons)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.read_wanted.connect(self._read)
        self.table.copy_wanted.connect(self._copy)
        self.read_button.clicked.connect(self._read)
        self.copy_button.clicked.connect(self._copy)
        self.stop_button.clicked.connect(self.cancel_wanted)
