"""What a document's text looks like before anything in it is marked, and its words in bold."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextDocument, QTextLayout

from qa_app.gui.theme import Theme
from qa_app.gui.utf16 import Utf16Map
from qa_app.model import Block, BlockKind, Span

_QUIET = (BlockKind.FURNITURE, BlockKind.FRONT_MATTER)
_STYLED = (*_QUIET, BlockKind.HEADING)


class SourceHighlighter:
    """Furniture is greyed, headings and given words are bold; the text itself stays as it is.

    Lines are styled when they are about to be seen: a `QSyntaxHighlighter` would style all of a
    document, which takes longer than to show it. The blocks of a document are in code points, in
    order and disjoint; bold spans are in UTF-16 units.
    """

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        self._document = document
        self._theme = theme
        self._blocks: list[Block] = []
        self._positions = Utf16Map("")
        self._ends: list[int] = []
        self.bold: tuple[Span, ...] = ()
        self._styled: set[int] = set()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours what is styled from now on, everything seen included."""
        self._theme = theme
        self._styled.clear()

    def set_blocks(self, blocks: Sequence[Block], positions: Utf16Map) -> None:
        """Say what the stretches of the next text are, and how to find them in it."""
        self._blocks = [block for block in blocks if block.kind in _STYLED]
        self._ends = [block.span.end for block in self._blocks]
        self._positions = positions
        self.bold = ()
        self._styled.clear()

    def set_bold(self, spans: Sequence[Span]) -> None:
        """Make these words bold, and no others."""
        changed = (*self.bold, *spans)
        self.bold = tuple(spans)
        lines = {self._document.findBlock(span.start).blockNumber() for span in changed}
        self._styled -= lines
        for number in sorted(lines):
            self.style(self._document.findBlockByNumber(number), 1)

    def style(self, first: QTextBlock, n_lines: int) -> None:
        """Style some lines of the document, those that are styled already excepted."""
        line = first
        for _ in range(n_lines):
            if not line.isValid():
                return
            if line.blockNumber() not in self._styled:
                self._styled.add(line.blockNumber())
                self._style_line(line)
            line = line.next()

    def _style_line(self, line: QTextBlock) -> None:
        formats = list(self._formats(line))
        if formats or line.layout().formats():
            line.layout().setFormats(formats)
            self._document.markContentsDirty(line.position(), line.length())

    def _formats(self, line: QTextBlock) -> Iterator[QTextLayout.FormatRange]:
        covered = Span(line.position(), line.position() + line.length() - 1)
        for block in self._blocks_in(covered):
            yield _format(self._positions.span(block.span), covered, self._style(block.kind))
        for span in self.bold:
            if span.start < covered.end and covered.start < span.end:
                yield _format(span, covered, self._style(BlockKind.HEADING))

    def _blocks_in(self, line: Span) -> Iterator[Block]:
        start = self._positions.code_points(line.start)
        end = self._positions.code_points(line.end)
        for at in range(bisect_right(self._ends, start), len(self._blocks)):
            if self._blocks[at].span.start >= end:
                return
            yield self._blocks[at]

    def _style(self, kind: BlockKind) -> QTextCharFormat:
        style = QTextCharFormat()
        if kind in _QUIET:
            style.setForeground(self._theme.muted)
        else:
            style.setFontWeight(QFont.Weight.Bold)
        return style


def _format(span: Span, line: Span, style: QTextCharFormat) -> QTextLayout.FormatRange:
    start, end = max(span.start, line.start), min(span.end, line.end)
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start - line.start, end - start, style
    return found
