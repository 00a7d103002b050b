"""The tables of a library's database.

Texts and vectors are the truth; the keyword and vector indexes beside the database are derived
from it. Passage ids are never given out twice, so a stale index can name a passage that is gone
but never a wrong one.
"""

SCHEMA_VERSION = 6

# Without it, reading where the documents come from would read their texts too.
ABOUT_INDEX = """
CREATE INDEX documents_by_publisher ON documents (publisher, title, author, date, address);
"""

# Every answer counts the files that were not searched; most were.
UNREAD_INDEX = """
CREATE INDEX files_unread ON files (state, path) WHERE state != 'indexed';
"""

# By what was encoded, so that it is not encoded again.
ENCODED_INDEX = "CREATE INDEX passages_by_encoded ON passages (encoded);"

# What examining a document finds (examining.py); it can be found again from the text.
EXAMINED_TABLES = """
CREATE TABLE statements (
    passage_id INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
    speaker TEXT NOT NULL,           -- the fullest name in the document
    offices TEXT NOT NULL, bodies TEXT NOT NULL,  -- what describes the speaker, a line each
    name BLOB NOT NULL,              -- int32 pairs, in code points of the passage: none or one
    said BLOB NOT NULL,              -- int32 pairs: the pieces of what is said
    manner TEXT NOT NULL,
    verb TEXT NOT NULL,              -- its lemma
    certainty REAL NOT NULL
) STRICT;
CREATE INDEX statements_by_passage ON statements (passage_id);
-- Words that name or describe who speaks in a passage.
CREATE TABLE speakers (
    word TEXT NOT NULL,              -- folded
    passage_id INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
    certainty REAL NOT NULL,
    PRIMARY KEY (word, certainty DESC, passage_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX speakers_by_passage ON speakers (passage_id);
CREATE TABLE names (
    document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    key TEXT NOT NULL,               -- spellings of one name share it
    form TEXT NOT NULL,              -- a word or words of a name as the document spells it
    origin TEXT NOT NULL,            -- where the name looks to be from
    n INTEGER NOT NULL,              -- how often the document has it
    PRIMARY KEY (document_id, key, form, origin)
) STRICT, WITHOUT ROWID;
-- The sums of names over all documents: a name in the news stands in most of them.
CREATE TABLE spellings (
    key TEXT NOT NULL, form TEXT NOT NULL, origin TEXT NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (key, form, origin)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER name_counted AFTER INSERT ON names BEGIN
    INSERT INTO spellings VALUES (new.key, new.form, new.origin, new.n)
        ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;
CREATE TRIGGER name_discounted AFTER DELETE ON names BEGIN
    UPDATE spellings SET n = n - old.n
        WHERE key = old.key AND form = old.form AND origin = old.origin;
    DELETE FROM spellings
        WHERE key = old.key AND form = old.form AND origin = old.origin AND n <= 0;
END;
CREATE TABLE acronyms (
    document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    short_key TEXT NOT NULL,         -- folded
    long_key TEXT NOT NULL,          -- folded, without small words
    short TEXT NOT NULL, long TEXT NOT NULL,  -- as the document has them
    PRIMARY KEY (document_id, short_key, long_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX acronyms_by_short ON acronyms (short_key);
CREATE INDEX acronyms_by_long ON acronyms (long_key);
"""

# Lines that repeat within a site are furniture (repetition.py). What came, went or moved to another
# site since they were last compared is noted by the database itself, so that no crash forgets it.
REPETITION = """
CREATE INDEX passages_by_line ON passages (line) WHERE line != 0;
CREATE INDEX documents_by_site ON documents (site);
CREATE TABLE unsettled (line INTEGER PRIMARY KEY) STRICT;
CREATE TRIGGER line_came AFTER INSERT ON passages WHEN new.line != 0 AND new.n_terms <= 40 BEGIN
    INSERT OR IGNORE INTO unsettled VALUES (new.line);
END;
CREATE TRIGGER line_went AFTER DELETE ON passages WHEN old.line != 0 AND old.n_terms <= 40 BEGIN
    INSERT OR IGNORE INTO unsettled VALUES (old.line);
END;
CREATE TRIGGER site_noted AFTER UPDATE OF site ON documents BEGIN
    INSERT OR IGNORE INTO unsettled
        SELECT line FROM passages
        WHERE document_id = new.id AND line != 0 AND n_terms <= 40;
END;
"""

