"""Both archives keep the contract: the one on disk and the plain one in memory."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from qa_app.library import vector_kinds
from qa_app.library.archive import Archive
from qa_app.library.database import create_database
from qa_app.library.local_archive import LocalArchive
from qa_app.library.vector_kinds import Sizes
from tests.library.archive_knowledge import ArchiveContract
from tests.library.archives import DIM, SearchContract
from tests.library.memory_archive import MemoryArchive


@pytest.fixture
def on_disk(library_dir: Path) -> Iterator[Archive]:
    """An empty archive in a library's folder."""
    create_database(library_dir, encoder="hash-64", dim=DIM)
    with closing(LocalArchive(library_dir)) as archive:
        yield archive


class TestMemoryArchive(ArchiveContract):
    """In memory."""

    @pytest.fixture
    def archive(self) -> Archive:
        """An empty one."""
        return MemoryArchive(DIM)


class TestLocalArchive(ArchiveContract):
    """In a library's folder."""

    @pytest.fixture
    def archive(self, on_disk: Archive) -> Archive:
        """An empty one."""
        return on_disk


class TestLargeLocalArchive(SearchContract):
    """In a library's folder, with the kind of vectors that large ones have."""

    @pytest.fixture
    def archive(self, on_disk: Archive, monkeypatch: pytest.MonkeyPatch) -> Archive:
        """An empty one."""
        monkeypatch.setattr(vector_kinds, "SIZES", Sizes(flat=0, codes=0, n_lists=2))
        return on_disk
