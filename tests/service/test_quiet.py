"""While nobody asks anything, the library is put in order."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from queue import Queue
from threading import Event as Flag
from threading import Thread, current_thread

import pytest

from qa_app import messages
from qa_app.engine import Engine
from qa_app.library import vector_kinds
from qa_app.library.library import Library
from qa_app.library.vector_kinds import Sizes
from qa_app.service import serving
from qa_app.service.index_desk import IndexDesk
from qa_app.service.keyword_desk import KeywordDesk
from qa_app.service.quiet import Quiet
from tests.library.conftest import write

Opened = Callable[[], Library]
_AT_ONCE, _NEVER = 0.0, 1e9


@pytest.fixture
def changed(
    engine: Engine, library_dir: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A library with a main part and a passage beside it."""
    monkeypatch.setattr(vector_kinds, "SIZES", Sizes(flat=0, least=1))
    write(folder / "a.txt", "The harbour of Tarsos opens in March.")
    engine.index(library_dir, folder)
    write(folder / "b.txt", "The bridge over the Alma was closed.")
    engine.index(library_dir, folder)
    return library_dir


def _n_recent(library: Library) -> int:
    vectors = library.status().vectors
    assert vectors is not None
    return vectors.n_recent


def test_quiet_begins_after_a_pause() -> None:
    """Each question begins the pause anew."""
    times: Iterator[float] = iter((0.0, 5.0, 8.0, 8.0, 30.0))
    quiet = Quiet(lambda: next(times), pause_s=10.0)
    assert quiet.begins_in_s() == 5.0
    quiet.note()
    assert quiet.begins_in_s() == 10.0
    assert quiet.begins_in_s() == 0.0


def test_merged_in_a_pause(engine: Engine, changed: Path, opened: Opened) -> None:
    """What a run left beside the main part is put in, and whoever reads is told."""
    assert _n_recent(opened()) == 1
    is_merged = Flag()
    desk = IndexDesk(engine, lambda _: None, quiet=Quiet(pause_s=_AT_ONCE), on_merged=is_merged.set)
    desk.put(messages.OpenLibrary(str(changed)))
    assert is_merged.wait(timeout=30)
    desk.close()
    assert _n_recent(opened()) == 0


def test_not_while_questions_come(engine: Engine, changed: Path, opened: Opened) -> None:
    """Nothing is put in order before it is quiet, and the end does not wait for that."""
    said = Queue[messages.Event]()
    desk = IndexDesk(engine, said.put, quiet=Quiet(pause_s=_NEVER))
    desk.put(messages.OpenLibrary(str(changed)))
    desk.put(messages.IndexFolder())
    while not isinstance(said.get(timeout=30), messages.Indexed):
        pass
    desk.close()
    assert _n_recent(opened()) == 1


def test_run_that_is_asked_for_goes_first(
    engine: Engine, changed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The merge is cancelled as soon as a run is asked for, and is taken up again after it."""
    order: list[str] = []
    begun, is_asked, is_merged = Flag(), Flag(), Flag()

    def merge(_library: Path, cancelled: Callable[[], bool]) -> bool:
        order.append("merge")
        begun.set()
        assert is_asked.wait(timeout=30)
        return not cancelled()

    monkeypatch.setattr(engine, "merge", merge)
    desk = IndexDesk(
        engine,
        lambda event: order.append(type(event).__name__),
        quiet=Quiet(pause_s=_AT_ONCE),
        on_merged=is_merged.set,
    )
    desk.put(messages.OpenLibrary(str(changed)))
    assert begun.wait(timeout=30)
    desk.put(messages.IndexFolder())
    is_asked.set()
    assert is_merged.wait(timeout=30)
    desk.close()
    assert [what for what in order if what != "IndexProgressed"] == ["merge", "Indexed", "merge"]


def test_bug_in_it_is_told_once(
    engine: Engine, changed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not tried again and again, and the desk goes on."""

    def fail(_library: Path, _cancelled: Callable[[], bool]) -> bool:
        raise ZeroDivisionError("no lists")

    monkeypatch.setattr(engine, "merge", fail)
    said = Queue[messages.Event]()
    desk = IndexDesk(engine, said.put, quiet=Quiet(pause_s=_AT_ONCE))
    desk.put(messages.OpenLibrary(str(changed)))
    failed = said.get(timeout=30)
    assert isinstance(failed, messages.Failed)
    assert (failed.request, "no lists" in failed.message) == ("", True)
    desk.put(messages.ForgetFolder("/nowhere"))
    following = said.get(timeout=30)
    assert isinstance(following, messages.Failed)
    assert following.request == "ForgetFolder"
    desk.close()


def test_what_is_merged_is_taken_up_before_it_is_asked_for(
    engine: Engine, changed: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next question need not open what was published."""
    seen: list[int] = []
    refresh = Library.refresh

    def watched(library: Library, wait_s: float = 5.0) -> None:
        refresh(library, wait_s)
        if current_thread().name == "KeywordDesk":
            seen.append(library.count())

    monkeypatch.setattr(Library, "refresh", watched)
    said = Queue[messages.Event]()
    desk = KeywordDesk(engine, said.put)
    desk.take_up()
    desk.put(messages.OpenLibrary(str(changed)))
    desk.put(messages.Peek(1, "harbour"))
    while not isinstance(said.get(timeout=30), messages.Peeked):
        pass
    write(folder / "c.txt", "The tunnel under the hill is wet.")
    engine.index(changed, folder)
    desk.take_up()
    desk.close()
    assert seen[-1] == 3


def test_service_merges_and_both_desks_have_it(
    engine: Engine, changed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those who find something read the new vectors while nobody asks."""
    monkeypatch.setattr(serving, "Quiet", partial(Quiet, pause_s=_AT_ONCE))
    seen = Queue[tuple[str, int]]()
    refresh = Library.refresh

    def watched(library: Library, wait_s: float = 5.0) -> None:
        refresh(library, wait_s)
        seen.put((current_thread().name, _n_recent(library)))

    monkeypatch.setattr(Library, "refresh", watched)
    said = Queue[messages.Event]()
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as requests, os.fdopen(writing, "wb", buffering=0) as window:
        service = Thread(target=serving.serve, args=(engine, requests, said.put))
        service.start()
        window.write(messages.encode(messages.OpenLibrary(str(changed))))
        window.write(messages.encode(messages.Ask(1, "Where is the harbour?")))
        while not isinstance(said.get(timeout=30), messages.Answered):
            pass
        waiting = {("KeywordDesk", 0), ("AnswerDesk", 0)}
        while waiting:
            waiting.discard(seen.get(timeout=30))
        window.write(messages.encode(messages.Quit()))
        service.join(timeout=30)
    assert not service.is_alive()
