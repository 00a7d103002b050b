"""Reading a file with the files in it, one after the other, within limits."""

import hashlib
from collections.abc import Callable, Generator, Iterator
from pathlib import PurePosixPath
from typing import TypeVar

from msgspec.structs import replace

from qa_app.errors import ReadError
from qa_app.model import Document, FileState
from qa_app.reading.containers.member import Member
from qa_app.reading.containers.names import MemberNames
from qa_app.reading.file_reader import Content, Reading, Wants
from qa_app.reading.limits import ReadingLimits, needs_memory, too_large
from qa_app.reading.passages import cut_passages
from qa_app.reading.registry import (
    format_of,
    holds_files,
    not_read,
    open_container,
    read_document,
)
from qa_app.reading.tokens import TokenBudget

Done = TypeVar("Done")


class FileContents:
    """One file: reads it and what is in it. Whatever one of them holds costs that one alone."""

    def __init__(self, limits: ReadingLimits, budget: TokenBudget, wants: Wants) -> None:
        self._limits = limits
        self._budget = budget
        self._wants = wants
        self._n_members = 0
        self._n_expanded_bytes = 0

    def read(self, data: bytes, file_format: str) -> Generator[Reading, None, None]:
        """See `FileReader.read`."""
        yield from self._read(Content("", file_format, len(data)), data, depth=0)

    def _read(self, content: Content, data: bytes, depth: int) -> Iterator[Reading]:
        if holds_files(content.format):
            yield from self._read_container(content, data, depth)
            return
        document, reason = self._tried(lambda: read_document(data, content.format, self._limits))
        yield self._reading(content, document, reason)

    def _read_container(self, content: Content, data: bytes, depth: int) -> Iterator[Reading]:
        opened, reason = self._tried(lambda: open_container(data, content.format, self._limits))
        if opened is None:
            yield _failed(content, reason)
            return
        names = MemberNames()
        member, reason = self._tried(lambda: next(opened.members, None))
        while member is not None and not (reason := self._limit_met_by(member)):
            path = "/".join(part for part in (content.name, names.clean(member.name)) if part)
            yield from self._read_member(path, member, depth)
            member, reason = self._tried(lambda: next(opened.members, None))
        if opened.document is not None:
            own = self._reading(content, opened.document, "")
            yield replace(own, reason=own.reason or reason)
        elif reason and member is None:
            yield _failed(content, reason)
        else:
            yield Reading(content, reason=reason)

    def _limit_met_by(self, member: Member) -> str:
        """Why a member and those after it are not read; empty where they are."""
        limits = self._limits
        if self._n_members >= limits.max_members:
            most = limits.max_members
            return f"it holds more than {most} files; raise max_members to read the rest"
        if self._n_expanded_bytes + member.size_bytes > limits.max_expanded_bytes:
            most = limits.max_expanded_bytes // 1_000_000
            return f"unpacked it is larger than {most} MB; raise max_file_mb to read the rest"
        return ""

    def _read_member(self, path: str, member: Member, depth: int) -> Iterator[Reading]:
        self._n_members += 1
        content = Content(path, format_of(PurePosixPath(path)) or "", member.size_bytes)
        if reason := self._why_skipped(content, depth):
            yield Reading(content, state=FileState.SKIPPED, reason=reason)
            return
        data, reason = self._tried(member.read)
        if data is None:
            yield _failed(content, reason)
            return
        self._n_expanded_bytes += len(data)
        content_hash = hashlib.sha256(data).hexdigest()
        content = replace(content, size_bytes=len(data), content_hash=content_hash)
        if self._wants(content):
            yield from self._read(content, data, depth + 1)

    def _why_skipped(self, content: Content, depth: int) -> str:
        if not content.format:
            return not_read()
        if content.size_bytes > self._limits.max_file_bytes:
            return too_large(self._limits.max_file_bytes)
        n_around = depth + 1
        if holds_files(content.format) and n_around >= self._limits.max_depth:
            return (
                f"it lies in {n_around} files, each in the next, and no more than that are opened"
            )
        return ""

    def _reading(self, content: Content, document: Document | None, reason: str) -> Reading:
        """The document cut into passages, or why there is none."""
        if document is None:
            return _failed(content, reason)
        passages, reason = self._tried(lambda: cut_passages(document, self._budget))
        if passages is None:
            return _failed(content, reason)
        return Reading(content, document, passages)

    def _tried(self, work: Callable[[], Done]) -> tuple[Done | None, str]:
        """What the work gives, or None and why it gives nothing."""
        try:
            return work(), ""
        except ReadError as error:
            return None, str(error)
        except MemoryError:
            return None, needs_memory(self._limits)
        except RecursionError:
            return None, "its parts are nested too deeply"
        except Exception as error:  # noqa: BLE001 - whatever one file holds costs that file alone
            return None, f"reading it failed, which is a bug of ours: {error!r}"


def _failed(content: Content, reason: str) -> Reading:
    return Reading(content, state=FileState.FAILED, reason=reason)
