"""What a person made by hand in a library: the questions asked and saved, the snippets kept.

It is a file of its own (docs/decisions/notebook.md): an indexing run never keeps it waiting, and it
outlives a database that is damaged or made anew. Every call opens the file, does one short
transaction and lets go, so any thread of any process may make it.
"""

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec.structs import astuple

from qa_app.library.notebook_file import read_notebook, storable, write_notebook
from qa_app.model import AskedQuestion, Metadata, Snippet

# So many questions that are not saved are remembered.
N_UNSAVED = 2_000
SNIPPET_COLUMNS = (
    'id, quote, path, content_hash, start, "end", paragraph, metadata, question, kept_at,'
    ' prefix, suffix, note, tags, "group", place, state, page, page_by_hand, paragraph_by_hand'
)
_MARKS = ", ".join("?" * (SNIPPET_COLUMNS.count(",") + 1))


def now() -> str:
    """The time, as the notebook writes it: ISO 8601 with the offset from UTC."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


class Notebook:
    """The notebook of the library at `library`.

    Every method raises `NotebookError` where the notebook cannot be read, and those that write also
    where it cannot be written; `LibraryMissing` where there is no library to keep anything in.
    """

    def __init__(self, library: Path) -> None:
        self._library = library

    def questions(self) -> tuple[AskedQuestion, ...]:
        """The questions asked, the latest first; nothing where nothing was kept yet."""
        with read_notebook(self._library) as connection:
            if connection is None:
                return ()
            rows = connection.execute(
                "SELECT question, dropped, asked_at, saved FROM questions ORDER BY turn DESC"
            )
            return tuple(
                AskedQuestion(question, words_of(dropped), asked_at, bool(saved))
                for question, dropped, asked_at, saved in rows
            )

    def note(self, question: str, dropped: Iterable[str], asked_at: str) -> None:
        """Remember that a question was asked, without the conditions in `dropped`."""
        with write_notebook(self._library) as connection:
            _put_question(connection, question, tuple(dropped), asked_at)
            _forget_the_oldest(connection)

    def save(self, question: str, asked_at: str, *, saved: bool) -> None:
        """Keep a question for good, or no longer; one that was never asked is asked `asked_at`."""
        words = storable(question)
        with write_notebook(self._library) as connection:
            if saved and not _holds(connection, words):
                _put_question(connection, question, (), asked_at)
            connection.execute(
                "UPDATE questions SET saved = ? WHERE question = ?", (int(saved), words)
            )
            _forget_the_oldest(connection)

    def forget(self, questions: Iterable[str], *, all_unsaved: bool = False) -> None:
        """Forget questions, saved or not; with `all_unsaved` every one that is not saved too."""
        with write_notebook(self._library) as connection:
            connection.executemany(
                "DELETE FROM questions WHERE question = ?", [(storable(q),) for q in questions]
            )
            if all_unsaved:
                connection.execute("DELETE FROM questions WHERE NOT saved")

    def snippets(self) -> tuple[Snippet, ...]:
        """The snippets by place, each in the state it had when it was last looked up."""
        with read_notebook(self._library) as connection:
            if connection is None:
                return ()
            rows = connection.execute(
                f"SELECT {SNIPPET_COLUMNS} FROM snippets ORDER BY place, kept_at, id"  # noqa: S608 - a constant
            )
            return tuple(map(snippet_of, rows))

    def keep(self, snippet: Snippet) -> None:
        """Keep a snippet in the last place."""
        with write_notebook(self._library) as connection:
            _put_snippets(connection, [snippet])
            connection.execute(
                "UPDATE snippets SET place = (SELECT coalesce(max(place), -1) + 1 FROM snippets"
                " WHERE id != ?1) WHERE id = ?1",
                (snippet.id,),
            )

    def change(self, put: Iterable[Snippet], remove: Iterable[str] = ()) -> None:
        """Write the snippets in `put` as they are, by id, and take those in `remove` out."""
        with write_notebook(self._library) as connection:
            connection.executemany(
                "DELETE FROM snippets WHERE id = ?", [(storable(i),) for i in remove]
            )
            _put_snippets(connection, put)

    def take_over(self, questions: Iterable[AskedQuestion], snippets: Iterable[Snippet]) -> None:
        """Write what another notebook held; its questions in the order they were asked."""
        with write_notebook(self._library) as connection:
            for asked in questions:
                _put_question(connection, asked.question, asked.dropped, asked.asked_at)
                connection.execute(
                    "UPDATE questions SET saved = ? WHERE question = ?",
                    (int(asked.saved), storable(asked.question)),
                )
            _put_snippets(connection, snippets)

    def note_found(self, found: Iterable[tuple[Snippet, Snippet]]) -> None:
        """Note where snippets stand now: (as it was read, as it was found).

        What a person has changed since it was read is left alone, and looked up the next time.
        """
        with write_notebook(self._library) as connection:
            connection.executemany(
                'UPDATE snippets SET path = ?, content_hash = ?, start = ?, "end" = ?,'
                " paragraph = ?, page = ?, prefix = ?, suffix = ?, state = ?"
                " WHERE id = ? AND quote = ? AND path = ? AND content_hash = ? AND start = ?",
                [
                    (
                        now.path, now.content_hash, now.span.start, now.span.end,
                        now.paragraph, storable(now.page), now.prefix, now.suffix, now.state,
                        was.id, was.quote, was.path, was.content_hash, was.span.start,
                    )
                    for was, now in found
                ],
            )  # fmt: skip


def _put_question(
    connection: sqlite3.Connection, question: str, dropped: tuple[str, ...], asked_at: str
) -> None:
    """Make a question the latest; whether it is saved stays."""
    words = storable(question)
    connection.execute(
        "INSERT OR REPLACE INTO questions (question, dropped, asked_at, saved) VALUES"
        " (?1, ?2, ?3, coalesce((SELECT saved FROM questions WHERE question = ?1), 0))",
        (words, _json(tuple(map(storable, dropped))), storable(asked_at)),
    )


def _forget_the_oldest(connection: sqlite3.Connection) -> None:
    connection.execute(
        "DELETE FROM questions WHERE NOT saved AND turn <= (SELECT turn FROM questions"
        " WHERE NOT saved ORDER BY turn DESC LIMIT 1 OFFSET ?)",
        (N_UNSAVED,),
    )


def _holds(connection: sqlite3.Connection, words: str) -> bool:
    row = connection.execute("SELECT 1 FROM questions WHERE question = ?", (words,)).fetchone()
    return row is not None


def _put_snippets(connection: sqlite3.Connection, snippets: Iterable[Snippet]) -> None:
    connection.executemany(
        f"INSERT OR REPLACE INTO snippets ({SNIPPET_COLUMNS}) VALUES ({_MARKS})",  # noqa: S608 - constants
        [
            (
                storable(s.id), storable(s.quote), storable(s.path), storable(s.content_hash),
                s.span.start, s.span.end, s.paragraph, _json(_storable_metadata(s.metadata)),
                storable(s.question), storable(s.kept_at), storable(s.prefix),
                storable(s.suffix), storable(s.note), _json(tuple(map(storable, s.tags))),
                storable(s.group), s.place, s.state, storable(s.page), storable(s.page_by_hand),
                s.paragraph_by_hand,
            )
            for s in snippets
        ],
    )  # fmt: skip


def snippet_of(row: tuple[str | int, ...]) -> Snippet:
    """A row of the table.

    Raises:
        msgspec.MsgspecError: it is none.
    """
    (i, quote, path, content_hash, start, end, paragraph, metadata, *rest) = row
    question, kept_at, prefix, suffix, note, tags, group, place, state, *places = rest
    page, page_by_hand, paragraph_by_hand = places
    fields = {
        "id": i, "quote": quote, "path": path, "content_hash": content_hash,
        "span": {"start": start, "end": end}, "paragraph": paragraph,
        "metadata": msgspec.json.decode(str(metadata)),
        "question": question, "kept_at": kept_at, "prefix": prefix, "suffix": suffix,
        "note": note, "tags": msgspec.json.decode(str(tags)), "group": group, "place": place,
        "state": state, "page": page, "page_by_hand": page_by_hand,
        "paragraph_by_hand": paragraph_by_hand,
    }  # fmt: skip
    return msgspec.convert(fields, Snippet)


def words_of(kept: str) -> tuple[str, ...]:
    """The conditions that a question was asked without.

    Raises:
        msgspec.MsgspecError: it is no list of words.
    """
    return msgspec.json.decode(kept, type=tuple[str, ...])


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _storable_metadata(metadata: Metadata) -> Metadata:
    return Metadata(*map(storable, astuple(metadata)))
