"""Writing files so that a power cut leaves the old one or the new one, and never half of one."""

import hashlib
import os
from pathlib import Path


def put_in_place(draft: Path, target: Path) -> None:
    """Let `draft`, a whole file, take the place of `target`; on the disk when this returns.

    Raises:
        OSError: it cannot be done; `target` is as it was.
    """
    sync_file(draft)
    draft.replace(target)
    sync_folder(target.parent)


def write_whole(target: Path, data: bytes) -> None:
    """Write a small file in one piece.

    Raises:
        OSError: it cannot be done; `target` is as it was.
    """
    draft = draft_of(target)
    draft.write_bytes(data)
    put_in_place(draft, target)


def draft_of(target: Path) -> Path:
    """Where a file is written before it takes the place of `target`; a crash may leave it."""
    return target.with_name(f".{target.name}.new")


def sync_file(path: Path) -> None:
    """Have a file on the disk when this returns."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have the disk know what the files of a folder are called."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, hexadecimal.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
