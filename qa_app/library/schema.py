"""The tables of a library's database.

Texts and vectors are the truth; the keyword and vector indexes beside the database are derived
from it. Passage ids are never given out twice, so a stale index can name a passage that is gone
but never a wrong one.
"""

SCHEMA_VERSION = 1

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE folders (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    content_hash TEXT NOT NULL,      -- SHA-256 of the file's bytes, hexadecimal
    format TEXT NOT NULL,
    reading_version INTEGER NOT NULL,
    text TEXT NOT NULL,
    blocks BLOB NOT NULL,            -- JSON, in code points of text
    title TEXT NOT NULL, publisher TEXT NOT NULL, author TEXT NOT NULL,
    date TEXT NOT NULL, address TEXT NOT NULL,
    UNIQUE (content_hash, format, reading_version)
) STRICT;
CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    folder_id INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
    path TEXT NOT NULL,              -- relative to the folder, with slashes
    size_bytes INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    document_id INTEGER REFERENCES documents,
    reason TEXT NOT NULL DEFAULT '', -- why the file as it stands is not in the library
    state TEXT NOT NULL,
    UNIQUE (folder_id, path)
) STRICT;
CREATE INDEX files_by_document ON files (document_id);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,  -- code points of the document's text
    paragraph INTEGER NOT NULL,
    kind TEXT NOT NULL,
    context TEXT NOT NULL,
    text TEXT NOT NULL,              -- the document's text between start and end
    n_terms INTEGER NOT NULL,
    sentences BLOB NOT NULL,         -- int32 pairs, relative to start
    vector BLOB NOT NULL,            -- float16, unit length
    sentence_vectors BLOB NOT NULL   -- float16, one unit row a sentence
) STRICT;
CREATE INDEX passages_by_document ON passages (document_id);
-- Vectors of a long document that is not yet encoded to its end.
CREATE TABLE set_aside (
    key BLOB PRIMARY KEY,            -- SHA-256 of what was encoded
    vector BLOB NOT NULL, sentence_vectors BLOB NOT NULL
) STRICT, WITHOUT ROWID;
"""
