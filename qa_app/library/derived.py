"""The two indexes derived from the database: opened together, made again when they do not fit."""

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from qa_app.library import store, vector_kinds
from qa_app.library.durable import draft_of, put_in_place, sync_folder, write_whole
from qa_app.library.keyword_index import KeywordEntry, KeywordIndex
from qa_app.library.vector_building import Source, build
from qa_app.library.vector_index import VectorDigests, VectorFiles, VectorIndex
from qa_app.library.vector_kinds import About, Kind

STAMP_NAME = "derived.json"
KEYWORDS_NAME = "keywords"
# Most vectors of a large library; and those of a small one, or what has changed of late.
VECTORS_NAME = "vectors.faiss"
FLAT_NAME = "vectors.flat"
# To be raised whenever the same passages would be indexed otherwise: what is on disk is then made
# again from the database.
FORMAT = 4
# Of the same passages it made the same but for codes, which `About` tells apart.
_AS_GOOD = 3


# Tells a file from any that takes its place.
FileId = tuple[int, int, int, int]


class Stamp(Struct, frozen=True):
    """Which state of which library the derived indexes show, and in which files.

    `vectors` and `keywords` are the SHA-256 of the files that were written: whatever a crash, a
    power cut or a copy from elsewhere has put in their place is told by it. `n_recent` and `n_gone`
    are how many passages came and went since the main part of the vectors was made (see `About`).
    """

    library_id: str
    generation: int
    n_vectors: int
    format: int = 0
    vectors: VectorDigests = field(default_factory=VectorDigests)
    keywords: Mapping[str, str] = field(default_factory=dict)
    about: About = field(default_factory=About)
    n_recent: int = 0
    n_gone: int = 0

    def shows_same(self, other: "Stamp") -> bool:
        """Whether both show the same state of the same library, made in the same way."""
        mine = (self.library_id, self.generation, self.format)
        return mine == (other.library_id, other.generation, other.format)


class DerivedIndexes(Struct, frozen=True):
    """Both indexes and their stamp. Read by one thread; written under the library's lock.

    `files` are those that are never written again, as they were when they were looked through.
    """

    keywords: KeywordIndex
    vectors: VectorIndex
    stamp: Stamp
    files: Mapping[str, FileId] = field(default_factory=dict)


def read_stamp(folder: Path) -> Stamp | None:
    """The stamp on disk; None where there is none that can be read."""
    with contextlib.suppress(OSError, UnicodeDecodeError, msgspec.DecodeError):
        stamp = msgspec.json.decode((folder / STAMP_NAME).read_bytes(), type=Stamp)
        return replace(stamp, format=FORMAT) if stamp.format == _AS_GOOD else stamp
    return None


def open_derived(
    folder: Path,
    dim: int,
    *,
    being_written: bool = False,
    known: DerivedIndexes | None = None,
) -> DerivedIndexes | None:
    """The indexes on disk; None where one is missing, torn or not the one that was stamped.

    Where they are `being_written`, keywords that are newer than the stamp will do: whoever writes
    them will stamp them. Files that are still those of `known` are not looked through again.
    """
    stamp = read_stamp(folder)
    if stamp is None or stamp.format != FORMAT:
        return None
    try:
        # Taken first: what is replaced meanwhile is looked through again the next time.
        files = _files(folder, stamp)
        same = _same_files(stamp, files, known)
        if not being_written:
            digests = {
                n: d for n, d in stamp.keywords.items() if f"{KEYWORDS_NAME}/{n}" not in same
            }
            if not KeywordIndex.is_whole(folder / KEYWORDS_NAME, digests):
                return None
        keywords = KeywordIndex.open(folder / KEYWORDS_NAME)
        main = known.vectors if known is not None and VECTORS_NAME in same else None
        vectors = VectorIndex.open(
            _vector_files(folder), dim, stamp.vectors, stamp.about, known=main
        )
    except (ValueError, OSError):
        return None
    return DerivedIndexes(keywords, vectors, stamp, files)


def _vector_files(folder: Path) -> VectorFiles:
    return VectorFiles(folder / VECTORS_NAME, folder / FLAT_NAME)


