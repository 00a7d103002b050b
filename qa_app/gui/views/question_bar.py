"""Where the person asks, what was understood of it, and how it went."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from qa_app.gui.text_size import follow
from qa_app.gui.theme import Theme, set_colours
from qa_app.gui.views.chip_row import ChipRow
from qa_app.gui.views.star_button import StarButton

_FONT_STEP_PT = 4.5
_FIELD_MARGIN_PX = 7
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class QuestionField(QLineEdit):
    """A line to type in, from which the arrows walk through the hits."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        follow(self, _FONT_STEP_PT)
        self.setFrame(False)
        self.setTextMargins(0, _FIELD_MARGIN_PX, 0, _FIELD_MARGIN_PX + 2)
        self.setAccessibleName(self.tr("Question"))
        self.setPlaceholderText(self.tr("Ask your documents: what did … say?"))

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+C to the chosen hit where nothing is selected here."""
        is_copy = (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
        )
        if is_copy and not self.hasSelectedText():
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand Up and Down to the list."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files and folders to the window; text is welcome here."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line below the text instead of a box around it; it shows the focus."""
        super().paintEvent(event)
        painter = QPainter(self)
        thickness = 2 if self.hasFocus() else 1
        colour = self._theme.accent if self.hasFocus() else self._theme.hairline
        painter.fillRect(QRectF(0, self.height() - thickness, self.width(), thickness), colour)


class QuestionBar(QWidget):
    """The question field and a star for the saved ones; below it chips, a remark and the outcome.

    The outcome stands on the right.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QuestionField(theme)
        self.star = StarButton(theme)
        self.chips = ChipRow(theme, after=self.field)
        self.remark = QLabel()
        self.outcome = QLabel()
        for label in (self.remark, self.outcome):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self.set_theme(theme)
        self.chips.left.connect(self.field.setFocus)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self.field.set_theme(theme)
        self.star.set_theme(theme)
        self.chips.set_theme(theme)
        for label in (self.remark, self.outcome):
            set_colours(label, text=theme.muted)

    def say(self, *, outcome: str = "", remark: str = "") -> None:
        """Say how the last question went."""
        self.outcome.setText(outcome)
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))

    def changeEvent(self, event: QEvent) -> None:
        """Take another height in another size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "outcome"):
            self._fit_outcome()

    def _fit_outcome(self) -> None:
        """As high as a chip, so that nothing moves when the first one comes."""
        least = self.fontMetrics().height()
        self.outcome.setMinimumHeight(max(least, self.chips.row_height()))

    def _lay_out(self) -> None:
        self.remark.hide()
        self._fit_outcome()
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.chips)
        left.addWidget(self.remark)
        below = QHBoxLayout()
        below.addLayout(left, 1)
        below.addWidget(self.outcome, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        asked = QHBoxLayout()
        asked.setSpacing(4)
        asked.addWidget(self.field, 1)
        asked.addWidget(self.star)
        column.addLayout(asked)
        column.addLayout(below)
