"""What is read in a text, kept where it is while the text's size or the view's changes."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

_LOWEST_SHARE = 0.6


class ReadingPlace:
    """Positions are in UTF-16 units, as Qt counts them."""

    def __init__(self, view: QPlainTextEdit) -> None:
        self._view = view
        self._held: tuple[int, int] | None = None
        self._left: tuple[int, int, int] | None = None

    def hold(self, marks: Iterable[int]) -> None:
        """Note the first of `marks` in view, else the first line, until this turn's changes end.

        One change of the text's size comes as several of the view's, each of which would move what
        is read a little.
        """
        if self._held is None:
            seen = (unit for unit in marks if sees(self._view, unit))
            unit = next(seen, self._view.firstVisibleBlock().position())
            self._held = unit, self._top_of(unit)
            QTimer.singleShot(0, self._view, self._restore_and_drop)

    def restore(self) -> None:
        """Put what was noted where it was, as far as it fits."""
        if self._held is not None:
            unit, top = self._held
            lowest = _LOWEST_SHARE * self._view.viewport().height()
            put(self._view, unit, min(top, lowest) - self._view.fontMetrics().lineSpacing() / 2)

    def drop(self) -> None:
        """Keep nothing: something else is gone to."""
        self._held = self._left = None

    def _top_of(self, unit: int) -> int:
        """How far down a position is, or was meant to be where whole lines have moved it."""
        if self._left is not None:
            left_unit, top, scroll = self._left
            if (left_unit, scroll) == (unit, self._view.verticalScrollBar().value()):
                return top
        return max(0, rect_of(self._view, unit).top())

    def _restore_and_drop(self) -> None:
        self.restore()
        if self._held is not None:
            self._left = *self._held, self._view.verticalScrollBar().value()
        self._held = None


def put(view: QPlainTextEdit, unit: int, room: float) -> None:
    """Scroll so that a position has about `room` pixels above it.

    The scroll bar counts lines, and lines far away are not wrapped yet; so lines are counted upward
    from the position as far as there is room.
    """
    block = view.document().findBlock(min(unit, last_unit(view)))
    view.blockBoundingRect(block)
    line = block.layout().lineForTextPosition(unit - block.position())
    n_above = max(0, line.lineNumber())
    while room > 0 and (n_above > 0 or block.previous().isValid()):
        if n_above == 0:
            block = block.previous()
            view.blockBoundingRect(block)
            n_above = block.lineCount()
        n_above -= 1
        room -= _line_height(view, block, n_above)
    view.verticalScrollBar().setValue(block.firstLineNumber() + n_above)


def sees(view: QPlainTextEdit, unit: int) -> bool:
    """Whether a position is in view."""
    return view.viewport().rect().contains(rect_of(view, unit))


def rect_of(view: QPlainTextEdit, unit: int) -> QRect:
    """Where the cursor would stand at a position."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(min(unit, last_unit(view)))
    return view.cursorRect(cursor)


def last_unit(view: QPlainTextEdit) -> int:
    """The position at the end of the text."""
    return max(0, view.document().characterCount() - 1)


def _line_height(view: QPlainTextEdit, block: QTextBlock, line: int) -> float:
    found = block.layout().lineAt(line)
    return found.height() if found.isValid() else float(view.fontMetrics().lineSpacing())
