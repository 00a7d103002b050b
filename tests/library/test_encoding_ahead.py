"""Files on their way through the encoder."""

import sqlite3
import threading
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from qa_app.encoding.protocol import PassageText, PassageVectors
from qa_app.engine import Engine
from qa_app.library import encoding_ahead
from qa_app.library.database import DATABASE_NAME, create_database, open_database
from qa_app.library.encoding_ahead import EncodingAhead
from qa_app.library.folder import FoundFile
from qa_app.library.intake import ReadFile
from qa_app.library.known_vectors import KnownVectors
from qa_app.library.writer import Identity, text_key
from qa_app.model import Block, BlockKind, Document, Metadata, Passage, Progress, Span
from qa_app.reading.file_reader import Reading, Wants
from qa_app.settings import Settings
from tests.fakes import DirectReader, HashEncoder
from tests.library.conftest import long_text, write


class _HeldEncoder(HashEncoder):
    """Encodes nothing before it may."""

    def __init__(self) -> None:
        super().__init__()
        self.has_begun, self.may_go_on = threading.Event(), threading.Event()
        self.threads: set[str] = set()

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        self.threads.add(threading.current_thread().name)
        self.has_begun.set()
        assert self.may_go_on.wait(60)
        return super().encode_passages(passages)


class _TimedEncoder(HashEncoder):
    """Takes so long for a passage, by its own clock, and remembers how many it got at once."""

    def __init__(self, passage_s: float) -> None:
        super().__init__()
        self.sizes: list[int] = []
        self.now = 100.0
        self._passage_s = passage_s
        self._lock = threading.Lock()

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        with self._lock:
            self.sizes.append(len(passages))
            self.now += self._passage_s * len(passages)
            return super().encode_passages(passages)


def _read(name: str, n_passages: int) -> ReadFile:
    text = "\n\n".join(f"The {name} of chapter {n}." for n in range(n_passages))
    spans, at = [], 0
    for part in text.split("\n\n"):
        spans.append(Span(at, at + len(part)))
        at += len(part) + 2
    blocks = tuple(Block(BlockKind.PARAGRAPH, span) for span in spans)
    passages = tuple(Passage(span, (span,), "", n) for n, span in enumerate(spans, 1))
    file = FoundFile(name, "text", len(text), 0)
    document = Document(text, Metadata(), blocks, "text")
    return ReadFile(file, Identity(name, "text", 1), document, passages)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to an empty library."""
    create_database(tmp_path / "library", encoder="hash-64", dim=64)
    with closing(open_database(tmp_path / "library")) as opened:
        yield opened


def _ahead(connection: sqlite3.Connection, encoder: HashEncoder) -> EncodingAhead:
    known = KnownVectors(connection, encoder.name, encoder.dim)
    return EncodingAhead(connection, encoder, known, lambda: None)


def _names(ahead: EncodingAhead) -> list[str]:
    return [read.file.path for read, _ in ahead.finished()]


def test_files_are_taken_while_others_are_encoded(connection: sqlite3.Connection) -> None:
    """The next file is in hand before the encoder is done with the one before it."""
    encoder = _HeldEncoder()
    with closing(_ahead(connection, encoder)) as ahead:
        ahead.add(_read("harbour", 70))
        assert encoder.has_begun.wait(60)
        ahead.add(_read("bridge", 20))
        assert _names(ahead) == []
        encoder.may_go_on.set()
        ahead.finish()
        assert _names(ahead) == ["harbour", "bridge"]
    assert threading.current_thread().name not in encoder.threads


def test_what_needs_no_encoder_waits_for_what_came_before_it(
    connection: sqlite3.Connection, encoder: HashEncoder
) -> None:
    """Files leave in the order they came."""
    with closing(_ahead(connection, encoder)) as ahead:
        ahead.add(_read("harbour", 3))
        ahead.add(_read("empty", 0))
        assert _names(ahead) == []
        ahead.finish()
        assert _names(ahead) == ["harbour", "empty"]


def test_each_passage_gets_its_own_vectors(
    connection: sqlite3.Connection, encoder: HashEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever slice they went through, and whether or not they were set aside meanwhile."""
    monkeypatch.setattr(encoding_ahead, "_LONG", 100)
    reads = [_read("harbour", 10), _read("long", 300), _read("bridge", 90)]
    found: list[list[float]] = []
    with closing(_ahead(connection, encoder)) as ahead:
        for read in reads:
            ahead.add(read)
            found += [own.passage.tolist() for _, vectors in ahead.finished() for own in vectors]
        assert connection.execute("SELECT count(*) FROM set_aside").fetchone()[0] >= 100
        ahead.finish()
        found += [own.passage.tolist() for _, vectors in ahead.finished() for own in vectors]
    texts = [read.text(n) for read in reads for n in range(len(read.passages))]
    wanted = [own.passage.tolist() for own in HashEncoder().encode_passages(texts)]
    assert found == [pytest.approx(vector, abs=3e-3) for vector in wanted]
    assert ahead.n_encoded == 400