def _files(folder: Path, stamp: Stamp) -> dict[str, FileId]:
    """The large files that a stamp names; those of the keywords that list others are small."""
    names = [f"{KEYWORDS_NAME}/{n}" for n in stamp.keywords if not n.endswith(".json")]
    if stamp.vectors.main:
        names.append(VECTORS_NAME)
    found = {}
    for name in names:
        with contextlib.suppress(FileNotFoundError):
            seen = (folder / name).stat()
            found[name] = (seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns)
    return found


def _same_files(
    stamp: Stamp, files: Mapping[str, FileId], known: DerivedIndexes | None
) -> frozenset[str]:
    """The files that are those that `known` was opened from, and that are still to be so."""
    if known is None:
        return frozenset()
    now, then = _digests(stamp), _digests(known.stamp)
    return frozenset(
        name
        for name, file in files.items()
        if known.files.get(name) == file and now.get(name) == then.get(name)
    )


def _digests(stamp: Stamp) -> dict[str, str]:
    digests = {f"{KEYWORDS_NAME}/{name}": digest for name, digest in stamp.keywords.items()}
    return {**digests, VECTORS_NAME: stamp.vectors.main}


def rebuild(
    folder: Path, connection: sqlite3.Connection, *, library_id: str, dim: int
) -> DerivedIndexes:
    """Both indexes anew from the database; nothing is encoded.

    Those on disk stay in use until the new ones are whole.

    Raises:
        OSError: they cannot be written.
    """
    before = read_stamp(folder)
    is_ours = before is not None and before.library_id == library_id
    draft = draft_of(folder / KEYWORDS_NAME)
    connection.execute("BEGIN")
    try:
        generation = _generation(connection)
        keywords = KeywordIndex.create(draft)
        keywords.write((KeywordEntry(*row) for row in store.all_keyword_rows(connection)), ())
        vectors = _built(connection, dim, before.about.kind if before and is_ours else None)
    finally:
        # What failed may have made SQLite roll back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    digests = VectorDigests(
        vectors.write_main(draft_of(folder / VECTORS_NAME)),
        vectors.write_flat(draft_of(folder / FLAT_NAME)),
    )
    # Cut off from here on, what is there must not pass for whole.
    (folder / STAMP_NAME).unlink(missing_ok=True)
    _swap_folders(draft, folder / KEYWORDS_NAME)
    stamp = Stamp(library_id, generation, 0, FORMAT)
    stamp = replace(stamp, keywords=KeywordIndex.digests(folder / KEYWORDS_NAME))
    return _placed(folder, dim, vectors, digests, stamp, is_main_new=True)


def _built(connection: sqlite3.Connection, dim: int, kind: Kind | None) -> VectorIndex:
    """The vectors' index anew, for a library that had the given kind."""
    n = store.counts(connection)[1]
    source = Source(
        dim,
        n,
        sample=lambda k: store.sample_vectors(connection, dim, k),
        of=lambda ids: store.vectors_of(connection, ids, dim),
        all=lambda: store.all_vectors(connection, dim),
    )
    return build(source, vector_kinds.SIZES.kind_for(n, kind), vector_kinds.SIZES)


def update(
    folder: Path,
    connection: sqlite3.Connection,
    derived: DerivedIndexes,
    *,
    added: Sequence[int],
    removed: Sequence[int],
    dim: int,
    at_leisure: bool = False,
) -> DerivedIndexes:
    """Carry changes into both indexes; a passage both added and removed is let go.

    What has changed of the vectors is written beside their main part. Where nobody waits
    (`at_leisure`) it is put into it once it is much, which for a large library takes a while.
    """
    keywords, vectors, stamp = derived.keywords, derived.vectors, derived.stamp
    stamp = replace(stamp, generation=_generation(connection))
    if not (added or removed):
        _write_stamp(folder, stamp)
        return replace(derived, stamp=stamp)
    vectors.remove(removed)
    entries = store.keyword_rows(connection, added)
    vectors.add(*store.vectors_of(connection, added, dim))
    larger = _larger(folder, connection, vectors, stamp, dim) if at_leisure else None
    # The larger first: from the keywords' commit to the stamp, newcomers have to wait.
    main = stamp.vectors.main
    if larger is not None:
        vectors, main = larger, larger.write_main(draft_of(folder / VECTORS_NAME))
    digests = VectorDigests(main, vectors.write_flat(draft_of(folder / FLAT_NAME)))
    keywords.write((KeywordEntry(*row) for row in entries), removed)
    kept = KeywordIndex.digests(folder / KEYWORDS_NAME, stamp.keywords)
    stamp = replace(stamp, keywords=kept)
    return _placed(folder, dim, vectors, digests, stamp, is_main_new=larger is not None)


