"""What was encoded once is not encoded again, wherever it was."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from qa_app.engine import Engine
from qa_app.library import indexing_run, known_vectors, writer
from qa_app.library.database import DATABASE_NAME, open_database, transaction
from qa_app.library.known_vectors import KnownVectors, note_keys
from qa_app.model import Span, never_cancelled
from qa_app.reading.registry import READING_VERSION
from qa_app.settings import Settings
from tests.fakes import DirectReader, HashEncoder
from tests.library.conftest import Index, long_text, write

_N = 300


@pytest.fixture
def long_file(folder: Path, index: Index) -> Path:
    """An indexed file of many paragraphs."""
    path = write(folder / "long.txt", long_text("quarry", _N))
    index()
    return path


def _vectors(library: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(library / DATABASE_NAME)) as connection:
        query = (
            "SELECT text, v.vector, s.vector FROM passages p JOIN vectors v ON passage_id = p.id"
            " JOIN sentence_vectors s ON s.id / 65536 = p.id"
        )
        return sorted(connection.execute(query).fetchall())


def _change(library: Path, statement: str, *values: int) -> None:
    with closing(sqlite3.connect(library / DATABASE_NAME)) as connection, connection:
        connection.execute(statement, values)


class TestWithinALibrary:
    """A file that is read again costs the encoder what is new in it."""

    def test_one_paragraph_changed_in_a_long_file(self, long_file: Path, index: Index) -> None:
        """Only that paragraph is encoded."""
        text = long_file.read_text()
        write(long_file, text.replace("chapter 7 was", "chapter 7, the shortest, was"))
        report = index()
        assert (report.n_changed, report.n_encoded) == (1, 1)

    def test_paragraphs_moved_to_another_file(
        self, long_file: Path, index: Index, encoder: HashEncoder
    ) -> None:
        """What is cut out of one file and put into another is known there."""
        paragraphs = long_file.read_text().split("\n\n")
        write(long_file, "\n\n".join(paragraphs[:100]))
        write(long_file.with_name("rest.txt"), "\n\n".join(paragraphs[100:]))
        assert index().n_encoded == 0
        assert encoder.n_passages == _N

    def test_what_is_encoded_at_the_same_time(self, folder: Path, index: Index) -> None:
        """Paragraphs that repeat in one file are encoded once."""
        write(folder / "a.txt", "\n\n".join(["The bell rang again."] * 50))
        assert index().n_encoded == 1

    def test_new_way_of_reading(
        self, long_file: Path, index: Index, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A raised reading version encodes only passages that it makes others of."""
        before = _vectors(long_file.parent.parent / "library")
        monkeypatch.setattr(indexing_run, "READING_VERSION", READING_VERSION + 1)
        report = index()
        assert (report.n_changed, report.n_encoded) == (1, 0)
        assert _vectors(long_file.parent.parent / "library") == before

    def test_other_words_above_a_passage(self, folder: Path, index: Index) -> None:
        """The title colours the vectors of what is below it, so under another all is encoded."""
        body = "The harbour opens.\n\nThe bridge is closed.\n"
        write(folder / "a.md", f"# Spring\n\n{body}")
        assert index().n_encoded == 2
        write(folder / "a.md", f"# Autumn\n\n{body}")
        assert index().n_encoded == 2

    @pytest.mark.usefixtures("long_file")
    def test_texts_that_share_a_key(self, library_dir: Path, encoder: HashEncoder) -> None:
        """The short key only says where to look: what stands there is compared."""
        text = writer.text_as_encoded("", "", "Another text.", (Span(0, 13),))
        key = writer.short_key(writer.text_key(text))
        _change(library_dir, "UPDATE passages SET encoded = ?", key)
        with closing(open_database(library_dir)) as connection:
            known = KnownVectors(connection, encoder.name, encoder.dim)
            assert known.of([text]) == [None]

    def test_vectors_that_are_damaged(
        self, long_file: Path, library_dir: Path, index: Index
    ) -> None:
        """What cannot be a text's vectors is encoded again."""
        _change(
            library_dir,
            "UPDATE vectors SET vector = zeroblob(length(vector)) WHERE passage_id = 5",
        )
        write(long_file, long_file.read_text() + "\n\n")
        assert index().n_encoded == 1

    def test_library_of_an_earlier_program(
        self, long_file: Path, library_dir: Path, index: Index, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Passages that were kept without a key are given theirs by the first run."""
        monkeypatch.setattr(known_vectors, "_ROWS", 70)
        _change(library_dir, "UPDATE passages SET encoded = 0")
        write(long_file, long_file.read_text() + "\n\nThe end was near.")
        assert index().n_encoded == 1

    @pytest.mark.usefixtures("long_file")
    def test_giving_keys_can_be_cancelled(self, library_dir: Path) -> None:
        """What has no key yet gets it the next time."""
        _change(library_dir, "UPDATE passages SET encoded = 0")
        n_without = "SELECT count(*) FROM passages WHERE encoded = 0"
        with closing(open_database(library_dir)) as connection:
            note_keys(connection, lambda: True)
            assert connection.execute(n_without).fetchone() == (_N,)
            note_keys(connection, never_cancelled)
            assert connection.execute(n_without).fetchone() == (0,)

    @pytest.mark.usefixtures("long_file")
    def test_what_was_set_aside(self, library_dir: Path, encoder: HashEncoder) -> None:
        """The vectors of a document that was not finished are found by its texts."""
        text = writer.text_as_encoded("A title", "", "Not finished.", (Span(0, 13),))
        made = encoder.encode_passages([text])[0]
        with closing(open_database(library_dir)) as connection:
            with transaction(connection):
                writer.set_aside(connection, [(text, made)])
            found = KnownVectors(connection, encoder.name, encoder.dim).of([text])[0]
        assert found is not None
        np.testing.assert_allclose(found.passage, made.passage, atol=2e-3)


class TestAcrossLibraries:
    """What another library of this person has is not encoded for this one."""

    def test_same_folder_in_a_second_library(
        self, engine: Engine, long_file: Path, library_dir: Path, tmp_path: Path
    ) -> None:
        """Nothing is encoded, and both have the same vectors."""
        report = engine.index(tmp_path / "second", long_file.parent)
        assert (report.n_added, report.n_encoded) == (1, 0)
        assert _vectors(tmp_path / "second") == _vectors(library_dir)

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda path: path.unlink(),
            lambda path: path.write_bytes(b"garbage " * 4096),
            lambda path: path.write_bytes(b""),
            lambda path: _change(path.parent, "UPDATE meta SET value = '4' WHERE key LIKE 's%'"),
            lambda path: _change(path.parent, "ALTER TABLE passages RENAME TO gone"),
            lambda path: _change(path.parent, "UPDATE vectors SET vector = x'00'"),
        ],
        ids=["gone", "garbage", "empty", "of an earlier version", "without passages", "cut off"],
    )
    def test_library_that_cannot_be_used(
        self,
        engine: Engine,
        long_file: Path,
        library_dir: Path,
        tmp_path: Path,
        spoil: Callable[[Path], object],
    ) -> None:
        """One that is gone, damaged or of another version is done without."""
        spoil(library_dir / DATABASE_NAME)
        assert engine.index(tmp_path / "second", long_file.parent).n_encoded == _N

    def test_other_encoder(self, settings: Settings, long_file: Path, tmp_path: Path) -> None:
        """Vectors of another model are of no use."""
        other = Engine(settings, lambda: HashEncoder("other-64"), reader=DirectReader)
        assert other.index(tmp_path / "second", long_file.parent).n_encoded == _N

    def test_the_other_library_is_left_as_it_is(
        self, engine: Engine, long_file: Path, library_dir: Path, tmp_path: Path
    ) -> None:
        """Nothing is written to it, and no file is left beside its database."""
        before = {path.name: path.stat().st_mtime_ns for path in library_dir.iterdir()}
        engine.index(tmp_path / "second", long_file.parent)
        assert {path.name: path.stat().st_mtime_ns for path in library_dir.iterdir()} == before
