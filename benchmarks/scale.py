"""What grows with a library: building, disk, memory, questions and changes at several sizes.

python benchmarks/scale.py [--large] [--libraries DIR] [--sizes N ...]

The libraries are made through the functions that indexing writes with, of 10,000 and 100,000
passages, with --large of a million too. Their texts are sentences of the question sets, put
together anew by chance. Their vectors are resampled from real ones: that of a passage lies between
those of two real passages that are near each other, with noise that is spread as real vectors are;
those of its sentences lie between it and real sentences. The texts and the vectors of a passage
have nothing to do with each other. Statements and names are not looked for. Questions are asked in
a process of their own, so that its memory is that of a program that only asks.
"""

import argparse
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

import numpy as np
from corpora import load_set

from qa_app.encoding.protocol import PassageText, PassageVectors, Vectors
from qa_app.engine import Engine
from qa_app.library import derived, store, writer
from qa_app.library.analyzer import Analyzer
from qa_app.library.database import (
    advance_generation,
    create_database,
    open_database,
    read_meta,
    transaction,
)
from qa_app.library.examining import EXAMINING_VERSION
from qa_app.library.folder import FoundFile
from qa_app.library.library import Library
from qa_app.library.scope import Ids
from qa_app.model import Block, BlockKind, Document, Metadata, Passage, Span
from qa_app.places import load_settings
from qa_app.reading.registry import READING_VERSION
from qa_app.reading.sentences import split_sentences

SET = "squad_v1_dev"
_SIZES, _LARGE = (10_000, 100_000), 1_000_000
_N_REAL = 1_200
_N_QUESTIONS = 100
_PASSAGES_EACH = 20
_CHANGED = 50
_IN_ONE_GO = 1_000
_NOISE = 0.45


