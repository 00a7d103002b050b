"""What the desks have in common: failures named after what failed, lists of the open library."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from queue import Queue
from threading import Event as Flag

from qa_app import messages
from qa_app.engine import Engine
from qa_app.errors import LibraryMissing, QuestionError
from qa_app.library.library import Library
from qa_app.places import load_settings
from qa_app.service.answer_desk import AnswerDesk
from qa_app.service.desk import Desk
from qa_app.service.question_list import QuestionList
from tests.fakes import HashEncoder


class _Refusing(Desk):
    """Refuses the newest question, once it may."""

    def __init__(self, may_begin: Flag, sent: list[messages.Event]) -> None:
        self._may_begin = may_begin
        super().__init__(Engine(load_settings(), HashEncoder), sent.append)

    def handle(self, request: messages.Request) -> None:
        """See `Desk.handle`."""
        self._may_begin.wait()
        raise QuestionError(f"Not {self.newest(request)}")


def test_a_failure_is_that_of_the_newest_question() -> None:
    """The window waits for the newest of the questions that were passed over, and for no other."""
    sent: list[messages.Event] = []
    may_begin = Flag()
    desk = _Refusing(may_begin, sent)
    for n in (1, 2, 3):
        desk.put(messages.Ask(n, f"question {n}"))
    may_begin.set()
    desk.close()
    (failed,) = sent
    assert isinstance(failed, messages.Failed)
    assert (failed.request, failed.id) == ("Ask", 3)
    assert "question 3" in failed.message


def test_a_late_answer_does_not_list_the_questions_of_the_library_before(tmp_path: Path) -> None:
    """Whoever has gone to another library sees that one's questions, and stays with them."""
    sent: list[messages.Event] = []
    questions = QuestionList(sent.append)
    questions.open(tmp_path / "second")
    questions.note(tmp_path / "first", messages.Ask(1, "Who pays?"))
    with suppress(LibraryMissing):
        questions.serve(tmp_path / "second", messages.ListQuestions())
    assert sent == [messages.QuestionsListed(())]


class _Rehearsing(Engine):
    """Takes up to a thousand steps to get ready, and counts them; a request comes at the third."""

    def __init__(self) -> None:
        super().__init__(load_settings(), HashEncoder)
        self.n_steps = 0
        self.at_third = Flag()
        self.may_go_on = Flag()

    def rehearse(self, _library: Library) -> Iterator[None]:
        """See `Engine.rehearse`."""
        for _ in range(1_000):
            self.n_steps += 1
            if self.n_steps == 3:
                self.at_third.set()
                self.may_go_on.wait(30)
            yield


def test_getting_ready_ends_when_something_is_asked(library_dir: Path, folder: Path) -> None:
    """Who asks while the answers' desk gets ready waits for the step in hand at most."""
    (folder / "a.txt").write_text("The ferry sails at noon.", encoding="utf-8")
    sent: list[messages.Event] = []
    engine = _Rehearsing()
    engine.index(library_dir, folder)
    desk = AnswerDesk(engine, sent.append, lambda: False, QuestionList(sent.append))
    desk.put(messages.OpenLibrary(str(library_dir)))
    assert engine.at_third.wait(30)
    desk.put(messages.Ask(1, "When does the ferry sail?"))
    engine.may_go_on.set()
    desk.close()
    assert engine.n_steps == 3
    assert any(isinstance(event, messages.Answered) for event in sent)


def test_getting_ready_where_there_is_no_library_yet(tmp_path: Path) -> None:
    """What is still to be indexed cannot be rehearsed, which nobody needs to hear of."""
    sent: list[messages.Event] = []
    engine = _Rehearsing()
    desk = AnswerDesk(engine, sent.append, lambda: False, QuestionList(sent.append))
    desk.put(messages.OpenLibrary(str(tmp_path / "library")))
    desk.close()
    assert engine.n_steps == 0
    assert [type(event) for event in sent] == [messages.ModelReady]


class _Noting(Flag):
    """Notes what had been sent when it was set first."""

    def __init__(self, sent: list[messages.Event]) -> None:
        super().__init__()
        self._sent = sent
        self.sent_then: list[type[messages.Event]] = []

    def set(self) -> None:
        """See `Event.set`."""
        if not self.is_set():
            self.sent_then = [type(event) for event in self._sent]
        super().set()


class _Loading(Engine):
    """Is warm once it may be."""

    def __init__(self) -> None:
        super().__init__(load_settings(), HashEncoder)
        self.may_go_on = Flag()

    def warm_up(self) -> None:
        """See `Engine.warm_up`."""
        self.may_go_on.wait(30)


def test_what_is_asked_while_the_model_is_loaded_goes_before_others(
    library_dir: Path, folder: Path
) -> None:
    """Others are told once it is answered, or cannot be; where nothing is asked, at once."""
    (folder / "a.txt").write_text("The ferry sails at noon.", encoding="utf-8")
    for question, last in (
        ("When does the ferry sail?", messages.Answered),
        ("", messages.ModelReady),
        (None, messages.ModelReady),
    ):
        sent: list[messages.Event] = []
        engine, may_answer = _Loading(), _Noting(sent)
        engine.index(library_dir, folder)
        questions = QuestionList(lambda _: None)
        desk = AnswerDesk(engine, sent.append, lambda: False, questions, may_answer)
        desk.put(messages.OpenLibrary(str(library_dir)))
        if question is not None:
            desk.put(messages.Ask(1, question))
        engine.may_go_on.set()
        assert may_answer.wait(30)
        desk.close()
        assert may_answer.sent_then[-1] is last


class _Broken(Engine):
    """Rehearses with a mistake."""

    def __init__(self) -> None:
        super().__init__(load_settings(), HashEncoder)

    def rehearse(self, _library: Library) -> Iterator[None]:
        """See `Engine.rehearse`."""
        raise ZeroDivisionError
        yield


def test_a_mistake_in_getting_ready_is_no_failure_of_the_question(
    library_dir: Path, folder: Path
) -> None:
    """It is said, and the answer stands."""
    (folder / "a.txt").write_text("The ferry sails at noon.", encoding="utf-8")
    engine, said = _Broken(), Queue[messages.Event]()
    engine.index(library_dir, folder)
    desk = AnswerDesk(engine, said.put, lambda: False, QuestionList(lambda _: None))
    desk.put(messages.OpenLibrary(str(library_dir)))
    desk.put(messages.Ask(7, "When does the ferry sail?"))
    events = [said.get(timeout=30)]
    while not {messages.Answered, messages.Failed} <= set(map(type, events)):
        events.append(said.get(timeout=30))
    desk.close()
    (failed,) = [event for event in events if isinstance(event, messages.Failed)]
    assert (failed.id, failed.request) == (0, "")


def test_a_repair_finds_the_library_closed(library_dir: Path, folder: Path) -> None:
    """Whatever is still to be rehearsed: files that are open cannot be set aside everywhere."""
    (folder / "a.txt").write_text("The ferry sails at noon.", encoding="utf-8")
    engine, said = _Rehearsing(), Queue[messages.Event]()
    desk = AnswerDesk(engine, said.put, lambda: False, QuestionList(lambda _: None))
    desk.put(messages.OpenLibrary(str(library_dir)))
    desk.put(messages.Ask(1, "Who asks before there is a library?"))
    while not isinstance(said.get(timeout=30), messages.Failed):
        pass
    engine.index(library_dir, folder)
    desk.put(messages.RepairLibrary())
    desk.close()
    assert engine.n_steps == 0
