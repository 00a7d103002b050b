"""Indexing from files to answers, beside the encoder alone on the same texts, in turns.

python benchmarks/indexing.py [--turns N] [--without-model]

Prints what each stage costs a passage by itself, how fast all of it goes, how fast without a model,
what reuse saves, and how much memory folders of one and of four times the size take.
"""

import argparse
import json
import os
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

import numpy as np
from bytecode import keep_bytecode
from corpora import QuestionSet, load_set
from msgspec import Struct
from peer import peak_mb

from qa_app.encoding.protocol import (
    Encoder,
    PassageText,
    PassageVectors,
    PendingVector,
    ReadyVector,
    Vectors,
)
from qa_app.engine import Engine
from qa_app.garbage import look_seldom
from qa_app.library import derived, writer
from qa_app.library.analyzer import Analyzer
from qa_app.library.database import create_database, open_database, read_meta, transaction
from qa_app.library.examining import Kept, examine
from qa_app.library.folder import FoundFile
from qa_app.library.in_hand import Held, InHand
from qa_app.library.indexer import index_folder
from qa_app.library.indexing_run import Tools
from qa_app.library.known_vectors import KnownVectors
from qa_app.library.neighbours import neighbours_of, note_library
from qa_app.model import Document, IndexReport, Passage, ignore_progress, never_cancelled
from qa_app.places import libraries_file, load_settings
from qa_app.reading.contents import FileContents
from qa_app.reading.file_reader import wants_all
from qa_app.reading.limits import limits_of
from qa_app.reading.tokens import load_token_budget
from qa_app.reading.worker.process_reader import ProcessReader

_DIM = 384
_COPIES = 4
_SLICE = 64
Done = TypeVar("Done")


class NoModel:
    """Vectors of no meaning at next to no cost: what is left is what indexing costs by itself."""

    name = "no-model-384"
    dim = _DIM

    def load(self) -> None:
        """There is nothing to load."""

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        """Every vector is the same."""
        return [
            PassageVectors(self._rows(1)[0], self._rows(len(passage.sentences)))
            for passage in passages
        ]

    def encode_question(self, _question: str) -> Vectors:
        """The same."""
        row: Vectors = self._rows(1)[0]
        return row

    def begin_question(self, question: str) -> PendingVector:
        """The same."""
        return ReadyVector(self.encode_question(question))

    def _rows(self, n: int) -> Vectors:
        rows: Vectors = np.full((n, _DIM), np.float32(_DIM**-0.5), dtype=np.float32)
        return rows


class Read(Struct, frozen=True):
    """A file of the corpus as it is read."""

    path: Path
    document: Document
    passages: tuple[Passage, ...]


def main() -> None:
    """Print the figures."""
    arguments = _arguments()
    if arguments.index_only:
        _index_only(*map(Path, arguments.index_only))
        return
    keep_bytecode()
    corpus = load_set(arguments.set)
    with tempfile.TemporaryDirectory() as scratch:
        at = Path(scratch)
        # The person's own list of libraries is to stay what it is.
        os.environ["XDG_STATE_HOME"] = str(at / "state")
        files = _written(corpus, at / "once", 1)
        read, reading_s = _worked(lambda: list(_read(files)))
        n = sum(len(one.passages) for one in read)
        print(f"{corpus.name}: {len(read)} files, {len(corpus.texts)} paragraphs, {n} passages")
        encoder: Encoder = NoModel() if arguments.without_model else Engine(load_settings()).encoder
        encoder.load()
        _print_stages(at, read, reading_s, encoder)
        if not arguments.without_model:
            _print_turns(at, files, read, encoder, arguments.turns)
        _print_without_model(at, files, n)
        _print_memory(at, corpus, files)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", default="squad_v1_dev", help="which question set's documents")
    parser.add_argument("--turns", type=int, default=3, help="of both, one after the other")
    parser.add_argument("--without-model", action="store_true", help="encode nothing")
    parser.add_argument("--index-only", nargs=2, help=argparse.SUPPRESS)
    return parser.parse_args()


def _written(corpus: QuestionSet, folder: Path, n_copies: int) -> Path:
    """The corpus as files, so often, each copy of other bytes."""
    for n in range(n_copies):
        part = folder / str(n)
        part.mkdir(parents=True)
        corpus.write_files(part)
        for path in part.iterdir() if n else ():
            path.write_text(path.read_text(encoding="utf-8").replace("e ", f"e{n} "), "utf-8")
    return folder


