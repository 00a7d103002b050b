"""What the rest of the program needs of whoever reads files, in whatever process that is."""

from collections.abc import Callable, Generator
from typing import Protocol

from msgspec import Struct

from qa_app.model import Cancelled, Document, FileState, Passage, never_cancelled


class Content(Struct, frozen=True):
    """What may be a document: a file, or one in it.

    `name` is a clean relative path within the file, empty for the file itself. `format` is empty
    where we read none such, `content_hash`, the SHA-256 of the bytes, where they were not had.
    """

    name: str
    format: str
    size_bytes: int
    content_hash: str = ""


class Reading(Struct, frozen=True):
    """What became of some content.

    Where the state is INDEXED, `document` is what it holds, or None where it only holds other
    files; `reason` says then which of those were left out. Else it says why there is no document.
    """

    content: Content
    document: Document | None = None
    passages: tuple[Passage, ...] = ()
    state: FileState = FileState.INDEXED
    reason: str = ""


# Asked of each file in a file, once its bytes are had and before it is read.
Wants = Callable[[Content], bool]


class ReadingStopped(Exception):  # noqa: N818 - nothing went wrong
    """Whoever waits for the file has cancelled; the file is left as it is."""


class FileReader(Protocol):
    """Files to documents, cut into passages. Used by one thread, one file at a time."""

    def read(
        self,
        data: bytes,
        format: str,  # noqa: A002 - as the document's field
        wants: Wants,
        cancelled: Cancelled = never_cancelled,
    ) -> Generator[Reading, None, None]:
        """Read a file: what became of each file in it that is wanted, and last of itself.

        The iterator is to be read to its end or closed before the next file.

        Raises:
            ReadingStopped: it was cancelled on the way.
            ReaderError: nothing can be read at all.
        """
        ...

    def close(self) -> None:
        """Let go of whatever reads."""
        ...


def wants_all(_content: Content) -> bool:
    """A `Wants` for callers that know nothing yet."""
    return True
