"""The desk that answers while a person types."""

import time

from qa_app import messages
from qa_app.errors import LibraryBusy, LibraryMissing, QuestionError
from qa_app.model import Hit, LibraryStatus
from qa_app.service.desk import Desk


class KeywordDesk(Desk):
    """Opens libraries, finds keywords as they are typed, loads sources: all quick."""

    def handle(self, request: messages.Request) -> None:
        """See `Desk.handle`."""
        match request:
            case messages.OpenLibrary():
                self.send(messages.LibraryOpened(request.library, self._status()))
                # The first look-up reads the index from disk; it is not to be a person's.
                self._keyword_hits("warm up")
            case messages.Peek():
                self._peek(self.newest(request))
            case messages.LoadSource():
                source = self.engine.source_text(self.library(), request.document_id)
                self.send(messages.SourceLoaded(request.id, source))
            case _:
                pass

    def _status(self) -> LibraryStatus | None:
        try:
            return self.library().status()
        except LibraryMissing:
            return None

    def _peek(self, request: messages.Peek) -> None:
        began = time.perf_counter()
        hits = self._keyword_hits(request.question)
        took_ms = (time.perf_counter() - began) * 1000
        self.send(messages.Peeked(request.id, request.question, took_ms, hits))

    def _keyword_hits(self, typed: str) -> tuple[Hit, ...]:
        """What is found so far; half a question that finds nothing is no mistake."""
        try:
            return self.engine.peek(self.library(), typed)
        except (LibraryMissing, LibraryBusy, QuestionError):
            return ()
