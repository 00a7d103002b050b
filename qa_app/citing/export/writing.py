"""An export becomes a file: whole or not at all, and never in the place of another unasked."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from qa_app.citing.export.content import Export, ExportCancelled
from qa_app.citing.export.registry import ExportFormat
from qa_app.errors import ExportError

# What a new file is made with where the person's umask takes nothing from it.
_MODE = 0o666


class ExportReport(Struct, frozen=True):
    """What an export wrote; where it was `cancelled`, nothing."""

    file: str
    format: str
    n_snippets: int
    cancelled: bool = False


def check_free(file: Path, *, force: bool) -> None:
    """See that an export may be written to `file`.

    Raises:
        ExportError: there is a folder of that name, or without `force` a file.
    """
    if file.is_dir():
        raise ExportError(f"{file} is a folder; name a file in it.")
    if not force and os.path.lexists(file):
        raise ExportError(f"{file} is there already; choose another name, or --force replaces it.")


def write_export(
    export: Export, file: Path, chosen: ExportFormat, *, force: bool = False
) -> ExportReport:
    """Write an export to a file; with `force` also where there is one.

    Raises:
        ExportError: nothing is to be exported, the file is there already, or it cannot be written.
    """
    if not export.n_snippets:
        raise ExportError("There is nothing to export; keep some snippets, or ask a question.")
    check_free(file, force=force)
    try:
        data = chosen.write(export)
    except ExportCancelled:
        return ExportReport(str(file), chosen.name, 0, cancelled=True)
    try:
        _put(data, file, force=force)
    except OSError as error:
        raise ExportError(
            f"{file} cannot be written ({error.strerror or error}); choose another folder."
        ) from error
    return ExportReport(str(file), chosen.name, export.n_snippets)


def _put(data: bytes, file: Path, *, force: bool) -> None:
    """Write beside the file, then give it its name in one step."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name[:40]}.", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        # What `mkstemp` makes only its owner may read.
        Path(name).chmod(_mode_of(file))
        if force:
            Path(name).replace(file)
        else:
            _name_new(name, file)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()


def _name_new(name: str, file: Path) -> None:
    """Give a file its name where nothing has taken that name in the meantime."""
    try:
        os.link(name, file)
    except FileExistsError:
        raise
    except OSError:
        # Some disks know no second names.
        check_free(file, force=False)
        Path(name).replace(file)


def _mode_of(file: Path) -> int:
    with suppress(OSError):
        return file.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return _MODE & ~umask
