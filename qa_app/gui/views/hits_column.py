"""The left side of the window: the hits and, while it is wanted, why one of them is there."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from qa_app.gui.views.hits_panel import HitsPanel
from qa_app.gui.views.why_pane import WhyPane

_SMALLEST_LIST_PX = 90


class HitsColumn(QWidget):
    """Gives the reasons the height they need, and the hits the rest.

    Not a box layout: that one would halve a low window, because the hits can fill any height.
    """

    def __init__(self, panel: HitsPanel, pane: WhyPane) -> None:
        super().__init__()
        self._panel = panel
        self._pane = pane
        self._scroller = QScrollArea(self)
        self._scroller.setFrameShape(QFrame.Shape.NoFrame)
        self._scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        panel.setParent(self)
        self._scroller.setWidget(pane)
        self._scroller.viewport().installEventFilter(self)
        pane.hide()

    def sizeHint(self) -> QSize:
        """What the hits would like; the reasons take their room from them."""
        return self._panel.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """A few lines of a hit."""
        return QSize(0, _SMALLEST_LIST_PX)

    def event(self, event: QEvent) -> bool:
        """Place the parts anew when one of them comes, goes or needs another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Place the parts anew when the reasons come, go or need another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        wanted = 0 if self._pane.isHidden() else self._pane.heightForWidth(self.width())
        height = max(0, min(wanted, self.height() - _SMALLEST_LIST_PX))
        self._panel.setGeometry(0, 0, self.width(), self.height() - height)
        self._scroller.setGeometry(0, self.height() - height, self.width(), height)
        self._fit_pane(height)

    def _fit_pane(self, height: int) -> None:
        """No lower than its words need: in a low window one scrolls to them."""
        layout = self._pane.layout()
        least = layout.minimumHeightForWidth(self.width()) if layout is not None else 0
        width = self.width()
        if least > height:
            width -= self._scroller.verticalScrollBar().sizeHint().width()
            least = layout.minimumHeightForWidth(width) if layout is not None else 0
        self._pane.resize(width, max(height, least))
