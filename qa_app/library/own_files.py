"""The names of the files that a library's folder holds."""

import re

from qa_app.library.database import DATABASE_NAME
from qa_app.library.derived import FLAT_NAME, KEYWORDS_NAME, STAMP_NAME, VECTORS_NAME
from qa_app.library.folder_list import FOLDER_LIST_NAME
from qa_app.library.lock import LOCK_NAME, MERGER_LOCK_NAME
from qa_app.library.notebook_file import NOTEBOOK_NAMES
from qa_app.library.set_aside import BESIDE

_MADE = (DATABASE_NAME, KEYWORDS_NAME, STAMP_NAME, VECTORS_NAME, FLAT_NAME, FOLDER_LIST_NAME)
_KEPT = frozenset({"README.md", ".gitignore", LOCK_NAME, MERGER_LOCK_NAME, *NOTEBOOK_NAMES})
_DRAFT = re.compile(
    rf"\.({'|'.join(map(re.escape, _MADE))})\.(new|old|merged)(-journal|-wal|-shm)?"
)
# What was set aside: its name, and when that was.
_SET_ASIDE = re.compile(r"(library|notebook|snippets)\.damaged-[\d-]+\.\w+(-wal|-shm|-journal)?")
_BESIDE = frozenset(f"{DATABASE_NAME}{end}" for end in BESIDE)


def is_own(name: str) -> bool:
    """Whether a file of that name may lie where a library is to be made."""
    return name in _KEPT or name in _BESIDE or is_draft(name) or is_set_aside(name)


def is_draft(name: str) -> bool:
    """Whether a file of that name was to take the place of another, or had to make room for it."""
    return _DRAFT.fullmatch(name) is not None


def is_set_aside(name: str) -> bool:
    """Whether a file of that name is a damaged one that was set aside, or was saved from it."""
    return _SET_ASIDE.fullmatch(name) is not None
