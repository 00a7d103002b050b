"""The engine's process as the window sees it."""

import sys
import time
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from qa_app.gui.engine_process import EngineProcess
from qa_app.gui.tasks import EngineClient
from qa_app.messages import LibraryOpened
from qa_app.model import Answer, Progress
from tests.gui.conftest import FAKE_SERVICE, ROOT, MakeClient


@pytest.fixture
def client(make_client: MakeClient) -> EngineClient:
    """A client of a fake engine that is started by the first request."""
    return make_client()


Adopt = Callable[..., tuple[EngineClient, EngineProcess]]


@pytest.fixture
def adopt(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Adopt]:
    """Makes clients of fake engines that were started before them, and ends the engines."""
    del qtbot
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    clients: list[EngineClient] = []

    def make(*arguments: str) -> tuple[EngineClient, EngineProcess]:
        process = EngineProcess([sys.executable, str(FAKE_SERVICE), *arguments])
        process.begin()
        clients.append(EngineClient(process.command, process=process))
        return clients[-1], process

    yield make
    for client in clients:
        client.close()
        assert not client.is_running()


def test_events_arrive_as_signals(qtbot: QtBot, client: EngineClient) -> None:
    """The first request starts the process, and its events arrive in order."""
    with qtbot.waitSignals([client.model_ready, client.library_opened], order="strict"):
        client.open_library("/full")


def test_engine_may_be_started_ahead(qtbot: QtBot, adopt: Adopt) -> None:
    """An engine started before there is a client is the one that serves the first request."""
    client, process = adopt()
    assert client.is_running()
    with qtbot.assertNotEmitted(client.engine_stopped), qtbot.waitSignal(client.library_opened):
        client.open_library("/full")
    assert process.is_running()
    client.close()
    assert not process.is_running()


def test_engine_that_dies_before_anything_is_asked(qtbot: QtBot) -> None:
    """What it said while nobody listened is told with its end."""
    command = [sys.executable, "-c", "import sys; sys.exit('no memory left')"]
    process = EngineProcess(command)
    process.begin()
    client = EngineClient(command, process=process)
    with qtbot.waitSignal(client.engine_stopped) as stopped:
        pass
    assert "no memory left" in stopped.args[1]
    client.close()


def test_engine_that_could_not_be_started_ahead(qtbot: QtBot) -> None:
    """It is said when it is tried again, by the first request."""
    command = ["/no/such/program"]
    process = EngineProcess(command)
    process.begin()
    client = EngineClient(command, process=process)
    with qtbot.waitSignal(client.engine_stopped):
        client.open_library("/full")


def test_engine_that_died_ahead_is_started_by_the_first_request(qtbot: QtBot, adopt: Adopt) -> None:
    """What died while nobody listened is said when it is started again, as asked."""
    client, _ = adopt("--die")
    qtbot.waitUntil(lambda: not client.is_running())
    with qtbot.waitSignal(client.engine_stopped):
        client.open_library("/full")


def test_late_answer_is_dropped(qtbot: QtBot, client: EngineClient) -> None:
    """An answer that comes after that of a newer question is not passed on."""
    answers: list[Answer] = []
    client.answered.connect(answers.append)
    client.ask("late one")
    with qtbot.waitSignal(client.answered):
        client.ask("newer one")
    with qtbot.waitSignal(client.library_opened):
        client.open_library("/full")
    assert [answer.question for answer in answers] == ["newer one"]


def test_answer_is_dropped_once_the_person_types_on(qtbot: QtBot, client: EngineClient) -> None:
    """Keyword hits asked for after a question make its answer stale."""
    with (
        qtbot.assertNotEmitted(client.answered),
        qtbot.waitSignal(client.peeked),
    ):
        client.ask("q one")
        client.peek("q one and more")


def test_keyword_hits_never_follow_the_answer(qtbot: QtBot, client: EngineClient) -> None:
    """Only the newest keyword hits are passed on."""
    questions: list[str] = []
    client.peeked.connect(lambda event: questions.append(event.question))
    for typed in ("q", "qa", "qas"):
        client.peek(typed)
    with qtbot.waitSignal(client.library_opened):
        client.open_library("/full")
    assert questions == ["qas"]


