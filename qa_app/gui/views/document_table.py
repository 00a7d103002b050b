"""The table of documents: sorted by a click on a heading, or by Ctrl and the column's number."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from qa_app.gui.models.document_table_model import Column, DocumentTableModel
from qa_app.model import DocumentEntry

_WIDTHS_PX = {Column.STATE: 100, Column.PASSAGES: 76, Column.SIZE: 76}
_SHARES_PX = {Column.NAME: 240, Column.PATH: 240, Column.REASON: 180}
_ROW_MARGIN_PX = 8


class DocumentTable(QTableView):
    """Rows of one height. `entered_row` follows Enter or a double click on one."""

    entered_row = Signal()
    copy_wanted = Signal()

    def __init__(self, model: DocumentTableModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Documents"))
        self.setToolTip(self.tr("Ctrl+1 to Ctrl+6 sort by a column; again turns the order round"))
        self._set_behaviour()
        self._set_columns()
        self.doubleClicked.connect(lambda _: self.entered_row.emit())

    def current(self) -> DocumentEntry | None:
        """The file chosen."""
        return self._model.entry(self.currentIndex().row())

    def choose_first(self) -> None:
        """Choose the first file, where none is chosen."""
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.selectRow(0)

    @contextmanager
    def place_kept(self) -> Iterator[None]:
        """Keep the choice and the scroll position while the model lists anew."""
        entry, scroll = self.current(), self.verticalScrollBar().value()
        column = max(0, self.currentIndex().column())
        yield
        row = self._model.row_of(entry.path) if entry is not None else -1
        row = max(row, 0)
        self.setCurrentIndex(self._model.index(row, column))
        self.verticalScrollBar().setValue(scroll)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, copy and sort; Qt's own signal for Enter differs between desktops."""
        number = event.key() - Qt.Key.Key_1
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self.entered_row.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif control and 0 <= number < len(Column):
            self._sort_by(number)
        else:
            super().keyPressEvent(event)

    def _sort_by(self, column: int) -> None:
        header = self.horizontalHeader()
        same = header.sortIndicatorSection() == column
        ascending = header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        with self.place_kept():
            self.sortByColumn(column, down if same and ascending else up)

    def _set_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + _ROW_MARGIN_PX)

    def _set_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicator(Column.PATH, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for column in Column:
            fixed = column in _WIDTHS_PX
            mode = QHeaderView.ResizeMode.Interactive if fixed else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
            header.resizeSection(column, (_WIDTHS_PX | _SHARES_PX)[column])
