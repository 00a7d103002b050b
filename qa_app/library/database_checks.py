"""Whether a library's database is whole, and holds what belongs together."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from qa_app.library.database import is_damage, primary_code, read_meta
from qa_app.library.document_texts import digest_of_text, text_of
from qa_app.library.schema import TABLES
from qa_app.library.store import unpack_spans
from qa_app.library.vector_rows import packed_by_id, row_bytes, unpack_vectors
from qa_app.model import (
    Block,
    BlockKind,
    Cancelled,
    FileState,
    OnStep,
    Page,
    Span,
    ignore_step,
)

_SHOWN = 3
# How often SQLite asks whether to go on, in steps of its machine: many times a second.
_STEPS = 100_000
# A byte a number leaves a unit vector this near to length 1.
_NEAR = 5e-3
_KINDS = frozenset(map(str, BlockKind))
_META = frozenset({"encoder", "dim", "library_id", "generation", "schema_version"})
_PASSAGE = 'id, start, "end", kind, text, sentences'


class Stopped(Exception):  # noqa: N818 - no error: the person said so
    """A check was cancelled."""


def whats_wrong(connection: sqlite3.Connection, cancelled: Cancelled) -> list[str]:
    """What makes a database one that cannot be trusted; nothing where it can.

    Raises:
        Stopped: it was cancelled on the way.
    """
    connection.set_progress_handler(lambda: int(cancelled()), _STEPS)
    try:
        return list(_wrong(connection))
    except sqlite3.DatabaseError as error:
        if primary_code(error) == sqlite3.SQLITE_INTERRUPT:
            raise Stopped from error
        if not is_damage(error):
            raise
        return [str(error)]
    finally:
        connection.set_progress_handler(None, 0)


def _wrong(connection: sqlite3.Connection) -> Iterator[str]:
    lacking = _META - read_meta(connection).keys()
    if lacking:
        yield f"it does not say its {', '.join(sorted(lacking))}"
    missing = sorted(_own_schema() - _schema(connection))
    if missing:
        yield f"it lacks {' '.join(missing[0])}"
    told = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_SHOWN})")]
    yield from (line for line in told if line != "ok")
    strays = connection.execute("PRAGMA foreign_key_check").fetchmany(_SHOWN)
    yield from (f"a row of {table} belongs to none of {parent}" for table, _, parent, _ in strays)
    if _are_spellings_off(connection):
        yield "its spellings are not the sums of its names"
    if _are_totals_off(connection):
        yield "its totals are not the sums of its passages"


def _are_spellings_off(connection: sqlite3.Connection) -> bool:
    summed = "SELECT key, form, origin, sum(n) FROM names GROUP BY 1, 2, 3"
    kept = "SELECT key, form, origin, n FROM spellings"
    either = (f"{summed} EXCEPT {kept}", f"{kept} EXCEPT {summed}")
    return any(connection.execute(query).fetchone() is not None for query in either)


def _are_totals_off(connection: sqlite3.Connection) -> bool:
    # A passage whose sentences are none is told from its document.
    summed = "SELECT count(*), coalesce(sum(n_terms), 0) FROM passages WHERE NOT hidden"
    kept = "SELECT n_passages, n_terms FROM totals"
    return connection.execute(f"{summed} EXCEPT {kept}").fetchone() is not None


def _own_schema() -> set[tuple[str, ...]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(TABLES)
        return _schema(connection)


def _schema(connection: sqlite3.Connection) -> set[tuple[str, ...]]:
    made: set[tuple[str, ...]] = set(connection.execute("SELECT type, name FROM sqlite_schema"))
    columns = (
        "SELECT 'column', t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c"
        " WHERE t.type = 'table'"
    )
    return made | set(connection.execute(columns))


def bad_documents(
    connection: sqlite3.Connection,
    dim: int,
    cancelled: Cancelled,
    on_step: OnStep = ignore_step,
) -> list[int]:
    """The documents that hold what was never written to them.

    Raises:
        Stopped: it was cancelled on the way.
    """
    bad: list[int] = []
    ids = connection.execute("SELECT id FROM documents ORDER BY id").fetchall()
    for n, (document_id,) in enumerate(ids):
        if cancelled():
            raise Stopped
        on_step(n, len(ids))
        if not _is_good(connection, document_id, dim):
            bad.append(document_id)
    return bad


def _is_good(connection: sqlite3.Connection, document_id: int, dim: int) -> bool:
    try:
        blocks, pages, digest = connection.execute(
            "SELECT blocks, pages, text_digest FROM documents WHERE id = ?", (document_id,)
        ).fetchone()
        text = text_of(connection, document_id) or ""
        if digest_of_text(text) != digest:
            return False
        spans = [block.span for block in msgspec.json.decode(blocks, type=list[Block])]
        spans += [Span(p.start, p.start) for p in msgspec.json.decode(pages, type=list[Page])]
        if not all(_is_within(span, len(text)) for span in spans):
            return False
        rows = connection.execute(
            f"SELECT {_PASSAGE} FROM passages WHERE document_id = ?",  # noqa: S608 - a constant
            (document_id,),
        )
        passages = {row[0]: row[1:] for row in rows}
        packed = packed_by_id(connection, passages)
        return all(
            _is_good_passage(text, (*row, *packed.get(i, (b"", b""))), dim)
            for i, row in passages.items()
        )
    except msgspec.MsgspecError:
        return False
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        return False


def _is_good_passage(text: str, row: tuple[Any, ...], dim: int) -> bool:
    start, end, kind, own, *packed = row
    span = Span(start, end)
    return (
        _is_within(span, len(text))
        and span.of(text) == own
        and kind in _KINDS
        and are_vectors_good(own, *packed, dim=dim)
    )


def are_vectors_good(text: str, sentences: bytes, vector: bytes, rows: bytes, *, dim: int) -> bool:
    """Whether packed sentences and vectors may be those of a passage's text."""
    n = row_bytes(dim)
    if len(sentences) % 8 or len(vector) != n or len(rows) != len(sentences) // 8 * n:
        return False
    if not all(_is_within(span, len(text)) for span in unpack_spans(sentences)):
        return False
    whole, each = _lengths(vector, dim), _lengths(rows, dim)
    # A sentence that the model has no token of has no direction.
    return bool(_are_near(whole, 1).all() and (_are_near(each, 1) | (each == 0)).all())