# A row each (vector_rows.py): as many fit on a page as it has room for.
VECTOR_TABLES = """
CREATE TABLE vectors (
    passage_id INTEGER PRIMARY KEY REFERENCES passages ON DELETE CASCADE,
    vector BLOB NOT NULL             -- a float16 to multiply by, an int8 a number; unit length
) STRICT;
CREATE TABLE sentence_vectors (
    id INTEGER PRIMARY KEY,          -- passage_id * 65536 and the sentence's number, from 0
    vector BLOB NOT NULL             -- the same
) STRICT;
CREATE TRIGGER sentences_went AFTER DELETE ON passages BEGIN
    DELETE FROM sentence_vectors WHERE id BETWEEN old.id * 65536 AND old.id * 65536 + 65535;
END;
"""

# What was read and is not kept yet (in_hand.py). It is there only while a run is not finished, so
# that no library has to be brought to it.
IN_HAND_TABLE = """
CREATE TABLE IF NOT EXISTS in_hand (
    id INTEGER PRIMARY KEY,
    folder_id INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
    key BLOB NOT NULL,               -- SHA-256 of all that the reading depends on
    reading BLOB NOT NULL            -- a digest, and the reading as MessagePack
) STRICT;
"""

# What is asked of all passages is not to read their texts.
TOTALS = """
CREATE INDEX passages_by_paragraph ON passages (document_id, paragraph, hidden);
CREATE INDEX passages_hidden ON passages (id) WHERE hidden;
CREATE TABLE totals (                -- of the passages that are not hidden; one row
    id INTEGER PRIMARY KEY CHECK (id = 1),
    n_passages INTEGER NOT NULL, n_terms INTEGER NOT NULL, n_sentences INTEGER NOT NULL
) STRICT;
INSERT INTO totals
    SELECT 1, count(*), coalesce(sum(n_terms), 0), coalesce(sum(length(sentences)), 0) / 8
    FROM passages WHERE NOT hidden;
CREATE TRIGGER passage_counted AFTER INSERT ON passages WHEN NOT new.hidden BEGIN
    UPDATE totals SET n_passages = n_passages + 1, n_terms = n_terms + new.n_terms,
        n_sentences = n_sentences + length(new.sentences) / 8;
END;
CREATE TRIGGER passage_discounted AFTER DELETE ON passages WHEN NOT old.hidden BEGIN
    UPDATE totals SET n_passages = n_passages - 1, n_terms = n_terms - old.n_terms,
        n_sentences = n_sentences - length(old.sentences) / 8;
END;
CREATE TRIGGER passage_hidden AFTER UPDATE OF hidden ON passages WHEN new.hidden != old.hidden BEGIN
    UPDATE totals SET n_passages = n_passages + old.hidden - new.hidden,
        n_terms = n_terms + (old.hidden - new.hidden) * new.n_terms,
        n_sentences = n_sentences + (old.hidden - new.hidden) * (length(new.sentences) / 8);
END;
"""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE folders (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    content_hash TEXT NOT NULL,      -- SHA-256 of the file's bytes, hexadecimal
    format TEXT NOT NULL,
    reading_version INTEGER NOT NULL,
    rest TEXT NOT NULL DEFAULT '',   -- the text without what passages hold (document_texts.py)
    text_digest BLOB NOT NULL DEFAULT x'',  -- of the whole text
    blocks BLOB NOT NULL,            -- JSON, in code points of the text
    pages BLOB NOT NULL DEFAULT x'5b5d',  -- JSON, the same; most formats have none
    title TEXT NOT NULL, publisher TEXT NOT NULL, author TEXT NOT NULL,
    date TEXT NOT NULL, address TEXT NOT NULL,
    left_out TEXT NOT NULL DEFAULT '',    -- what of the file is not in the text, and why
    examined INTEGER NOT NULL DEFAULT 0,  -- EXAMINING_VERSION when statements and names were found
    site TEXT NOT NULL DEFAULT '',   -- publisher, host or folder, as repetition.py says
    UNIQUE (content_hash, format, reading_version)
) STRICT;
CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    folder_id INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
    path TEXT NOT NULL,              -- relative to the folder, with slashes
    size_bytes INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    document_id INTEGER REFERENCES documents,  -- what was last read of it
    reason TEXT NOT NULL DEFAULT '', -- why the file as it stands is not in the library
    state TEXT NOT NULL,
    container TEXT NOT NULL DEFAULT '',  -- the path of the file that this one lies in, if it does
    read_with INTEGER NOT NULL DEFAULT 0,  -- READING_VERSION of its last reading, or 0
    UNIQUE (folder_id, path)
) STRICT;
CREATE INDEX files_by_document ON files (document_id);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,  -- code points of the document's text
    paragraph INTEGER NOT NULL,
    page TEXT NOT NULL DEFAULT '',   -- the label of the page it begins on
    kind TEXT NOT NULL,
    context TEXT NOT NULL,
    text TEXT NOT NULL,              -- the document's text between start and end
    n_terms INTEGER NOT NULL,
    line INTEGER NOT NULL DEFAULT 0, -- repetition.line_key; 0 where an earlier program kept it
    encoded INTEGER NOT NULL DEFAULT 0,  -- writer.short_key; 0 where an earlier program kept it
    hidden INTEGER NOT NULL DEFAULT 0,   -- 1: furniture, in no index and no answer
    by_hand INTEGER NOT NULL DEFAULT 0,  -- 1: whether it is hidden is what a person wants
    sentences BLOB NOT NULL          -- int32 pairs, relative to start
) STRICT;
-- Vectors of documents that are not yet encoded to their end.
CREATE TABLE set_aside (
    key BLOB PRIMARY KEY,            -- SHA-256 of what was encoded
    vector BLOB NOT NULL, sentence_vectors BLOB NOT NULL  -- rows one after the other
) STRICT, WITHOUT ROWID;
"""
TABLES += (
    VECTOR_TABLES
    + TOTALS
    + EXAMINED_TABLES
    + ABOUT_INDEX
    + UNREAD_INDEX
    + REPETITION
    + ENCODED_INDEX
)

_FOURTH = (
    "ALTER TABLE documents ADD COLUMN pages BLOB NOT NULL DEFAULT x'5b5d';"
    "ALTER TABLE passages ADD COLUMN page TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE documents ADD COLUMN left_out TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE files ADD COLUMN container TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE files ADD COLUMN read_with INTEGER NOT NULL DEFAULT 0;"
    "UPDATE files SET read_with ="
    " coalesce((SELECT reading_version FROM documents d WHERE d.id = document_id), 0)"
    " WHERE state = 'indexed';"
    "ALTER TABLE documents ADD COLUMN site TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE passages ADD COLUMN line INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE passages ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE passages ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0;"
)
# What brings a library of an earlier schema version to the next one.
UPGRADES = {
    1: "ALTER TABLE documents ADD COLUMN examined INTEGER NOT NULL DEFAULT 0;"
    + EXAMINED_TABLES
    + ABOUT_INDEX,
    # A program that knows only version 2 would stumble over files that wait to be read.
    2: "DROP INDEX documents_by_publisher;" + ABOUT_INDEX + UNREAD_INDEX,
    3: _FOURTH + REPETITION,
    4: "ALTER TABLE passages ADD COLUMN encoded INTEGER NOT NULL DEFAULT 0;" + ENCODED_INDEX,
    # Upgrading moves texts and vectors before what they leave is dropped (upgrading.py).
    5: VECTOR_TABLES
    + "DROP INDEX passages_by_paragraph;"
    + TOTALS
    + "ALTER TABLE documents ADD COLUMN rest TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE documents ADD COLUMN text_digest BLOB NOT NULL DEFAULT x'';",
}
# What is dropped once it has been moved.
LEFT_BEHIND = {
    5: "ALTER TABLE documents DROP COLUMN text;"
    "ALTER TABLE passages DROP COLUMN vector;"
    "ALTER TABLE passages DROP COLUMN sentence_vectors;",
}
