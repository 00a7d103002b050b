"""The left side of the window: the hits and, while it is wanted, why one of them is there."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

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
        for part in (panel, pane):
            part.setParent(self)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        wanted = 0 if self._pane.isHidden() else self._pane.heightForWidth(self.width())
        height = max(0, min(wanted, self.height() - _SMALLEST_LIST_PX))
        self._panel.setGeometry(0, 0, self.width(), self.height() - height)
        self._pane.setGeometry(0, self.height() - height, self.width(), height)
