"""What was read of files is held until they are kept, and taken up by the next run."""

import sqlite3
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from qa_app.encoding.protocol import PassageText, PassageVectors
from qa_app.engine import Engine
from qa_app.findings import Health, Part
from qa_app.library import indexing_run
from qa_app.library.database import DATABASE_NAME, create_database, open_database
from qa_app.library.folder import FoundFile
from qa_app.library.in_hand import Held, InHand, Member
from qa_app.library.writer import ensure_folder
from qa_app.model import (
    Block,
    BlockKind,
    Cancelled,
    Document,
    FileState,
    IndexReport,
    Metadata,
    Page,
    Passage,
    Span,
    never_cancelled,
)
from qa_app.reading.file_reader import Content, Reading, Wants
from qa_app.reading.limits import DEFAULT_LIMITS, limits_of
from qa_app.reading.registry import READING_VERSION
from qa_app.settings import Settings
from tests.fakes import DirectReader, HashEncoder
from tests.library.conftest import Found, long_text, write
from tests.reading.sound_files import archive, letter

_FILE = FoundFile("a.txt", "text", 27, 0)
_ARCHIVE = FoundFile("a.zip", "zip", 27, 0)
_TEXT = "The harbour opens in March. It is wet."
_WHOLE = Span(0, len(_TEXT))
_PASSAGE = Passage(_WHOLE, (Span(0, 27), Span(28, 38)), "", 1)
_DOCUMENT = Document(
    _TEXT, Metadata("Tarsos"), (Block(BlockKind.PARAGRAPH, _WHOLE),), "text", (Page(0, "iv"),)
)
_HELD = Held(_DOCUMENT, (_PASSAGE,), "", None, has_document=True)


class _Reader(DirectReader):
    """Notes what it reads: the files it is given, and the documents in them."""

    def __init__(self) -> None:
        super().__init__()
        self.n_files = 0
        self.read_to: list[str] = []

    def read(
        self,
        data: bytes,
        format: str,  # noqa: A002 - as the protocol has it
        wants: Wants,
        cancelled: Cancelled = never_cancelled,
    ) -> Generator[Reading, None, None]:
        """See `FileReader.read`."""
        self.n_files += 1
        for reading in super().read(data, format, wants, cancelled):
            if reading.document is not None:
                self.read_to.append(reading.document.text)
            yield reading

    def taken(self) -> tuple[int, int]:
        """How many files and how many documents were read since this was last asked."""
        n_files, n_documents = self.n_files, len(self.read_to)
        self.n_files = 0
        self.read_to.clear()
        return n_files, n_documents


