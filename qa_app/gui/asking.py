"""From what is typed to what is listed: keyword hits while typing, the full ranking after Enter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from qa_app.explaining.conditions import Condition, conditions_of
from qa_app.explaining.verdict import verdict_words
from qa_app.gui.indexing import Indexing
from qa_app.gui.tasks import EngineClient
from qa_app.gui.views.hits_panel import HitsPanel
from qa_app.gui.views.question_bar import QuestionBar
from qa_app.gui.wording import SEPARATOR, count, duration_words, explained
from qa_app.messages import Peeked
from qa_app.model import Answer, Hit

# What is typed in one turn of the event loop is one question; of others, the engine passes over
# all but the newest.
_DEBOUNCE_MS = 0
_PATIENCE_MS = 150


class Asking(QObject):
    """Sends the question and shows what comes back.

    Conditions that were dropped stay dropped until another question is asked. `progressed` follows
    when a question went through; `hit_wanted` when Enter was pressed after the arrows had chosen a
    hit of the answer on screen; `awaited` says in words what is waited for. `shown` follows with an
    `Answer` that was asked for once it is on screen, or `gave_up` where none will be; `left` comes
    before an answer goes.
    """

    progressed = Signal()
    shown = Signal(object)
    gave_up = Signal()
    left = Signal()
    hit_wanted = Signal()
    refused = Signal()
    awaited = Signal(str)

    def __init__(
        self,
        client: EngineClient,
        bar: QuestionBar,
        panel: HitsPanel,
        indexing: Indexing,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._bar = bar
        self._panel = panel
        self._indexing = indexing
        self._has_begun = self._has_asked_again = False
        self._is_model_ready = False
        self._is_waiting = self._is_checking = False
        self._has_stepped = self._had_stepped = False
        self._answered_text = self._listed_text = ""
        self._asked_text = ""
        self._dropped: tuple[str, ...] = ()
        self._debounce = self._timer(_DEBOUNCE_MS, self._peek)
        self._patience = self._timer(_PATIENCE_MS, self._say_ranking)
        bar.field.textEdited.connect(self._on_text_edited)
        bar.field.returnPressed.connect(self._on_return_pressed)
        bar.field.stepped.connect(self._on_stepped)
        panel.welcome.left.connect(bar.field.setFocus)
        bar.chips.dropped.connect(self.drop)
        bar.chips.restored.connect(self.restore)
        client.model_ready.connect(self._on_model_ready)
        client.peeked.connect(self._on_peeked)
        client.answered.connect(self._on_answered)

    def ask(self, question: str) -> None:
        """Ask for the full ranking; until it comes, keyword hits stand in for it."""
        question = question.strip()
        if not question:
            return
        if self._bar.field.text().strip() != question:
            self._bar.field.setText(question)
            self._debounce.start()
        if self._indexing.is_empty():
            self._debounce.stop()
            self._take_hits_away()
            return
        if self._debounce.isActive():
            self._peek()
        if question != self._asked_text:
            self._forget_conditions()
            self._asked_text = question
        self._has_asked_again = False
        self._send()

    def _send(self) -> None:
        self._client.ask(self._asked_text, self._dropped)
        self._is_waiting, self._is_checking = True, False
        if self._is_model_ready:
            self._patience.start()
        else:
            remark = self.tr("Keyword hits, until the model is loaded")
            self._bar.say(outcome=self._bar.outcome.text(), remark=remark)
            self.awaited.emit(self.tr("Loading the model…"))

    def question(self) -> str:
        """The question whose hits are on screen."""
        return self._answered_text or self._bar.field.text().strip()

    def ask_without(self, question: str, dropped: tuple[str, ...]) -> None:
        """Ask a question without the conditions that were dropped from it before."""
        self.leave()
        self._asked_text, self._dropped = question.strip(), dropped
        self._bar.chips.show_conditions((), dropped)
        self.ask(question)

    def show_again(self, answer: Answer, dropped: tuple[str, ...]) -> None:
        """Show an answer of before, without asking."""
        self.leave()
        self._debounce.stop()
        self._stop_waiting()
        self._asked_text, self._dropped = answer.question.strip(), dropped
        self._bar.field.setText(self._asked_text)
        self._show(answer)

    def leave(self) -> None:
        """Nothing of the answer on screen counts any more, but where the person was in it."""
        was_showing = self.is_showing_answer()
        self._has_stepped, self._answered_text = False, ""
        if was_showing:
            self.left.emit()

    def dropped(self) -> tuple[str, ...]:
        """The conditions that the question was asked without."""
        return self._dropped

    def is_showing_answer(self) -> bool:
        """Whether an answer is on screen, and not keyword hits or nothing."""
        return bool(self._answered_text)

    def drop(self, words: str) -> None:
        """Ask again without a condition, by its `Condition.drop`."""
        left = [c for c in self._bar.chips.conditions() if c.drop != words]
        self._ask_without((*self._dropped, words), left)

    def restore(self) -> None:
        """Ask again with every condition that was dropped."""
        if self._dropped:
            self._ask_without((), self._bar.chips.conditions())

    def give_up(self, *, is_model_gone: bool) -> None:
        """Stop waiting: no answer will come, but an engine that died of it is asked once more."""
        self._is_checking = False
        if is_model_gone:
            self._is_model_ready = False
        if not self._is_waiting:
            return
        if is_model_gone and not self._has_asked_again:
            self._has_asked_again = True
            # Not from within the signal by which the engine's process ends.
            QTimer.singleShot(0, self, self._ask_again)
            return
        self._bar.say()
        self._stop_waiting()
        if self._listed_text != self._asked_text or self._indexing.lacks_documents():
            self._take_hits_away()
        self.gave_up.emit()

    def start_over(self) -> None:
        """Forget the hits: they are another library's, and so is what it was asked.

        What was typed before any library was open is for the first one.
        """
        self._stop_waiting()
        self._forget_conditions()
        self._take_hits_away()
        if self._has_begun:
            self._debounce.stop()
            self._bar.field.clear()
        self._has_begun = True
        if self._bar.field.text().strip():
            self._debounce.start()

    def on_contents_changed(self) -> None:
        """Refresh keyword hits; an answer is asked for again, and stays if no hit of it is gone.

        It says that it may be out of date: who reads it is not to lose the place to a better hit.
        """
        text = self._bar.field.text().strip()
        if not text or self._is_waiting:
            return
        if text != self._answered_text:
            self._debounce.start()
            return
        outcome = self._bar.outcome.text()
        remark = self.tr("The documents have changed since — Enter asks again")
        self._bar.say(outcome=outcome, remark=remark)
        self._had_stepped, self._has_stepped = self._has_stepped, False
        self._is_checking = True
        self._client.ask(self._answered_text, self._dropped)

    def _timer(self, interval_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer

    def _ask_without(self, dropped: tuple[str, ...], left: Sequence[Condition]) -> None:
        self._dropped = dropped
        self._bar.chips.show_conditions(left, dropped)
        self.ask(self._asked_text)

    def _ask_again(self) -> None:
        if self._is_waiting:
            self._send()

    def _take_hits_away(self) -> None:
        """What is listed answers another question than the one typed, or none."""
        self.leave()
        self._listed_text = ""
        self._bar.say()
        self._panel.show_welcome()

    def _forget_conditions(self) -> None:
        """What was dropped was dropped from another question."""
        self._asked_text, self._dropped = "", ()
        self._bar.chips.show_conditions((), ())

    def _on_text_edited(self, text: str) -> None:
        was_waiting = self._is_waiting
        self._stop_waiting()
        self._forget_conditions()
        if was_waiting:
            self.gave_up.emit()
        if text.strip():
            self._debounce.start()
            return
        self._debounce.stop()
        # The same question, typed again, is a new one: its answer is not on screen any more.
        self._take_hits_away()

    def _on_return_pressed(self) -> None:
        text = self._bar.field.text().strip()
        if self._has_stepped and text == self._answered_text:
            self.hit_wanted.emit()
        else:
            self.ask(text)

    def _on_stepped(self, step: int) -> None:
        if self._panel.currentWidget() is self._panel.welcome:
            button = self._panel.welcome.first_button()
            if button is not None and step > 0:
                button.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._panel.hit_list.step(step)
        self._has_stepped = True

    def _peek(self) -> None:
        self._debounce.stop()
        text = self._bar.field.text().strip()
        if text and not self._indexing.is_empty():
            self._client.peek(text)

    def _on_peeked(self, event: Peeked) -> None:
        text = self._bar.field.text().strip()
        # A late look-up must not replace the answer to the same question.
        if event.question.strip() != text or text == self._answered_text:
            return
        if not event.hits and self._indexing.lacks_documents():
            # The welcome says that there are none yet; that no passage holds the words misleads.
            return
        self.leave()
        self._listed_text = text
        self._panel.show_keyword_hits(event.hits)
        hits = count(len(event.hits), self.tr("keyword hit"), self.tr("keyword hits"))
        remark = self._bar.remark.text() if self._is_waiting else ""
        self._bar.say(outcome=hits + SEPARATOR + duration_words(event.took_ms), remark=remark)
        self.progressed.emit()

    def _on_answered(self, answer: Answer) -> None:
        if not self._is_waiting and not (self._is_checking and self._lacks_hits(answer)):
            self._is_checking = False
            return
        chosen = self._panel.hit_list.current_hit() if self._is_checking else None
        self._stop_waiting()
        self.leave()
        self._show(answer)
        if chosen is not None and (same := _place(chosen)) in (now := _places(answer)):
            self._panel.hit_list.choose(now.index(same))
            self._has_stepped = self._had_stepped
        self.shown.emit(answer)

    def _lacks_hits(self, answer: Answer) -> bool:
        """Whether something on screen is in that answer no more."""
        return not set(map(_place, self._panel.hit_list.hit_model.hits())) <= set(_places(answer))

    def _show(self, answer: Answer) -> None:
        self._answered_text = self._listed_text = answer.question.strip()
        self._panel.show_answer(answer)
        self._bar.say(outcome=self._outcome(answer))
        self._bar.chips.show_conditions(conditions_of(answer, explained), self._dropped)
        self.progressed.emit()
        if answer.answered:
            self._panel.hit_list.choose(0)
        else:
            self.refused.emit()

    def _outcome(self, answer: Answer) -> str:
        hits = count(len(answer.hits), self.tr("hit"), self.tr("hits"))
        said = (hits,) if answer.answered else ()
        return SEPARATOR.join(
            (*said, verdict_words(answer, explained), duration_words(answer.took_ms))
        )

    def _on_model_ready(self) -> None:
        self._is_model_ready = True
        if self._is_waiting:
            self._bar.say(outcome=self._bar.outcome.text())
            self.awaited.emit("")
            self._patience.start()

    def _say_ranking(self) -> None:
        self.awaited.emit(self.tr("Ranking…"))

    def _stop_waiting(self) -> None:
        self._is_waiting = self._is_checking = False
        self._patience.stop()
        self.awaited.emit("")


def _place(hit: Hit) -> tuple[str, str]:
    """What tells a hit from others, also when its document has been read again."""
    return hit.source.path, hit.text


def _places(answer: Answer) -> list[tuple[str, str]]:
    return [_place(hit) for hit in (answer.hits if answer.answered else answer.related)]