def _larger(
    folder: Path, connection: sqlite3.Connection, vectors: VectorIndex, stamp: Stamp, dim: int
) -> VectorIndex | None:
    """The index with another main part, where it is time for that."""
    if vectors.is_outgrown(vector_kinds.SIZES):
        return _built(connection, dim, vectors.kind)
    if vectors.is_too_changed(vector_kinds.SIZES):
        with contextlib.suppress(ValueError):
            return vectors.merged(_vector_files(folder), dim, stamp.vectors.main)
        # Somebody else has written into the file since it was opened.
        return _built(connection, dim, vectors.kind)
    return None


def _placed(
    folder: Path,
    dim: int,
    vectors: VectorIndex,
    digests: VectorDigests,
    stamp: Stamp,
    *,
    is_main_new: bool,
) -> DerivedIndexes:
    """Let the drafts of the vectors take their place, and stamp all; what is published then."""
    if is_main_new and digests.main:
        put_in_place(draft_of(folder / VECTORS_NAME), folder / VECTORS_NAME)
    stamp = _stamped(folder, vectors, digests, stamp)
    files = _files(folder, stamp)
    if not digests.main:
        (folder / VECTORS_NAME).unlink(missing_ok=True)
    try:
        keywords = KeywordIndex.open(folder / KEYWORDS_NAME)
        if is_main_new and vectors.kind is Kind.LISTS:
            # Mapped, it takes no memory of its own.
            vectors = VectorIndex.open(_vector_files(folder), dim, digests, vectors.about)
    except ValueError as error:  # it was whole when it was written
        raise OSError(str(error)) from error
    return DerivedIndexes(keywords, vectors, stamp, files)


def _stamped(folder: Path, vectors: VectorIndex, digests: VectorDigests, stamp: Stamp) -> Stamp:
    """Let the rest of the vectors take its place beside the main part, and stamp all."""
    put_in_place(draft_of(folder / FLAT_NAME), folder / FLAT_NAME)
    stamp = replace(
        stamp,
        n_vectors=len(vectors),
        vectors=digests,
        about=vectors.about,
        n_recent=vectors.n_recent,
        n_gone=vectors.n_gone,
    )
    _write_stamp(folder, stamp)
    return stamp


def merged_vectors(folder: Path, dim: int, stamp: Stamp) -> VectorIndex:
    """The vectors that a stamp is of, all of them in the main part, in memory.

    Raises:
        ValueError: the files are not those that were stamped.
    """
    return VectorIndex.open_merged(_vector_files(folder), dim, stamp.vectors, stamp.about)


def put_main(folder: Path, vectors: VectorIndex, draft: Path, digest: str, stamp: Stamp) -> bool:
    """Let a main part, written to `draft`, take the place of the one that a stamp is of.

    To be called under the library's lock.

    Returns:
        Whether it did: not where another state was published since.

    Raises:
        OSError: it cannot be done.
    """
    if read_stamp(folder) != stamp:
        return False
    digests = VectorDigests(digest, vectors.write_flat(draft_of(folder / FLAT_NAME)))
    put_in_place(draft, folder / VECTORS_NAME)
    _stamped(folder, vectors, digests, stamp)
    return True


class Changed(Struct):
    """The passages that come into the indexes, and those that leave them."""

    added: list[int] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)


@contextmanager
def published(
    folder: Path, connection: sqlite3.Connection, *, at_leisure: bool = False
) -> Iterator[Changed]:
    """What is changed inside is published at the end; indexes that do not fit are made anew.

    See `update` for `at_leisure`.
    """
    meta = dict(connection.execute("SELECT key, value FROM meta"))
    library_id, dim = meta["library_id"], int(meta["dim"])
    before = Stamp(library_id, int(meta["generation"]), 0, FORMAT)
    changed = Changed()
    yield changed
    current = open_derived(folder, dim)
    if current is None or not current.stamp.shows_same(before):
        rebuild(folder, connection, library_id=library_id, dim=dim)
    elif changed.added or changed.removed:
        update(
            folder,
            connection,
            current,
            added=changed.added,
            removed=changed.removed,
            dim=dim,
            at_leisure=at_leisure,
        )


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
