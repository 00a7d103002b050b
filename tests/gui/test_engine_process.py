"""A process at the other end of three pipes, as Qt's loop sees it."""

import sys
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from qa_app.gui.engine_process import EngineProcess
from qa_app.starting import start_engine

# More than a pipe holds.
_MUCH = b"x" * 1_000_000
_COUNTING = """
import sys, time
time.sleep(.3)
n = len(sys.stdin.buffer.read())
sys.stderr.write("complaint")
sys.stdout.write("y" * n)
sys.exit(7)
"""
_WAITING = "import time; time.sleep(60)"

MakeProcess = Callable[..., EngineProcess]


@pytest.fixture
def make_process(qtbot: QtBot) -> Iterator[MakeProcess]:
    """Makes processes that run Python code, and ends them."""
    del qtbot
    made: list[EngineProcess] = []

    def make(code: str, *, is_started_ahead: bool = False) -> EngineProcess:
        command = [sys.executable, "-c", code]
        pipes = start_engine(command) if is_started_ahead else None
        made.append(EngineProcess(command, pipes))
        return made[-1]

    yield make
    for process in made:
        process.close(0)
        assert not process.is_running()


@pytest.mark.parametrize("is_started_ahead", [False, True])
def test_all_that_is_written_and_said_arrives(
    qtbot: QtBot, make_process: MakeProcess, *, is_started_ahead: bool
) -> None:
    """However much it is, no side waits for the other, and the end comes after all of it."""
    process = make_process(_COUNTING, is_started_ahead=is_started_ahead)
    heard: list[tuple[str, bytes]] = []
    process.said.connect(lambda came: heard.append(("said", came)))
    process.complained.connect(lambda came: heard.append(("complained", came)))
    process.ended.connect(lambda code: heard.append(("ended", b"%d" % code)))
    process.begin()
    process.listen()
    process.write(_MUCH)
    process.write(_MUCH)
    assert process.is_running()
    with qtbot.waitSignal(process.ended):
        # Nothing more comes: it has read all of it then.
        process.write(None)
    assert not process.is_running()
    assert b"".join(came for kind, came in heard if kind == "said") == b"y" * 2 * len(_MUCH)
    assert ("complained", b"complaint") in heard
    assert heard[-1] == ("ended", b"7")


def test_one_that_will_not_end_is_killed(make_process: MakeProcess) -> None:
    """It has as long as it is given."""
    process = make_process(_WAITING)
    process.begin()
    assert process.is_running()
    process.close(0.1)
    assert not process.is_running()


def test_one_that_is_not_there(qtbot: QtBot) -> None:
    """Why it cannot be started is told, and then there is nothing to close."""
    process = EngineProcess(["/no/such/program"])
    with qtbot.waitSignal(process.failed) as told:
        process.begin()
    assert "/no/such/program" in told.args[0]
    assert not process.is_running()
    process.listen()
    process.close(0)


def test_exit_status_may_be_any(qtbot: QtBot, make_process: MakeProcess) -> None:
    """Windows names what ended a process by numbers larger than Qt's int."""
    process = make_process("")
    with qtbot.waitSignal(process.ended) as told:
        process.ended.emit(0xC0000005)
    assert told.args == [0xC0000005]
