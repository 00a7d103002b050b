"""The two indexes derived from the database: opened together, made again when they do not fit."""

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from qa_app.library import store
from qa_app.library.keyword_index import KeywordEntry, KeywordIndex
from qa_app.library.vector_index import VectorIndex

_STAMP_NAME = "derived.json"
_KEYWORDS_NAME = "keywords"
_VECTORS_NAME = "vectors.faiss"
# To be raised whenever the same passages would be indexed otherwise: what is on disk is then made
# again from the database.
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which state of which library the derived indexes show."""

    library_id: str
    generation: int
    n_vectors: int
    format: int = 0

    def shows_same(self, other: "Stamp") -> bool:
        """Whether both show the same state of the same library, made in the same way."""
        mine = (self.library_id, self.generation, self.format)
        return mine == (other.library_id, other.generation, other.format)


@dataclass(frozen=True, slots=True)
class DerivedIndexes:
    """Both indexes and their stamp. Read by one thread; written under the library's lock."""

    keywords: KeywordIndex
    vectors: VectorIndex
    stamp: Stamp


def read_stamp(folder: Path) -> Stamp | None:
    """The stamp on disk; None where there is none that can be read."""
    with contextlib.suppress(OSError, UnicodeDecodeError, msgspec.DecodeError):
        return msgspec.json.decode((folder / _STAMP_NAME).read_bytes(), type=Stamp)
    return None


def open_derived(folder: Path, dim: int) -> DerivedIndexes | None:
    """The indexes on disk; None where one is missing or torn."""
    stamp = read_stamp(folder)
    if stamp is None:
        return None
    try:
        vectors = VectorIndex.open(folder / _VECTORS_NAME, dim)
        keywords = KeywordIndex.open(folder / _KEYWORDS_NAME)
    except ValueError:
        return None
    if len(vectors) != stamp.n_vectors or stamp.format != FORMAT:
        return None
    return DerivedIndexes(keywords, vectors, stamp)


def rebuild(
    folder: Path, connection: sqlite3.Connection, *, library_id: str, dim: int
) -> DerivedIndexes:
    """Both indexes anew from the database; nothing is encoded."""
    # Cut off half-way, what is here must not pass for whole.
    (folder / _STAMP_NAME).unlink(missing_ok=True)
    connection.execute("BEGIN")
    try:
        generation = _generation(connection)
        keywords = KeywordIndex.create(folder / _KEYWORDS_NAME)
        keywords.write((KeywordEntry(*row) for row in store.all_keyword_rows(connection)), ())
        vectors = VectorIndex.create(dim)
        for ids, rows in store.all_vectors(connection, dim):
            vectors.add(ids, rows)
    finally:
        connection.execute("ROLLBACK")
    return _publish(folder, keywords, vectors, library_id, generation)


def update(
    folder: Path,
    connection: sqlite3.Connection,
    derived: DerivedIndexes,
    *,
    added: Sequence[int],
    removed: Sequence[int],
    dim: int,
) -> DerivedIndexes:
    """Carry changes into both indexes; a passage both added and removed is let go."""
    keywords, vectors, library_id = derived.keywords, derived.vectors, derived.stamp.library_id
    generation = _generation(connection)
    if not added and not removed:
        return _stamped(folder, keywords, vectors, library_id, generation)
    vectors.remove(removed)
    passages = store.passages_by_id(connection, added, dim)
    keywords.write((KeywordEntry(p.id, p.text, p.heading) for p in passages.values()), removed)
    for passage in passages.values():
        vectors.add([passage.id], passage.vector.reshape(1, -1))
    return _publish(folder, keywords, vectors, library_id, generation)


@dataclass(slots=True)
class Changed:
    """The passages that come into the indexes, and those that leave them."""

    added: list[int] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)


@contextmanager
def published(folder: Path, connection: sqlite3.Connection) -> Iterator[Changed]:
    """What is changed inside is published at the end; indexes that do not fit are made anew."""
    meta = dict(connection.execute("SELECT key, value FROM meta"))
    library_id, dim = meta["library_id"], int(meta["dim"])
    before = Stamp(library_id, int(meta["generation"]), 0, FORMAT)
    changed = Changed()
    yield changed
    current = open_derived(folder, dim)
    if current is None or not current.stamp.shows_same(before):
        rebuild(folder, connection, library_id=library_id, dim=dim)
    elif changed.added or changed.removed:
        update(folder, connection, current, added=changed.added, removed=changed.removed, dim=dim)


def _publish(
    folder: Path, keywords: KeywordIndex, vectors: VectorIndex, library_id: str, generation: int
) -> DerivedIndexes:
    vectors.save(folder / _VECTORS_NAME)
    return _stamped(folder, keywords, vectors, library_id, generation)


def _stamped(
    folder: Path, keywords: KeywordIndex, vectors: VectorIndex, library_id: str, generation: int
) -> DerivedIndexes:
    stamp = Stamp(library_id, generation, len(vectors), FORMAT)
    draft = folder / f"{_STAMP_NAME}.new"
    draft.write_bytes(msgspec.json.encode(stamp))
    draft.replace(folder / _STAMP_NAME)
    return DerivedIndexes(keywords, vectors, stamp)


def _generation(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()
    return int(row[0])
