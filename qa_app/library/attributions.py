"""Statements and their speakers, as the database keeps them."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from qa_app.language.speech.naming import words_naming
from qa_app.language.speech.statement import Statement
from qa_app.library.store import pack_spans, unpack_spans
from qa_app.model import Manner

_CHUNK = 500


def replace(connection: sqlite3.Connection, found: Mapping[int, Sequence[Statement]]) -> None:
    """Keep the statements of one document's passages, in place of those kept before.

    Args:
        connection: to the library's database, inside a transaction.
        found: what was found in each passage of the document, by its id.
    """
    ids = [(i,) for i in found]
    connection.executemany("DELETE FROM statements WHERE passage_id = ?", ids)
    connection.executemany("DELETE FROM speakers WHERE passage_id = ?", ids)
    connection.executemany(
        "INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_row(i, statement) for i, statements in found.items() for statement in statements),
    )
    connection.executemany(
        "INSERT INTO speakers VALUES (?, ?, ?)",
        ((word, i, n) for i, statements in found.items() for word, n in _words(statements)),
    )


def statements_by_passage(
    connection: sqlite3.Connection, ids: Sequence[int]
) -> dict[int, tuple[Statement, ...]]:
    """The statements of passages by id, in the order of the text; only of those that carry any."""
    found: defaultdict[int, list[Statement]] = defaultdict(list)
    for at in range(0, len(ids), _CHUNK):
        chunk = ids[at : at + _CHUNK]
        rows = connection.execute(
            "SELECT passage_id, speaker, offices, bodies, name, said, manner, verb, certainty"  # noqa: S608 - question marks only
            f" FROM statements WHERE passage_id IN ({','.join('?' * len(chunk))}) ORDER BY rowid",
            chunk,
        )
        for passage_id, *row in rows:
            found[passage_id].append(_statement(row))
    return {i: tuple(statements) for i, statements in found.items()}


def passages_by_speaker(
    connection: sqlite3.Connection, words: Collection[str], k: int
) -> list[int]:
    """Ids of passages with a statement by someone whom one of the words names or describes.

    Args:
        connection: to the library's database.
        words: folded.
        k: how many at most, the surest first.
    """
    best: dict[int, float] = {}
    for word in words:
        rows = connection.execute(
            "SELECT passage_id, certainty FROM speakers WHERE word = ?"
            " ORDER BY certainty DESC, passage_id LIMIT ?",
            (word, k),
        )
        for passage_id, certainty in rows:
            best[passage_id] = max(certainty, best.get(passage_id, 0.0))
    return sorted(best, key=lambda i: (-best[i], i))[:k]


def _row(passage_id: int, statement: Statement) -> tuple[object, ...]:
    return (
        passage_id,
        statement.speaker,
        "\n".join(statement.offices),
        "\n".join(statement.bodies),
        pack_spans([statement.name] if statement.name else []),
        pack_spans(statement.said),
        statement.manner,
        statement.verb,
        statement.certainty,
    )


def _statement(row: Sequence[object]) -> Statement:
    speaker, offices, bodies, name, said, manner, verb, certainty = row
    return Statement(
        speaker=str(speaker),
        name=next(iter(unpack_spans(name)), None),  # type: ignore[arg-type]  # the schema is STRICT
        said=unpack_spans(said),  # type: ignore[arg-type]
        manner=Manner(str(manner)),
        certainty=certainty,  # type: ignore[arg-type]
        verb=str(verb),
        offices=tuple(str(offices).splitlines()),
        bodies=tuple(str(bodies).splitlines()),
    )


def _words(statements: Iterable[Statement]) -> Iterator[tuple[str, float]]:
    """The words that name who speaks in a passage, each once, with its greatest certainty."""
    best: dict[str, float] = {}
    for statement in statements:
        for word, certainty in words_naming(statement).items():
            best[word] = max(certainty, best.get(word, 0.0))
    yield from best.items()