@pytest.mark.parametrize(("passage_s", "size"), [(0.0, 1024), (1e-3, 300)])
def test_slice_has_what_is_made_in_a_while(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, passage_s: float, size: int
) -> None:
    """The faster the encoder, the more it is given at once, as far as the bound."""
    encoder = _TimedEncoder(passage_s)
    monkeypatch.setattr(encoding_ahead, "_MOST_SLICE", 1024)
    monkeypatch.setattr(encoding_ahead, "_SLICE_S", 0.3)
    # Of two threads either's clock may be read after the other has set it on.
    monkeypatch.setattr(encoding_ahead, "_N_THREADS", 1)
    monkeypatch.setattr(encoding_ahead, "monotonic", lambda: encoder.now)
    with closing(_ahead(connection, encoder)) as ahead:
        ahead.add(_read("harbour", 5000))
        ahead.finish()
    assert encoder.sizes[0] == 64
    assert encoder.sizes[-2] == size


def test_waiting_for_another_slice_is_no_encoding(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two slices are with the encoder at a time, which is not half as fast for that."""
    encoder = _TimedEncoder(1e-3)
    monkeypatch.setattr(encoding_ahead, "monotonic", lambda: encoder.now)
    with closing(_ahead(connection, encoder)) as ahead:
        ahead.add(_read("harbour", 1000))
        ahead.finish()
    n_slices = len(encoder.sizes)
    assert ahead.encoding_s <= 1000 * 1e-3 + n_slices * encoding_ahead._LEAST_S


def test_what_is_made_is_in_the_database_before_more_is_asked(
    connection: sqlite3.Connection, encoder: HashEncoder
) -> None:
    """Of a file of whatever length: a kill loses what the encoder has, and nothing it gave."""
    had: set[bytes] = set()
    with closing(_ahead(connection, encoder)) as ahead:
        for n in range(8):
            ahead.add(_read(f"harbour{n}", 70))
            for read, _ in ahead.finished():
                had.update(text_key(read.text(n)) for n in range(len(read.passages)))
            had.update(row[0] for row in connection.execute("SELECT key FROM set_aside"))
            assert len(had) == ahead.n_encoded
    assert ahead.n_encoded == 384


def test_what_is_made_is_set_aside_when_it_is_stopped(
    connection: sqlite3.Connection, encoder: HashEncoder
) -> None:
    """Of a file that is not finished, what the encoder has done is found the next time."""
    read = _read("harbour", 100)
    with closing(_ahead(connection, encoder)) as ahead:
        ahead.add(read)
        ahead.stop()
        assert _names(ahead) == []
        assert ahead.n_encoded == connection.execute("SELECT count(*) FROM set_aside").fetchone()[0]
    with closing(_ahead(connection, encoder)) as again:
        again.add(read)
        again.finish()
        assert _names(again) == ["harbour"]
        assert ahead.n_encoded + again.n_encoded == 100


def test_vectors_that_are_lost_again_are_made(
    connection: sqlite3.Connection, encoder: HashEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another library had when a long file came, and has no more when it is kept."""
    monkeypatch.setattr(encoding_ahead, "_LONG", 10)
    monkeypatch.setattr(KnownVectors, "of", lambda _, texts: HashEncoder().encode_passages(texts))
    with closing(_ahead(connection, encoder)) as ahead:
        ahead.add(_read("harbour", 20))
        monkeypatch.setattr(KnownVectors, "of", lambda _, texts: [None] * len(texts))
        [(_, vectors)] = ahead.finished()
        assert len(list(vectors)) == ahead.n_encoded == 20


def test_no_thread_outlives_a_run(
    engine: Engine, settings: Settings, library_dir: Path, folder: Path
) -> None:
    """Neither one that ends nor one that breaks leaves any."""

    class Broken(HashEncoder):
        def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
            raise RuntimeError(f"out of memory after {len(passages)} passages")

    write(folder / "a.txt", long_text("harbour"))
    with pytest.raises(RuntimeError, match="out of memory"):
        Engine(settings, Broken, reader=DirectReader).index(library_dir, folder)
    engine.index(library_dir, folder)
    assert not [t for t in threading.enumerate() if t.name.startswith("encoding")]


class _CountingReader(DirectReader):
    """Counts the characters of the documents it has read."""

    n_chars = 0

    def read(self, data: bytes, format: str, wants: Wants, *_: object) -> Generator[Reading]:  # noqa: A002 - as the protocol has it
        for reading in super().read(data, format, wants):
            self.n_chars += len(reading.document.text) if reading.document else 0
            yield reading


@pytest.mark.parametrize("n_files", [12, 48])
def test_what_is_in_hand_does_not_grow_with_the_folder(
    settings: Settings,
    library_dir: Path,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    n_files: int,
) -> None:
    """However many files there are, no more text than was set is read and not yet kept."""
    monkeypatch.setattr(encoding_ahead, "_MOST_CHARS", 20_000)
    monkeypatch.setattr(encoding_ahead, "_FILE_CHARS", 0)
    reader = _CountingReader()
    text = long_text("harbour", 50)
    for n in range(n_files):
        write(folder / f"{n:02}.txt", f"{n}\n\n{text}")
    in_hand: list[int] = []

    def look(progress: Progress) -> None:
        in_hand.append(reader.n_chars - progress.n_files_done * len(text))

    engine = Engine(settings, HashEncoder, reader=lambda: reader)
    engine.index(library_dir, folder, look)
    assert len(text) < max(in_hand) <= 20_000 + 2 * len(text)
    with closing(sqlite3.connect(library_dir / DATABASE_NAME)) as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (n_files,)
