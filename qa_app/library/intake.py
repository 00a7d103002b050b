"""A file of a folder, and each file in it, on the way into the library."""

import hashlib
import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath

from qa_app.encoding.protocol import PassageText
from qa_app.errors import ReadError
from qa_app.library import writer
from qa_app.library.excluding import Exclusion
from qa_app.library.folder import FoundFile
from qa_app.model import Cancelled, Document, FileState, Passage
from qa_app.reading.file_bytes import NO_TIME, read_ordinary
from qa_app.reading.file_reader import Content, FileReader, Reading
from qa_app.reading.limits import ReadingLimits
from qa_app.reading.registry import holds_files

_CHANGED = "it changed while it was read; the next run reads it again"


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that is read and cut, or that the library has already: then without a document here.

    One that holds nothing but other files has no identity. `reason` says what was left out of it,
    beside what its document says. `members` are the paths of the files in it; it is None where
    there cannot be any, else it comes after all of them.
    """

    file: FoundFile
    identity: writer.Identity | None
    document: Document | None = None
    passages: tuple[Passage, ...] = ()
    reason: str = ""
    members: frozenset[str] | None = None

    def text(self, n: int) -> PassageText:
        """The `n`-th passage as the encoder reads it."""
        if self.document is None:
            raise IndexError(f"{self.file.path} has no passages")
        return writer.passage_text(self.document, self.passages[n])


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that gave no document. Where it `is_final`, it gives none until something changes."""

    file: FoundFile
    state: FileState
    reason: str
    is_final: bool


@dataclass(slots=True)
class _InHand:
    """A file of the folder while it is read, and what came to light of those in it."""

    file: FoundFile
    content_hash: str
    remark: str
    members: set[str] = field(default_factory=set)
    known: list[ReadFile] = field(default_factory=list)


class Intake:
    """Reads files. It looks into the database and writes nothing."""

    def __init__(  # noqa: PLR0917 - made in one place
        self,
        connection: sqlite3.Connection,
        folder: Path,
        exclusion: Exclusion,
        reader: FileReader,
        limits: ReadingLimits,
        reading_version: int,
    ) -> None:
        self._connection = connection
        self._folder = folder
        self._exclusion = exclusion
        self._reader = reader
        self._limits = limits
        self._reading_version = reading_version

    def take(
        self, file: FoundFile, cancelled: Cancelled
    ) -> Generator[ReadFile | Failure, None, None]:
        """What becomes of a file and of each file in it, as they are read.

        Raises:
            ReadingStopped: it was cancelled meanwhile.
        """
        try:
            read = read_ordinary(self._folder / file.path, self._limits.max_file_bytes)
        except ReadError as error:
            yield _unread(file, str(error))
        except OSError as error:
            yield _unread(file, f"cannot be read: {error.strerror or error}")
        except MemoryError:
            yield _unread(file, "there is not enough memory to read it")
        else:
            # What is known of a file from here on is how it was when it was read.
            found = replace(file, size_bytes=len(read.data), mtime_ns=read.mtime_ns)
            content_hash = hashlib.sha256(read.data).hexdigest()
            remark = _CHANGED if read.mtime_ns == NO_TIME else ""
            in_hand = _InHand(found, content_hash, remark)
            yield from self._take_bytes(in_hand, read.data, cancelled)

    def _take_bytes(
        self, in_hand: _InHand, data: bytes, cancelled: Cancelled
    ) -> Iterator[ReadFile | Failure]:
        file = in_hand.file
        identity = self._identity(file.format, in_hand.content_hash)
        if not holds_files(file.format) and self._has(identity):
            yield ReadFile(file, identity, reason=in_hand.remark)
            return
        wants = partial(self._wants, in_hand)
        with closing(self._reader.read(data, file.format, wants, cancelled)) as readings:
            for reading in readings:
                yield from in_hand.known
                in_hand.known.clear()
                if not reading.content.name:
                    yield self._taken(in_hand, reading)
                elif not self._is_left_out(file.path, reading.content.name):
                    yield self._taken_member(in_hand, reading)

    def _wants(self, in_hand: _InHand, content: Content) -> bool:
        """Whether a file in the file is to be read."""
        if self._is_left_out(in_hand.file.path, content.name):
            return False
        identity = self._identity(content.format, content.content_hash)
        if holds_files(content.format) or not self._has(identity):
            return True
        member = _member(in_hand.file, content)
        in_hand.members.add(member.path)
        in_hand.known.append(ReadFile(member, identity))
        return False

    def _taken(self, in_hand: _InHand, reading: Reading) -> ReadFile | Failure:
        """What became of the file itself."""
        file = in_hand.file
        taken = self._taken_as(file, reading, in_hand.content_hash)
        if isinstance(taken, Failure):
            return replace(taken, is_final=not in_hand.remark)
        reason = "; ".join(filter(None, (taken.reason, in_hand.remark)))
        members = frozenset(in_hand.members) if holds_files(file.format) else None
        return replace(taken, reason=reason, members=members)

    def _taken_member(self, in_hand: _InHand, reading: Reading) -> ReadFile | Failure:
        member = _member(in_hand.file, reading.content)
        in_hand.members.add(member.path)
        return self._taken_as(member, reading, reading.content.content_hash)

    def _taken_as(self, file: FoundFile, reading: Reading, content_hash: str) -> ReadFile | Failure:
        if reading.state is not FileState.INDEXED:
            return Failure(file, reading.state, reading.reason, is_final=True)
        if reading.document is None:
            return ReadFile(file, None, reason=reading.reason)
        identity = self._identity(file.format, content_hash)
        if self._has(identity):
            return ReadFile(file, identity, reason=reading.reason)
        return ReadFile(file, identity, reading.document, reading.passages, reading.reason)

    def _is_left_out(self, container: str, name: str) -> bool:
        """Whether the person's patterns leave out a file in a file, or a folder in there."""
        path = PurePosixPath(container) / name
        n_outside = len(PurePosixPath(container).parts)
        folders = (str(above) for above in path.parents if len(above.parts) > n_outside)
        return self._exclusion.leaves_out(str(path)) or any(
            map(self._exclusion.leaves_out_folder, folders)
        )

    def _identity(self, file_format: str, content_hash: str) -> writer.Identity:
        return writer.Identity(content_hash, file_format, self._reading_version)

    def _has(self, identity: writer.Identity) -> bool:
        return writer.find_document(self._connection, identity) is not None


def _member(container: FoundFile, content: Content) -> FoundFile:
    """A file in a file; it is as old as that."""
    path = f"{container.path}/{content.name}"
    return FoundFile(
        path, content.format, content.size_bytes, container.mtime_ns, container=container.path
    )


def _unread(file: FoundFile, reason: str) -> Failure:
    """The system did not give it; the next time it may."""
    return Failure(file, FileState.FAILED, reason, is_final=False)
