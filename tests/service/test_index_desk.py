"""Folders come and go one at a time."""

from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Event as Flag

import pytest

from qa_app import messages
from qa_app.engine import Engine
from qa_app.service.index_desk import IndexDesk
from tests.service.conversation import Conversation


def _folder(at: Path, n_files: int) -> Path:
    at.mkdir()
    for n in range(n_files):
        text = f"The keeper of {at.name} lit lamp {n} on Monday."
        (at / f"{n}.txt").write_text(text, encoding="utf-8")
    return at


def test_a_folder_is_added_and_forgotten(
    conversation: Conversation, tmp_path: Path, library_dir: Path
) -> None:
    """A second folder joins the library; the first leaves it, with its documents."""
    first, second = _folder(tmp_path / "first", 2), _folder(tmp_path / "second", 1)
    conversation.say(messages.OpenLibrary(str(library_dir)))
    for folder in (first, second):
        conversation.say(messages.IndexFolder(str(folder)))
        indexed = conversation.expect(messages.Indexed)
    assert indexed.status is not None
    assert indexed.status.folders == (str(first), str(second))
    conversation.say(messages.ForgetFolder(str(first)))
    status = conversation.expect(messages.LibraryChanged).status
    assert (status.folders, status.n_documents) == ((str(second),), 1)


def test_forgetting_ends_the_run_that_is_under_way(
    conversation: Conversation, tmp_path: Path, library_dir: Path
) -> None:
    """The run is cancelled, not waited for; then the folder goes. Later runs are not touched."""
    first, second = _folder(tmp_path / "first", 1), _folder(tmp_path / "second", 300)
    conversation.say(messages.OpenLibrary(str(library_dir)))
    conversation.say(messages.IndexFolder(str(first)))
    conversation.expect(messages.Indexed)
    conversation.say(messages.IndexFolder(str(second)))
    conversation.say(messages.ForgetFolder(str(first)))
    assert conversation.expect(messages.Indexed).report.cancelled
    assert conversation.expect(messages.LibraryChanged).status.folders == (str(second),)
    conversation.say(messages.IndexFolder())
    report = conversation.expect(messages.Indexed).report
    assert (report.cancelled, report.n_added + report.n_unchanged) == (False, 300)


def test_a_folder_that_the_library_does_not_have(
    conversation: Conversation, tmp_path: Path, library_dir: Path
) -> None:
    """The sentence names it."""
    conversation.say(messages.OpenLibrary(str(library_dir)))
    conversation.say(messages.IndexFolder(str(_folder(tmp_path / "first", 1))))
    conversation.expect(messages.Indexed)
    conversation.say(messages.ForgetFolder("/nowhere"))
    failed = conversation.fails()
    assert failed.request == "ForgetFolder"
    assert "/nowhere" in failed.message


def test_a_run_waits_for_a_check_to_end(engine: Engine, tmp_path: Path, library_dir: Path) -> None:
    """A check lets nobody write meanwhile; the run that was asked for then comes after it."""
    asked: list[bool] = []
    answers: Iterator[bool] = iter((True, True, False))

    def is_checking() -> bool:
        asked.append(next(answers))
        return asked[-1]

    said = Queue[messages.Event]()
    desk = IndexDesk(engine, said.put, is_checking)
    desk.put(messages.OpenLibrary(str(library_dir)))
    desk.put(messages.IndexFolder(str(_folder(tmp_path / "first", 1))))
    event = said.get(timeout=30)
    while not isinstance(event, messages.Indexed):
        event = said.get(timeout=30)
    desk.close()
    assert event.report.n_added == 1
    assert asked == [True, True, False]


def test_a_run_that_waits_for_a_check_is_cancelled(
    engine: Engine, tmp_path: Path, library_dir: Path
) -> None:
    """Whoever closes the window during a long check waits for nothing."""
    said = Queue[messages.Event]()
    desk = IndexDesk(engine, said.put, lambda: True)
    desk.put(messages.OpenLibrary(str(library_dir)))
    desk.put(messages.IndexFolder(str(_folder(tmp_path / "first", 1))))
    desk.cancel(messages.RepairLibrary)
    assert desk.is_busy()
    desk.cancel()
    event = said.get(timeout=30)
    while not isinstance(event, messages.Indexed | messages.Failed):
        event = said.get(timeout=30)
    desk.close()
    assert not desk.is_busy()


def test_what_was_asked_at_the_start_goes_first(
    engine: Engine, tmp_path: Path, library_dir: Path
) -> None:
    """Nothing is imported or indexed before it is answered."""
    said, may_begin = Queue[messages.Event](), Flag()
    desk = IndexDesk(engine, said.put, may_begin=may_begin)
    desk.put(messages.OpenLibrary(str(library_dir)))
    desk.put(messages.IndexFolder(str(_folder(tmp_path / "first", 1))))
    with pytest.raises(Empty):
        said.get(timeout=0.3)
    may_begin.set()
    event = said.get(timeout=30)
    while not isinstance(event, messages.Indexed):
        event = said.get(timeout=30)
    desk.close()
    assert event.report.n_added == 1


def test_closing_waits_for_no_answer(engine: Engine, library_dir: Path) -> None:
    """Nothing was begun, so there is nothing to wait for."""
    may_begin = Flag()
    desk = IndexDesk(engine, lambda _: None, may_begin=may_begin)
    desk.put(messages.OpenLibrary(str(library_dir)))
    desk.close()
    assert may_begin.is_set()
