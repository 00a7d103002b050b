"""A zip archive: the files in it, one at a time and never on the disk."""

import io
import zipfile
from collections.abc import Iterator
from functools import partial
from zipfile import ZipFile, ZipInfo

from qa_app.errors import ReadError
from qa_app.reading.containers.member import Member, Opened
from qa_app.reading.limits import ReadingLimits
from qa_app.reading.safe_zip import read_member

_ENCRYPTED = 0x1
_NAMED_IN_UTF8 = 0x800
# What a Mac puts into archives beside the files.
_SHADOWS = "__MACOSX"


def open_archive(data: bytes, limits: ReadingLimits) -> Opened:
    """The files of an archive; hidden ones are passed over, as in a folder.

    Raises:
        ReadError: it is none, or its list of files is damaged.
    """
    try:
        archive = ZipFile(io.BytesIO(data))
    # The standard library lets through what its own parsing stumbles over.
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, LookupError) as error:
        raise ReadError("the archive is damaged or incomplete") from error
    return Opened(_members(archive, limits.max_file_bytes))


def _members(archive: ZipFile, max_bytes: int) -> Iterator[Member]:
    for info in archive.infolist():
        name = _name(info)
        if not info.is_dir() and not _is_hidden(name):
            yield Member(name, info.file_size, partial(_read, archive, info, max_bytes))


def _read(archive: ZipFile, info: ZipInfo, max_bytes: int) -> bytes:
    if info.flag_bits & _ENCRYPTED:
        raise ReadError("it is encrypted")
    return read_member(archive, info, max_bytes)


def _is_hidden(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return any((part.startswith(".") and part.strip(".")) or part == _SHADOWS for part in parts)


def _name(info: ZipInfo) -> str:
    """Its name; one that does not say so may be UTF-8 all the same."""
    if info.flag_bits & _NAMED_IN_UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode()
    except UnicodeError:
        return info.filename
