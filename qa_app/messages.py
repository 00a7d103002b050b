"""What the window and the engine's process say to each other: one JSON object a line.

A request names the `id` its answer will carry, so that a late answer can be told from a fresh one.
"""

import msgspec

from qa_app.findings import Diagnosis
from qa_app.model import (
    Answer,
    AskedQuestion,
    DocumentEntry,
    Hit,
    IndexReport,
    LibraryStatus,
    Metadata,
    Progress,
    Snippet,
    SourceText,
    Span,
)
from qa_app.verdicts import VerifyReport


class OpenLibrary(msgspec.Struct, frozen=True, tag=True):
    """Open the library at `library`; where there is none yet it is made when first indexed."""

    library: str


class IndexFolder(msgspec.Struct, frozen=True, tag=True):
    """Bring the open library up to date with `folder`; empty means every folder it has."""

    folder: str = ""


class CancelIndexing(msgspec.Struct, frozen=True, tag=True):
    """Stop the indexing run that is under way; what is done is kept."""


class Ask(msgspec.Struct, frozen=True, tag=True):
    """Answer `question` with the full ranking.

    `dropped` are restrictions (`Restriction.typed`) and variants (`Variant.form`) to do without.
    """

    id: int
    question: str
    dropped: tuple[str, ...] = ()


class Peek(msgspec.Struct, frozen=True, tag=True):
    """Keyword hits for what has been typed so far; needs no model."""

    id: int
    question: str


class LoadSource(msgspec.Struct, frozen=True, tag=True):
    """The whole text of a document."""

    id: int
    document_id: int


class LoadMetadata(msgspec.Struct, frozen=True, tag=True):
    """What is shown of a document, and what it says of itself."""

    id: int
    document_id: int


class CorrectSource(msgspec.Struct, frozen=True, tag=True):
    """Show `metadata` of a document from here on; None gives it its own words back."""

    id: int
    document_id: int
    metadata: Metadata | None


class BringBackFurniture(msgspec.Struct, frozen=True, tag=True):
    """Search the furniture of a document that touches `span`, or put it away again.

    None means all of the document's. It waits for an indexing run under way; `SourceLoaded` with
    this `id` follows, and `LibraryChanged` where anything is searched that was not, or no longer.
    """

    id: int
    document_id: int
    span: Span | None
    is_back: bool


class ListDocuments(msgspec.Struct, frozen=True, tag=True):
    """Every file of the library's folders, and what became of it."""


class Exclude(msgspec.Struct, frozen=True, tag=True):
    """Leave out what `patterns` match, as in a .gitignore file; they replace those kept so far.

    What is in the library already leaves it at the next indexing run.
    """

    patterns: tuple[str, ...]


class ForgetFolder(msgspec.Struct, frozen=True, tag=True):
    """Take a folder out of the library; the folder itself is left alone."""

    folder: str


class ListQuestions(msgspec.Struct, frozen=True, tag=True):
    """The questions asked of the library so far."""


class SaveQuestion(msgspec.Struct, frozen=True, tag=True):
    """Keep a question for good, or no longer."""

    question: str
    saved: bool


class ForgetQuestions(msgspec.Struct, frozen=True, tag=True):
    """Take questions out of the history; with `all_unsaved` every one that is not saved."""

    questions: tuple[str, ...] = ()
    all_unsaved: bool = False


class ListSnippets(msgspec.Struct, frozen=True, tag=True):
    """The snippets kept in the library."""


class KeepSnippet(msgspec.Struct, frozen=True, tag=True):
    """Keep the words at `span` of a document, which answered `question`."""

    document_id: int
    span: Span
    question: str


class ChangeSnippets(msgspec.Struct, frozen=True, tag=True):
    """Write snippets as they are in `put`, by id, and take those in `remove` out."""

    put: tuple[Snippet, ...] = ()
    remove: tuple[str, ...] = ()


class ExportSnippets(msgspec.Struct, frozen=True, tag=True):
    """Write to `file` what a person chose; the fields are those of `order.ExportOrder`.

    A file that is there is replaced: the person has been asked.
    """

    file: str
    format: str = ""
    questions: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    group: str | None = None
    everything: bool = False
    style: str = ""
    source_first: bool = False
    with_notes: bool = True


class VerifyExport(msgspec.Struct, frozen=True, tag=True):
    """Look every quote of the export in `file` up in its source again."""

    file: str


class CheckLibrary(msgspec.Struct, frozen=True, tag=True):
    """Say how it stands with every part of the open library; nothing is changed."""


class RepairLibrary(msgspec.Struct, frozen=True, tag=True):
    """Repair what can be repaired of the open library; an indexing run under way is cancelled.

    Every desk lets go of the library first. Whoever asked for it opens the library anew.
    """


class CancelErrands(msgspec.Struct, frozen=True, tag=True):
    """Stop the exports, checks or repairs asked for so far; `request` is their tag."""

    request: str


class Quit(msgspec.Struct, frozen=True, tag=True):
    """End the process; an indexing run under way keeps what is done."""


