"""The desk that lists what is there: documents, questions, snippets."""

from collections.abc import Callable

from qa_app import messages
from qa_app.engine import Engine
from qa_app.errors import LibraryMissing
from qa_app.library.notebook import Notebook, now
from qa_app.model import DocumentEntry
from qa_app.service.desk import Desk
from qa_app.service.question_list import QuestionList, QuestionRequest


class BookDesk(Desk):
    """Lists documents, and lists and changes what the person asked and kept: all quick.

    A desk of its own, so that a long list keeps nobody waiting who types.
    """

    def __init__(
        self,
        engine: Engine,
        send: Callable[[messages.Event], None],
        questions: QuestionList,
    ) -> None:
        self._questions = questions
        super().__init__(engine, send)

    def handle(self, request: messages.Request) -> None:
        """See `Desk.handle`."""
        match request:
            case messages.LoadMetadata() | messages.CorrectSource():
                self._serve_metadata(request)
            case messages.ListDocuments():
                self.send(messages.DocumentsListed(self._documents()))
            case messages.Exclude():
                status = self.engine.exclude(self.open_folder(), request.patterns)
                self.send(messages.LibraryChanged(status))
            case messages.ListQuestions() | messages.SaveQuestion() | messages.ForgetQuestions():
                self._serve_questions(request)
            case messages.ListSnippets() | messages.KeepSnippet() | messages.ChangeSnippets():
                self._serve_snippets(request)
            case _:
                pass

    def _documents(self) -> tuple[DocumentEntry, ...]:
        try:
            return self.engine.entries(self.library())
        except LibraryMissing:
            return ()

    def _serve_metadata(self, request: messages.LoadMetadata | messages.CorrectSource) -> None:
        library, document_id = self.library(), request.document_id
        if isinstance(request, messages.CorrectSource):
            self.engine.correct(library, document_id, request.metadata)
        shown, own = self.engine.metadata(library, document_id)
        self.send(messages.MetadataLoaded(request.id, document_id, shown, own))
        if isinstance(request, messages.CorrectSource):
            self._list_snippets("")

    def _serve_questions(self, request: QuestionRequest) -> None:
        is_listing = isinstance(request, messages.ListQuestions)
        if is_listing and self.library_folder is None:
            self.send(messages.QuestionsListed(()))
        else:
            self._questions.serve(self.open_folder(), request)

    def _serve_snippets(
        self, request: messages.ListSnippets | messages.KeepSnippet | messages.ChangeSnippets
    ) -> None:
        kept = ""
        match request:
            case messages.KeepSnippet():
                kept = self._keep(request)
            case messages.ChangeSnippets():
                self.engine.change_snippets(
                    self._notebook(), self.library, request.put, request.remove
                )
            case _:
                pass
        self._list_snippets(kept)

    def _keep(self, request: messages.KeepSnippet) -> str:
        """Keep a snippet; its id."""
        snippet = self.library().make_snippet(
            request.document_id, request.span, request.question, now()
        )
        self._notebook().keep(snippet)
        return snippet.id

    def _list_snippets(self, kept: str) -> None:
        is_open = self.library_folder is not None
        snippets = self.engine.snippets(self._notebook(), self.library) if is_open else ()
        self.send(messages.SnippetsListed(snippets, kept))

    def _notebook(self) -> Notebook:
        return Notebook(self.open_folder())