class _Breaking(HashEncoder):
    """Breaks the run as a kill does, with nothing tidied up, once it has had so many passages."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        """See `Encoder.encode_passages`."""
        if self.n_passages + len(passages) > self._most:
            raise RuntimeError("killed")
        return super().encode_passages(passages)


@pytest.fixture
def reader() -> _Reader:
    """A reader that notes what it reads."""
    return _Reader()


Run = Callable[[], IndexReport]
Break = Callable[..., None]


@pytest.fixture
def run(settings: Settings, library_dir: Path, folder: Path, reader: _Reader) -> Run:
    """A run that goes through."""
    engine = Engine(settings, HashEncoder, reader=lambda: reader)
    return lambda: engine.index(library_dir, folder)


@pytest.fixture
def break_off(settings: Settings, library_dir: Path, folder: Path, reader: _Reader) -> Break:
    """A run that ends in the middle; what was read until then is counted apart."""

    def broken(at: Path = folder, most: int = 0) -> None:
        engine = Engine(settings, lambda: _Breaking(most), reader=lambda: reader)
        with pytest.raises(RuntimeError, match="killed"):
            engine.index(library_dir, at)

    return broken


def _rows(library_dir: Path, table: str = "in_hand") -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(library_dir / DATABASE_NAME)) as connection:
        return connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - a constant


def _tables(library_dir: Path) -> set[str]:
    with closing(sqlite3.connect(library_dir / DATABASE_NAME)) as connection:
        return {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}


def _write_ten(folder: Path) -> None:
    for n in range(10):
        write(folder / f"{n}.txt", long_text(f"harbour{n}", 10))


def _contents(library_dir: Path) -> list[list[tuple[object, ...]]]:
    with closing(sqlite3.connect(library_dir / DATABASE_NAME)) as connection:
        queries = (
            "SELECT id, content_hash, blocks, rest, text_digest FROM documents",
            "SELECT * FROM passages",
            "SELECT * FROM vectors",
            "SELECT * FROM sentence_vectors",
            "SELECT path, state, reason, document_id, container FROM files ORDER BY path",
        )
        return [connection.execute(query).fetchall() for query in queries]


class TestCutOff:
    """After a run that was cut off, the next one reads only what was not read."""

    def test_nothing_is_read_again(
        self, run: Run, break_off: Break, folder: Path, library_dir: Path, reader: _Reader
    ) -> None:
        """What waited for the encoder comes from the database; the library is as it would be."""
        _write_ten(folder)
        break_off()
        assert reader.taken() == (10, 10)
        assert len(_rows(library_dir)) == 10
        assert (run().n_added, reader.taken()) == (10, (0, 0))
        found = _contents(library_dir)
        (library_dir / DATABASE_NAME).unlink()
        run()
        assert _contents(library_dir) == found

    def test_nothing_is_left_of_a_finished_run(
        self, run: Run, break_off: Break, folder: Path, library_dir: Path
    ) -> None:
        """Neither readings nor the table of them, and no vectors set aside."""
        _write_ten(folder)
        break_off(most=64)
        run()
        assert "in_hand" not in _tables(library_dir)
        assert _rows(library_dir, "set_aside") == []

    def test_what_is_kept_is_held_no_longer(
        self, break_off: Break, folder: Path, library_dir: Path
    ) -> None:
        """What is held is what the encoder is not done with."""
        _write_ten(folder)
        break_off(most=64)
        assert len(_rows(library_dir, "documents")) == 6
        assert len(_rows(library_dir)) == 4

    def test_what_is_kept_is_set_aside_no_longer(
        self, break_off: Break, folder: Path, library_dir: Path
    ) -> None:
        """Vectors set aside are those of the files that are not encoded to their end."""
        for n in range(3):
            write(folder / f"{n}.txt", long_text(f"harbour{n}", 100))
        break_off(most=128)
        assert len(_rows(library_dir, "documents")) == 1
        assert len(_rows(library_dir, "set_aside")) == 28

    def test_long_document_is_held_while_it_is_encoded(
        self, run: Run, break_off: Break, folder: Path, reader: _Reader
    ) -> None:
        """Reading it may have taken longer than anything else."""
        write(folder / "long.txt", long_text("quarry", 600))
        break_off(most=320)
        assert reader.taken() == (1, 1)
        assert (run().n_encoded, reader.taken()) == (280, (0, 0))

    def test_cancelled_run_leaves_it_too(
        self, settings: Settings, run: Run, library_dir: Path, folder: Path, reader: _Reader
    ) -> None:
        """The run after one that was cancelled reads only what that one had not read."""
        _write_ten(folder)
        engine = Engine(settings, HashEncoder, reader=lambda: reader)
        report = engine.index(library_dir, folder, cancelled=lambda: reader.n_files >= 4)
        assert (report.cancelled, report.n_added, reader.taken()) == (True, 0, (4, 4))
        assert (run().n_added, reader.taken()) == (10, (6, 6))

    def test_two_files_of_one_content(
        self, run: Run, break_off: Break, folder: Path, library_dir: Path, reader: _Reader
    ) -> None:
        """Are read once, and both are kept."""
        for name in ("a.txt", "b.txt"):
            write(folder / name, "The harbour opens in March.")
        break_off()
        assert (len(_rows(library_dir)), reader.taken()) == (1, (1, 1))
        assert (run().n_added, reader.taken()) == (2, (0, 0))

    def test_other_folder_in_between(
        self,
        engine: Engine,
        run: Run,
        break_off: Break,
        library_dir: Path,
        tmp_path: Path,
        folder: Path,
        reader: _Reader,
    ) -> None:
        """A run through another folder leaves what waits, and what is set aside for it."""
        write(folder / "a.txt", long_text("harbour", 100))
        write(tmp_path / "other" / "b.txt", "The bridge is shut.")
        break_off(most=64)
        engine.index(library_dir, tmp_path / "other")
        reader.taken()
        assert (run().n_encoded, reader.taken()) == (36, (0, 0))
        assert "in_hand" not in _tables(library_dir)

    def test_doctor_finds_nothing_amiss(
        self,
        engine: Engine,
        run: Run,
        break_off: Break,
        library_dir: Path,
        folder: Path,
        reader: _Reader,
    ) -> None:
        """What waits is no damage, and a repair leaves it to the next run."""
        write(folder / "a.txt", "The harbour opens in March.")
        break_off()
        checked = engine.doctor(library_dir)
        assert [f.health for f in checked.findings if f.part is Part.DATABASE] == [Health.FINE]
        assert engine.doctor(library_dir, repair=True).is_well
        reader.taken()
        assert (run().n_added, reader.taken()) == (1, (0, 0))

    def test_folder_that_is_forgotten(
        self, engine: Engine, break_off: Break, library_dir: Path, folder: Path
    ) -> None:
        """Takes with it what was read of its files."""
        write(folder / "a.txt", "The harbour opens in March.")
        break_off()
        engine.forget(library_dir, folder)
        assert _rows(library_dir) == []


class TestReadAnew:
    """What would be read otherwise now is read again, and what is damaged is."""

    def test_changed_file(
        self, run: Run, break_off: Break, folder: Path, found: Found, reader: _Reader
    ) -> None:
        """Only the bytes that were read count."""
        write(folder / "a.txt", "The harbour opens in March.")
        break_off()
        write(folder / "a.txt", "The quarry is flooded.")
        reader.taken()
        run()
        assert reader.taken() == (1, 1)
        assert (found("harbour"), found("quarry")) == (set(), {"a.txt"})

    def test_removed_file(
        self, run: Run, break_off: Break, folder: Path, found: Found, library_dir: Path
    ) -> None:
        """Nothing of it comes into the library."""
        write(folder / "a.txt", "The harbour opens in March.")
        break_off()
        (folder / "a.txt").unlink()
        write(folder / "b.txt", "The quarry is flooded.")
        run()
        assert found("harbour") == set()
        assert "in_hand" not in _tables(library_dir)

    def test_other_reading_version(
        self,
        run: Run,
        break_off: Break,
        folder: Path,
        reader: _Reader,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """A later program reads it its own way."""
        write(folder / "a.txt", "The harbour opens in March.")
        break_off()
        reader.taken()
        monkeypatch.setattr(indexing_run, "READING_VERSION", READING_VERSION + 1)
        run()
        assert reader.taken() == (1, 1)

    def test_other_limits(
        self,
        settings: Settings,
        break_off: Break,
        library_dir: Path,
        folder: Path,
        reader: _Reader,
    ) -> None:
        """More may be read of it now."""
        write(folder / "a.txt", "The harbour opens in March.")
        break_off()
        reader.taken()
        more = replace(settings, max_pages=settings.max_pages + 1)
        Engine(more, HashEncoder, reader=lambda: reader).index(library_dir, folder)
        assert reader.taken() == (1, 1)
        assert limits_of(more) != limits_of(settings)

    @pytest.mark.parametrize(
        "change",
        [
            lambda _: b"",
            lambda reading: reading[:40],
            lambda reading: reading + b"\0",
            lambda reading: reading.replace(b"harbour", b"hArbour"),
        ],
    )
    def test_damaged_row(
        self,
        run: Run,
        break_off: Break,
        library_dir: Path,
        folder: Path,
        found: Found,
        reader: _Reader,
        change: Callable[[bytes], bytes],
    ) -> None:
        """It is as if it were not there."""
        write(folder / "a.txt", "The harbour opens in March.")
        break_off()
        with closing(sqlite3.connect(library_dir / DATABASE_NAME)) as connection:
            ((reading,),) = connection.execute("SELECT reading FROM in_hand").fetchall()
            connection.execute("UPDATE in_hand SET reading = ?", (change(reading),))
            connection.commit()
        reader.taken()
        run()
        assert (reader.taken(), found("harbour")) == ((1, 1), {"a.txt"})


class TestFilesInFiles:
    """A container is opened again only where it was not read to its end."""

    def test_container_that_was_being_read(
        self, run: Run, break_off: Break, folder: Path, found: Found, reader: _Reader
    ) -> None:
        """It is opened, and what was read of it is not read again."""
        words = ("harbour", "bridge", "tunnel", "quarry", "orchard", "granary")
        members = ((f"{word}.txt", long_text(word).encode()) for word in words)
        write(folder / "a.zip", archive(*members))
        break_off()
        (n_files, n_read) = reader.taken()
        assert (n_files, n_read) == (1, 5)
        assert (run().n_added, reader.taken()) == (6, (1, 1))
        assert all(found(word) == {f"{word}.txt"} for word in words)

    def test_containers_that_were_read(
        self, run: Run, break_off: Break, folder: Path, library_dir: Path, reader: _Reader
    ) -> None:
        """None is opened again; what could not be read in them is told again."""
        inner = archive(("deep.txt", b"The orchard was sold."), ("photo.jpg", b"\xff\xd8"))
        note = ("note.eml", letter("The ferry", ("list.txt", b"Ferries wait.")).as_bytes())
        write(folder / "a.zip", archive(("a.txt", b"The harbour."), ("in.zip", inner), note))
        write(folder / "b.eml", letter("The weir", ("plan.txt", b"The plan is old.")).as_bytes())
        break_off()
        assert reader.taken() == (2, 6)
        report = run()
        assert (report.n_added, reader.taken()) == (6, (0, 0))
        found = _contents(library_dir)
        (library_dir / DATABASE_NAME).unlink()
        again = run()
        assert _contents(library_dir) == found
        assert [p.path for p in report.problems] == [str(folder / "a.zip/in.zip/photo.jpg")]
        assert again.problems == report.problems

    @pytest.mark.parametrize("which", ["min(id)", "max(id)"])
    def test_container_of_which_not_all_is_held(
        self, run: Run, break_off: Break, folder: Path, library_dir: Path, which: str
    ) -> None:
        """It is opened for what is lacking, a file in it or itself."""
        write(folder / "b.eml", letter("The weir", ("plan.txt", b"The plan is old.")).as_bytes())
        break_off()
        with closing(sqlite3.connect(library_dir / DATABASE_NAME)) as connection:
            lacking = f"SELECT {which} FROM in_hand"  # noqa: S608 - a constant
            connection.execute(f"DELETE FROM in_hand WHERE id = ({lacking})")  # noqa: S608 - a constant
            connection.commit()
        assert run().n_added == 2

    def test_mail_whose_text_was_known(
        self, run: Run, break_off: Break, folder: Path, library_dir: Path, reader: _Reader
    ) -> None:
        """The text that another file holds is this one's too."""
        mail = letter("The weir", ("plan.txt", b"The plan is old.")).as_bytes()
        write(folder / "b.eml", mail)
        run()
        write(folder / "0.txt", long_text("harbour", 3))
        write(folder / "a.eml", mail)
        break_off()
        reader.taken()
        # What is attached was known too, and needed no encoder.
        assert (run().n_added, reader.taken()) == (2, (0, 0))
        assert len({row[3] for row in _contents(library_dir)[-1] if "eml" in str(row[0])}) == 2

    def test_patterns_that_are_new(
        self, engine: Engine, run: Run, break_off: Break, folder: Path, library_dir: Path
    ) -> None:
        """What is left out from now on is not taken up."""
        write(folder / "a.zip", archive(("a.txt", b"The harbour."), ("b.txt", b"The bridge.")))
        break_off()
        engine.exclude(library_dir, ["b.txt"])
        assert run().n_added == 1

    def test_container_that_fails_at_its_end(
        self, run: Run, break_off: Break, folder: Path, found: Found, reader: _Reader
    ) -> None:
        """It counts as read only when those in it are kept: it will not be opened again."""
        whole = archive(("a.txt", b"The harbour."), ("b.txt", b"The bridge."))
        write(folder / "a.zip", whole)

        def fails_at_the_end(data: bytes, *args: object) -> Iterator[Reading]:
            for reading in DirectReader().read(data, *args):  # type: ignore[arg-type]
                content = reading.content
                yield reading if content.name else Reading(content, state=FileState.FAILED)

        reader.read = fails_at_the_end  # type: ignore[method-assign,assignment]
        break_off()
        run()
        assert (found("harbour"), found("bridge")) == ({"a.txt"}, {"b.txt"})


