"""How much reading a file may take, and how much of it is read."""

from pathlib import Path

from msgspec import Struct

from qa_app.settings import Settings

# What a person packs is nested twice or thrice; what is nested for ever is made to harm.
_MAX_DEPTH = 10
_MB = 1_000_000
# Files in a file may hold this many times what one file may.
_EXPANDED = 40


class ReadingLimits(Struct, frozen=True):
    """The limits of reading one file.

    The file, and each file in it, has `max_file_bytes` at most; all that is in it, unpacked,
    `max_expanded_bytes`. Of what it holds `max_members` are read, nested `max_depth` deep, and of a
    document `max_pages`. Reading it, or each file in it, takes `max_read_s` and `max_memory_bytes`
    at most.
    """

    max_file_bytes: int
    max_pages: int
    max_members: int
    max_read_s: float
    max_memory_bytes: int
    max_expanded_bytes: int
    max_depth: int = _MAX_DEPTH


def limits_of(settings: Settings) -> ReadingLimits:
    """What the person's settings allow."""
    return ReadingLimits(
        max_file_bytes=settings.max_file_mb * _MB,
        max_pages=settings.max_pages,
        max_members=settings.max_members,
        max_read_s=settings.max_read_s,
        max_memory_bytes=settings.max_read_memory_mb * _MB,
        max_expanded_bytes=settings.max_file_mb * _MB * _EXPANDED,
    )


DEFAULT_LIMITS = limits_of(Settings(cache_dir=Path()))


def too_large(max_bytes: int) -> str:
    """Why a file of more than `max_bytes` is not read."""
    return f"larger than {max_bytes // _MB} MB; raise max_file_mb to read it"


def needs_memory(limits: ReadingLimits) -> str:
    """Why a file is not read that takes too much memory."""
    most = limits.max_memory_bytes // _MB
    return f"needs more than {most} MB of memory to be read; raise max_read_memory_mb to read it"


def takes_long(limits: ReadingLimits) -> str:
    """Why a file is not read that takes too long."""
    return f"took longer than {limits.max_read_s:g} s to read; raise max_read_s to wait longer"
