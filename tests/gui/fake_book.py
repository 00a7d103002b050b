"""What a person has asked and kept, and the files of the library, as the stand-in engine has them.

A library ending in `kept` begins with three snippets: verbatim, changed and missing; the others
begin with none. Every library begins with two questions, the earlier one saved.
"""

from uuid import uuid4

from msgspec.structs import replace

from qa_app import messages
from qa_app.model import (
    AskedQuestion,
    DocumentEntry,
    FileState,
    Metadata,
    Snippet,
    SnippetState,
    Span,
)
from tests.gui.sample_news import METADATA, PATHS, TEXTS

QUESTIONS = (
    AskedQuestion("Who pays the soldiers?", (), "2026-02-03T09:12:44+01:00", saved=False),
    AskedQuestion("What did Abu Qasra say?", (), "2026-02-01T18:30:00+01:00", saved=True),
)
HASHES = {i: f"{i:064x}" for i in TEXTS}
KEPT_AT = "2026-02-03T10:00:00+01:00"

DOCUMENTS = (
    DocumentEntry(PATHS[1], FileState.INDEXED, "", METADATA[1].title, 12, 21_480, 1),
    DocumentEntry(PATHS[2], FileState.INDEXED, "", METADATA[2].title, 17, 9_120, 2),
    DocumentEntry(PATHS[3], FileState.INDEXED, "", METADATA[3].title, 12, 4_004, 3),
    DocumentEntry(
        "/home/lina/press/old.doc",
        FileState.SKIPPED,
        "not a format that is read (.htm .html .md .txt)",
        "",
        0,
        48_128,
        0,
    ),
    DocumentEntry(
        "/home/lina/press/scan<1>.txt", FileState.FAILED, "cannot be read: Permission denied",
        "", 0, 512, 0,
    ),
    DocumentEntry("/home/lina/press/wait.txt", FileState.PENDING, "", "", 0, 2_048, 0),
)  # fmt: skip


def snippet(document_id: int, span: Span, question: str, place: int = 0) -> Snippet:
    """The words at `span` of a sample document, as they are kept."""
    text = TEXTS[document_id]
    return Snippet(
        id=str(uuid4()),
        quote=span.of(text),
        path=PATHS[document_id],
        content_hash=HASHES[document_id],
        span=span,
        paragraph=text[: span.start].count("\n\n") + 1,
        metadata=METADATA[document_id],
        question=question,
        kept_at=KEPT_AT,
        prefix=text[max(span.start - 64, 0) : span.start],
        suffix=text[span.end : span.end + 64],
        place=place,
        document_id=document_id,
    )


def kept_snippets() -> tuple[Snippet, ...]:
    """Three snippets, one in each state."""
    made = [
        snippet(i, _span_of(i, words), "What did Abu Qasra say?", place)
        for place, (i, words) in enumerate(
            (
                (1, "“In politics there are no permanent enemies,” Abu Qasra added"),
                (2, "Prices in the markets eased for a week and then rose again."),
                (3, "Abu Qasra said the army would be one army"),
            )
        )
    ]
    same, changed, missing = made
    return (
        same,
        replace(changed, state=SnippetState.CHANGED, span=changed.span.shifted(1)),
        replace(missing, state=SnippetState.MISSING, document_id=0),
    )


def _span_of(document_id: int, words: str) -> Span:
    start = TEXTS[document_id].index(words)
    return Span(start, start + len(words))


class FakeBook:
    """Remembers questions and snippets for as long as it lives."""

    def __init__(self, library: str) -> None:
        self._questions = list(QUESTIONS)
        self._snippets = {one.id: one for one in kept_snippets()} if _is_kept(library) else {}
        self._n_noted = 0
        self._corrected: dict[int, Metadata] = {}

    def handle(self, request: messages.Request) -> messages.Event | None:
        """What is said to a request; None where it is none of ours."""
        said: messages.Event | None = None
        match request:
            case messages.ListQuestions():
                said = self.questions()
            case messages.SaveQuestion():
                said = self._save(request)
            case messages.ForgetQuestions():
                said = self._forget(request)
            case messages.ListSnippets():
                said = self._listed()
            case messages.KeepSnippet():
                said = self._keep(request)
            case messages.LoadMetadata():
                said = self._metadata(request.document_id)
            case messages.CorrectSource():
                said = self._correct(request)
            case messages.ChangeSnippets():
                said = self._change(request)
        return said

    def _metadata(self, document_id: int) -> messages.MetadataLoaded:
        own = METADATA[document_id]
        return messages.MetadataLoaded(0, document_id, self._corrected.get(document_id, own), own)

    def _correct(self, request: messages.CorrectSource) -> messages.Event:
        own = METADATA[request.document_id]
        shown = request.metadata or own
        if shown.title == "refused":
            return messages.Failed("CorrectSource", "The notebook cannot be written.")
        self._corrected[request.document_id] = shown
        return self._metadata(request.document_id)

    def note(self, request: messages.Ask) -> messages.QuestionsListed:
        """Remember that a question was asked."""
        self._n_noted += 1
        earlier = self._taken_out(request.question)
        asked_at = f"2026-02-04T10:{self._n_noted // 60 % 60:02}:{self._n_noted % 60:02}+01:00"
        saved = earlier is not None and earlier.saved
        asked = AskedQuestion(request.question, request.dropped, asked_at, saved)
        self._questions.insert(0, asked)
        return self.questions()

    def questions(self) -> messages.QuestionsListed:
        """The questions, the latest first."""
        return messages.QuestionsListed(tuple(self._questions))

    def _taken_out(self, question: str) -> AskedQuestion | None:
        for at, asked in enumerate(self._questions):
            if asked.question == question:
                return self._questions.pop(at)
        return None

    def _save(self, request: messages.SaveQuestion) -> messages.QuestionsListed:
        known = [asked.question for asked in self._questions]
        if request.question not in known:
            self.note(messages.Ask(0, request.question))
            known = [asked.question for asked in self._questions]
        at = known.index(request.question)
        self._questions[at] = replace(self._questions[at], saved=request.saved)
        return self.questions()

    def _forget(self, request: messages.ForgetQuestions) -> messages.QuestionsListed:
        self._questions = [
            asked
            for asked in self._questions
            if asked.question not in request.questions and (asked.saved or not request.all_unsaved)
        ]
        return self.questions()

    def _listed(self, kept: str = "") -> messages.SnippetsListed:
        by_place = sorted(self._snippets.values(), key=lambda one: one.place)
        return messages.SnippetsListed(tuple(by_place), kept)

    def _keep(self, request: messages.KeepSnippet) -> messages.Event:
        if request.document_id not in TEXTS:
            message = "That document is no longer in the library; ask again."
            return messages.Failed("KeepSnippet", message)
        place = max((one.place for one in self._snippets.values()), default=-1) + 1
        kept = snippet(request.document_id, request.span, request.question, place)
        self._snippets[kept.id] = kept
        return self._listed(kept.id)

    def _change(self, request: messages.ChangeSnippets) -> messages.SnippetsListed:
        self._snippets.update({one.id: one for one in request.put})
        for gone in request.remove:
            self._snippets.pop(gone, None)
        return self._listed()


def _is_kept(library: str) -> bool:
    return library.endswith("kept")
