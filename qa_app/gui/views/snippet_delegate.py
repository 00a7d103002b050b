"""Paints a snippet: the group that it begins, the quote, where it stands, its note and tags."""

from msgspec import Struct
from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qa_app.gui.models.snippet_list_model import Index, SnippetRole
from qa_app.gui.theme import Theme
from qa_app.gui.utf16 import on_one_line
from qa_app.gui.views.hit_delegate import small_font
from qa_app.gui.views.passage_layout import LaidOut, lay_out
from qa_app.gui.wording import snippet_remarks, snippet_source_line, tr
from qa_app.model import Snippet, SnippetState

_SIDE_PX = 16.0
_ABOVE_PX = 8.0
_GAP_PX = 3.0
_BAR_PX = 3.0
_FOCUS_BAR_PX = 5.0
_LEAST_WIDTH_PX = 80.0


class Row(Struct, frozen=True):
    """A snippet laid out at one width. `group` is None where it begins none."""

    group: str | None
    quote: LaidOut
    warning: str
    source_line: str
    remarks: str
    height: float


class SnippetDelegate(QStyledItemDelegate):
    """Paints, and measures what it will paint; layouts are kept until the width or look changes."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = 0.0
        self._font = QFont()
        self._rows: dict[int, Row] = {}

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.forget()

    def forget(self) -> None:
        """Drop every layout: the snippets have changed."""
        self._rows.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the snippet needs."""
        return QSize(0, round(self._row(option, index).height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row, rect = self._row(option, index), QRectF(option.rect)
        small = small_font(option.font)
        painter.save()
        self._paint_ground(painter, option, rect)
        at = rect.topLeft() + QPointF(_SIDE_PX, _ABOVE_PX)
        if row.group is not None:
            bold = QFont(option.font)
            bold.setBold(True)
            painter.setFont(bold)
            at = self._write(painter, at, row.group, self._theme.text)
        painter.setPen(self._theme.text)
        row.quote.layout.draw(painter, at)
        at += QPointF(0, row.quote.height + _GAP_PX)
        painter.setFont(small)
        for line, colour in (
            (row.warning, self._theme.text),
            (row.source_line, self._theme.muted),
            (row.remarks, self._theme.text),
        ):
            if line:
                at = self._write(painter, at, line, colour)
        painter.restore()

    def _row(self, option: QStyleOptionViewItem, index: Index) -> Row:
        width = _text_width(option)
        if width != self._width or option.font != self._font:
            self.forget()
            self._width, self._font = width, QFont(option.font)
        row = self._rows.get(index.row())
        if row is None:
            snippet = index.data(SnippetRole.SNIPPET)
            row = self._lay_out(snippet, index.data(SnippetRole.GROUP), width)
            self._rows[index.row()] = row
        return row

    def _lay_out(self, snippet: Snippet, group: str | None, width: float) -> Row:
        shown = f"“{snippet.quote}”"
        quote = lay_out(shown, (), font=self._font, width=width, theme=self._theme)
        small = QFontMetricsF(small_font(self._font))

        def fitted(text: str) -> str:
            return small.elidedText(on_one_line(text), Qt.TextElideMode.ElideRight, width)

        lines = (
            fitted(_warning(snippet.state)),
            fitted(snippet_source_line(snippet)),
            fitted(snippet_remarks(snippet)),
        )
        n_small = sum(bool(line) for line in lines)
        heading = group if group is None or group else tr("Without a group")
        height = 2 * _ABOVE_PX + quote.height + _GAP_PX
        height += n_small * (small.lineSpacing() + _GAP_PX)
        if heading is not None:
            height += QFontMetricsF(self._font).lineSpacing() + _GAP_PX
        return Row(heading, quote, *lines, height=height)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
        painter.fillRect(rect, self._theme.base)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.fillRect(rect, self._theme.selected)
            bar = QRectF(rect)
            bar.setWidth(_FOCUS_BAR_PX if focused else _BAR_PX)
            painter.fillRect(bar, self._theme.accent if focused else self._theme.muted)
        line = QRectF(rect.left() + _SIDE_PX, rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, self._theme.hairline)

    def _write(self, painter: QPainter, at: QPointF, text: str, colour: QColor) -> QPointF:
        """Paint a line in the painter's font; where the next one begins."""
        step = QFontMetricsF(painter.font()).lineSpacing()
        painter.setPen(colour)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        place = QRectF(at.x(), at.y(), self._width, step)
        painter.drawText(place, flags | Qt.TextFlag.TextSingleLine, text)
        return at + QPointF(0, step + _GAP_PX)


def _warning(state: SnippetState) -> str:
    """What a person must know of a snippet whose words do not stand in its source any more."""
    match state:
        case SnippetState.CHANGED:
            return "⚠ " + tr("The source has changed since; these are the words as they were kept")
        case SnippetState.MISSING:
            return "⚠ " + tr("The source is gone; these are the words as they were kept")
        case _:
            return ""


def _text_width(option: QStyleOptionViewItem) -> float:
    view = option.widget
    width = view.width() if view is not None else option.rect.width()
    return max(_LEAST_WIDTH_PX, width - 2 * _SIDE_PX)
