"""What a reader of a library sees, whatever a writer does and whatever became of the files."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from qa_app.engine import Engine
from qa_app.errors import LibraryBusy, LibraryDamaged, LibraryError, LibraryMissing
from qa_app.library import database, store
from qa_app.library.database import DATABASE_NAME
from qa_app.library.library import Library
from qa_app.library.lock import writer_lock
from tests.fakes import HashEncoder
from tests.library.conftest import Found, Index, long_text, names_of, write

Open = Callable[[], Library]


class TestFollowing:
    """A reader follows what others write."""

    def test_refresh_takes_up_what_was_published(
        self, three_files: Path, index: Index, opened: Open
    ) -> None:
        """An open library sees a new file after `refresh`, and not before."""
        library = opened()
        library.refresh()
        write(three_files / "d.txt", "The quarry is flooded.")
        index()
        assert names_of(library, "quarry") == set()
        library.refresh()
        assert names_of(library, "quarry") == {"d.txt"}
        assert library.averages.n_passages == 4

    def test_passage_that_is_gone_is_left_out_before_the_refresh(
        self, three_files: Path, index: Index, opened: Open
    ) -> None:
        """A stale reader names no passage that is not there any more."""
        library = opened()
        library.refresh()
        (three_files / "a.txt").unlink()
        index()
        assert names_of(library, "harbour") == set()
        assert names_of(library, "bridge") == {"b.txt"}

    @pytest.mark.usefixtures("three_files")
    def test_refresh_without_news_keeps_the_indexes(self, opened: Open) -> None:
        """A refresh that finds nothing new opens nothing."""
        library = opened()
        library.refresh()
        before = library._indexes, library.catalogue
        library.refresh()
        assert library._indexes is before[0]
        assert library.catalogue is before[1]

    def test_catalogue_follows_a_file_that_is_moved(
        self, three_files: Path, index: Index, opened: Open
    ) -> None:
        """Its new name is known after `refresh`, its old one is not, though no passage changed."""
        library = opened()
        library.refresh()
        assert "a.txt" in {name for name, _ in library.catalogue.names}
        (three_files / "a.txt").rename(three_files / "moved.txt")
        index()
        assert "a.txt" in {name for name, _ in library.catalogue.names}
        library.refresh()
        names = {name for name, _ in library.catalogue.names}
        assert "moved.txt" in names
        assert "a.txt" not in names

    @pytest.mark.usefixtures("three_files")
    def test_reader_is_answered_while_someone_writes(self, library_dir: Path, opened: Open) -> None:
        """A library opened while a writer holds the lock answers from the published state."""
        with writer_lock(library_dir):
            library = opened()
            library.refresh()
            assert names_of(library, "harbour") == {"a.txt"}

    def test_published_state_lasts_while_a_writer_is_ahead_of_it(
        self, three_files: Path, engine: Engine, library_dir: Path, opened: Open
    ) -> None:
        """Between two publications a reader answers from the first."""
        write(three_files / "d.txt", long_text("quarry"))
        write(three_files / "e.txt", long_text("mill"))
        seen: list[set[str]] = []

        def look(_progress: object) -> None:
            library = opened()
            library.refresh()
            seen.append(names_of(library, "harbour"))

        engine.index(library_dir, three_files, on_progress=look)
        assert len(seen) > 3
        assert all(names == {"a.txt"} for names in seen)

    def test_reader_keeps_its_indexes_where_the_new_ones_are_torn(
        self, three_files: Path, index: Index, library_dir: Path, opened: Open
    ) -> None:
        """A reader that meets a half-replaced index goes on with the one it has."""
        library = opened()
        library.refresh()
        write(three_files / "d.txt", "The quarry is flooded.")
        index()
        (library_dir / "vectors.flat").write_bytes(b"half")
        with writer_lock(library_dir):
            library.refresh()
            assert names_of(library, "harbour") == {"a.txt"}

    def test_nothing_is_published_yet(
        self, three_files: Path, library_dir: Path, opened: Open
    ) -> None:
        """While the first run has published nothing, the library is busy, not broken."""
        assert three_files
        (library_dir / "derived.json").unlink()
        with writer_lock(library_dir), pytest.raises(LibraryBusy):
            opened().refresh()


class TestStatus:
    """What a library says it holds."""

    def test_counts(self, three_files: Path, index: Index, opened: Open, library_dir: Path) -> None:
        """Documents, passages and sentences are counted, twins once."""
        write(three_files / "twin.txt", (three_files / "a.txt").read_bytes())
        index()
        status = opened().status()
        assert (status.n_documents, status.n_passages, status.n_sentences) == (3, 3, 4)
        assert (status.encoder, status.dim) == ("hash-64", 64)
        assert status.folders == (str(three_files),)
        assert status.library == str(library_dir)
        assert status.size_bytes > (library_dir / DATABASE_NAME).stat().st_size

    def test_generation_grows_with_each_run(
        self, three_files: Path, index: Index, opened: Open
    ) -> None:
        """Every change moves the generation on."""
        before = opened().status().generation
        write(three_files / "d.txt", "The quarry is flooded.")
        index()
        assert opened().status().generation > before

    def test_size_is_told_while_files_are_replaced(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A file that vanishes between listing and looking is passed over."""
        write(tmp_path / "kept", b"12345")
        walk = os.walk

        def listed(top: Path) -> object:
            for at, folders, names in walk(top):
                yield at, folders, [*names, "derived.json.new"]

        monkeypatch.setattr(os, "walk", listed)
        assert store.size_on_disk(tmp_path) == 5


