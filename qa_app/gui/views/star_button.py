"""The star beside the question: full where the question is saved."""

import math

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolButton

from qa_app.gui.key_names import KeyNames
from qa_app.gui.theme import Theme

_LEAST_SIDE_PX = 24
# Of a line's height, and of the button's side.
_SIDE_SHARE = 1.9
_RADIUS_SHARE = 0.3
_INNER_SHARE = 0.42


class StarButton(QToolButton):
    """Saves the question or takes it out of the saved ones; an outline or a full star."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_saved = False
        self.setAutoRaise(True)
        # Its key is Ctrl+S; from the question, Tab leads straight to the conditions.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_saved(saved=False)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def show_saved(self, *, saved: bool) -> None:
        """Show whether the question is saved."""
        self._is_saved = saved
        unsave = self.tr("Saved question: no longer save it")
        name = unsave if saved else self.tr("Save the question")
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({KeyNames(self):save_question})")
        self.update()

    def is_saved(self) -> bool:
        """Whether the star is full."""
        return self._is_saved

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = max(_LEAST_SIDE_PX, round(_SIDE_SHARE * self.fontMetrics().height()))
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        """Take another size where the text does."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The star, in a frame while the mouse is over it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.accent if self._is_saved else self._theme.muted
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(colour if self._is_saved else Qt.BrushStyle.NoBrush)
        radius = _RADIUS_SHARE * min(self.width(), self.height())
        painter.drawPolygon(star(QPointF(self.width() / 2, self.height() / 2 + 0.5), radius))


def star(middle: QPointF, radius: float) -> QPolygonF:
    """A star of five points, one of them upward."""
    polygon = QPolygonF()
    for corner in range(10):
        reach = radius * (_INNER_SHARE if corner % 2 else 1.0)
        angle = math.pi * corner / 5
        polygon.append(middle + QPointF(reach * math.sin(angle), -reach * math.cos(angle)))
    return polygon
