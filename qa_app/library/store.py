"""Reading the database: documents and passages by id, what is in the library."""

import contextlib
import os
import re
import sqlite3
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path, PurePosixPath

import msgspec
import numpy as np
from msgspec import Struct

from qa_app.encoding.protocol import PassageVectors, Vectors
from qa_app.library.document_texts import text_of
from qa_app.library.scope import Ids
from qa_app.library.stored import PARTS_AROUND, Averages, StoredPassage
from qa_app.library.vector_rows import unpack_vectors, vectors_by_id
from qa_app.model import (
    Block,
    BlockKind,
    FileProblem,
    FileState,
    Metadata,
    Page,
    SourceText,
    Span,
)

# SQLite's own limit on the parameters of one statement is far higher; this keeps statements few
# and their text short.
_CHUNK = 500
# In no order: an index has them together, the passages have them one beside every text.
_SHOWN_IDS = "SELECT id FROM passages WHERE NOT hidden"
_KEYWORD_ROWS = (
    "SELECT p.id, p.text, d.title || char(10) || d.publisher || char(10) || p.context"
    " FROM passages p JOIN documents d ON d.id = p.document_id WHERE NOT p.hidden"
)
_VECTORS = (
    "SELECT passage_id, vector FROM vectors JOIN passages p ON p.id = passage_id WHERE NOT p.hidden"
)
_METADATA = "d.title, d.publisher, d.author, d.date, d.address"


class Filed(Struct, frozen=True):
    """What a document says of itself, and the files that hold it; it is shown under the first."""

    metadata: Metadata
    paths: tuple[str, ...]


def passages_by_id(
    connection: sqlite3.Connection, ids: Sequence[int], dim: int, filed: dict[int, Filed]
) -> dict[int, StoredPassage]:
    """The passages that are (still) in the library, by id.

    `filed` are documents that were looked up before; those of the passages are added to it.
    """
    found: dict[int, StoredPassage] = {}
    for chunk in _chunks(ids):
        vectors = vectors_by_id(connection, chunk, dim)
        rows = connection.execute(
            'SELECT id, document_id, start, "end", paragraph, kind, context, text, sentences, page'  # noqa: S608 - question marks only
            f" FROM passages WHERE NOT hidden AND id IN ({','.join('?' * len(chunk))})",
            chunk,
        ).fetchall()
        filed.update(_filed(connection, {row[1] for row in rows} - filed.keys()))
        for row in rows:
            if row[0] in vectors and (own := filed.get(row[1])):
                found[row[0]] = _passage(row, vectors[row[0]], own)
    return found


def _filed(connection: sqlite3.Connection, document_ids: Collection[int]) -> dict[int, Filed]:
    """The documents that a file holds, by id."""
    found: dict[int, Filed] = {}
    for chunk in _chunks(list(document_ids)):
        paths = _paths(connection, chunk)
        among = f"d.id IN ({','.join('?' * len(chunk))})"
        rows = connection.execute(f"SELECT d.id, {_METADATA} FROM documents d WHERE {among}", chunk)  # noqa: S608 - question marks only
        for i, *about in rows:
            if i in paths:
                found[i] = Filed(Metadata(*about), tuple(paths[i]))
    return found


def passage_ids_around(
    connection: sqlite3.Connection, ids: Sequence[int]
) -> dict[int, tuple[int, ...]]:
    """For each passage, by id, those of its paragraph that stand around it, and itself."""
    around: dict[int, list[int]] = {i: [i] for i in ids}
    for chunk in _chunks(ids):
        rows = connection.execute(
            "SELECT x.id, p.id FROM passages x JOIN passages p"  # noqa: S608 - question marks only
            f" ON p.id BETWEEN x.id - {PARTS_AROUND} AND x.id + {PARTS_AROUND}"
            " AND p.document_id = x.document_id AND p.paragraph = x.paragraph"
            # What was brought back counts with the paragraph above it, and is none of it.
            " AND (p.id = x.id OR 'furniture' NOT IN (p.kind, x.kind))"
            f" WHERE x.id IN ({','.join('?' * len(chunk))})",
            chunk,
        )
        for i, other in rows:
            around[i].append(other)
    return {i: tuple(others) for i, others in around.items()}


