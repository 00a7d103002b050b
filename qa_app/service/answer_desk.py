"""The desk that answers questions."""

import time
from collections.abc import Callable
from contextlib import suppress
from threading import Event as Flag

from qa_app import messages
from qa_app.engine import Engine
from qa_app.errors import LibraryBusy, LibraryMissing, QaError
from qa_app.service.desk import Desk
from qa_app.service.question_list import QuestionList

_WAIT_S = 0.05


class AnswerDesk(Desk):
    """Answers questions with the full ranking; loads the model as soon as a library is open."""

    def __init__(
        self,
        engine: Engine,
        send: Callable[[messages.Event], None],
        is_indexing: Callable[[], bool],
        questions: QuestionList,
        may_answer: Flag | None = None,
    ) -> None:
        self._questions = questions
        self._is_indexing = is_indexing
        self._warm = self._is_rehearsed = False
        # Set once what was asked at the start is answered: others wait for that.
        self._may_answer = may_answer or Flag()
        super().__init__(engine, send)

    def handle(self, request: messages.Request) -> None:
        """See `Desk.handle`."""
        try:
            match request:
                case messages.OpenLibrary():
                    self._is_rehearsed = False
                    # The model is being loaded meanwhile.
                    self.tried(self._look)
                    self._warm_up()
                case messages.Ask():
                    self._answer(request)
                case _:
                    pass
        finally:
            if not self.has_waiting():
                self._may_answer.set()
        # Whoever repairs the library must not find it open again.
        if isinstance(request, messages.OpenLibrary | messages.Ask):
            self.tried(self._rehearse)

    def _look(self) -> None:
        # What is amiss with the library is said when it is asked.
        with suppress(QaError):
            self.library().refresh(wait_s=0)

    def _answer(self, request: messages.Ask) -> None:
        newest = self._when_ready(request)
        answer = self.engine.ask(self.library(), newest.question, newest.dropped)
        self.send(messages.Answered(newest.id, answer))
        self._questions.note(self.open_folder(), newest)

    def _when_ready(self, request: messages.Ask) -> messages.Ask:
        """The newest question, once there is something to ask: a first run may still be on."""
        while True:
            request = self.newest(request)
            try:
                self.library().refresh()
            except (LibraryMissing, LibraryBusy):
                if not self._is_indexing() or self.is_called_away():
                    raise
                self._may_answer.set()
                time.sleep(_WAIT_S)
            else:
                return request

    def _rehearse(self) -> None:
        """Get ready for questions to come, once for a library, as long as there is none."""
        if self._is_rehearsed or not self._warm or self.has_waiting():
            return
        # What is amiss with the library is said when it is asked.
        with suppress(QaError):
            self.library().refresh(wait_s=0)
            self._is_rehearsed = True
            for _ in self.engine.rehearse(self.library()):
                if self.has_waiting():
                    return

    def _warm_up(self) -> None:
        if self._warm:
            return
        began = time.perf_counter()
        try:
            self.engine.warm_up()
        except QaError as error:
            self.send(messages.Failed("LoadModel", str(error)))
            return
        self._warm = True
        took_ms = (time.perf_counter() - began) * 1000
        self.send(messages.ModelReady(self.engine.encoder.name, took_ms))
        if notice := self.engine.model_notice:
            self.send(messages.Failed("LoadModel", notice))