def main() -> None:
    """Print a column for each size, and how each line grows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true", help="a million passages too")
    parser.add_argument("--sizes", type=int, nargs="*", help="these sizes instead")
    parser.add_argument("--libraries", type=Path, help="keep the libraries here")
    parser.add_argument("--ask", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.ask:
        print(json.dumps(_asked(arguments.ask)))
        return
    sizes = arguments.sizes or [*_SIZES, *([_LARGE] if arguments.large else [])]
    engine = Engine(load_settings())
    with tempfile.TemporaryDirectory() as scratch:
        at = arguments.libraries or Path(scratch)
        made_of = _material(engine, at)
        name = engine.encoder.name
        found = {n: _measured(at / f"scale-{n}", n, made_of, name) for n in sizes}
    _print_table(found)


class _Material:
    """What libraries are made of: real sentences, and real vectors."""

    def __init__(self, sentences: Sequence[str], lines: Vectors, rows: Vectors) -> None:
        """Take sentences, their vectors and those of passages."""
        self._sentences, self._lines, self._rows = sentences, lines, rows
        values, axes = np.linalg.eigh(np.cov(rows.T))
        self._spread = (axes * np.sqrt(np.maximum(values, 0))).T.astype(np.float32)
        self._near = np.argsort(-(rows @ rows.T), axis=1)[:, 1:12]
        self.analyzer = Analyzer()

    @property
    def dim(self) -> int:
        """The length of a vector."""
        return int(self._rows.shape[1])

    def documents(
        self, n_passages: int, seed: int
    ) -> Iterator[tuple[Document, list[writer.EncodedPassage]]]:
        """Documents of some passages each, together so many."""
        rng = np.random.default_rng(seed)
        for at in range(0, n_passages, _PASSAGES_EACH):
            yield self._document(rng, min(_PASSAGES_EACH, n_passages - at), f"{seed}-{at}")

    def _document(
        self, rng: np.random.Generator, n: int, name: str
    ) -> tuple[Document, list[writer.EncodedPassage]]:
        texts, made, blocks, at = [], [], [], 0
        for number, vector in enumerate(self._vectors(rng, n), start=1):
            chosen = rng.integers(0, len(self._sentences), int(rng.integers(2, 5)))
            spans = []
            for i in chosen:
                spans.append(Span(at, at + len(self._sentences[i])))
                at = spans[-1].end + 1
            span = Span(spans[0].start, spans[-1].end)
            texts.append(" ".join(self._sentences[i] for i in chosen))
            blocks.append(Block(BlockKind.PARAGRAPH, span))
            passage = Passage(span, tuple(spans), "", number)
            sentences = _unit(0.6 * vector + 0.8 * self._lines[chosen])
            n_terms = len(self.analyzer.terms(texts[-1]))
            vectors = PassageVectors(vector, sentences)
            made.append(writer.EncodedPassage(passage, n_terms, vectors))
            at += 1
        about = Metadata(title=f"Report {name}", publisher=f"Office {len(made) % 7}")
        return Document("\n\n".join(texts), about, tuple(blocks), "txt"), made

    def _vectors(self, rng: np.random.Generator, n: int) -> Vectors:
        first = rng.integers(0, len(self._rows), n)
        second = self._near[first, rng.integers(0, self._near.shape[1], n)]
        share = rng.uniform(0, 0.6, (n, 1)).astype(np.float32)
        noise = rng.standard_normal((n, self.dim)).astype(np.float32) @ self._spread
        return _unit((1 - share) * self._rows[first] + share * self._rows[second] + _NOISE * noise)


def _unit(rows: Vectors) -> Vectors:
    unit: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


def _material(engine: Engine, kept: Path) -> _Material:
    """Encode some of the set's paragraphs, or read what was encoded the last time."""
    path = kept / "scale-material.npz"
    every = load_set(SET).texts
    texts = every[:: max(len(every) // _N_REAL, 1)][:_N_REAL]
    spans = [tuple(split_sentences(text, by_line=False)) for text in texts]
    if not path.exists():
        read = [PassageText("", text, own) for text, own in zip(texts, spans, strict=True)]
        made = engine.encoder.encode_passages(read)
        kept.mkdir(parents=True, exist_ok=True)
        rows = np.array([own.passage for own in made])
        np.savez(path, rows=rows, lines=np.concatenate([own.sentences for own in made]))
    sentences = [span.of(text) for text, own in zip(texts, spans, strict=True) for span in own]
    with np.load(path) as arrays:
        # A sentence without a token of the model has no vector.
        lines = arrays["lines"]
        has_one = np.linalg.norm(lines, axis=1) > 0
        said = [s for s, is_there in zip(sentences, has_one, strict=True) if is_there]
        return _Material(said, lines[has_one], arrays["rows"])


def _measured(library: Path, size: int, material: _Material, encoder: str) -> dict[str, float]:
    """Make a library, ask it, change it; what that took."""
    found: dict[str, float] = {}
    if not (library / "library.sqlite3").exists():
        create_database(library, encoder=encoder, dim=material.dim)
        with closing(open_database(library)) as connection:
            began = time.monotonic()
            _put(connection, material, size, seed=size)
            found["texts and vectors written, s"] = time.monotonic() - began
    with closing(open_database(library)) as connection:
        library_id = read_meta(connection)["library_id"]
        began = time.monotonic()
        derived.rebuild(library, connection, library_id=library_id, dim=material.dim)
        found["both indexes made, s"] = time.monotonic() - began
    found["on disk, bytes a passage"] = store.size_on_disk(library) / size
    with closing(Library(library)) as opened:
        vectors = opened.status().vectors
        print(f"{size:,} passages: {vectors}", flush=True)
    asked = subprocess.run(
        [sys.executable, __file__, "--ask", str(library)], check=True, stdout=subprocess.PIPE
    )
    found |= json.loads(asked.stdout.splitlines()[-1])
    return found | _changed(library, material, size)


def _put(
    connection: sqlite3.Connection, material: _Material, n_passages: int, seed: int
) -> tuple[list[int], list[int]]:
    """Keep made documents, some in one transaction: their ids, and those of the passages."""
    documents = material.documents(n_passages, seed)
    folder = writer.ensure_folder(connection, "/scale")
    kept: list[int] = []
    passages: list[int] = []
    while some := list(islice(documents, _IN_ONE_GO // _PASSAGES_EACH)):
        with transaction(connection):
            for document, made in some:
                name = document.metadata.title
                identity = writer.Identity(name, "txt", READING_VERSION)
                document_id, ids = writer.put_document(connection, identity, document, made)
                kept.append(document_id)
                passages += ids
                file = FoundFile(f"{name}.txt", "txt", len(document.text), seed)
                writer.link_file(
                    connection, folder, file, document_id, reason="", read_with=READING_VERSION
                )
            marks = [(EXAMINING_VERSION, i) for i in kept[-len(some) :]]
            connection.executemany("UPDATE documents SET examined = ? WHERE id = ?", marks)
            connection.execute("DELETE FROM unsettled")
            advance_generation(connection)
    return kept, passages


def _changed(library: Path, material: _Material, size: int) -> dict[str, float]:
    """What it takes until a change of one file can be asked for, and until it is seen."""
    with closing(Library(library)) as opened, closing(open_database(library)) as connection:
        opened.refresh()
        dim = material.dim
        (last,) = connection.execute("SELECT max(id) FROM passages").fetchone()
        gone = list(range(last - _CHANGED + 1, last + 1))
        known = derived.open_derived(library, dim)
        if known is None:
            raise RuntimeError("the indexes do not fit")
        began = time.monotonic()
        with transaction(connection):
            connection.execute(
                "DELETE FROM files WHERE document_id IN (SELECT document_id FROM"
                " passages WHERE id >= ?)",
                (gone[0],),
            )
            dropped = writer.drop_orphans(connection)
        _, added = _put(connection, material, _CHANGED, seed=size + int(last))
        written = time.monotonic()
        derived.update(library, connection, known, added=added, removed=dropped, dim=dim)
        published = time.monotonic()
        opened.refresh()
        seen = time.monotonic()
    return {
        "a file of 50 passages changed: database, ms": 1e3 * (written - began),
        "the same: indexes, ms": 1e3 * (published - written),
        "the same: taken up by a reader, ms": 1e3 * (seen - published),
    }


def _asked(where: Path) -> dict[str, float]:
    """Ask a library questions, in a process that does nothing else."""
    engine = Engine(load_settings())
    questions = [str(q["text"]) for q in load_set(SET).questions]
    questions = questions[:: len(questions) // _N_QUESTIONS][:_N_QUESTIONS]
    vectors = np.array([engine.encoder.encode_question(q) for q in questions])
    before = _memory_mb()
    began = time.monotonic()
    with closing(engine.open(where)) as library:
        library.refresh()
        opened = time.monotonic()
        engine.ask(library, "Where is the harbour of Tarsos?")
        first = time.monotonic()
        alone, whole, near = [], [], []
        for question, vector in zip(questions, vectors, strict=True):
            alone.append(_ms(lambda q=question: engine.encoder.encode_question(q)))  # type: ignore[misc]  # bound at once
            whole.append(_ms(lambda q=question: engine.ask(library, q)))  # type: ignore[misc]  # the same
            near.append(_ms(lambda v=vector: library.by_vectors(v[None], 100)))  # type: ignore[misc]  # the same
        memory = _memory_mb()
        found = [set(list(library.by_vectors(v[None], 100)[0])[:10]) for v in vectors]
    return {
        "opened, ms": 1e3 * (opened - began),
        "first question, ms": 1e3 * (first - opened),
        "a question, p50, ms": _share(whole, 50),
        "a question, p95, ms": _share(whole, 95),
        "the encoder's pass for it, p50, ms": _share(alone, 50),
        "the encoder's pass for it, p95, ms": _share(alone, 95),
        "nearest 100 vectors, p50, ms": _share(near, 50),
        "nearest 100 vectors, p95, ms": _share(near, 95),
        "memory after 100 questions, MB": memory,
        "of it before the library is opened, MB": before,
        "recall@10 of the vectors": _recall(where, vectors, found),
    }


def _recall(where: Path, vectors: Vectors, found: Sequence[set[int]]) -> float:
    """The share of the ten nearest, by comparing all, that was found."""
    best: list[tuple[Vectors, Ids]] = []
    with closing(open_database(where)) as connection:
        for ids, rows in store.all_vectors(connection, vectors.shape[1]):
            cosines = vectors @ rows.T
            top = np.argsort(-cosines, axis=1)[:, :10]
            best.append((np.take_along_axis(cosines, top, axis=1), ids[top]))
    cosines = np.hstack([own for own, _ in best])
    ids = np.hstack([own for _, own in best])
    nearest = np.take_along_axis(ids, np.argsort(-cosines, axis=1)[:, :10], axis=1)
    pairs = zip(nearest.tolist(), found, strict=True)
    return float(np.mean([len(own & set(wanted)) / 10 for wanted, own in pairs]))


def _ms(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return 1e3 * (time.perf_counter() - began)


def _share(times: Sequence[float], percent: int) -> float:
    return float(np.percentile(times, percent))


def _memory_mb() -> float:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1e3
    return 0.0


def _print_table(found: Mapping[int, Mapping[str, float]]) -> None:
    sizes = sorted(found)
    names = dict.fromkeys(name for size in sizes for name in found[size])
    print(f"| what | {' | '.join(f'{size:,}' for size in sizes)} | exponent |")
    print(f"|---{'|---' * (len(sizes) + 1)}|")
    for name in names:
        row = [(size, found[size][name]) for size in sizes if name in found[size]]
        shown = " | ".join(f"{value:,.3g}" if value < 1 else f"{value:,.1f}" for _, value in row)
        print(f"| {name} | {shown} | {_exponent(row)} |")


def _exponent(row: Sequence[tuple[int, float]]) -> str:
    """The slope of a line through the logarithms: 1 is linear growth, 0 none."""
    if len(row) < 2 or min(value for _, value in row) <= 0:
        return "-"
    logs = np.log([[size, value] for size, value in row])
    return f"{np.polyfit(logs[:, 0], logs[:, 1], 1)[0]:.2f}"


if __name__ == "__main__":
    main()