Request = (
    OpenLibrary
    | IndexFolder
    | CancelIndexing
    | Ask
    | Peek
    | LoadSource
    | LoadMetadata
    | CorrectSource
    | BringBackFurniture
    | ListDocuments
    | Exclude
    | ForgetFolder
    | ListQuestions
    | SaveQuestion
    | ForgetQuestions
    | ListSnippets
    | KeepSnippet
    | ChangeSnippets
    | ExportSnippets
    | VerifyExport
    | CheckLibrary
    | RepairLibrary
    | CancelErrands
    | Quit
)


class LibraryOpened(msgspec.Struct, frozen=True, tag=True):
    """The library is open. `status` is None where nothing has been indexed into it yet."""

    library: str
    status: LibraryStatus | None


class ModelReady(msgspec.Struct, frozen=True, tag=True):
    """The encoder is loaded: full rankings are fast from here on."""

    model: str
    took_ms: float


class IndexProgressed(msgspec.Struct, frozen=True, tag=True):
    """An indexing run has come this far."""

    progress: Progress


class Indexed(msgspec.Struct, frozen=True, tag=True):
    """An indexing run has ended, finished or cancelled."""

    report: IndexReport
    status: LibraryStatus | None


class Answered(msgspec.Struct, frozen=True, tag=True):
    """The full ranking for request `id`."""

    id: int
    answer: Answer


class Peeked(msgspec.Struct, frozen=True, tag=True):
    """Keyword hits for request `id`."""

    id: int
    question: str
    took_ms: float
    hits: tuple[Hit, ...]


class SourceLoaded(msgspec.Struct, frozen=True, tag=True):
    """The document asked for by request `id`."""

    id: int
    source: SourceText


class MetadataLoaded(msgspec.Struct, frozen=True, tag=True):
    """What is shown of a document, and its `own` words; follows a correction too."""

    id: int
    document_id: int
    metadata: Metadata
    own: Metadata


class LibraryChanged(msgspec.Struct, frozen=True, tag=True):
    """The library's folders or what is left out of them are other than before."""

    status: LibraryStatus


class FolderChanged(msgspec.Struct, frozen=True, tag=True):
    """Something was added, changed or removed in a folder of the open library."""

    folder: str


class DocumentsListed(msgspec.Struct, frozen=True, tag=True):
    """The files of the library's folders, in order of path."""

    documents: tuple[DocumentEntry, ...]


class QuestionsListed(msgspec.Struct, frozen=True, tag=True):
    """The questions asked of the library so far, the latest first; follows every change too."""

    questions: tuple[AskedQuestion, ...]


class SnippetsListed(msgspec.Struct, frozen=True, tag=True):
    """The library's snippets, by place; follows every change too. `kept` is the id just kept."""

    snippets: tuple[Snippet, ...]
    kept: str = ""


class ErrandProgressed(msgspec.Struct, frozen=True, tag=True):
    """An export, a check or a repair, by the tag of its request, has come this far."""

    request: str
    n_done: int
    n: int


class SnippetsExported(msgspec.Struct, frozen=True, tag=True):
    """`n_snippets` of them stand in `file` now; none where it was cancelled."""

    file: str
    n_snippets: int
    cancelled: bool = False


class ExportVerified(msgspec.Struct, frozen=True, tag=True):
    """How the quotes of an export stand in their sources.

    `document_ids` has for each verdict the document of its source, 0 where the library has none.
    """

    report: VerifyReport
    document_ids: tuple[int, ...] = ()


class LibraryChecked(msgspec.Struct, frozen=True, tag=True):
    """What a check of the open library found, or a repair of it has done."""

    diagnosis: Diagnosis
    is_repair: bool = False


class Failed(msgspec.Struct, frozen=True, tag=True):
    """A request failed. `request` is its tag; `details` is empty unless it is a bug of ours.

    `is_damage` says that a file of the library is damaged, which `RepairLibrary` may mend.
    """

    request: str
    message: str
    id: int = 0
    details: str = ""
    is_damage: bool = False


Event = (
    LibraryOpened
    | ModelReady
    | IndexProgressed
    | Indexed
    | Answered
    | Peeked
    | SourceLoaded
    | MetadataLoaded
    | LibraryChanged
    | FolderChanged
    | DocumentsListed
    | QuestionsListed
    | SnippetsListed
    | ErrandProgressed
    | SnippetsExported
    | ExportVerified
    | LibraryChecked
    | Failed
)


def encode(message: Request | Event) -> bytes:
    """One line, newline included."""
    return msgspec.json.encode(message) + b"\n"


def decode_request(line: bytes) -> Request:
    """The request on a line.

    Raises:
        msgspec.DecodeError: the line is no request.
    """
    request: Request = msgspec.json.decode(line, type=Request)
    return request


def decode_event(line: bytes) -> Event:
    """The event on a line.

    Raises:
        msgspec.DecodeError: the line is no event.
    """
    event: Event = msgspec.json.decode(line, type=Event)
    return event