def _lengths(packed: bytes, dim: int) -> NDArray[np.float32]:
    # Bytes that are no vector may be too large to be squared.
    with np.errstate(over="ignore", invalid="ignore"):
        lengths: NDArray[np.float32] = np.linalg.norm(unpack_vectors(packed, dim), axis=1)
    return lengths


def _are_near(lengths: NDArray[np.float32], wanted: float) -> NDArray[np.bool_]:
    near: NDArray[np.bool_] = np.abs(lengths - wanted) < _NEAR
    return near


def _is_within(span: Span, n: int) -> bool:
    return 0 <= span.start <= span.end <= n


def bad_set_aside(connection: sqlite3.Connection, dim: int) -> list[tuple[bytes]]:
    """The keys of vectors set aside that are none."""
    return connection.execute(
        "SELECT key FROM set_aside"
        " WHERE length(vector) != ?1 OR length(sentence_vectors) % ?1 != 0",
        (row_bytes(dim),),
    ).fetchall()


def n_waiting(connection: sqlite3.Connection) -> int:
    """How many files wait to be read, or are said to be read and are not."""
    row = connection.execute(
        # An archive holds no document of its own.
        "SELECT count(*) FROM files"
        " WHERE state = ? OR (state = ? AND document_id IS NULL AND read_with = 0)",
        (FileState.PENDING, FileState.INDEXED),
    ).fetchone()
    return int(row[0])
