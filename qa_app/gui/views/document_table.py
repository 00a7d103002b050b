"""The table of documents: sorted by a click on a heading, or by Ctrl and the column's number."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionHeader,
    QStyleOptionViewItem,
    QTableView,
)

from qa_app.gui.models.document_table_model import Column, DocumentTableModel, Index
from qa_app.gui.wording import state_mark, state_words
from qa_app.model import DocumentEntry, FileState

_WIDEST = {Column.PASSAGES: "1,000,000", Column.SIZE: "1,000 bytes"}
# Of what the others leave; the reason has the rest.
_SHARES = {Column.NAME: 0.36, Column.PATH: 0.36}
_NUMBERS = frozenset({Column.PASSAGES, Column.SIZE})
_ROW_MARGIN_PX = 8
_CELL_MARGIN_PX = 12
# A number stands on the right; what begins after it would seem to be one word with it.
_GAP = "\u00a0\u00a0"


class _Cells(QStyledItemDelegate):
    """A path is shortened in its middle, all else at its end."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Set how a cell is shortened, and a number apart from the next column."""
        super().initStyleOption(option, index)
        middle, end = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
        option.textElideMode = middle if index.column() == Column.PATH else end
        if index.column() in _NUMBERS:
            option.text += _GAP


class _Headings(QHeaderView):
    """Headings of numbers stand apart from the next ones, as the numbers do."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setSectionsClickable(True)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        """Set the heading of a number apart from the next column."""
        super().initStyleOptionForIndex(option, section)
        if section in _NUMBERS:
            option.text += _GAP


class DocumentTable(QTableView):
    """Rows of one height. `entered_row` follows Enter or a double click on one."""

    entered_row = Signal()
    copy_wanted = Signal()

    def __init__(self, model: DocumentTableModel) -> None:
        super().__init__()
        self._model = model
        self._is_sharing = self._is_shared_by_hand = False
        self.setHorizontalHeader(_Headings())
        self.setItemDelegate(_Cells(self))
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns, until a person has done so."""
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        """Rows and columns as large as another size of the text needs."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_is_sharing"):
            self._fit_rows()
            self._share_width()

    def _share_width(self) -> None:
        if self._is_shared_by_hand:
            return
        self._is_sharing = True
        header, metrics = self.horizontalHeader(), self.fontMetrics()
        room = self.viewport().width()
        states = tuple(f"{state_mark(state)}  {state_words(state)}" for state in FileState)
        fitting = {Column.STATE: states, **{c: (words,) for c, words in _WIDEST.items()}}
        for column, texts in fitting.items():
            needed = max(map(metrics.horizontalAdvance, texts)) + 2 * _CELL_MARGIN_PX
            width = max(needed, header.sectionSizeHint(column))
            header.resizeSection(column, width)
            room -= width
        for column, share in _SHARES.items():
            header.resizeSection(column, round(share * max(0, room)))
        self._is_sharing = False

    def _on_section_resized(self, section: int) -> None:
        # The last one takes what the others leave it.
        if not self._is_sharing and section != Column.REASON:
            self._is_shared_by_hand = True

    def _fit_rows(self) -> None:
        height = self.fontMetrics().height() + _ROW_MARGIN_PX
        self.verticalHeader().setDefaultSectionSize(height)

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
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()

    def _set_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicator(Column.PATH, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.sectionResized.connect(self._on_section_resized)