def _paths(connection: sqlite3.Connection, document_ids: Sequence[int]) -> dict[int, list[str]]:
    """The files that hold documents, in order."""
    paths: dict[int, list[str]] = {}
    rows = connection.execute(
        "SELECT document_id, folders.path || '/' || files.path FROM files"  # noqa: S608 - question marks only
        " JOIN folders ON folders.id = folder_id"
        f" WHERE document_id IN ({','.join('?' * len(document_ids))}) ORDER BY files.id",
        document_ids,
    )
    for document_id, path in rows:
        paths.setdefault(document_id, []).append(path)
    return paths


# A document that several files hold is shown under the first of them.
_PATH = (
    "(SELECT folders.path || '/' || files.path FROM files JOIN folders ON folders.id = folder_id"
    " WHERE document_id = d.id ORDER BY files.id LIMIT 1)"
)


def _passage(
    row: tuple[int, int, int, int, int, str, str, str, bytes, str],
    vectors: PassageVectors,
    filed: Filed,
) -> StoredPassage:
    (i, document_id, start, end, paragraph, kind, context, text, sentences, page) = row
    path, *others = filed.paths
    return StoredPassage(
        id=i,
        document_id=document_id,
        span=Span(start, end),
        paragraph=paragraph,
        kind=BlockKind(kind),
        context=context,
        text=text,
        sentences=unpack_spans(sentences),
        vector=vectors.passage,
        sentence_vectors=vectors.sentences,
        metadata=filed.metadata,
        path=path,
        other_paths=tuple(others),
        page=page,
    )


def source_text(connection: sqlite3.Connection, document_id: int) -> SourceText | None:
    """A whole document; None where the library has it no more."""
    row = connection.execute(
        f"SELECT d.blocks, d.pages, {_PATH}, {_METADATA} FROM documents d WHERE d.id = ?",  # noqa: S608 - constants
        (document_id,),
    ).fetchone()
    text = text_of(connection, document_id)
    if row is None or text is None or row[2] is None:
        return None
    blocks = msgspec.json.decode(row[0], type=tuple[Block, ...])
    pages = msgspec.json.decode(row[1], type=tuple[Page, ...])
    return SourceText(document_id, row[2], Metadata(*row[3:8]), text, blocks, pages)


