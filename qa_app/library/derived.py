"""The two indexes derived from the database: opened together, made again when they do not fit."""

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from qa_app.library import store
from qa_app.library.durable import draft_of, put_in_place, sync_folder, write_whole
from qa_app.library.keyword_index import KeywordEntry, KeywordIndex
from qa_app.library.vector_index import VectorIndex

STAMP_NAME = "derived.json"
KEYWORDS_NAME = "keywords"
VECTORS_NAME = "vectors.faiss"
# To be raised whenever the same passages would be indexed otherwise: what is on disk is then made
# again from the database.
FORMAT = 2


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which state of which library the derived indexes show, and in which files.

    `vectors` and `keywords` are the SHA-256 of the files that were written: whatever a crash, a
    power cut or a copy from elsewhere has put in their place is told by it.
    """

    library_id: str
    generation: int
    n_vectors: int
    format: int = 0
    vectors: str = ""
    keywords: Mapping[str, str] = field(default_factory=dict)

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
        return msgspec.json.decode((folder / STAMP_NAME).read_bytes(), type=Stamp)
    return None


def open_derived(folder: Path, dim: int, *, being_written: bool = False) -> DerivedIndexes | None:
    """The indexes on disk; None where one is missing, torn or not the one that was stamped.

    Where they are `being_written`, keywords that are newer than the stamp will do: whoever writes
    them will stamp them.
    """
    stamp = read_stamp(folder)
    if stamp is None or stamp.format != FORMAT:
        return None
    try:
        if not being_written and not KeywordIndex.is_whole(folder / KEYWORDS_NAME, stamp.keywords):
            return None
        keywords = KeywordIndex.open(folder / KEYWORDS_NAME)
        vectors = VectorIndex.open(folder / VECTORS_NAME, dim, stamp.vectors)
    except (ValueError, OSError):
        return None
    return DerivedIndexes(keywords, vectors, stamp)


def rebuild(
    folder: Path, connection: sqlite3.Connection, *, library_id: str, dim: int
) -> DerivedIndexes:
    """Both indexes anew from the database; nothing is encoded.

    Those on disk stay in use until the new ones are whole.

    Raises:
        OSError: they cannot be written.
    """
    draft = draft_of(folder / KEYWORDS_NAME)
    connection.execute("BEGIN")
    try:
        generation = _generation(connection)
        keywords = KeywordIndex.create(draft)
        keywords.write((KeywordEntry(*row) for row in store.all_keyword_rows(connection)), ())
        vectors = VectorIndex.create(dim)
        for ids, rows in store.all_vectors(connection, dim):
            vectors.add(ids, rows)
    finally:
        # What failed may have made SQLite roll back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    digest = vectors.write(draft_of(folder / VECTORS_NAME))
    # Cut off from here on, what is there must not pass for whole.
    (folder / STAMP_NAME).unlink(missing_ok=True)
    _swap_folders(draft, folder / KEYWORDS_NAME)
    put_in_place(draft_of(folder / VECTORS_NAME), folder / VECTORS_NAME)
    digests = KeywordIndex.digests(folder / KEYWORDS_NAME)
    stamp = Stamp(library_id, generation, len(vectors), FORMAT, digest, digests)
    _write_stamp(folder, stamp)
    try:
        return DerivedIndexes(KeywordIndex.open(folder / KEYWORDS_NAME), vectors, stamp)
    except ValueError as error:  # it was whole when it was written
        raise OSError(str(error)) from error


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
    keywords, vectors, stamp = derived.keywords, derived.vectors, derived.stamp
    stamp = replace(stamp, generation=_generation(connection))
    if added or removed:
        vectors.remove(removed)
        passages = store.passages_by_id(connection, added, dim)
        for passage in passages.values():
            vectors.add([passage.id], passage.vector.reshape(1, -1))
        # The larger first: from the keywords' commit to the stamp, newcomers have to wait.
        digest = vectors.write(draft_of(folder / VECTORS_NAME))
        keywords.write((KeywordEntry(p.id, p.text, p.heading) for p in passages.values()), removed)
        digests = KeywordIndex.digests(folder / KEYWORDS_NAME, stamp.keywords)
        put_in_place(draft_of(folder / VECTORS_NAME), folder / VECTORS_NAME)
        stamp = replace(stamp, n_vectors=len(vectors), vectors=digest, keywords=digests)
    _write_stamp(folder, stamp)
    return DerivedIndexes(keywords, vectors, stamp)


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


def _swap_folders(draft: Path, target: Path) -> None:
    """Let a folder take the place of another, on the disk when this returns."""
    # Moved out of the way as a whole: who reads the old one may still put a lock into it.
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    # tantivy has its files and their folder on the disk.
    draft.rename(target)
    sync_folder(target.parent)
    shutil.rmtree(old, ignore_errors=True)


def _write_stamp(folder: Path, stamp: Stamp) -> None:
    write_whole(folder / STAMP_NAME, msgspec.json.encode(stamp))


def _generation(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()
    return int(row[0])
