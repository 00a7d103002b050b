"""The questions asked: back and forward, the history, and those saved."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from qa_app.gui.actions import Handler
from qa_app.gui.asking import Asking
from qa_app.gui.tasks import EngineClient
from qa_app.gui.views.hit_list import HitList
from qa_app.gui.views.question_bar import QuestionBar
from qa_app.gui.views.source_view import SourceView
from qa_app.gui.visits import Place, Trail, Visit
from qa_app.messages import (
    ForgetQuestions,
    Indexed,
    LibraryOpened,
    ListQuestions,
    QuestionsListed,
    SaveQuestion,
)
from qa_app.model import Answer, AskedQuestion, Metadata

_BACK, _ON = -1, 1


class History(QObject):
    """Remembers where the person was in each question's hits, and brings them back there.

    `ways_changed` tells whether there is a way back and a way on.
    """

    ways_changed = Signal(bool, bool)

    def __init__(
        self,
        client: EngineClient,
        asking: Asking,
        bar: QuestionBar,
        *,
        hit_list: HitList,
        view: SourceView,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._client = client
        self._asking = asking
        self._bar = bar
        self._hit_list = hit_list
        self._view = view
        self._window = window
        self._trail = Trail()
        self._wanted: Visit | None = None
        self._source_scroll: tuple[int, int] | None = None
        self._questions: tuple[AskedQuestion, ...] | None = None
        asking.shown.connect(self._on_shown)
        asking.left.connect(self._on_left)
        asking.gave_up.connect(self._on_gave_up)
        bar.field.textChanged.connect(self._show_star)
        bar.star.clicked.connect(self.save)
        view.text_shown.connect(self._scroll_source_soon)
        client.library_opened.connect(self._on_library_opened)
        client.indexed.connect(self._on_indexed)
        client.questions_listed.connect(self._on_questions_listed)

    def handlers(self) -> dict[str, Handler]:
        """What it does, by the name of the action."""
        return {
            "earlier_question": self.go_back,
            "later_question": self.go_on,
            "show_history": self.show,
            "save_question": self.save,
        }

    def start_over(self) -> None:
        """Forget the way back: another library is open."""
        self._trail.clear()
        self._questions = self._wanted = self._source_scroll = None
        self._tell_ways()
        self._show_star()

    def forget_answers(self) -> None:
        """The documents have changed: on the way back every question is asked again."""
        self._trail.forget_answers()

    def correct(self, document_id: int, metadata: Metadata) -> None:
        """A document goes by other metadata from here on, on the way back too."""
        self._trail.correct(document_id, metadata)

    def let_source_be(self) -> None:
        """A document is opened for no hit: the place in a hit's source is not its place."""
        self._source_scroll = None

    def go_back(self) -> None:
        """To the question before, where the person was in its hits.

        From keyword hits the question before is the one asked last.
        """
        is_present = not self._asking.is_showing_answer() and self._wanted is None
        self._visit(self._trail.present() if is_present else self._stepped(_BACK))

    def go_on(self) -> None:
        """To the question after."""
        self._visit(self._stepped(_ON))

    def show(self) -> None:
        """Search the questions asked and saved."""
        from qa_app.gui.views.history_popup import HistoryPopup  # noqa: PLC0415 - when wanted

        popup = HistoryPopup(self._questions or (), self._window)
        popup.asked.connect(self._asking.ask_without)
        popup.saved.connect(self._save)
        popup.forgotten.connect(self._forget)
        self._client.questions_listed.connect(popup.on_questions_listed)
        self._client.request(ListQuestions())
        popup.open()

    def save(self) -> None:
        """Keep the question for good, or no longer."""
        question = self._bar.field.text().strip()
        if question:
            self._save(question, not self._is_saved(question))

    def _save(self, question: str, saved: bool) -> None:
        self._client.request(SaveQuestion(question=question, saved=saved))
        self._bar.star.show_saved(saved=saved)

    def _forget(self, questions: tuple[str, ...]) -> None:
        self._client.request(ForgetQuestions(questions=questions))

    def _stepped(self, step: int) -> Visit | None:
        """The visit `step` further on; where the person is in this one is remembered first."""
        if not self._trail.can_step(step):
            return None
        self._asking.leave()
        return self._trail.step(step)

    def _visit(self, visit: Visit | None) -> None:
        if visit is None:
            return
        self._wanted = None
        if visit.answer is None:
            self._wanted = visit
            self._asking.ask_without(visit.question, visit.dropped)
        else:
            place = visit.place
            self._asking.show_again(visit.answer, visit.dropped)
            self._go_to(place)
        self._tell_ways()

    def _on_shown(self, answer: Answer) -> None:
        visit = Visit(answer.question.strip(), self._asking.dropped(), answer)
        wanted, self._wanted = self._wanted, None
        self._trail.add(visit)
        if wanted is not None and wanted.asks_the_same(visit):
            self._go_to(wanted.place)
        self._tell_ways()

    def _on_gave_up(self) -> None:
        """The question stepped to has no answer: the next step back begins at it."""
        self._wanted = None
        self._tell_ways()

    def _on_left(self) -> None:
        self._source_scroll = None
        self._trail.leave(self._place())
        self._tell_ways()

    def _place(self) -> Place:
        return Place(
            row=self._hit_list.currentIndex().row(),
            hits_scroll=self._hit_list.verticalScrollBar().value(),
            source_scroll=self._view.verticalScrollBar().value(),
        )

    def _go_to(self, place: Place) -> None:
        self._hit_list.choose(place.row)
        self._source_scroll = place.row, place.source_scroll
        # Rows are laid out, and a source's passage sought, in the turns that follow.
        QTimer.singleShot(0, self, lambda: self._scroll_hits(place))
        self._scroll_source_soon()

    def _scroll_hits(self, place: Place) -> None:
        if self._hit_list.currentIndex().row() == place.row:
            self._hit_list.verticalScrollBar().setValue(place.hits_scroll)

    def _scroll_source_soon(self) -> None:
        QTimer.singleShot(0, self, self._scroll_source)

    def _scroll_source(self) -> None:
        if self._source_scroll is None:
            return
        row, scroll = self._source_scroll
        bar = self._view.verticalScrollBar()
        if self._hit_list.currentIndex().row() != row:
            self._source_scroll = None
        elif scroll <= bar.maximum():
            bar.setValue(scroll)

    def _tell_ways(self) -> None:
        is_elsewhere = bool(len(self._trail)) and not self._asking.is_showing_answer()
        self.ways_changed.emit(
            is_elsewhere or self._trail.can_step(_BACK), self._trail.can_step(_ON)
        )

    def _is_saved(self, question: str) -> bool:
        return any(q.saved and q.question == question for q in self._questions or ())

    def _show_star(self) -> None:
        question = self._bar.field.text().strip()
        self._bar.star.setVisible(bool(question))
        self._bar.star.show_saved(saved=self._is_saved(question))

    def _on_library_opened(self, event: LibraryOpened) -> None:
        if event.status is not None:
            self._client.request(ListQuestions())

    def _on_indexed(self, event: Indexed) -> None:
        if self._questions is None and event.status is not None:
            self._client.request(ListQuestions())

    def _on_questions_listed(self, event: QuestionsListed) -> None:
        self._questions = event.questions
        self._show_star()
