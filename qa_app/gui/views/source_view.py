"""A document's whole text, read-only, with a passage of it brought into view and marked."""

from bisect import bisect_left
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from qa_app.gui.marks import Segment, focus
from qa_app.gui.theme import Theme
from qa_app.gui.utf16 import Utf16Map, as_shown, line_breaks, with_breaks
from qa_app.gui.views.passage_layout import char_format
from qa_app.gui.views.source_highlighter import SourceHighlighter
from qa_app.model import HighlightKind, SourceText, Span

_PIECE_CHARS = 40_000
_MOST_LINE_CHARS = 2_000
_ABOVE_SHARE = 0.2
_MARGIN_PX = 14
_BAR_PX = 3
_FONT_STEP_PT = 1.0
_BOLD_KINDS = frozenset({HighlightKind.TERM, HighlightKind.SPEAKER})


@dataclass(frozen=True, slots=True)
class Marking:
    """What is marked in a document, in code points of its text."""

    passage: Span
    segments: tuple[Segment, ...] = ()
    others: tuple[Span, ...] = ()


class SourceView(QPlainTextEdit):
    """Plain text only. A long text arrives piece by piece, so that no turn of the loop is long.

    `text_shown` follows once the whole text is there.
    """

    text_shown = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._verbatim = self._text = ""
        self._breaks: list[int] = []
        self._n_fed = 0
        self._positions = Utf16Map("")
        self._marking: Marking | None = None
        self._waiting: Marking | None = None
        self._highlighter = SourceHighlighter(self.document(), theme)
        self._feeder = QTimer(self)
        self._feeder.setInterval(0)
        self._feeder.timeout.connect(self._feed)
        self._set_behaviour()

    def show_text(self, source: SourceText) -> None:
        """Show a whole document instead of what is there."""
        self._feeder.stop()
        self._marking = self._waiting = None
        self._verbatim, self._text, self._n_fed = source.text, as_shown(source.text), 0
        self._breaks = line_breaks(self._text, _MOST_LINE_CHARS)
        self._positions = Utf16Map(source.text, self._breaks)
        self.setExtraSelections([])
        self._highlighter.set_blocks((), self._positions)
        self.clear()
        self._highlighter.set_blocks(source.blocks, self._positions)
        self._feed()

    def clear_text(self) -> None:
        """Show no document."""
        self._feeder.stop()
        self._verbatim = self._text = ""
        self._breaks, self._n_fed = [], 0
        self._marking = self._waiting = None
        self.setExtraSelections([])
        self._highlighter.set_blocks((), self._positions)
        self.clear()

    def reveal(self, marking: Marking) -> None:
        """Mark a passage and scroll to it, as soon as that much of the text is there."""
        self._waiting = marking
        if marking.passage.end <= self._n_fed:
            self._reveal_waiting()

    def unmark(self) -> None:
        """Mark nothing, and go to the beginning."""
        self._marking = self._waiting = None
        self.setExtraSelections([])
        self._highlighter.set_bold(())
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours; the text is fed anew, for its greys are part of it."""
        self._theme = theme
        self._highlighter.set_theme(theme)
        self._waiting = self._marking or self._waiting
        self._marking = None
        self.clear()
        self._n_fed = 0
        self._feed()

    def _set_behaviour(self) -> None:
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() + _FONT_STEP_PT)
        self.setFont(font)
        self.document().setDocumentMargin(_MARGIN_PX)
        self.setAccessibleName(self.tr("Text of the source"))
        self.setPlaceholderText(self.tr("Choose a hit to read it here, in its place."))

    def _feed(self) -> None:
        """Add the next piece of the text, up to the end of a line."""
        if self._n_fed < len(self._text):
            end = self._end_of_piece()
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(with_breaks(self._text, self._breaks, self._n_fed, end))
            self._n_fed = end
        if self._waiting is not None and self._waiting.passage.end <= self._n_fed:
            self._reveal_waiting()
        if self._n_fed < len(self._text):
            self._feeder.start()
        else:
            self._feeder.stop()
            self.text_shown.emit()

    def _end_of_piece(self) -> int:
        """The end of a line, its own or one that was broken, some way on."""
        least = self._n_fed + _PIECE_CHARS
        line_end = self._text.find("\n", least)
        ends = [line_end + 1] if line_end >= 0 else [len(self._text)]
        at = bisect_left(self._breaks, least)
        return min(ends + self._breaks[at : at + 1])

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied is the document's own text, without the breaks of overlong lines."""
        cursor = self.textCursor()
        start = self._positions.code_points(cursor.selectionStart())
        end = self._positions.code_points(cursor.selectionEnd())
        copied = QMimeData()
        copied.setText(self._verbatim[start:end])
        return copied

    def _reveal_waiting(self) -> None:
        marking, self._waiting = self._waiting, None
        if marking is None:
            return
        self._marking = marking
        bold = [s.span for s in marking.segments if s.kinds & _BOLD_KINDS]
        self._highlighter.set_bold([self._positions.span(span) for span in bold])
        self.setExtraSelections(self._selections(marking))
        self._scroll_to(self._positions.units(marking.passage.start))
        self._scroll_on_to_answer(marking)

    def _selections(self, marking: Marking) -> list[QTextEdit.ExtraSelection]:
        """From the faintest to the strongest: the later is painted over the earlier."""
        fed = [span for span in marking.others if span.end <= self._n_fed]
        found = [self._tinted(span, self._theme.other_hit) for span in fed]
        found.append(self._tinted(marking.passage, self._theme.passage))
        return found + [
            self._selection(segment.span, char_format(segment.kinds, self._theme))
            for segment in marking.segments
        ]

    def _tinted(self, span: Span, colour: QColor) -> QTextEdit.ExtraSelection:
        style = QTextCharFormat()
        style.setBackground(colour)
        return self._selection(span, style)

    def _selection(self, span: Span, style: QTextCharFormat) -> QTextEdit.ExtraSelection:
        units = self._positions.span(span)
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(units.start)
        cursor.setPosition(units.end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor, selection.format = cursor, style
        return selection

    def _scroll_to(self, unit: int) -> None:
        """Bring a position into the upper third of the view.

        The scroll bar counts lines, and lines far away are not wrapped yet; so the position goes to
        the top first, and from there as many lines up as have room above it.
        """
        cursor = QTextCursor(self.document())
        cursor.setPosition(unit)
        self.setTextCursor(cursor)
        block = cursor.block()
        line = block.layout().lineForTextPosition(unit - block.position())
        n_above = max(0, line.lineNumber())
        room = self.viewport().height() * _ABOVE_SHARE
        while room > 0 and (n_above > 0 or block.previous().isValid()):
            if n_above == 0:
                block = block.previous()
                self.blockBoundingRect(block)
                n_above = block.lineCount()
            n_above -= 1
            room -= self._line_height(block, n_above)
        self.verticalScrollBar().setValue(block.firstLineNumber() + n_above)

    def _scroll_on_to_answer(self, marking: Marking) -> None:
        """In a passage higher than the view, go on until the answer is seen."""
        wanted = focus(marking.segments)
        if wanted is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._positions.units(wanted.end))
        if not self.viewport().rect().contains(self.cursorRect(cursor)):
            self._scroll_to(self._positions.units(wanted.start))

    def _line_height(self, block: QTextBlock, line: int) -> float:
        found = block.layout().lineAt(line)
        return found.height() if found.isValid() else float(self.fontMetrics().lineSpacing())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus is gone."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line above where the focus is here, and a bar in the margin beside the passage."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        thickness = 2 if self.hasFocus() else 1
        colour = self._theme.accent if self.hasFocus() else self._theme.hairline
        if self._text or self.hasFocus():
            painter.fillRect(0, 0, self.viewport().width(), thickness, colour)
        if self._marking is not None:
            self._paint_bars(painter, self._marking)

    def _paint_bars(self, painter: QPainter, marking: Marking) -> None:
        passage = self._positions.span(marking.passage)
        block = self.firstVisibleBlock()
        while block.isValid() and block.position() < passage.end:
            top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
            if top > self.viewport().height():
                break
            self._paint_bar(painter, block, top, passage)
            block = block.next()

    def _paint_bar(self, painter: QPainter, block: QTextBlock, top: float, passage: Span) -> None:
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            start = block.position() + line.textStart()
            if start < passage.end and passage.start < start + max(1, line.textLength()):
                place = QRectF(_BAR_PX, top + line.y(), _BAR_PX, line.height())
                painter.fillRect(place, self._theme.accent)
