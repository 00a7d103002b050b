"""What a document says of itself, above its text."""

from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from qa_app.explaining.dates import date_words
from qa_app.explaining.names import isolated, shown_name
from qa_app.gui.theme import Theme
from qa_app.gui.utf16 import Utf16Map, on_one_line
from qa_app.gui.views.hit_delegate import small_font
from qa_app.gui.wording import SEPARATOR, explained, path_words, title_of
from qa_app.model import Source, SourceText, Span

_TITLE_STEP_PT = 2.0
_MOST_CHARS = 400
_MOST_LINES = 9
_LEAST_LINES = 1.5
_TITLE_LINES = 3
_MARGIN_PX = 14
_LEAST_WIDTH_PX = 80
_LINE_GAP_PX = 2


class SourceHeader(QTextEdit):
    """Title, facts, address and path as plain text that can be selected, wrapped where it must be.

    An address is no link: nothing here can be followed.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.title = ""
        self._lines: tuple[str, ...] = ()
        self._written_width = -1
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self.document().setDocumentMargin(_MARGIN_PX)
        self.setAccessibleName(self.tr("About the source"))

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self._write()

    def show_source(self, source: SourceText) -> None:
        """Say what a document is."""
        about = source.metadata
        named = Source(source.document_id, source.path, about, Span(0, 0), 0)
        self.title = title_of(named)
        about_it = self.tr("About the source")
        self.setAccessibleName(f"{about_it}: {self.title}")
        facts = (about.publisher, date_words(about.date, explained), about.author)
        known = (isolated(shown_name(fact)) for fact in facts)
        address = shown_name(about.address)
        lines = (SEPARATOR.join(filter(None, known)), address, path_words(source.path))
        self._lines = tuple(_short(line) for line in lines if line)
        self._write()

    def sizeHint(self) -> QSize:
        """As high as its lines, up to some; more can be scrolled to."""
        most = _MOST_LINES * self.fontMetrics().lineSpacing() + 2 * _MARGIN_PX
        return QSize(super().sizeHint().width(), min(round(self.document().size().height()), most))

    def minimumSizeHint(self) -> QSize:
        """A line of the title: in a low window the text needs the room more."""
        least = _LEAST_LINES * self.fontMetrics().lineSpacing() + _MARGIN_PX
        return QSize(0, min(self.sizeHint().height(), round(least)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the new width asks for."""
        super().resizeEvent(event)
        # A scroll bar that comes while it is written is no other width, and no time to write again.
        if self._written_width != self.width():
            self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Write it again in another size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._write()

    def event(self, event: QEvent) -> bool:
        """Copy what is selected here; with nothing selected the key is the window's."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
            and self.textCursor().hasSelection()
        ):
            event.accept()
            return True
        return super().event(event)

    def _write(self) -> None:
        self._written_width = self.width()
        self.clear()
        cursor = self.textCursor()
        if self.title:
            style = self._title_format()
            shown = _in_lines(self.title, style.font(), self._line_width(), _TITLE_LINES)
            cursor.insertText(shown, style)
            # A tooltip that looks like markup is taken for it.
            self.setToolTip(f"<p>{escape(self.title)}</p>" if shown != self.title else "")
        apart = QTextBlockFormat()
        apart.setTopMargin(_LINE_GAP_PX)
        # A name from right to left at its beginning does not turn the line.
        apart.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for line in self._lines:
            cursor.insertBlock(apart)
            cursor.insertText(line, self._line_format())
        # The title is to be seen where not all of it fits.
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.updateGeometry()

    def _line_width(self) -> float:
        """The width of a line; some where nothing is laid out yet."""
        return max(_LEAST_WIDTH_PX, self.width() - 2 * _MARGIN_PX)

    def _title_format(self) -> QTextCharFormat:
        style = QTextCharFormat()
        font = self.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() + _TITLE_STEP_PT)
        style.setFont(font)
        style.setForeground(self._theme.text)
        return style

    def _line_format(self) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFont(small_font(self.font()))
        style.setForeground(self._theme.muted)
        return style


def _in_lines(text: str, font: QFont, width: float, n_lines: int) -> str:
    """As much of `text` as fits some lines, an ellipsis at its end if that is not all."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= n_lines and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    if len(starts) <= n_lines:
        return text
    start = Utf16Map(text).code_points(starts[-2])
    last = QFontMetricsF(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
    return text[:start] + last


def _short(line: str) -> str:
    line = on_one_line(line)
    return line if len(line) <= _MOST_CHARS else line[: _MOST_CHARS - 1] + "…"
