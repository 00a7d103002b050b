"""The sources of an export's quotes, as their files are now."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import cache, lru_cache, partial
from pathlib import Path

from msgspec import Struct

from qa_app.citing.export.trace import Trace
from qa_app.errors import LibraryError, ReadError
from qa_app.library.library import Library
from qa_app.model import Cancelled, Metadata, Snippet, never_cancelled
from qa_app.places import file_on_disk
from qa_app.reading.file_bytes import read_ordinary
from qa_app.reading.file_reader import Content, FileReader
from qa_app.reading.limits import ReadingLimits
from qa_app.reading.registry import format_of

# Texts may be long; the quotes of one source follow each other.
_SOURCES_AT_HAND = 8

# Where the library knows a file of the content that a quote is from, or None.
Whereabouts = Callable[[Trace], str | None]


class Source(Struct, frozen=True):
    """The text of a file; `reason` says why there is none."""

    path: str
    content_hash: str = ""
    text: str = ""
    reason: str = ""


def nowhere(_trace: Trace) -> str | None:
    """The `Whereabouts` of no library."""
    return None


@contextmanager
def places_in(library: Path | None) -> Iterator[Whereabouts]:
    """Where a library knows files by their content; it is opened when that is first asked."""
    with ExitStack() as stack:

        @cache
        def opened() -> Library | None:
            try:
                return None if library is None else stack.enter_context(closing(Library(library)))
            except LibraryError:
                # A quote can be checked without it.
                return None

        def whereabouts(trace: Trace) -> str | None:
            known = opened()
            found = () if known is None else known.look_up([_snippet_of(trace)])
            return found[0].path if found and found[0].document_id else None

        yield whereabouts


class Sources:
    """Reads the sources of quotes.

    A file that is gone is looked for by its content with `whereabouts`. Only ordinary files are
    read, within the limits: an export may name anything.
    """

    def __init__(
        self,
        reader: FileReader,
        limits: ReadingLimits,
        whereabouts: Whereabouts = nowhere,
        cancelled: Cancelled = never_cancelled,
    ) -> None:
        self._reader = reader
        self._limits = limits
        self._whereabouts = whereabouts
        self._cancelled = cancelled
        self._read = lru_cache(maxsize=_SOURCES_AT_HAND)(self._read_anew)

    def source_of(self, trace: Trace) -> Source:
        """The source that a quote is from."""
        source = self._read(trace.path)
        if not source.reason:
            return source
        path = self._whereabouts(trace)
        found = source if path is None or path == trace.path else self._read(path)
        return source if found.reason or found.content_hash != trace.content_hash else found

    def _read_anew(self, path: str) -> Source:
        try:
            return self._read_file(path)
        except OSError as error:
            return Source(path, reason=error.strerror or str(error))
        except (ReadError, ValueError) as error:
            return Source(path, reason=str(error))

    def _read_file(self, path: str) -> Source:
        """The text of a file, or of one in it.

        Raises:
            ReadError: there is none.
        """
        file = file_on_disk(path)
        file_format = format_of(file)
        if file_format is None:
            raise ReadError("its format cannot be read")
        data = read_ordinary(file, self._limits.max_file_bytes).data
        name = Path(path).relative_to(file).as_posix() if file != Path(path) else ""
        wants = partial(_is_on_the_way, name)
        with closing(self._reader.read(data, file_format, wants, self._cancelled)) as readings:
            # To the end, or the next file would need another process.
            told = {reading.content.name: reading for reading in readings}
        found = told.get(name)
        if found is None:
            raise ReadError(f"there is no {name} in {file}")
        if found.document is None:
            raise ReadError(found.reason or "it holds nothing but other files")
        content_hash = found.content.content_hash or hashlib.sha256(data).hexdigest()
        return Source(path, content_hash, found.document.text)


def _is_on_the_way(name: str, content: Content) -> bool:
    """Whether some content is that of this name, or holds it."""
    return name == content.name or name.startswith(f"{content.name}/")


def _snippet_of(trace: Trace) -> Snippet:
    """What a library looks up by."""
    return Snippet(
        id=trace.id,
        quote=trace.quote,
        path=trace.path,
        content_hash=trace.content_hash,
        span=trace.span,
        paragraph=trace.paragraph,
        metadata=Metadata(),
        question="",
        kept_at="",
        prefix=trace.prefix,
        suffix=trace.suffix,
    )
