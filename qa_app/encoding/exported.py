"""A model exported for the fast run time: what is kept of it, and whether it still holds.

A folder below the cache holds the compiled model, its tokenizer and, written last, `export.json`,
which says what they were made of and their SHA-256. Whatever of it is torn, outdated or another's
counts as not there.
"""

import hashlib
import os
import re
from pathlib import Path

import msgspec

from qa_app.encoding.weights import ModelChoice

_NOTE = "export.json"
# Made anew where the way to make it has changed.
_FORMAT = 2


class Origin(msgspec.Struct, frozen=True):
    """What an export was made of; it holds where all of it is the same.

    `stamp` has size and time of the model's files: what is read of them is read at the export,
    which has a digest of its own. `machine` names processor and run time.
    """

    name: str
    stamp: str
    machine: str
    format: int = _FORMAT


class KeptFile(msgspec.Struct, frozen=True):
    """A file of the export's folder."""

    name: str
    sha256: str


class Export(msgspec.Struct, frozen=True, tag=True):
    """A model that was exported and gives the vectors it should.

    `size`, `before` and `after` are those of the model's `Window`, `pad` is the token that fills a
    batch, `prompt` stands before each question. `cosine` is the mean likeness to the vectors of
    sentence-transformers on a fixed sample.
    """

    origin: Origin
    model: KeptFile
    tokenizer: KeptFile
    dim: int
    size: int
    before: tuple[int, ...]
    after: tuple[int, ...]
    pad: int
    prompt: str
    precision: str
    cosine: float


class Refused(msgspec.Struct, frozen=True, tag=True):
    """A model that cannot be exported, and why."""

    origin: Origin
    reason: str


class DamagedExportError(Exception):
    """A file of the export is not the one that was made; it is to be made again."""


def export_folder(choice: ModelChoice, cache_dir: Path) -> Path:
    """Where the export of a model is kept."""
    name = re.sub(r"[^\w.-]+", "-", choice.name).strip("-")
    digest = hashlib.sha256(choice.location.encode("utf-8", "surrogateescape")).hexdigest()
    return cache_dir / "encoders" / f"{name[:60]}-{digest[:8]}"


def stamp_of(location: str) -> str:
    """Changes when a file of the model does, without reading any; empty for a name on the hub."""
    folder = Path(location)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    digest = hashlib.sha256()
    for path in files:
        found = path.stat()
        known = f"{path.relative_to(folder)}:{found.st_size}:{found.st_mtime_ns}\n"
        digest.update(known.encode("utf-8", "surrogateescape"))
    return digest.hexdigest() if files else ""


def read_note(folder: Path) -> Export | Refused | None:
    """What was written of the export; None where there is nothing that can be read."""
    try:
        return msgspec.json.decode((folder / _NOTE).read_bytes(), type=Export | Refused)
    except (OSError, msgspec.MsgspecError):
        return None


def write_note(folder: Path, note: Export | Refused) -> None:
    """Write what there is to know of the export, and remove the files of those before it.

    Raises:
        OSError: it cannot be written.
    """
    _write_whole(folder / _NOTE, msgspec.json.encode(note))
    kept = {_NOTE}
    if isinstance(note, Export):
        kept |= {note.model.name, note.tokenizer.name}
    for path in folder.iterdir():
        if path.name not in kept and path.suffix in {".blob", ".json"}:
            path.unlink(missing_ok=True)


def keep_file(folder: Path, stem: str, suffix: str, content: bytes) -> KeptFile:
    """Write a file of the export; another content has another name.

    Raises:
        OSError: it cannot be written.
    """
    digest = hashlib.sha256(content).hexdigest()
    name = f"{stem}-{digest[:12]}{suffix}"
    _write_whole(folder / name, content)
    return KeptFile(name, digest)


def content_of(folder: Path, kept: KeptFile) -> bytes:
    """A file of the export, as it was made.

    Raises:
        DamagedExportError: it is gone, torn or altered.
    """
    content = bytearray(size_of(folder, kept))
    read_into(content, folder, kept)
    return bytes(content)


def size_of(folder: Path, kept: KeptFile) -> int:
    """How many bytes a file of the export has.

    Raises:
        DamagedExportError: it is gone.
    """
    try:
        return _path(folder, kept).stat().st_size
    except OSError as error:
        raise DamagedExportError(kept.name) from error


def read_into(memory: bytearray | memoryview, folder: Path, kept: KeptFile) -> None:
    """Fill memory of its size with a file of the export, as it was made.

    Raises:
        DamagedExportError: it is gone, torn or altered.
    """
    try:
        with _path(folder, kept).open("rb") as file:
            n_read = file.readinto(memory)
    except OSError as error:
        raise DamagedExportError(kept.name) from error
    if n_read != len(memory) or hashlib.sha256(memory).hexdigest() != kept.sha256:
        raise DamagedExportError(kept.name)


def _path(folder: Path, kept: KeptFile) -> Path:
    return folder / Path(kept.name).name


def _write_whole(target: Path, content: bytes) -> None:
    """Whoever reads meanwhile finds the old file or the new one; a power cut leaves a torn one."""
    import tempfile  # noqa: PLC0415 - few starts export anything

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
