"""The list of questions, which several desks change."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock

from qa_app import messages
from qa_app.errors import LibraryError
from qa_app.library.notebook import Notebook, now

QuestionRequest = messages.ListQuestions | messages.SaveQuestion | messages.ForgetQuestions


class QuestionList:
    """Changes the questions of a library's notebook and sends the list after each change.

    From any thread. The lock keeps an older list from being sent after a newer one, and the list of
    a library that was open before from being sent after that of the next.
    """

    def __init__(self, send: Callable[[messages.Event], None]) -> None:
        self._send = send
        self._lock = Lock()
        self._open: Path | None = None

    def open(self, library: Path) -> None:
        """Another library is open from here on."""
        with self._lock:
            self._open = library

    def note(self, library: Path, asked: messages.Ask) -> None:
        """Remember a question that was answered; a notebook in trouble costs nobody an answer."""
        notebook = Notebook(library)
        with self._lock, suppress(LibraryError):
            notebook.note(asked.question, asked.dropped, now())
            # The answer may have taken longer than the person stayed.
            if library == self._open:
                self._send(messages.QuestionsListed(notebook.questions()))

    def serve(self, library: Path, request: QuestionRequest) -> None:
        """Do what was asked for and send the list.

        Raises:
            NotebookError: the notebook cannot be read or written.
            LibraryMissing: there is no library to keep a question in.
        """
        notebook = Notebook(library)
        with self._lock:
            match request:
                case messages.SaveQuestion():
                    notebook.save(request.question, now(), saved=request.saved)
                case messages.ForgetQuestions():
                    notebook.forget(request.questions, all_unsaved=request.all_unsaved)
                case _:
                    pass
            self._send(messages.QuestionsListed(notebook.questions()))
