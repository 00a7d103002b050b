"""The desk of exports and checks: what is cancelled, and when."""

from collections.abc import Callable
from pathlib import Path
from queue import Queue
from threading import Event as Flag
from typing import cast

from qa_app import messages
from qa_app.engine import Engine
from qa_app.model import Cancelled
from qa_app.service.errand_desk import ErrandDesk
from qa_app.verdicts import VerifyReport


class _SlowEngine:
    """Checks until it is cancelled."""

    def __init__(self) -> None:
        self.begun = Flag()

    def verify(
        self,
        file: Path,
        _library: Path | None,
        on_step: Callable[[int, int], None],
        cancelled: Cancelled,
    ) -> VerifyReport:
        """Go on until cancelled."""
        on_step(1, 2)
        on_step(2, 2)
        self.begun.set()
        while not cancelled():
            Flag().wait(0.001)
        return VerifyReport(str(file), (), cancelled=True)


def test_cancelling_reaches_the_errand_in_hand_and_those_waiting() -> None:
    """Each says that it was cancelled; progress is told no faster than an eye follows."""
    engine, said = _SlowEngine(), Queue[messages.Event]()
    desk = ErrandDesk(cast("Engine", engine), said.put)
    desk.put(messages.VerifyExport("one.json"))
    desk.put(messages.VerifyExport("two.json"))
    assert engine.begun.wait(10)
    assert said.get(timeout=10) == messages.ErrandProgressed("VerifyExport", 1, 2)
    desk.cancel()
    events = [said.get(timeout=10) for _ in range(2)]
    verified = [event for event in events if isinstance(event, messages.ExportVerified)]
    assert [event.report.file for event in verified] == ["one.json"]
    desk.close()
