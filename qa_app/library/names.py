"""The names of the corpus and their spellings, as the database keeps them."""

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from qa_app.language.acronyms import definitions_in, is_acronym, long_key, words_of
from qa_app.language.exonyms import listed_names, name_words
from qa_app.language.mentions import ABD, names_in
from qa_app.language.speakers import fold
from qa_app.language.spellings import Origin, spelling_keys
from qa_app.model import Passage

# Abd al-Rahman has three.
_MAX_ABD_WORDS = 3


@dataclass(frozen=True, slots=True)
class Spelling:
    """A form of a name, and how often the corpus has it where it looks to be from each origin."""

    form: str
    n_from: dict[Origin, int]

    @property
    def n(self) -> int:
        """How often the corpus has it."""
        return sum(self.n_from.values())


@dataclass(frozen=True, slots=True)
class Explained:
    """An acronym and what it stands for, in `n_documents` documents.

    The keys are the same for all ways to write the acronym, or the words (`long_key`).
    """

    short: str
    long: str
    short_key: str
    long_key: str
    n_documents: int


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


@lru_cache(1 << 16)
def name_keys(form: str) -> frozenset[str]:
    """What spellings of one name share; a form may have several, other words have none.

    An acronym's key is its letters, a listed name's of several words these, another name's its
    sounds.
    """
    if is_acronym(form):
        return frozenset({form.replace(".", "")})
    words = name_words(form)
    if len(words) > 1 and listed_names().lists(words):
        return frozenset({" ".join(words)})
    is_one = len(words) == 1 or (1 < len(words) <= _MAX_ABD_WORDS and words[0] in ABD)
    return spelling_keys(form) if is_one else frozenset()


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
    rows = connection.execute(
        "SELECT short, long, short_key, long_key, count(*) AS n FROM acronyms"  # noqa: S608 - question marks only
        f" WHERE short_key IN ({_marks(shorts)}) OR long_key IN ({_marks(longs)})"
        " GROUP BY short_key, long_key ORDER BY n DESC, short, long",
        (*shorts, *longs),
    )
    return [Explained(*row) for row in rows]


def _marks(values: Collection[str]) -> str:
    return ",".join("?" * len(values))