def test_only_the_newest_source_is_passed_on(qtbot: QtBot, client: EngineClient) -> None:
    """A source that was asked for before another is dropped."""
    ids: list[int] = []
    client.source_loaded.connect(lambda source: ids.append(source.document_id))
    client.load_source(1)
    client.load_source(2)
    with qtbot.waitSignal(client.library_opened):
        client.open_library("/full")
    assert ids == [2]


def test_noise_on_the_pipe_is_survived(qtbot: QtBot, client: EngineClient) -> None:
    """A line that is no event is kept for the details, and the conversation goes on."""
    with qtbot.waitSignal(client.answered):
        client.ask("noise please")
    with qtbot.waitSignal(client.engine_stopped) as stopped:
        client.ask("crash now")
    assert "some library prints this" in stopped.args[1]


def test_burst_leaves_the_loop_breathing(qtbot: QtBot, client: EngineClient) -> None:
    """Two thousand events at once are handled in order, over several turns of the loop."""
    n_turns = [0]
    seen: list[int] = []

    def dawdle(progress: Progress) -> None:
        seen.append(progress.n_files_done)
        time.sleep(0.0001)

    client.index_progressed.connect(dawdle)
    drain = client._drain

    def counted_drain() -> None:
        n_turns[0] += 1
        drain()

    client._drain = counted_drain  # type: ignore[method-assign]
    with qtbot.waitSignal(client.answered):
        client.ask("burst please")
    assert seen == list(range(2_000))
    assert n_turns[0] > 2


def test_crash_is_reported_once_with_details(qtbot: QtBot, client: EngineClient) -> None:
    """A process that dies is one message, with its last words to copy."""
    with qtbot.waitSignal(client.engine_stopped) as stopped:
        client.ask("crash now")
    message, details = stopped.args
    assert "stopped unexpectedly" in message
    assert "ended with code 3" in details
    assert "the floor gave way" in details
    assert not client.is_running()


def test_next_request_starts_the_engine_again(qtbot: QtBot, client: EngineClient) -> None:
    """After a crash the next request starts the process and opens the same library first."""
    with qtbot.waitSignal(client.library_opened):
        client.open_library("/full")
    with qtbot.waitSignal(client.engine_stopped):
        client.ask("crash now")
    opened: list[LibraryOpened] = []
    client.library_opened.connect(opened.append)
    with qtbot.waitSignal(client.answered):
        client.ask("what now?")
    assert [event.library for event in opened] == ["/full"]


def test_typing_does_not_restart_an_engine_that_cannot_start(
    qtbot: QtBot, make_client: MakeClient
) -> None:
    """An engine that died before it spoke is started again by a question, not by a key stroke."""
    client = make_client("--die")
    with qtbot.waitSignal(client.engine_stopped) as stopped:
        client.open_library("/full")
    assert "the model's folder is missing" in stopped.args[1]
    client.peek("q")
    assert not client.is_running()
    with qtbot.waitSignal(client.engine_stopped):
        client.ask("q")


def test_program_that_is_not_there_is_reported(qtbot: QtBot) -> None:
    """A command that cannot be started is reported like a crash."""
    client = EngineClient(["/no/such/program"])
    with qtbot.waitSignal(client.engine_stopped):
        client.ask("q")
    client.close()


def test_close_ends_the_process(qtbot: QtBot, client: EngineClient) -> None:
    """Closing ends the process without reporting a crash, and later requests do nothing."""
    with qtbot.waitSignal(client.library_opened):
        client.open_library("/full")
    with qtbot.assertNotEmitted(client.engine_stopped):
        client.close()
        assert not client.is_running()
        client.ask("q")
    assert not client.is_running()


def test_close_kills_a_process_that_will_not_quit(qtbot: QtBot, make_client: MakeClient) -> None:
    """A process that does not end by itself within a second is killed."""
    client = make_client("--deaf")
    with qtbot.waitSignal(client.library_opened):
        client.open_library("/full")
    client.close()
    assert not client.is_running()


def test_emitting_costs_no_reference(qtbot: QtBot, client: EngineClient) -> None:
    """The Qt binding keeps its references: one that loses them ends the program after a while.

    On Python 3.11, where True is counted like any object, PySide6 6.12.0 drops one at every signal.
    """
    del qtbot
    before = sys.getrefcount(True)
    for _ in range(200):
        client.index_progressed.emit(None)
    assert sys.getrefcount(True) > before - 100
