"""The names of the corpus and their spellings, as the database keeps them."""

import sqlite3
from collections.abc import Collection, Sequence

from qa_app.language.acronyms import definitions_in, long_key, words_of
from qa_app.language.exonyms import listed_names
from qa_app.language.mentions import names_in
from qa_app.language.name_keys import name_keys
from qa_app.language.speakers import fold
from qa_app.language.spellings import Origin
from qa_app.library.stored import Explained, Spelling
from qa_app.model import Passage


def replace(
    connection: sqlite3.Connection, document_id: int, text: str, passages: Sequence[Passage]
) -> None:
    """Keep the names that a document spells, in place of those kept before.

    Args:
        connection: to the library's database, inside a transaction.
        document_id: whose names they are.
        text: the document's.
        passages: its passages, in order.
    """
    connection.execute("DELETE FROM names WHERE document_id = ?", (document_id,))
    connection.execute("DELETE FROM acronyms WHERE document_id = ?", (document_id,))
    sentences = [sentence for passage in passages for sentence in passage.sentences]
    connection.executemany(
        "INSERT INTO names VALUES (?, ?, ?, ?, ?)",
        # In the order of the tables that they go to.
        sorted(
            (document_id, key, found.form, found.origin.value, found.n)
            for found in names_in(text, sentences, listed_names())
            for key in name_keys(found.form)
        ),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO acronyms VALUES (?, ?, ?, ?, ?)",
        [
            (
                document_id,
                fold(found.short),
                long_key(words_of(found.long)),
                found.short,
                found.long,
            )
            for found in definitions_in(text, [passage.span for passage in passages])
        ],
    )


def spellings(connection: sqlite3.Connection, keys: Collection[str]) -> dict[str, list[Spelling]]:
    """What the corpus spells under each key."""
    rows = connection.execute(
        f"SELECT key, form, origin, n FROM spellings WHERE key IN ({_marks(keys)})",  # noqa: S608 - question marks only
        tuple(keys),
    )
    found: dict[tuple[str, str], dict[Origin, int]] = {}
    for key, form, origin, n in rows:
        found.setdefault((key, form), {})[Origin(origin)] = n
    by_key: dict[str, list[Spelling]] = {}
    for (key, form), n_from in found.items():
        by_key.setdefault(key, []).append(Spelling(form, n_from))
    return by_key


def explained(
    connection: sqlite3.Connection, shorts: Collection[str], longs: Collection[str]
) -> list[Explained]:
    """The acronyms that the corpus explains, the most often explained first.

    Args:
        connection: to the library's database.
        shorts: acronyms, folded; everything they stand for is found.
        longs: what acronyms may stand for, as `long_key` gives it.
    """
    asked = {"short_key": tuple(shorts), "long_key": tuple(longs)}
    # Where one of them asks for nothing, SQLite would look through all that there are.
    among = [f"{key} IN ({_marks(values)})" for key, values in asked.items() if values]
    if not among:
        return []
    rows = connection.execute(
        "SELECT short, long, short_key, long_key, count(*) AS n FROM acronyms"  # noqa: S608 - question marks only
        f" WHERE {' OR '.join(among)} GROUP BY short_key, long_key ORDER BY n DESC, short, long",
        [value for values in asked.values() for value in values],
    )
    return [Explained(*row) for row in rows]


def _marks(values: Collection[str]) -> str:
    return ",".join("?" * len(values))