@pytest.fixture
def connection(library_dir: Path) -> Iterator[sqlite3.Connection]:
    """A connection to an empty library."""
    create_database(library_dir, encoder="hash-64", dim=64)
    with closing(open_database(library_dir)) as opened:
        yield opened


def _in_hand(
    connection: sqlite3.Connection, patterns: tuple[str, ...] = (), version: int = 1
) -> InHand:
    folder_id = ensure_folder(connection, "/documents")
    return InHand(connection, folder_id, DEFAULT_LIMITS, patterns, version)


class TestRows:
    """A row is what was read, or nothing."""

    def test_reading_comes_back_as_it_was(self, connection: sqlite3.Connection) -> None:
        """To another run too, with all that is in it."""
        member = Member(Content("b.txt", "text", 1, "ab"), FileState.SKIPPED, "too large", False)
        for file, held in (
            (_FILE, _HELD),
            (_ARCHIVE, Held(None, (), "there were more", (member,), has_document=False)),
        ):
            key = _in_hand(connection).key_of(file, "ab")
            _in_hand(connection).hold(key, held)
            assert _in_hand(connection).of(key) == held

    def test_key_names_all_that_a_reading_depends_on(self, connection: sqlite3.Connection) -> None:
        """Content, format and version; of a container also where it is and what is left out."""
        now, later = _in_hand(connection), _in_hand(connection, version=2)
        patterns = _in_hand(connection, patterns=("*.bak",))
        elsewhere = replace(_ARCHIVE, path="b.zip")
        keys = {
            now.key_of(_FILE, "ab"),
            now.key_of(_FILE, "cd"),
            now.key_of(replace(_FILE, format="markdown"), "ab"),
            later.key_of(_FILE, "ab"),
            now.key_of(_ARCHIVE, "ab"),
            now.key_of(elsewhere, "ab"),
            patterns.key_of(_ARCHIVE, "ab"),
        }
        assert len(keys) == 7
        assert patterns.key_of(replace(_FILE, path="b.txt"), "ab") == now.key_of(_FILE, "ab")

    @pytest.mark.parametrize(
        "held",
        [
            replace(_HELD, passages=(replace(_PASSAGE, span=Span(0, 39)),)),
            replace(_HELD, passages=(replace(_PASSAGE, span=Span(-1, 38)),)),
            replace(_HELD, passages=(replace(_PASSAGE, span=Span(28, 27), sentences=()),)),
            replace(_HELD, passages=(replace(_PASSAGE, sentences=(Span(0, 39),)),)),
            replace(_HELD, passages=(replace(_PASSAGE, sentences=(Span(9, 3),)),)),
            replace(_HELD, document=replace(_DOCUMENT, pages=(Page(39, "v"),))),
            replace(
                _HELD, document=replace(_DOCUMENT, blocks=(Block(BlockKind.HEADING, Span(0, 39)),))
            ),
            replace(_HELD, document=None),
        ],
    )
    def test_what_points_beyond_its_text_is_nothing(
        self, connection: sqlite3.Connection, held: Held
    ) -> None:
        """Whoever wrote it: a quote would not be what stands there."""
        _in_hand(connection).hold(b"k" * 32, held)
        assert _in_hand(connection).of(b"k" * 32) is None

    def test_reading_of_another_file_is_nothing(self, connection: sqlite3.Connection) -> None:
        """Rows whose names were swapped are not believed."""
        _in_hand(connection).hold(b"k" * 32, _HELD)
        connection.execute("UPDATE in_hand SET key = ?", (b"l" * 32,))
        assert _in_hand(connection).of(b"l" * 32) is None

    def test_what_is_no_reading_is_nothing(
        self, connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Though its digest is right."""
        with monkeypatch.context() as patch:
            patch.setattr(msgspec.msgpack, "encode", lambda _: b"\xc1")
            _in_hand(connection).hold(b"k" * 32, _HELD)
        assert _in_hand(connection).of(b"k" * 32) is None

    def test_damaged_row_is_written_anew(self, connection: sqlite3.Connection) -> None:
        """What is read again is held again."""
        _in_hand(connection).hold(b"k" * 32, _HELD)
        connection.execute("UPDATE in_hand SET reading = x'00'")
        again = _in_hand(connection)
        assert again.of(b"k" * 32) is None
        again.hold(b"k" * 32, _HELD)
        assert _in_hand(connection).of(b"k" * 32) == _HELD

    def test_what_is_too_large_for_a_row_is_not_held(self, connection: sqlite3.Connection) -> None:
        """It is read again, and no run ends over it."""
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 1_100)
        _in_hand(connection).hold(b"k" * 32, _HELD)
        assert _in_hand(connection).of(b"k" * 32) is None
