"""The list of hits: chosen with the arrows or the mouse, opened with Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from qa_app.gui.models.hit_list_model import HitListModel, HitRole, Index
from qa_app.gui.theme import Theme
from qa_app.gui.views.hit_delegate import HitDelegate
from qa_app.model import Hit

_SCROLL_STEP_PX = 24
_FONT_STEP_PT = 1.0


class HitList(QListView):
    """Rows of variable height. `hit_chosen` and `hit_opened` carry the `Hit`."""

    hit_chosen = Signal(object)
    hit_opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hit_model = HitListModel()
        self._delegate = HitDelegate(theme, self)
        self.hit_model.modelReset.connect(self._delegate.forget)
        self.setModel(self.hit_model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Hits"))
        self._set_behaviour()
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_opened)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    def show_hits(self, hits: Sequence[Hit], *, related: bool = False) -> None:
        """Show `hits`, none of them chosen."""
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
        hit = current.data(HitRole.HIT)
        if isinstance(hit, Hit):
            self.scrollTo(current)
            self.hit_chosen.emit(hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; Qt's own signal for that differs between desktops."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _set_behaviour(self) -> None:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() + _FONT_STEP_PT)
        self.setFont(font)
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
