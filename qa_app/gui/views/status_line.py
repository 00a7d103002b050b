"""The line at the bottom: what the library holds, what is being done, what could not be read."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)

from qa_app.gui.theme import Theme, set_colours
from qa_app.gui.views.elided_label import ElidedLabel
from qa_app.gui.wording import few_problem_words, problem_words, progress_words
from qa_app.model import FileProblem, Progress

_BAR_WIDTH_PX = 120
_BAR_HEIGHT_PX = 8
_TOLD_MS = 4_000
_GAP_PX = 10


class StatusLine(QWidget):
    """State on the left, work and its cancel button in the middle, the help key on the right.

    Where there is no room for both, work stands below the state.
    """

    cancel_clicked = Signal()
    problems_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = ElidedLabel(Qt.TextElideMode.ElideRight)
        self.busy = _plain_label()
        self.told = _plain_label()
        self._telling = QTimer(self)
        self.progress = QProgressBar()
        self.progress_text = _plain_label()
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.problems_button = QPushButton()
        self._problem_words = "", ""
        self.help_button = QToolButton()
        self._work = QWidget()
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._set_up_parts()
        self._lay_out()
        self.set_theme(theme)
        self.end_progress()
        self.show_problems(())

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        for label in (self.state, self.busy, self.told, self.progress_text):
            set_colours(label, text=theme.muted)

    def set_help_action(self, action: QAction) -> None:
        """Let the button on the right show all keys."""
        self.help_button.clicked.connect(action.trigger)
        action.changed.connect(lambda: self._name_help_key(action))
        self._name_help_key(action)

    def tell(self, text: str) -> None:
        """Say for a while what was done."""
        self.told.setText(text)
        self.told.show()
        self._telling.start(_TOLD_MS)
        # A screen reader does not look at labels by itself.
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.told, text))

    def show_state(self, text: str) -> None:
        """Say what the library holds."""
        self.state.set_text(text)
        self._share_room()

    def show_busy(self, text: str) -> None:
        """Say what is waited for; empty where nothing is."""
        self.busy.setText(text)
        self.busy.setVisible(bool(text))

    def show_progress(self, progress: Progress) -> None:
        """Show how far an indexing run is."""
        self.progress.setRange(0, progress.n_files)
        self.progress.setValue(progress.n_files_done)
        self.progress_text.setText(progress_words(progress))
        self._set_progress_visible(visible=True)

    def end_progress(self) -> None:
        """Show that nothing is being indexed."""
        self._set_progress_visible(visible=False)

    def show_problems(self, problems: tuple[FileProblem, ...]) -> None:
        """Offer the list of files that are missing from the library."""
        words, short = problem_words(problems), few_problem_words(problems)
        self._problem_words = words, short
        self.problems_button.setText(words)
        self.problems_button.setAccessibleName(words)
        self.problems_button.setToolTip(words)
        self.problems_button.setVisible(bool(problems))
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put work below the state, or beside it again."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        said = self.state.fontMetrics().horizontalAdvance(self.state.whole_text())
        others = (self._work, self.told, self.busy, self.help_button)
        taken = sum(part.sizeHint().width() + _GAP_PX for part in others if not part.isHidden())
        is_narrow = not self._work.isHidden() and said + taken + 3 * _GAP_PX > self.width()
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(down if is_narrow else right)
        self._shorten_problems(self.width() - said - taken)

    def _shorten_problems(self, room: int) -> None:
        """What is wrong is said in few words where what the library holds would have no room."""
        words, short = self._problem_words
        self.problems_button.setText(words)
        if self.problems_button.sizeHint().width() + 3 * _GAP_PX > room:
            self.problems_button.setText(short)

    def _set_progress_visible(self, *, visible: bool) -> None:
        self._work.setVisible(visible)
        self._share_room()
        self.problems_button.setVisible(not visible and bool(self.problems_button.text()))

    def _name_help_key(self, action: QAction) -> None:
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.help_button.setText(self.tr("{key} all keys").format(key=key))

    def _set_up_parts(self) -> None:
        self.told.hide()
        self._telling.setSingleShot(True)
        self._telling.timeout.connect(self.told.hide)
        self.progress.setTextVisible(False)
        self.progress.setFixedSize(_BAR_WIDTH_PX, _BAR_HEIGHT_PX)
        self.progress.setAccessibleName(self.tr("Progress of indexing"))
        self.cancel_button.setAccessibleName(self.tr("Cancel indexing"))
        description = self.tr("Lists the files that are not in the index, and why")
        self.problems_button.setAccessibleDescription(description)
        self.help_button.setAutoRaise(True)
        self.help_button.setAccessibleName(self.tr("All keys"))
        self.help_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.cancel_button.clicked.connect(self.cancel_clicked)
        self.problems_button.clicked.connect(self.problems_clicked)

    def _lay_out(self) -> None:
        state = QHBoxLayout()
        state.setSpacing(_GAP_PX)
        state.addWidget(self.state, 1)
        state.addWidget(self.told)
        state.addWidget(self.busy)
        work = QHBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(_GAP_PX)
        work.addWidget(self.progress)
        work.addWidget(self.progress_text)
        work.addWidget(self.cancel_button)
        self._parts.setSpacing(_GAP_PX)
        self._parts.addLayout(state, 1)
        self._parts.addWidget(self._work, 0, Qt.AlignmentFlag.AlignLeft)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 4, 8, 4)
        line.setSpacing(_GAP_PX)
        line.addLayout(self._parts, 1)
        line.addWidget(self.problems_button)
        line.addWidget(self.help_button)


def _plain_label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