class TestMissingAndDamaged:
    """A library that cannot be used says why and what to do."""

    def test_missing(self, opened: Open, library_dir: Path) -> None:
        """Where there is no library the message names the command that makes one."""
        with pytest.raises(LibraryMissing, match=f"qa-app index FOLDER --library {library_dir}"):
            opened()
        assert not library_dir.exists()

    @pytest.mark.usefixtures("three_files")
    def test_garbage(self, engine: Engine, opened: Open, library_dir: Path, folder: Path) -> None:
        """A database that is none is called damaged, to readers and writers, and is left alone."""
        garbage = b"garbage " * 4096
        (library_dir / DATABASE_NAME).write_bytes(garbage)
        with pytest.raises(LibraryDamaged, match=DATABASE_NAME):
            opened()
        with pytest.raises(LibraryDamaged, match="qa-app doctor --repair"):
            engine.index(library_dir, folder)
        assert (library_dir / DATABASE_NAME).read_bytes() == garbage

    @pytest.mark.usefixtures("three_files")
    def test_empty_file(self, opened: Open, library_dir: Path) -> None:
        """A database of no bytes is no library of ours."""
        (library_dir / DATABASE_NAME).write_bytes(b"")
        with pytest.raises(LibraryDamaged, match="it is empty"):
            opened()

    @pytest.mark.parametrize("kept", [0.2, 0.5, 0.8])
    def test_torn_database(
        self, engine: Engine, library_dir: Path, folder: Path, kept: float
    ) -> None:
        """A database that lost its end is reported as damaged, at the latest when it is read."""
        write(folder / "a.txt", long_text("harbour", 200))
        engine.index(library_dir, folder)
        path = library_dir / DATABASE_NAME
        data = path.read_bytes()
        path.write_bytes(data[: int(len(data) * kept)])
        with pytest.raises(LibraryDamaged):
            _read_all(engine, library_dir)

    @pytest.mark.usefixtures("three_files")
    def test_closed_library_is_a_bug_not_damage(self, engine: Engine, library_dir: Path) -> None:
        """Nobody is told to throw away a library because we used a closed one."""
        library = engine.open(library_dir)
        library.close()
        with pytest.raises(sqlite3.ProgrammingError):
            library.folders()

    @pytest.mark.usefixtures("three_files")
    def test_document_that_is_gone(self, engine: Engine, opened: Open) -> None:
        """A document the library does not have is a sentence, not a crash."""
        with pytest.raises(LibraryError, match="no longer"):
            engine.source_text(opened(), 10_000)


def _read_all(engine: Engine, library_dir: Path) -> None:
    library = engine.open(library_dir)
    try:
        (library_dir / "derived.json").unlink()
        library.refresh()
        library.status()
    finally:
        library.close()


class TestFullDisk:
    """A disk that is full costs what was being written and nothing else."""

    @pytest.fixture
    def tight(self, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
        """Every database may grow by two pages from here on."""
        connect = database._connect

        def connect_tight(path: Path) -> sqlite3.Connection:
            connection = connect(path)
            n_pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {n_pages + 2}")
            return connection

        monkeypatch.setattr(database, "_connect", connect_tight)
        return monkeypatch

    def test_earlier_documents_are_intact(
        self,
        three_files: Path,
        index: Index,
        tight: pytest.MonkeyPatch,
        encoder: HashEncoder,
        found: Found,
    ) -> None:
        """The message says the disk is full; what was indexed is found, and room lets it go on."""
        write(three_files / "big.txt", long_text("quarry", 100))
        with pytest.raises(LibraryError, match="full"):
            index()
        assert found("harbour") == {"a.txt"}
        assert found("quarry") == set()
        tight.undo()
        before = encoder.n_passages
        assert (index().n_added, found("quarry")) == (1, {"big.txt"})
        assert encoder.n_passages <= before + 100

    @pytest.mark.usefixtures("three_files")
    def test_vector_index_that_cannot_be_written(
        self, three_files: Path, index: Index, library_dir: Path
    ) -> None:
        """A derived index that finds no room is the library's trouble, told in a sentence."""
        write(three_files / "d.txt", "The quarry is flooded.")
        (library_dir / ".vectors.flat.new").mkdir()
        with pytest.raises(LibraryError, match="cannot be written"):
            index()

    @pytest.mark.usefixtures("three_files")
    def test_reader_goes_on_with_what_it_has(self, library_dir: Path, opened: Open) -> None:
        """Where indexes cannot be made anew, those of an earlier state answer."""
        library = opened()
        library.refresh()
        with closing(sqlite3.connect(library_dir / DATABASE_NAME)) as connection, connection:
            connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
        (library_dir / ".vectors.flat.new").mkdir()
        library.refresh()
        assert names_of(library, "harbour") == {"a.txt"}
