"""The questions asked and saved, to search and to ask again."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QWidget

from qa_app.explaining.names import shown_name
from qa_app.gui.models.picker_model import PickerEntry
from qa_app.gui.moments import moment_words
from qa_app.gui.theme import theme_from
from qa_app.gui.views.picker import Picker
from qa_app.messages import QuestionsListed
from qa_app.model import AskedQuestion

_STAR = "★"


class HistoryPopup(Picker):
    """Enter asks again; Delete forgets, and Ctrl+Z remembers until the popup is closed.

    `asked` carries a question and the conditions to drop, `saved` a question and whether it is to
    be saved, `forgotten` a tuple of questions.
    """

    asked = Signal(str, tuple)
    saved = Signal(str, bool)
    forgotten = Signal(tuple)

    def __init__(self, questions: tuple[AskedQuestion, ...], window: QWidget) -> None:
        super().__init__(window)
        self.name_parts(
            whole=self.tr("History"),
            line=self.tr("Search the questions asked"),
            rows=self.tr("Questions"),
        )
        self._questions = {q.question: q for q in questions}
        self._forgotten: list[str] = []
        self.saved_only = QCheckBox(self.tr("&Saved only"))
        self.saved_only.setAccessibleName(self.tr("Saved questions only"))
        self.saved_only.toggled.connect(self._refresh)
        self._show_box()
        self.tools.addWidget(self.saved_only)
        self.picked.connect(self._on_picked)
        self.closed.connect(self._on_closed)
        self._refresh()

    def on_questions_listed(self, event: QuestionsListed) -> None:
        """List the questions as the library has them now."""
        self._questions = {q.question: q for q in event.questions}
        self._refresh()

    def on_dropped(self) -> None:
        """Hide the question; it is forgotten for good when the popup is closed."""
        entry = self.current()
        if entry is not None:
            self._forgotten.append(entry.key)
            self._refresh()

    def on_undone(self) -> None:
        """Bring back the question forgotten last."""
        if self._forgotten:
            self._refresh(chosen=self._forgotten.pop())

    def on_saved(self) -> None:
        """Save the question, or no longer."""
        entry = self.current()
        if entry is not None:
            self.saved.emit(entry.key, not self._questions[entry.key].saved)

    def _show_box(self) -> None:
        """Frame the box visibly: Qt derives its frame from the ground, which is nearly black."""
        palette = self.saved_only.palette()
        palette.setColor(QPalette.ColorRole.Window, theme_from(self.palette()).muted)
        self.saved_only.setPalette(palette)

    def _refresh(self, _checked: object = None, *, chosen: str = "") -> None:
        only_saved = self.saved_only.isChecked()
        kept = [q for q in self._questions.values() if q.question not in self._forgotten]
        entries = [self._entry(q) for q in kept if q.saved or not only_saved]
        self.show_entries(entries, chosen=chosen)
        self.hint.setText(self._hint(n_listed=len(entries)))

    def _hint(self, *, n_listed: int) -> str:
        if self._forgotten:
            text = self.tr("Forgotten: “{question}”. Ctrl+Z brings it back.")
            return text.format(question=self._forgotten[-1])
        if n_listed:
            return self.tr("Enter asks again · Ctrl+S saves · Delete forgets · Esc closes")
        if self.saved_only.isChecked():
            return self.tr("No question is saved yet. Ctrl+S saves the one on screen.")
        return self.tr("Nothing has been asked of this library yet.")

    def _entry(self, question: AskedQuestion) -> PickerEntry:
        dropped = ", ".join(question.dropped)
        return PickerEntry(
            key=question.question,
            words=shown_name(question.question),
            detail=self.tr("without: {words}").format(words=dropped) if dropped else "",
            side=moment_words(question.asked_at),
            mark=_STAR if question.saved else "",
            spoken=self.tr("saved") if question.saved else "",
        )

    def _on_picked(self, key: str) -> None:
        self.asked.emit(key, self._questions[key].dropped)

    def _on_closed(self) -> None:
        if self._forgotten:
            self.forgotten.emit(tuple(self._forgotten))
