"""What a document's text looks like before anything in it is marked, and its words in bold."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from qa_app.gui.theme import Theme
from qa_app.gui.utf16 import Utf16Map
from qa_app.model import Block, BlockKind, Span

_QUIET = (BlockKind.FURNITURE, BlockKind.FRONT_MATTER)
_STYLED = (*_QUIET, BlockKind.HEADING)


class SourceHighlighter(QSyntaxHighlighter):
    """Furniture is greyed, headings and given words are bold; the text itself stays as it is.

    The blocks of a document are in code points, in order and disjoint; only those of a line that is
    being styled are translated, for there may be tens of thousands. Bold spans are in UTF-16 units.
    """

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._blocks: list[Block] = []
        self._positions = Utf16Map("")
        self._ends: list[int] = []
        self._bold: tuple[Span, ...] = ()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from the next text on."""
        self._theme = theme

    def set_blocks(self, blocks: Sequence[Block], positions: Utf16Map) -> None:
        """Say what the stretches of the next text are, and how to find them in it."""
        self._blocks = [block for block in blocks if block.kind in _STYLED]
        self._ends = [block.span.end for block in self._blocks]
        self._positions = positions
        self._bold = ()

    def set_bold(self, spans: Sequence[Span]) -> None:
        """Make these words bold, and no others."""
        changed = (*self._bold, *spans)
        self._bold = tuple(spans)
        for number in {self.document().findBlock(s.start).blockNumber() for s in changed}:
            self.rehighlightBlock(self.document().findBlockByNumber(number))

    def highlightBlock(self, text: str) -> None:
        """Style one line of the document."""
        del text
        begin = self.currentBlock().position()
        line = Span(begin, begin + self.currentBlock().length() - 1)
        for block in self._blocks_in(line):
            self._apply(self._positions.span(block.span), line, self._style(block.kind))
        for span in self._bold:
            if span.start < line.end and line.start < span.end:
                self._apply(span, line, self._style(BlockKind.HEADING))

    def _blocks_in(self, line: Span) -> Iterator[Block]:
        start = self._positions.code_points(line.start)
        end = self._positions.code_points(line.end)
        for at in range(bisect_right(self._ends, start), len(self._blocks)):
            if self._blocks[at].span.start >= end:
                return
            yield self._blocks[at]

    def _apply(self, span: Span, line: Span, style: QTextCharFormat) -> None:
        start, end = max(span.start, line.start), min(span.end, line.end)
        self.setFormat(start - line.start, end - start, style)

    def _style(self, kind: BlockKind) -> QTextCharFormat:
        style = QTextCharFormat()
        if kind in _QUIET:
            style.setForeground(self._theme.muted)
        else:
            style.setFontWeight(QFont.Weight.Bold)
        return style
