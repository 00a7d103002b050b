"""The libraries that this person has had indexed on this machine: each may have what another needs.

Only their paths are written down. What is read of one is its vectors, and only of passages that
another library is about to encode (known_vectors.py).
"""

import contextlib
from pathlib import Path

import msgspec

from qa_app.library.database import DATABASE_NAME
from qa_app.library.durable import write_whole

# The latest; each costs a lookup for every passage that is new.
_MOST = 16


def note_library(listed: Path, library: Path) -> None:
    """Write a library down in the file `listed`, before those noted earlier.

    Where it cannot be written, other libraries encode for themselves.
    """
    known = _read(listed)
    now = list(dict.fromkeys((str(library.resolve()), *known)))[:_MOST]
    if now != known:
        # A path that is no text cannot be written down.
        with contextlib.suppress(OSError, UnicodeEncodeError):
            listed.parent.mkdir(parents=True, exist_ok=True)
            write_whole(listed, msgspec.json.encode(now))


def neighbours_of(listed: Path, library: Path) -> list[Path]:
    """The databases of the other libraries that are still there, the latest first."""
    own = str(library.resolve())
    databases = (Path(path) / DATABASE_NAME for path in _read(listed) if path != own)
    return [path for path in databases if path.is_file()]


def _read(listed: Path) -> list[str]:
    with contextlib.suppress(OSError, UnicodeDecodeError, msgspec.MsgspecError):
        return msgspec.json.decode(listed.read_bytes(), type=list[str])
    return []