def _read(folder: Path) -> Iterator[Read]:
    settings = load_settings()
    contents = FileContents(limits_of(settings), load_token_budget(settings.cache_dir), wants_all)
    for path in sorted(folder.rglob("*.txt")):
        for reading in contents.read(path.read_bytes(), "text"):
            if reading.document is not None:
                yield Read(path, reading.document, reading.passages)


def _texts(read: Sequence[Read]) -> list[PassageText]:
    return [writer.passage_text(one.document, p) for one in read for p in one.passages]


def _print_stages(at: Path, read: Sequence[Read], reading_s: float, encoder: Encoder) -> None:
    """Each stage by itself, in processor time: another process may have the processors too."""
    texts = _texts(read)
    vectors, encoding_s = _worked(lambda: encoder.encode_passages(texts))
    create_database(at / "stages", encoder=encoder.name, dim=encoder.dim)
    with closing(open_database(at / "stages")) as connection:
        known = KnownVectors(connection, encoder.name, encoder.dim)
        _, looking_s = _worked(lambda: known.of(texts))
        _, holding_s = _worked(partial(_hold, connection, read))
        _, setting_aside_s = _worked(partial(_set_aside, connection, texts, vectors))
        made = iter(vectors)
        analyzer = Analyzer()
        kept, writing_s = _worked(lambda: [_put(connection, one, made, analyzer) for one in read])
        _, examining_s = _worked(partial(_examine, connection, dict(kept)))
        library_id = read_meta(connection)["library_id"]
        _, publishing_s = _worked(
            lambda: derived.rebuild(
                at / "stages", connection, library_id=library_id, dim=encoder.dim
            )
        )
    stages = {
        "reading and cutting": reading_s,
        "looking up what is known": looking_s,
        "encoding": encoding_s,
        "holding what was read": holding_s,
        "setting all aside": setting_aside_s,
        "writing to SQLite": writing_s,
        "examining": examining_s,
        "both indexes, once": publishing_s,
    }
    for name, took_s in stages.items():
        print(f"  {name:26} {took_s * 1000 / len(texts):7.3f} ms a passage")


def _hold(connection: sqlite3.Connection, read: Sequence[Read]) -> None:
    """What was read of each file, before the next is read."""
    folder_id = writer.ensure_folder(connection, "/")
    in_hand = InHand(connection, folder_id, limits_of(load_settings()), (), 1)
    for one in read:
        held = Held(one.document, one.passages, "", None, has_document=True)
        in_hand.hold(in_hand.key_of(_found(one), str(one.path)), held)
    for one in read:
        with transaction(connection):
            in_hand.release(in_hand.key_of(_found(one), str(one.path)))


def _found(read: Read) -> FoundFile:
    return FoundFile(str(read.path), "text", 0, 0)


def _set_aside(
    connection: sqlite3.Connection, texts: Sequence[PassageText], vectors: Sequence[PassageVectors]
) -> None:
    """The vectors of slices, as of files that are not done with theirs, and away again."""
    for at in range(0, len(texts), _SLICE):
        part = slice(at, at + _SLICE)
        with transaction(connection):
            writer.set_aside(connection, zip(texts[part], vectors[part], strict=True))
        # In a transaction of its own: what is put and taken in one is never written.
        with transaction(connection):
            writer.drop_set_aside(connection)


def _put(
    connection: sqlite3.Connection, one: Read, made: Iterator[PassageVectors], analyzer: Analyzer
) -> tuple[int, Kept]:
    identity = writer.Identity(str(one.path), "text", 1)
    text, n_terms = one.document.text, analyzer.n_terms
    with transaction(connection):
        document_id, ids = writer.put_document(
            connection,
            identity,
            one.document,
            (writer.EncodedPassage(p, n_terms(p.span.of(text)), next(made)) for p in one.passages),
        )
    return document_id, Kept(text, dict(zip(ids, one.passages, strict=True)))


def _examine(connection: sqlite3.Connection, documents: Mapping[int, Kept]) -> None:
    for document_id, kept in documents.items():
        with transaction(connection):
            examine(connection, document_id, kept)


