"""A document's whole text, read-only, with a passage of it brought into view and marked."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from qa_app.gui.marks import Segment, focus
from qa_app.gui.text_size import follow
from qa_app.gui.theme import Theme
from qa_app.gui.utf16 import Utf16Map, as_shown, line_breaks, with_breaks
from qa_app.gui.views.passage_layout import char_format
from qa_app.gui.views.reading_place import ReadingPlace, last_unit, put, sees
from qa_app.gui.views.source_highlighter import SourceHighlighter
from qa_app.gui.views.source_tints import styled, tint
from qa_app.gui.views.text_lines import TextLine, lines_of
from qa_app.model import Block, HighlightKind, SourceText, Span

_PIECE_CHARS = 600_000
_MOST_LINE_CHARS = 2_000
_ABOVE_SHARE = 0.2
_MEASURE_CHARS = 120
_MARGIN_PX = 14
_SOME_LINES = 8
_LEAST_LINES = 2
_BAR_PX = 3
_FONT_STEP_PT = 1.0
_BOLD_KINDS = frozenset({HighlightKind.TERM, HighlightKind.SPEAKER})


class Marking(Struct, frozen=True):
    """What is marked in a document, in code points of its text."""

    passage: Span
    segments: tuple[Segment, ...] = ()
    others: tuple[Span, ...] = ()


class SourceView(QPlainTextEdit):
    """Plain text only. A long text arrives piece by piece, so that no turn of the loop is long.

    `text_shown` follows once the whole text is there; `menu_wanted` carries a place on the screen.
    """

    text_shown = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._verbatim = self._text = ""
        self._breaks: list[int] = []
        self._n_fed = 0
        self._positions = Utf16Map("")
        self._marking: Marking | None = None
        self._waiting: Marking | None = None
        self._near: tuple[Span, ...] = ()
        self._highlighter = SourceHighlighter(self.document(), theme)
        self._found: tuple[Sequence[int], Sequence[int]] = ((), ())
        self._place = ReadingPlace(self)
        self._feeder = QTimer(self)
        self._feeder.setInterval(0)
        self._feeder.timeout.connect(self._feed)
        self._set_behaviour()
        self.verticalScrollBar().valueChanged.connect(self._style_visible)

    def show_text(self, source: SourceText) -> None:
        """Show a whole document instead of what is there."""
        self.clear_text()
        self._verbatim, self._text = source.text, as_shown(source.text)
        self._breaks = line_breaks(self._text, _MOST_LINE_CHARS)
        self._positions = Utf16Map(source.text, self._breaks)
        self._highlighter.set_blocks(source.blocks, self._positions)
        self._feed()
        self._style_visible()

    def restyle(self, blocks: Sequence[Block]) -> None:
        """Style the text anew: what its stretches are has changed, not their words."""
        bold = self._highlighter.bold
        self._highlighter.set_blocks(blocks, self._positions)
        self._highlighter.set_bold(bold)
        self._style_visible()

    def clear_text(self) -> None:
        """Show no document."""
        self._feeder.stop()
        self._place.drop()
        self._verbatim = self._text = ""
        self._breaks, self._n_fed = [], 0
        self._marking = self._waiting = None
        self._found = (), ()
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
        self._place.drop()
        self._marking = self._waiting = None
        self.setExtraSelections([])
        self._highlighter.set_bold(())
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self._highlighter.set_theme(theme)
        if self._marking is not None:
            self.setExtraSelections(self._selections(self._marking))
        self._style_visible()

    def set_found(self, starts: Sequence[int], ends: Sequence[int]) -> None:
        """Frame what was found, in code points, disjoint and in order."""
        self._found = starts, ends
        self.viewport().update()

    def go_to(self, span: Span) -> None:
        """Select some words, and scroll to them where they are not in view."""
        units = self._positions.span(span)
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(units.start, last_unit(self)))
        cursor.setPosition(min(units.end, last_unit(self)), QTextCursor.MoveMode.KeepAnchor)
        seen = sees(self, units.start) and sees(self, units.end)
        if not seen:
            self._scroll_to(units.start)
        self.setTextCursor(cursor)

    def go_to_top(self, span: Span) -> None:
        """Put the cursor before some words, and scroll so that they stand near the top."""
        unit = min(self._positions.units(span.start), last_unit(self))
        cursor = QTextCursor(self.document())
        cursor.setPosition(unit)
        self.setTextCursor(cursor)
        self._scroll_to(unit)

    def top_position(self) -> int:
        """Where the reader is: at the cursor if it is in view, else in the first line seen."""
        if sees(self, self.textCursor().position()):
            return self.position()
        return self._positions.code_points(self.firstVisibleBlock().position())

    def position(self) -> int:
        """Where the selection, or else the cursor, begins, in code points."""
        return self.selected().start

    def share_of(self, position: int) -> float:
        """How far down a position stands as the scroll bar counts it, 0 to 1."""
        block = self.document().findBlock(self._positions.units(position))
        if not self.verticalScrollBar().maximum():
            top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
            return top / max(1, self.viewport().height())
        return block.firstLineNumber() / max(1, self.document().lineCount())

    def is_whole(self) -> bool:
        """Whether the text is there to its end."""
        return self._n_fed >= len(self._text)

    def text(self) -> str:
        """The document's own text, verbatim."""
        return self._verbatim

    def sizeHint(self) -> QSize:
        """Some lines; it takes all the room that there is."""
        return QSize(super().sizeHint().width(), _SOME_LINES * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """A few lines."""
        return QSize(0, _LEAST_LINES * self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short enough to be read, and what is read where it is."""
        self._hold()
        super().resizeEvent(event)
        widest = round(_MEASURE_CHARS * self.fontMetrics().averageCharWidth()) + 2 * _MARGIN_PX
        spare = self.width() - self.verticalScrollBar().sizeHint().width() - widest
        self.setViewportMargins(0, 0, max(0, spare), 0)
        self._place.restore()
        self._style_visible()

    def changeEvent(self, event: QEvent) -> None:
        """In another size of the text, keep what is read where it is."""
        # Qt tells of changes while the view is being made, too.
        is_made = hasattr(self, "_feeder")
        is_news = event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}
        if is_made and is_news:
            self._hold()
        super().changeEvent(event)
        if is_made and is_news:
            self._place.restore()

    def event(self, event: QEvent) -> bool:
        """Leave copying to the window: what it copies has a citation with it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.ignore()
            return False
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the window's menu instead of Qt's own."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        self.menu_wanted.emit(at if by_key else event.globalPos())

    def _hold(self) -> None:
        if self._n_fed:
            self._place.hold(map(self._positions.units, self._read_places()))

    def _read_places(self) -> list[int]:
        """What may be read, in code points, the likeliest first."""
        if self._marking is None:
            return []
        answer = focus(self._marking.segments)
        starts = [self._marking.passage.start] + ([answer.start] if answer else [])
        return [start for start in starts if start < self._n_fed]

    def _set_behaviour(self) -> None:
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        follow(self, _FONT_STEP_PT)
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
        copied = QMimeData()
        copied.setText(self.selected().of(self._verbatim))
        return copied

    def selected(self) -> Span:
        """The words selected, in code points of the text; empty where none are."""
        cursor = self.textCursor()
        start = self._positions.code_points(cursor.selectionStart())
        return Span(start, self._positions.code_points(cursor.selectionEnd()))

    def _reveal_waiting(self) -> None:
        marking, self._waiting = self._waiting, None
        if marking is None:
            return
        self._marking = marking
        bold = [s.span for s in marking.segments if s.kinds & _BOLD_KINDS]
        self._highlighter.set_bold([self._positions.span(span) for span in bold])
        self._near = ()
        self.setExtraSelections(self._selections(marking))
        self._scroll_to(self._positions.units(marking.passage.start))
        self._scroll_on_to_answer(marking)
        self._style_visible()

    def _selections(self, marking: Marking) -> list[QTextEdit.ExtraSelection]:
        """From the faintest to the strongest: the later is painted over the earlier."""
        tints = [(span, tint(self._theme.other_hit)) for span in self._near]
        tints.append((marking.passage, tint(self._theme.passage)))
        tints += [(s.span, char_format(s.kinds, self._theme)) for s in marking.segments]
        document, positions = self.document(), self._positions
        return [styled(document, positions.span(span), style) for span, style in tints]

    def _scroll_to(self, unit: int) -> None:
        """Bring a position into the upper third of the view, and the cursor there."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(unit)
        self._place.drop()
        self.setTextCursor(cursor)
        put(self, unit, self.viewport().height() * _ABOVE_SHARE)

    def _scroll_on_to_answer(self, marking: Marking) -> None:
        """In a passage higher than the view, go on until the answer is seen."""
        wanted = focus(marking.segments)
        if wanted is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._positions.units(wanted.end))
        if not self.viewport().rect().contains(self.cursorRect(cursor)):
            self._scroll_to(self._positions.units(wanted.start))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus is gone."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frames around what was found, a line above where the focus is, a bar by the passage."""
        found = list(self._found_rects())
        painter = QPainter(self.viewport())
        for rect in found:
            painter.fillRect(rect, self._theme.notice)
        painter.end()
        super().paintEvent(event)
        painter.begin(self.viewport())
        self._paint_edge(painter)
        self._paint_bars(painter)
        painter.setPen(self._theme.text)
        for rect in found:
            painter.drawRect(rect)
        painter.end()

    def _paint_edge(self, painter: QPainter) -> None:
        thickness = 2 if self.hasFocus() else 1
        colour = self._theme.accent if self.hasFocus() else self._theme.hairline
        if self._text or self.hasFocus():
            painter.fillRect(0, 0, self.viewport().width(), thickness, colour)

    def _paint_bars(self, painter: QPainter) -> None:
        if self._marking is None:
            return
        passage = self._positions.span(self._marking.passage)
        for line in self._visible_lines():
            if line.units.start < passage.end and passage.start < max(line.units.end, 1):
                place = QRectF(_BAR_PX, line.top, _BAR_PX, line.line.height())
                painter.fillRect(place, self._theme.accent)

    def _found_rects(self) -> Iterator[QRectF]:
        """Where what was found stands in the view; a match over two lines has two places."""
        starts, ends = self._found
        if not starts:
            return
        for line in self._visible_lines():
            covered = Span(*map(self._positions.code_points, (line.units.start, line.units.end)))
            for at in range(bisect_right(ends, covered.start), bisect_left(starts, covered.end)):
                units = self._positions.span(Span(starts[at], ends[at]))
                yield line.place_of(units)

    def _visible_lines(self) -> Iterator[TextLine]:
        block = self.firstVisibleBlock()
        while block.isValid():
            top = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if top.top() > self.viewport().height():
                return
            yield from lines_of(block, top.topLeft())
            block = block.next()

    def _style_visible(self) -> None:
        n_lines = self.viewport().height() // max(1, self.fontMetrics().lineSpacing()) + 2
        first = self.firstVisibleBlock()
        self._highlighter.style(first, n_lines)
        if self._marking is not None:
            self._tint_others(self._marking, first, first.blockNumber() + n_lines)

    def _tint_others(self, marking: Marking, first: QTextBlock, last: int) -> None:
        """Tint the other hits in view; a place out of view would be laid out for it."""
        end = self.document().findBlockByNumber(min(last, self.blockCount() - 1))
        start_at, end_at = first.position(), end.position() + end.length() - 1
        seen = Span(self._positions.code_points(start_at), self._positions.code_points(end_at))
        others = marking.others
        near = tuple(o for o in others if o.start < seen.end and seen.start < o.end <= self._n_fed)
        if near != self._near:
            self._near = near
            self.setExtraSelections(self._selections(marking))
