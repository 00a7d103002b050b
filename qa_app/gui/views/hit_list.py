"""The list of hits: chosen with the arrows or the mouse, opened with Enter."""

import time
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from qa_app.gui.models.hit_list_model import HitListModel, HitRole, Index
from qa_app.gui.text_size import follow
from qa_app.gui.theme import Theme
from qa_app.gui.views.hit_delegate import HitDelegate
from qa_app.model import Hit

_SCROLL_STEP_PX = 24
_FONT_STEP_PT = 1.0
_TURN_MS = 8.0
# Each placing brings rows into view that may be lower than they were taken for.
_MOST_PLACINGS = 8
_ONLY_IT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class HitList(QListView):
    """Rows of variable height, those out of view measured when there is time.

    `hit_chosen` and `hit_opened` carry the `Hit`, `menu_wanted` the place on the screen.
    """

    hit_chosen = Signal(object)
    hit_opened = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hit_model = HitListModel()
        self._delegate = HitDelegate(theme, self)
        self.hit_model.modelReset.connect(self._delegate.forget)
        self.hit_model.dataChanged.connect(self._delegate.forget)
        self.hit_model.dataChanged.connect(self.scheduleDelayedItemsLayout)
        self._is_placing, self._placed_for = False, self.size()
        self._measurer = QTimer(self)
        self._measurer.setInterval(0)
        self._measurer.timeout.connect(self._measure_more)
        self.setModel(self.hit_model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Hits"))
        self._set_behaviour()
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_opened)
        self.verticalScrollBar().valueChanged.connect(self._measure_visible)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._delegate.set_theme(theme)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def show_hits(self, hits: Sequence[Hit], *, related: bool = False) -> None:
        """Show `hits`, none of them chosen."""
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.hit_model.replace(hits, related=related)
        self.scrollToTop()

    def current_hit(self) -> Hit | None:
        """The chosen hit."""
        hit = self.currentIndex().data(HitRole.HIT)
        return hit if isinstance(hit, Hit) else None

    def choose(self, row: int) -> None:
        """Choose the hit in a row, counted from 0; a row that is not there is no hit."""
        if 0 <= row < self.hit_model.rowCount():
            self.setCurrentIndex(self.hit_model.index(row))

    def step(self, step: int) -> None:
        """Choose the hit `step` rows further down; from none, the first."""
        index = self.currentIndex()
        last = self.hit_model.rowCount() - 1
        self.choose(min(last, max(0, index.row() + step)) if index.isValid() else 0)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which hit is chosen."""
        super().currentChanged(current, previous)
        # Qt makes the first row current when the focus comes, but selects it not.
        if current.isValid() and not self.selectionModel().isSelected(current):
            self.selectionModel().select(current, _ONLY_IT)
        hit = current.data(HitRole.HIT)
        if isinstance(hit, Hit):
            self.scrollTo(current)
            # What came into view may be of another height than it was taken for.
            self.scrollTo(current)
            self.hit_chosen.emit(hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; Qt's own signal for that differs between desktops."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the window's menu, beside the chosen hit if it was asked for by a key."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        if not self.currentIndex().isValid():
            return
        seen = self.visualRect(self.currentIndex()).intersected(self.viewport().rect())
        at = self.viewport().mapToGlobal(seen.center())
        self.menu_wanted.emit(at if by_key else event.globalPos())

    def doItemsLayout(self) -> None:
        """Place the rows, and measure those in view."""
        super().doItemsLayout()
        self._measure_visible()
        self._measurer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the rows anew at once: Qt would paint them over each other for a while."""
        super().resizeEvent(event)
        if event.oldSize().width() == event.size().width():
            return
        is_within, self._is_placing = self._is_placing, True
        if is_within:
            # Rows that fit without the scroll bar only would make it come and go for ever.
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        elif self._placed_for != self.size():
            self._placed_for = self.size()
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._place_around_anchor()
        self._measure_visible()
        self._measurer.start()
        self._is_placing = is_within

    def _measure_visible(self) -> None:
        """Measure what is in view; what comes into view by that, too."""
        for _ in range(_MOST_PLACINGS):
            if not sum(self._measure(row) for row in self._visible_rows()):
                return
            self._place_around_anchor()

    def _measure_more(self) -> None:
        """Measure rows out of view for a few milliseconds."""
        until = time.perf_counter() + _TURN_MS / 1000
        has_changed = False
        for row in range(self.hit_model.rowCount()):
            if not self._delegate.is_measured(row):
                has_changed |= self._measure(row)
                if time.perf_counter() > until:
                    break
        else:
            self._measurer.stop()
        if has_changed:
            self._place_around_anchor()

    def _measure(self, row: int) -> bool:
        index = self.hit_model.index(row)
        return self._delegate.measure(index, self.viewport().width(), self.font())

    def _visible_rows(self) -> Iterator[int]:
        first = self.indexAt(QPoint(1, 1))
        for row in range(max(0, first.row()), self.hit_model.rowCount()):
            if self.visualRect(self.hit_model.index(row)).top() > self.viewport().height():
                return
            yield row

    def _place_around_anchor(self) -> None:
        """Place the rows anew, the first one in view where it was."""
        anchor = self.indexAt(QPoint(1, 1))
        before = self.visualRect(anchor).top()
        super().doItemsLayout()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.visualRect(anchor).top() - before)

    def _set_behaviour(self) -> None:
        follow(self, _FONT_STEP_PT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(_SCROLL_STEP_PX)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)

    def _on_clicked(self, index: QModelIndex) -> None:
        hit = index.data(HitRole.HIT)
        if isinstance(hit, Hit):
            self.hit_chosen.emit(hit)

    def _on_opened(self, index: QModelIndex) -> None:
        hit = index.data(HitRole.HIT)
        if isinstance(hit, Hit):
            self.hit_opened.emit(hit)
