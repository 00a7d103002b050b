"""The vectors of passages and of their sentences in the database: a row each, a byte a number.

docs/decisions/size-on-disk.md has the figures.
"""

import sqlite3
from collections.abc import Iterable, Sequence

import numpy as np

from qa_app.encoding.protocol import PassageVectors, Vectors

# A sentence's id is its passage's, and below these bits its number.
_BITS = 16
_NUMBERS = (1 << _BITS) - 1
_LARGEST = 127
# SQLite's own limit on the parameters of one statement is far higher.
_CHUNK = 500
_SCALE_BYTES = 2


def pack_vectors(vectors: Vectors) -> bytes:
    """Rows as a scale and a byte a number: a quarter of the room, and a cosine moves by some 1e-3.

    Packed again, what was unpacked gives the same bytes.
    """
    rows = np.atleast_2d(vectors).astype(np.float32)
    largest = np.abs(rows).max(axis=1, initial=0.0) / _LARGEST
    scales = largest.astype(np.float16)
    # Rounded down, it would leave the largest number no room.
    too_small = scales.astype(np.float32) < largest
    scales[too_small] = np.nextafter(scales[too_small], np.float16(np.inf))
    divisors = np.where(scales > 0, scales, 1).astype(np.float32)[:, None]
    numbers = np.rint(rows / divisors).astype(np.int8)
    packed = np.empty((len(rows), _SCALE_BYTES + rows.shape[1]), dtype=np.uint8)
    packed[:, :_SCALE_BYTES] = scales.view(np.uint8).reshape(-1, _SCALE_BYTES)
    packed[:, _SCALE_BYTES:] = numbers.view(np.uint8)
    return packed.tobytes()


def unpack_vectors(packed: bytes, dim: int) -> Vectors:
    """The rows of `pack_vectors`, `(n, dim)` float32."""
    rows = np.frombuffer(packed, dtype=np.uint8).reshape(-1, row_bytes(dim))
    scales = rows[:, :_SCALE_BYTES].copy().view(np.float16).astype(np.float32)
    unpacked: Vectors = rows[:, _SCALE_BYTES:].view(np.int8).astype(np.float32) * scales
    return unpacked


def row_bytes(dim: int) -> int:
    """How long a row of `pack_vectors` is."""
    return _SCALE_BYTES + dim


def split_rows(packed: bytes, dim: int) -> list[bytes]:
    """The rows of `pack_vectors`, each by itself."""
    n = row_bytes(dim)
    return [packed[at : at + n] for at in range(0, len(packed), n)]


def packed_rows(passages: Sequence[PassageVectors]) -> list[tuple[bytes, list[bytes]]]:
    """The packed vectors of passages, and those of the sentences of each."""
    if not passages:
        return []
    parts = [part for own in passages for part in (own.passage[np.newaxis], own.sentences)]
    # All at once: one by one would take longer than writing them.
    rows = iter(split_rows(pack_vectors(np.concatenate(parts)), len(passages[0].passage)))
    return [(next(rows), [next(rows) for _ in own.sentences]) for own in passages]


def put_rows(
    connection: sqlite3.Connection, passage_id: int, vector: bytes, sentences: Iterable[bytes]
) -> None:
    """Keep the packed vectors of a new passage, and of its sentences in order."""
    connection.execute("INSERT INTO vectors VALUES (?, ?)", (passage_id, vector))
    first = passage_id << _BITS
    rows = ((first + number, row) for number, row in enumerate(sentences))
    connection.executemany("INSERT INTO sentence_vectors VALUES (?, ?)", rows)


def packed_by_id(
    connection: sqlite3.Connection, ids: Iterable[int]
) -> dict[int, tuple[bytes, bytes]]:
    """The packed vectors of passages and those of their sentences; of those that there are."""
    found: dict[int, tuple[bytes, bytes]] = {}
    wanted = sorted(ids)
    for at in range(0, len(wanted), _CHUNK):
        vectors, sentences = _rows_of(connection, wanted[at : at + _CHUNK])
        parts: dict[int, list[bytes]] = {}
        for sentence_id, row in sentences:
            parts.setdefault(sentence_id >> _BITS, []).append(row)
        found.update((i, (row, b"".join(parts.get(i, ())))) for i, row in vectors)
    return found


def vectors_by_id(
    connection: sqlite3.Connection, ids: Iterable[int], dim: int
) -> dict[int, PassageVectors]:
    """The vectors of passages and their sentences; of those that there are."""
    packed = packed_by_id(connection, ids)
    # All at once: one by one would take longer than reading them.
    vectors = unpack_vectors(b"".join(own for own, _ in packed.values()), dim)
    sentences = unpack_vectors(b"".join(rows for _, rows in packed.values()), dim)
    found: dict[int, PassageVectors] = {}
    last = 0
    for vector, (i, (_, rows)) in zip(vectors, packed.items(), strict=True):
        first, last = last, last + len(rows) // row_bytes(dim)
        found[i] = PassageVectors(vector, sentences[first:last])
    return found


def _rows_of(
    connection: sqlite3.Connection, ids: Sequence[int]
) -> tuple[list[tuple[int, bytes]], list[tuple[int, bytes]]]:
    """The rows of passages and of their sentences, in order."""
    marks = ",".join("?" * len(ids))
    vectors = connection.execute(
        f"SELECT passage_id, vector FROM vectors WHERE passage_id IN ({marks}) ORDER BY 1",  # noqa: S608 - question marks only
        ids,
    )
    sentences = connection.execute(
        "SELECT s.id, s.vector FROM vectors v JOIN sentence_vectors s"  # noqa: S608 - question marks only
        f" ON s.id BETWEEN v.passage_id << {_BITS} AND (v.passage_id << {_BITS}) | {_NUMBERS}"
        f" WHERE v.passage_id IN ({marks}) ORDER BY 1",
        ids,
    )
    return vectors.fetchall(), sentences.fetchall()
