"""Setting damaged files aside: renamed with the time, never deleted."""

from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

from qa_app.library.durable import sync_folder

# What SQLite may keep beside a database: the latest writes may be there alone.
BESIDE = ("-wal", "-shm", "-journal")


def set_aside(database: Path) -> Path:
    """Rename a database with what lies beside it; the name it has now.

    Raises:
        OSError: it cannot be done.
    """
    target = free_name(database, database.suffix)
    # The log first: cut off in between, what is left is no database with the end of another.
    for end in (*BESIDE, ""):
        path = Path(f"{database}{end}")
        if path.exists():
            path.rename(f"{target}{end}")
    sync_folder(database.parent)
    return target


def free_name(database: Path, suffix: str) -> Path:
    """A name that says of what, and when, something was set aside or saved, and is not taken."""
    began = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    for n in count(1):
        at = began if n == 1 else f"{began}-{n}"
        name = database.with_name(f"{database.stem}.damaged-{at}{suffix}")
        if not any(Path(f"{name}{end}").exists() for end in (*BESIDE, "")):
            return name
    raise AssertionError


def databases_set_aside(database: Path) -> Iterator[Path]:
    """The databases that were set aside in its favour, the latest first."""
    pattern = f"{database.stem}.damaged-*{database.suffix}"
    yield from sorted(database.parent.glob(pattern), reverse=True)