def texts(connection: sqlite3.Connection, ids: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """(passage id, document id, text) of those that are still in the library."""
    for at in range(0, len(ids), _CHUNK):
        chunk = ids[at : at + _CHUNK]
        yield from connection.execute(
            "SELECT id, document_id, text FROM passages"  # noqa: S608 - question marks only
            f" WHERE id IN ({','.join('?' * len(chunk))})",
            chunk,
        )


def ids_like(connection: sqlite3.Connection, words: Sequence[str]) -> list[int]:
    """Passages that hold the words in that order, as parts of words too. Reads every text."""
    escaped = (re.sub(r"([%_\\])", r"\\\1", word) for word in words)
    rows = connection.execute(
        "SELECT id FROM passages WHERE NOT hidden AND text LIKE ? ESCAPE '\\'",
        (f"%{'%'.join(escaped)}%",),
    )
    return [row[0] for row in rows]


def documents(connection: sqlite3.Connection) -> Iterator[tuple[int, Metadata]]:
    """What every document says of itself, by id."""
    for i, *row in connection.execute(f"SELECT d.id, {_METADATA} FROM documents d"):  # noqa: S608 - constants
        yield i, Metadata(*row)


def document_paths(connection: sqlite3.Connection) -> dict[int, list[str]]:
    """The files that hold each document."""
    paths: dict[int, list[str]] = {}
    rows = connection.execute(
        "SELECT document_id, folders.path || '/' || files.path FROM files"
        " JOIN folders ON folders.id = folder_id WHERE document_id IS NOT NULL"
    )
    for document_id, path in rows:
        paths.setdefault(document_id, []).append(path)
    return paths


def passages_by_document(connection: sqlite3.Connection) -> Ids:
    """(document id, passage id) of every passage, `(n, 2)`."""
    rows = connection.execute("SELECT document_id, id FROM passages WHERE NOT hidden")
    # A million pairs would fill the memory as objects.
    return np.fromiter(chain.from_iterable(rows), dtype=np.int64).reshape(-1, 2)


def averages(connection: sqlite3.Connection) -> Averages:
    """Lengths over the whole library."""
    n, terms, n_sentences = connection.execute(
        "SELECT n_passages, n_terms, n_sentences FROM totals"
    ).fetchone()
    return Averages(n, terms / max(n, 1), terms / max(n_sentences, 1))


def all_keyword_rows(connection: sqlite3.Connection) -> Iterator[tuple[int, str, str]]:
    """(passage id, text, heading) of every passage; see `StoredPassage.heading`."""
    yield from connection.execute(f"{_KEYWORD_ROWS} ORDER BY p.id")


def keyword_rows(connection: sqlite3.Connection, ids: Sequence[int]) -> list[tuple[int, str, str]]:
    """As `all_keyword_rows`, of those passages that are (still) in the library."""
    return [
        row
        for chunk in _chunks(ids)
        for row in connection.execute(
            f"{_KEYWORD_ROWS} AND p.id IN ({','.join('?' * len(chunk))})", chunk
        )
    ]


def all_vectors(
    connection: sqlite3.Connection, dim: int, chunk: int = 8192
) -> Iterator[tuple[Ids, Vectors]]:
    """(ids, `(n, dim)` float32) of every passage, `chunk` at a time."""
    cursor = connection.execute(f"{_VECTORS} ORDER BY passage_id")
    while rows := cursor.fetchmany(chunk):
        yield _ids_and_vectors(rows, dim)


def vectors_of(connection: sqlite3.Connection, ids: Sequence[int], dim: int) -> tuple[Ids, Vectors]:
    """(ids, `(n, dim)` float32) of those passages that are (still) in the library."""
    rows = [
        row
        for chunk in _chunks(ids)
        for row in connection.execute(
            f"{_VECTORS} AND passage_id IN ({','.join('?' * len(chunk))})",
            chunk,
        )
    ]
    return _ids_and_vectors(rows, dim)


def sample_vectors(connection: sqlite3.Connection, dim: int, n: int) -> Vectors:
    """The vectors of at most `n` passages, drawn from all; the same ones each time."""
    return vectors_of(connection, _drawn(connection, n), dim)[1]


def _drawn(connection: sqlite3.Connection, n: int) -> list[int]:
    ids = passage_ids(connection)
    if len(ids) <= n:
        return ids
    drawn: list[int] = np.random.default_rng(len(ids)).choice(ids, n, replace=False).tolist()
    return sorted(drawn)


def _ids_and_vectors(rows: Sequence[tuple[int, bytes]], dim: int) -> tuple[Ids, Vectors]:
    ids = np.array([row[0] for row in rows], dtype=np.int64)
    return ids, unpack_vectors(b"".join(row[1] for row in rows), dim)


def _chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for at in range(0, len(ids), _CHUNK):
        yield ids[at : at + _CHUNK]


def folders(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The folders of the library, in the order they were added."""
    return tuple(row[0] for row in connection.execute("SELECT path FROM folders ORDER BY id"))


def problems(connection: sqlite3.Connection) -> tuple[FileProblem, ...]:
    """The files that are not in the library as they stand, with their whole path.

    Those that wait to be read are none: there is nothing amiss with them.
    """
    rows = connection.execute(
        "SELECT folders.path, files.path, state, reason FROM files"
        " JOIN folders ON folders.id = folder_id WHERE reason != '' ORDER BY 1, 2"
    )
    return tuple(
        FileProblem(str(PurePosixPath(at) / path), FileState(state), reason)
        for at, path, state, reason in rows
    )


def passage_ids(connection: sqlite3.Connection) -> list[int]:
    """The id of every passage, ascending."""
    return sorted(row[0] for row in connection.execute(_SHOWN_IDS))


def counts(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """(documents, passages, sentences)."""
    n_documents = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
    totals = connection.execute("SELECT n_passages, n_sentences FROM totals").fetchone()
    return (int(n_documents), *totals)


def size_on_disk(folder: Path) -> int:
    """Bytes of every file of the library."""
    size = 0
    for at, _, names in os.walk(folder):
        for name in names:
            # A writer may have replaced it since it was listed.
            with contextlib.suppress(FileNotFoundError):
                size += (Path(at) / name).stat().st_size
    return size


def pack_spans(spans: Iterable[Span]) -> bytes:
    """Spans as int32 pairs."""
    # numpy takes four times as long for so few.
    return array("i", [at for span in spans for at in (span.start, span.end)]).tobytes()


def unpack_spans(packed: bytes) -> tuple[Span, ...]:
    """The spans of `pack_spans`."""
    pairs = np.frombuffer(packed, dtype=np.int32).reshape(-1, 2).tolist()
    return tuple(Span(start, end) for start, end in pairs)
