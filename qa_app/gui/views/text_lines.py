"""Where the words of a text widget's lines stand, in pixels."""

from collections.abc import Iterator
from typing import cast

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextLine

from qa_app.model import Span


class TextLine(Struct, frozen=True):
    """A line in view: the UTF-16 units it covers, and where its block begins, in both senses."""

    line: QTextLine
    units: Span
    block_start: int
    origin: QPointF

    @property
    def top(self) -> float:
        """Where the line begins from above."""
        return self.origin.y() + self.line.y()

    def place_of(self, units: Span) -> QRectF:
        """Where some units of it stand; the rest of them is on other lines."""
        edges = (max(units.start, self.units.start), min(units.end, self.units.end))
        left, right = sorted(self._x(edge) for edge in edges)
        return QRectF(self.origin.x() + left, self.top, right - left, self.line.height() - 1)

    def _x(self, unit: int) -> float:
        # What comes is the place and the cursor's position, whatever the stub says.
        x, _cursor = cast("tuple[float, int]", self.line.cursorToX(unit - self.block_start))
        return x


def lines_of(block: QTextBlock, at: QPointF) -> Iterator[TextLine]:
    """The lines of a block that begins at `at`."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start = block.position() + line.textStart()
        yield TextLine(line, Span(start, start + line.textLength()), block.position(), at)
