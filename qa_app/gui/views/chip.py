"""A word or two in a rounded frame that a click or a key takes away."""

from html import escape

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from qa_app.explaining.conditions import Condition
from qa_app.gui.theme import Theme
from qa_app.gui.utf16 import on_one_line
from qa_app.gui.wording import tr

_SIDE_PX = 9
_ABOVE_PX = 3
_CROSS_PX = 7
_CROSS_GAP_PX = 7
_MOST_WIDTH_PX = 300
_LEAST_WIDTH_PX = 64
_DROPPING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Chip(QPushButton):
    """A button that paints `words` itself, shortened where they do not fit.

    Qt would take an ampersand in a button's own text for a mnemonic. `stepped` asks for the chip
    to the left or to the right. Without a cross it is no condition: Delete does nothing to it.
    """

    stepped = Signal(int)

    def __init__(self, words: str, theme: Theme, parent: QWidget, *, has_cross: bool) -> None:
        super().__init__(parent)
        self.words = on_one_line(words)
        self._theme = theme
        self._has_cross = has_cross
        self._ground = QColor(Qt.GlobalColor.transparent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_theme(self, theme: Theme, *, is_filled: bool) -> None:
        """Paint with other colours; a chip that is filled narrows the search down."""
        self._theme = theme
        self._ground = theme.other_hit if is_filled else theme.base
        self.update()

    def describe(self, name: str, description: str) -> None:
        """Say what it is to a screen reader, and what it does in a tooltip too."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        # A tooltip that looks like markup is taken for it.
        self.setToolTip(f"<span>{escape(description)}</span>")

    def sizeHint(self) -> QSize:
        """What the words need, up to a limit."""
        width = self.fontMetrics().horizontalAdvance(self.words) + 1 + self._beside_words()
        return QSize(min(width, _MOST_WIDTH_PX), chip_height(self.fontMetrics()))

    def minimumSizeHint(self) -> QSize:
        """Enough for a few letters."""
        return QSize(min(_LEAST_WIDTH_PX, self.sizeHint().width()), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does; Delete and Backspace drop; Left and Right walk on."""
        key = Qt.Key(event.key())
        if key in _PRESSING or (key in _DROPPING and self._has_cross):
            self.click()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame, the words and a cross; the frame shows the focus."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        room = self.rect().adjusted(_SIDE_PX, 0, _SIDE_PX - self._beside_words(), 0)
        shown = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(self._theme.text if self._has_cross else self._theme.accent)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, flags | Qt.TextFlag.TextSingleLine, shown)
        if self._has_cross:
            self._paint_cross(painter)

    def _beside_words(self) -> int:
        return 2 * _SIDE_PX + (_CROSS_GAP_PX + _CROSS_PX if self._has_cross else 0)

    def _is_lit(self) -> bool:
        return self.hasFocus() or self.underMouse() or self.isDown()

    def _paint_frame(self, painter: QPainter) -> None:
        if not self._has_cross and not self._is_lit():
            return
        thickness = 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(self._theme.accent if self._is_lit() else self._theme.muted, thickness))
        painter.setBrush(self._theme.selected if self.isDown() else self._ground)
        frame = QRectF(self.rect()).adjusted(*(thickness / 2 * side for side in (1, 1, -1, -1)))
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)

    def _paint_cross(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._theme.text if self._is_lit() else self._theme.muted, 1.4))
        half = _CROSS_PX / 2
        middle = QPointF(self.width() - _SIDE_PX - half, self.height() / 2)
        for slope in (1, -1):
            corner = QPointF(half, half * slope)
            painter.drawLine(middle - corner, middle + corner)


def chip_height(metrics: QFontMetrics) -> int:
    """How high a chip is in a font."""
    return metrics.height() + 2 * _ABOVE_PX


def condition_chip(condition: Condition, theme: Theme, parent: QWidget) -> Chip:
    """A chip that drops a condition of the question."""
    chip = Chip(condition.words, theme, parent, has_cross=True)
    chip.set_theme(theme, is_filled=not condition.is_variant)
    if condition.is_variant:
        name = tr("also searched: {form}").format(form=condition.words)
        about = tr("Searched beside “{asked}”: {form}").format(
            asked=condition.beside, form=condition.words
        )
    else:
        name = condition.words
        about = tr("Every hit meets this condition: {words}").format(words=condition.words)
    hint = tr("Delete asks again without it")
    chip.describe(name, f"{about}. {hint}.")
    return chip
