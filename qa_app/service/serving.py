"""Serving the requests of a pipe: who gets which, and how events go out."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event as Flag
from threading import Lock
from typing import BinaryIO

import msgspec

from qa_app import messages
from qa_app.encoding.protocol import Encoder
from qa_app.engine import Engine
from qa_app.errors import QaError
from qa_app.places import load_settings
from qa_app.service.answer_desk import AnswerDesk
from qa_app.service.book_desk import BookDesk
from qa_app.service.desk import Desk
from qa_app.service.errand_desk import ErrandDesk
from qa_app.service.index_desk import IndexDesk
from qa_app.service.keyword_desk import KeywordDesk
from qa_app.service.question_list import QuestionList
from qa_app.service.quiet import Quiet

_CHECK = "CheckLibrary"
_ERRANDS = ("ExportSnippets", "VerifyExport", _CHECK)


def main(encoder: Encoder | None = None) -> int:
    """Serve until stdin ends or `Quit` comes, with an encoder or the settings' own."""
    requests, events = claim_pipes()
    sender = Sender(events)
    try:
        engine = Engine(load_settings(), (lambda: encoder) if encoder is not None else None)
    except QaError as error:
        sender.send(messages.Failed("OpenLibrary", str(error)))
        return 3
    serve(engine, requests, sender.send)
    return 0


def serve(engine: Engine, requests: BinaryIO, send: Callable[[messages.Event], None]) -> None:
    """Serve the requests of a pipe until it ends or `Quit` comes."""
    desks = _Desks(engine, send)
    for line in requests:
        try:
            request = messages.decode_request(line)
        except msgspec.MsgspecError as error:
            send(messages.Failed("", f"Not understood: {error}", details=repr(line[:200])))
            continue
        if isinstance(request, messages.Quit):
            break
        desks.put(request)
    desks.close()


def claim_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Our ends of the pipes. What a library prints goes to stderr, not among the events."""
    events = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return sys.stdin.buffer, events


class Sender:
    """Writes events to a pipe, from any thread."""

    def __init__(self, events: BinaryIO) -> None:
        self._events = events
        self._lock = Lock()

    def send(self, event: messages.Event) -> None:
        """Write an event whole; a window that is gone wants none."""
        with self._lock:
            try:
                self._events.write(messages.encode(event))
                self._events.flush()
            except BrokenPipeError:
                os._exit(0)


class _Desks:
    """The desks, and which request goes to which. Used by the main thread."""

    def __init__(self, engine: Engine, send: Callable[[messages.Event], None]) -> None:
        self._questions = questions = QuestionList(send)
        self._keywords = KeywordDesk(engine, send)
        self._book = BookDesk(engine, send, questions)
        # One each: a long export keeps no check waiting.
        self._errands = {tag: ErrandDesk(engine, send) for tag in _ERRANDS}
        self._quiet, may_answer = Quiet(), Flag()
        self._indexing = IndexDesk(
            engine,
            send,
            self._errands[_CHECK].is_busy,
            self._quiet,
            self._take_up,
            may_begin=may_answer,
        )
        self._answers = AnswerDesk(engine, send, self._indexing.is_busy, questions, may_answer)
        quick = (self._keywords, self._book, self._answers)
        self._all: tuple[Desk, ...] = (*quick, *self._errands.values(), self._indexing)

    def put(self, request: messages.Request) -> None:
        """Hand a request to whom it concerns."""
        self._quiet.note()
        match request:
            case messages.OpenLibrary():
                self._indexing.cancel()
                self._errands[_CHECK].cancel()
                self._questions.open(Path(request.library))
                for desk in self._all:
                    desk.put(request)
            case messages.Peek() | messages.LoadSource():
                self._keywords.put(request)
            case messages.Ask():
                self._answers.put(request)
            case messages.IndexFolder() | messages.BringBackFurniture():
                self._indexing.put(request)
            case messages.ForgetFolder():
                # A run would read on for hours what is not wanted; what it has done is kept.
                self._indexing.cancel(messages.IndexFolder)
                self._indexing.put(request)
            case messages.CancelIndexing():
                self._indexing.cancel(messages.IndexFolder)
            case _:
                self._put_errand(request)

    def _put_errand(self, request: messages.Request) -> None:
        match request:
            case messages.RepairLibrary():
                self._indexing.cancel(messages.IndexFolder)
                self._errands[_CHECK].cancel()
                for desk in self._all:
                    desk.put(request)
            case messages.ExportSnippets() | messages.VerifyExport() | messages.CheckLibrary():
                self._errands[type(request).__name__].put(request)
            case messages.CancelErrands():
                self._cancel_errands(request.request)
            case _:
                self._book.put(request)

    def close(self) -> None:
        """Stop what can be stopped and wait for the rest."""
        self._indexing.cancel()
        for errands in self._errands.values():
            errands.cancel()
        for desk in self._all:
            desk.close()

    def _take_up(self) -> None:
        """Have those who find something read what is new before the next question needs it."""
        self._keywords.take_up()
        self._answers.take_up()

    def _cancel_errands(self, tag: str) -> None:
        if tag == "RepairLibrary":
            self._indexing.cancel(messages.RepairLibrary)
        elif (errands := self._errands.get(tag)) is not None:
            errands.cancel()
