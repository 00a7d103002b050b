"""What a library holds and answers, told so that two libraries of one folder can be compared.

Ids, generations and times are left out: they may differ between a run that went through and one
that was taken up again.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np

from qa_app.engine import Engine
from qa_app.library import derived
from qa_app.library.database import DATABASE_NAME
from qa_app.library.library import Library
from qa_app.library.notebook import Notebook
from qa_app.library.vector_rows import unpack_vectors

Told = dict[str, list[tuple[object, ...]]]

_WITHOUT_IDS = {
    "folders": "SELECT path FROM folders",
    "files": "SELECT f.path, files.path, size_bytes, mtime_ns, content_hash, reason, state"
    " FROM files JOIN folders f ON f.id = folder_id LEFT JOIN documents d ON d.id = document_id",
    "documents": "SELECT content_hash, format, reading_version, rest, text_digest, blocks, pages,"
    " title, publisher, author, date, address, examined FROM documents",
    "passages": 'SELECT content_hash, p.start, p."end", paragraph, page, kind, context, p.text,'
    " n_terms, sentences, vector FROM passages p JOIN vectors ON passage_id = p.id"
    " JOIN documents d ON d.id = document_id",
    "sentences": "SELECT content_hash, p.start, s.id - p.id * 65536, vector"
    " FROM sentence_vectors s JOIN passages p ON p.id = s.id / 65536"
    " JOIN documents d ON d.id = document_id",
    "statements": "SELECT content_hash, p.start, speaker, offices, bodies, name, said, manner,"
    " verb, certainty FROM statements JOIN passages p ON p.id = passage_id"
    " JOIN documents d ON d.id = document_id",
    "speakers": "SELECT content_hash, p.start, word, certainty FROM speakers"
    " JOIN passages p ON p.id = passage_id JOIN documents d ON d.id = document_id",
    "names": "SELECT content_hash, key, form, origin, n FROM names"
    " JOIN documents d ON d.id = document_id",
    "spellings": "SELECT key, form, origin, n FROM spellings",
    "acronyms": "SELECT content_hash, short_key, long_key, short, long FROM acronyms"
    " JOIN documents d ON d.id = document_id",
    "set aside": "SELECT * FROM set_aside",
    "in hand": "SELECT name FROM sqlite_schema WHERE name = 'in_hand'",
}


def told(
    engine: Engine, library: Path, questions: tuple[str, ...], n_hits: int | None = None
) -> Told:
    """What a library holds, in its database, its indexes and its notebook, and what it answers.

    Of an answer the best `n_hits`.
    """
    with closing(engine.open(library)) as opened:
        opened.refresh()
        found: Told = {"answers": [_answer(engine, opened, q, n_hits) for q in questions]}
        found["snippets"] = [
            (s.quote, s.path, s.content_hash, s.span, s.state, s.metadata)
            for s in engine.snippets(Notebook(library), lambda: opened)
        ]
    with closing(sqlite3.connect(library / DATABASE_NAME)) as connection:
        for name, query in _WITHOUT_IDS.items():
            found[name] = sorted(connection.execute(query))
        found["trouble"] = connection.execute("PRAGMA foreign_key_check").fetchall()
        found["integrity"] = connection.execute("PRAGMA integrity_check").fetchall()
        found["indexed"] = _indexed(library, connection)
    return found


def _answer(
    engine: Engine, library: Library, question: str, n_hits: int | None
) -> tuple[object, ...]:
    answer = engine.ask(library, question)
    hits = [
        (hit.source.path, hit.source.span, hit.source.metadata, tuple(hit.highlights))
        for hit in (*answer.hits, *answer.related)
    ]
    return question, answer.answered, answer.missing_terms, answer.n_unsearched, hits[:n_hits]


def _indexed(library: Path, connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    """Whether the derived indexes are the database's own: they hold its passages, and no other."""
    meta = dict(connection.execute("SELECT key, value FROM meta"))
    rows = dict(connection.execute("SELECT passage_id, vector FROM vectors ORDER BY 1"))
    both = derived.open_derived(library, int(meta["dim"]))
    assert both is not None
    assert (both.stamp.library_id, both.stamp.generation) == (
        meta["library_id"],
        int(meta["generation"]),
    )
    assert both.keywords.ids.tolist() == list(rows)
    assert sorted(both.vectors.ids.tolist()) == list(rows)
    ids = np.array(list(rows), dtype=np.int64)
    kept = unpack_vectors(b"".join(rows.values()), int(meta["dim"]))
    assert both.vectors.are(ids, kept)
    return [(len(rows),)]
