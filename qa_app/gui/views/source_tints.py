"""Tints behind the words of a document that are not part of its text."""

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from qa_app.model import Span


def tint(colour: QColor) -> QTextCharFormat:
    """A style that is a background alone."""
    style = QTextCharFormat()
    style.setBackground(colour)
    return style


def styled(
    document: QTextDocument, units: Span, style: QTextCharFormat
) -> QTextEdit.ExtraSelection:
    """Some words, in UTF-16 units, and how they look."""
    selection = QTextEdit.ExtraSelection()
    cursor = QTextCursor(document)
    cursor.setPosition(units.start)
    cursor.setPosition(units.end, QTextCursor.MoveMode.KeepAnchor)
    selection.cursor, selection.format = cursor, style
    return selection
