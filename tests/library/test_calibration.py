"""When a library's background is measured again, and what is kept of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa_app.errors import LibraryBusy
from qa_app.library.calibration import is_due, keep_background
from qa_app.library.library import Library
from qa_app.library.lock import writer_lock
from tests.library.conftest import Index, long_text, write

Open = Callable[[], Library]


@pytest.fixture
def library(three_files: Path, opened: Open) -> Library:
    """A library of three documents and as many passages, open."""
    assert three_files
    library = opened()
    library.refresh()
    return library


def _is_due(library: Library, measured_with: str = "these", min_documents: int = 3) -> bool:
    return is_due(library, measured_with=measured_with, min_documents=min_documents)


def test_value_is_kept_and_taken_back(library: Library) -> None:
    """What was measured last is what is kept, nothing included."""
    assert library.background is None
    keep_background(library, -1.5, measured_with="these")
    assert library.background == -1.5
    keep_background(library, None, measured_with="these")
    assert library.background is None


def test_due_where_none_is_kept_of_a_library_large_enough(library: Library) -> None:
    """A library that was too small when it was measured is due as soon as it is not."""
    keep_background(library, None, measured_with="these")
    assert not _is_due(library, min_documents=4)
    assert _is_due(library, min_documents=3)


def test_due_under_other_weights(library: Library) -> None:
    """A logit of other weights is no measure of ours."""
    keep_background(library, -1.5, measured_with="these")
    assert not _is_due(library)
    assert _is_due(library, measured_with="those")


def test_due_when_the_library_grows(library: Library, folder: Path, index: Index) -> None:
    """A tenth more passages are another corpus."""
    keep_background(library, -1.5, measured_with="these")
    write(folder / "more.txt", long_text("quarry", 2))
    index()
    library.refresh()
    assert _is_due(library)


def test_nothing_is_kept_while_someone_writes(library: Library) -> None:
    """The one who writes is not disturbed."""
    with writer_lock(library.folder), pytest.raises(LibraryBusy):
        keep_background(library, -1.5, measured_with="these")
    assert library.background is None
