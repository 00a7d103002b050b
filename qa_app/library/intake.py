"""A file of a folder, and each file in it, on the way into the library."""

import hashlib
import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path, PurePosixPath

from msgspec import Struct, field
from msgspec.structs import replace

from qa_app.encoding.protocol import PassageText
from qa_app.errors import ReadError
from qa_app.library import writer
from qa_app.library.excluding import Exclusion
from qa_app.library.folder import FoundFile
from qa_app.library.in_hand import Held, InHand, Member
from qa_app.model import Cancelled, Document, FileState, Passage
from qa_app.reading.file_bytes import NO_TIME, read_ordinary
from qa_app.reading.file_reader import Content, FileReader, Reading
from qa_app.reading.limits import ReadingLimits
from qa_app.reading.registry import holds_files

_CHANGED = "it changed while it was read; the next run reads it again"


class ReadFile(Struct, frozen=True):
    """A file that is read and cut, or that the library has already: then without a document here.

    One that holds nothing but other files has no identity. `reason` says what was left out of it,
    beside what its document says. `members` are the files in it; it is None where there cannot be
    any, else it comes after all of them. `key` names what was read of it until it is kept; it is
    empty where the next run reads it again in any case.
    """

    file: FoundFile
    identity: writer.Identity | None
    document: Document | None = None
    passages: tuple[Passage, ...] = ()
    reason: str = ""
    members: tuple[Member, ...] | None = None
    key: bytes = b""

    @property
    def held(self) -> Held:
        """What is to be held of it until it is kept."""
        has_document = self.identity is not None
        return Held(self.document, self.passages, self.reason, self.members, has_document)

    @property
    def member_paths(self) -> frozenset[str]:
        """Where the files in it are."""
        return frozenset(_member(self.file, member.content).path for member in self.members or ())

    def text(self, n: int) -> PassageText:
        """The `n`-th passage as the encoder reads it."""
        if self.document is None:
            raise IndexError(f"{self.file.path} has no passages")
        return writer.passage_text(self.document, self.passages[n])


class Failure(Struct, frozen=True):
    """A file that gave no document. Where it `is_final`, it gives none until something changes."""

    file: FoundFile
    state: FileState
    reason: str
    is_final: bool


class _BeingRead(Struct):
    """A file of the folder while it is read, and what came to light of those in it."""

    file: FoundFile
    content_hash: str
    remark: str
    members: list[Member] = field(default_factory=list)
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
        in_hand: InHand,
    ) -> None:
        self._connection = connection
        self._folder = folder
        self._exclusion = exclusion
        self._reader = reader
        self._limits = limits
        self._reading_version = reading_version
        self._in_hand = in_hand

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
            being_read = _BeingRead(found, content_hash, remark)
            yield from self._take_bytes(being_read, read.data, cancelled)

    def _take_bytes(
        self, being_read: _BeingRead, data: bytes, cancelled: Cancelled
    ) -> Iterator[ReadFile | Failure]:
        file = being_read.file
        identity = self._identity(file.format, being_read.content_hash)
        if not holds_files(file.format) and self._has(identity):
            yield ReadFile(file, identity, reason=being_read.remark)
            return
        if (again := self._taken_up(being_read)) is not None:
            yield from again
            return
        wants = partial(self._wants, being_read)
        with closing(self._reader.read(data, file.format, wants, cancelled)) as readings:
            for reading in readings:
                yield from being_read.known
                being_read.known.clear()
                if not reading.content.name:
                    yield self._taken(being_read, reading)
                elif not self._is_left_out(file.path, reading.content.name):
                    yield self._taken_member(being_read, reading)

    def _wants(self, being_read: _BeingRead, content: Content) -> bool:
        """Whether a file in the file is to be read."""
        if self._is_left_out(being_read.file.path, content.name):
            return False
        # The files in that one are only told of where it is opened.
        if holds_files(content.format):
            return True
        known = self._known(_member(being_read.file, content), content.content_hash)
        if known is None:
            return True
        member = Member(content, FileState.INDEXED, known.reason, has_document=True)
        being_read.members.append(member)
        being_read.known.append(known)
        return False

    def _known(self, file: FoundFile, content_hash: str, reason: str = "") -> ReadFile | None:
        """A file whose document the library has, or whose reading an earlier run left."""
        identity = self._identity(file.format, content_hash)
        if self._has(identity):
            return ReadFile(file, identity, reason=reason)
        key = self._in_hand.key_of(file, content_hash)
        held = self._in_hand.of(key)
        if held is None or held.document is None:
            return None
        return ReadFile(file, identity, held.document, held.passages, held.reason, key=key)

    def _taken_up(self, being_read: _BeingRead) -> list[ReadFile | Failure] | None:
        """What an earlier run has read of a file and of all in it; None where it is to be read."""
        file = being_read.file
        key = self._in_hand.key_of(file, being_read.content_hash)
        held = None if being_read.remark else self._in_hand.of(key)
        taken = None if held is None else self._all_taken_up(being_read, key, held)
        if taken is None:
            self._in_hand.pass_over(key)
        return taken

    def _all_taken_up(
        self, being_read: _BeingRead, key: bytes, held: Held
    ) -> list[ReadFile | Failure] | None:
        """The same, of what is held; None where something of it is lacking."""
        file = being_read.file
        identity = None
        if held.has_document:
            identity = self._identity(file.format, being_read.content_hash)
            if held.document is None and not self._has(identity):
                return None
        taken = [self._member_taken_up(file, member) for member in held.members or ()]
        known = [one for one in taken if one is not None]
        if len(known) < len(taken):
            return None
        own = ReadFile(file, identity, held.document, held.passages, held.reason, held.members, key)
        return [*known, own]

    def _member_taken_up(self, container: FoundFile, member: Member) -> ReadFile | Failure | None:
        file = _member(container, member.content)
        if member.state is not FileState.INDEXED:
            return Failure(file, member.state, member.reason, is_final=True)
        if not member.has_document:
            return ReadFile(file, None, reason=member.reason)
        return self._known(file, member.content.content_hash, member.reason)

    def _taken(self, being_read: _BeingRead, reading: Reading) -> ReadFile | Failure:
        """What became of the file itself."""
        file = being_read.file
        taken = self._taken_as(file, reading, being_read.content_hash)
        if isinstance(taken, Failure):
            return replace(taken, is_final=not being_read.remark)
        members = tuple(being_read.members) if holds_files(file.format) else None
        taken = replace(taken, members=members)
        if not being_read.remark:
            return taken
        reason = "; ".join(filter(None, (taken.reason, being_read.remark)))
        return replace(taken, reason=reason, key=b"")

    def _taken_member(self, being_read: _BeingRead, reading: Reading) -> ReadFile | Failure:
        content = reading.content
        has_document = reading.document is not None
        being_read.members.append(Member(content, reading.state, reading.reason, has_document))
        return self._taken_as(_member(being_read.file, content), reading, content.content_hash)

    def _taken_as(self, file: FoundFile, reading: Reading, content_hash: str) -> ReadFile | Failure:
        if reading.state is not FileState.INDEXED:
            return Failure(file, reading.state, reading.reason, is_final=True)
        key = self._in_hand.key_of(file, content_hash)
        if reading.document is None:
            return ReadFile(file, None, reason=reading.reason, key=key)
        identity = self._identity(file.format, content_hash)
        if self._has(identity):
            return ReadFile(file, identity, reason=reading.reason, key=key)
        return ReadFile(file, identity, reading.document, reading.passages, reading.reason, key=key)

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
