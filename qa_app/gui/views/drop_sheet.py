"""Lies over the window while a folder is dragged over it, and says what dropping will do."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from qa_app.gui.theme import theme_from

_INSET_PX = 14
_VEIL_ALPHA = 225
_FONT_STEP_PT = 5.0


class DropSheet(QWidget):
    """A veil with a sentence; what is dragged goes through it to the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.words = self.tr("Drop the folder to ask its documents")
        self.setAccessibleName(self.words)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Lie over the whole window."""
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed frame around the words."""
        del event
        theme = theme_from(self.palette())
        veil = QColor(theme.base)
        veil.setAlpha(_VEIL_ALPHA)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(theme.accent, 2, Qt.PenStyle.DashLine))
        inset = (_INSET_PX, _INSET_PX, -_INSET_PX, -_INSET_PX)
        painter.drawRoundedRect(QRectF(self.rect().adjusted(*inset)), 8, 8)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() + _FONT_STEP_PT)
        painter.setFont(font)
        painter.setPen(theme.text)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words)