def _print_turns(
    at: Path, files: Path, read: Sequence[Read], encoder: Encoder, n_turns: int
) -> None:
    """The encoder alone and indexing, in turns; then what need not be encoded again.

    Beside the clock stands the processor time of all that took part: what the clock would say on
    a machine with nothing else to do, as long as both keep every core busy.
    """
    texts = _texts(read)
    shares = []
    for turn in range(n_turns):
        alone = _spent(lambda: encoder.encode_passages(texts))
        _forget_neighbours()
        whole = _spent(partial(_index, encoder, at / f"library {turn}", files))
        shares.append((alone.clock_s / whole.clock_s, alone.cpu_s / whole.cpu_s))
        print(
            f"  turn {turn + 1}: encoder alone {len(texts) / alone.clock_s:5.1f} passages/s "
            f"({alone.cpu_s * 1000 / len(texts):.1f} ms of processor time each), "
            f"indexing {len(texts) / whole.clock_s:5.1f} ({whole.cpu_s * 1000 / len(texts):.1f} ms)"
        )
    clock, cpu = (statistics.median(kind) for kind in zip(*shares, strict=True))
    print(f"indexing, of the encoder alone: {clock:.2f}; in processor time {cpu:.2f}")
    engine = Engine(load_settings(), lambda: encoder)
    _, took_s = _timed(partial(engine.index, at / "library 0", files))
    print(f"again, nothing changed, measuring what a near miss looks like: {took_s:.2f} s")
    report, took_s = _timed(partial(_index, encoder, at / "library again", files))
    print(f"into another library: {report.n_encoded} passages encoded, {took_s:.2f} s")
    first = min(files.rglob("*.txt"))
    words = first.read_text(encoding="utf-8")
    first.write_text(words.replace(". ", ", they say. ", 1), encoding="utf-8")
    report, took_s = _timed(partial(_index, encoder, at / "library 0", files))
    print(f"one paragraph changed: {report.n_encoded} passages encoded, {took_s:.2f} s")
    first.write_text(words, encoding="utf-8")


def _print_without_model(at: Path, files: Path, n: int) -> None:
    _forget_neighbours()
    spent = _spent(partial(_index, NoModel(), at / "no model", files))
    print(
        f"without a model: {spent.clock_s * 1000 / n:.2f} ms a passage, "
        f"{spent.cpu_s * 1000 / n:.2f} of processor time"
    )


def _print_memory(at: Path, corpus: QuestionSet, files: Path) -> None:
    """Folders of two sizes, each indexed by a process of its own, without a model."""
    larger = _written(corpus, at / "more", _COPIES)
    for times, folder in ((1, files), (_COPIES, larger)):
        command = [sys.executable, __file__, "--index-only", str(folder), str(at / f"x{times}")]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        told = json.loads(done.stdout)
        print(
            f"{times} × the folder: {told['n']} passages, at most {told['own_mb']:.0f} MB, "
            f"and {told['reader_mb']:.0f} MB in the process that reads"
        )


def _index(encoder: Encoder, library: Path, folder: Path) -> IndexReport:
    """As `Engine.index`, but for what it measures once a library is there, however large."""
    look_seldom()
    settings = load_settings()
    limits, others = limits_of(settings), tuple(neighbours_of(libraries_file(), library))
    with closing(ProcessReader(limits, settings.cache_dir)) as reader:
        tools = Tools(encoder, Analyzer(), reader, limits, neighbours=others)
        report = index_folder(library, folder, tools, ignore_progress, never_cancelled)
    note_library(libraries_file(), library)
    return report


def _index_only(folder: Path, library: Path) -> None:
    _forget_neighbours()
    report = _index(NoModel(), library, folder)
    reader = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(json.dumps({"n": report.n_encoded, "own_mb": peak_mb(), "reader_mb": reader}))


def _forget_neighbours() -> None:
    """Let the next library find no other that it could take vectors from."""
    libraries_file().unlink(missing_ok=True)


class _Spent(Struct, Generic[Done], frozen=True):
    """What something gave, and what it took, the processes it started and ended included."""

    done: Done
    clock_s: float
    cpu_s: float


def _spent(work: Callable[[], Done]) -> _Spent[Done]:
    before = _cpu_s()
    done, clock_s = _timed(work)
    return _Spent(done, clock_s, _cpu_s() - before)


def _cpu_s() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _worked(work: Callable[[], Done]) -> tuple[Done, float]:
    return _timed(work, time.process_time)


def _timed(
    work: Callable[[], Done], clock: Callable[[], float] = time.perf_counter
) -> tuple[Done, float]:
    began = clock()
    done = work()
    return done, clock() - began


if __name__ == "__main__":
    main()
