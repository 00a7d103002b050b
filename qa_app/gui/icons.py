"""Icons, drawn as vectors at the size and in the colour that are asked for.

Drawings of our own: a library of icon fonts takes 90 ms and more before the first one is seen.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from qa_app.gui.icon_drawings import DRAWINGS

_STROKE = 1.75
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="{path}" fill="none"'
    ' stroke="{colour}" stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round"/>'
    "</svg>"
)


class _Engine(QIconEngine):
    """Draws when it is asked to, so that an icon is in the colour that the words beside it have."""

    def __init__(self, name: str, *, in_menu: bool) -> None:
        super().__init__()
        self._name = name
        self._in_menu = in_menu

    def clone(self) -> QIconEngine:
        """Another of the same."""
        return _Engine(self._name, in_menu=self._in_menu)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon in the middle of `rect`."""
        del state
        draw(painter, self._name, QRectF(rect), self._colour(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon on nothing."""
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return drawn

    def _colour(self, mode: QIcon.Mode) -> QColor:
        palette, role = QGuiApplication.palette(), QPalette.ColorRole
        if mode == QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, role.WindowText)
        # In a menu the entry that is pointed at is "active", and filled with the highlight.
        is_filled = mode == QIcon.Mode.Selected or (self._in_menu and mode == QIcon.Mode.Active)
        return palette.color(role.HighlightedText if is_filled else role.WindowText)


def icon(name: str, *, in_menu: bool = False) -> QIcon:
    """An icon in the colour of words, light or dark.

    Args:
        name: one of `DRAWINGS`.
        in_menu: whether it stands in a menu, where the entry pointed at is filled.

    Raises:
        KeyError: there is no such drawing.
    """
    if name not in DRAWINGS:
        raise KeyError(name)
    return QIcon(_Engine(name, in_menu=in_menu))


def draw(painter: QPainter, name: str, place: QRectF, colour: QColor) -> None:
    """Draw an icon as large as fits into the middle of `place`."""
    side = min(place.width(), place.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(place.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, colour.name()).render(painter, square)
    painter.restore()


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    svg = _SVG.format(path=DRAWINGS[name], colour=colour, width=_STROKE)
    return QSvgRenderer(QByteArray(svg.encode()))
