-- Never edited once landed. `row` numbers stay inside this file; ids are what leaves it.
-- Every table with an id has a `version` that grows by one with each change and is never reset.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

-- `at`, `created`, `edited` and `binned` are UTC milliseconds. `body` stands last, so that a list
-- never reads it.
CREATE TABLE note (
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    at INTEGER NOT NULL,
    zone TEXT NOT NULL,
    created INTEGER NOT NULL,
    edited INTEGER NOT NULL,
    binned INTEGER,
    pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1,
    title TEXT,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX note_by_time ON note (pinned DESC, at DESC, id DESC) WHERE binned IS NULL;
CREATE INDEX note_in_bin ON note (binned DESC, id DESC) WHERE binned IS NOT NULL;

CREATE TABLE topic (
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE note_topic (
    note INTEGER NOT NULL REFERENCES note (row) ON DELETE CASCADE,
    topic INTEGER NOT NULL REFERENCES topic (row) ON DELETE CASCADE,
    PRIMARY KEY (note, topic)
) STRICT, WITHOUT ROWID;

CREATE INDEX note_topic_by_topic ON note_topic (topic, note);

-- Earlier texts of a note, only while she keeps history.
CREATE TABLE note_history (
    row INTEGER PRIMARY KEY,
    note INTEGER NOT NULL REFERENCES note (row) ON DELETE CASCADE,
    written INTEGER NOT NULL,
    title TEXT,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX note_history_by_note ON note_history (note, row);

-- What is being written and was not saved: one for a new note (`note` is null), one for each note.
CREATE TABLE draft (
    row INTEGER PRIMARY KEY,
    note INTEGER UNIQUE REFERENCES note (row) ON DELETE CASCADE,
    saved INTEGER NOT NULL,
    title TEXT,
    body TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX draft_of_new ON draft (note IS NULL) WHERE note IS NULL;

CREATE TABLE attachment (
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    note INTEGER NOT NULL REFERENCES note (row) ON DELETE CASCADE,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    added INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX attachment_by_note ON attachment (note, row);

-- 256 KiB a row, the last one shorter.
CREATE TABLE attachment_chunk (
    row INTEGER PRIMARY KEY,
    attachment INTEGER NOT NULL REFERENCES attachment (row) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (attachment, seq)
) STRICT;

-- Where an imported note came from: HMAC-SHA-256 of the source's own id under a key of this vault.
CREATE TABLE import_source (
    mark BLOB PRIMARY KEY CHECK (length(mark) = 32),
    note INTEGER NOT NULL REFERENCES note (row) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX import_source_by_note ON import_source (note);

-- What was deleted for good: the id alone.
CREATE TABLE tombstone (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How to take back the last change of a note: at most one row.
CREATE TABLE undo (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    note INTEGER NOT NULL REFERENCES note (row) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('add', 'edit', 'pin', 'bin', 'restore')),
    at INTEGER NOT NULL,
    zone TEXT NOT NULL,
    pinned INTEGER NOT NULL,
    binned INTEGER,
    topics TEXT NOT NULL,
    title TEXT,
    body TEXT NOT NULL
) STRICT;

-- Room to grow: a row here is written and deleted again so that the file reaches its next size.
CREATE TABLE filler (
    row INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;

-- Fed with folded, space-separated terms (core/src/journal/terms.rs), so the tokenizer only splits at
-- spaces. Without content of its own: a row is taken out with the terms that put it in. Without sizes
-- of columns: they would only serve a ranking, and hits come by date.
CREATE VIRTUAL TABLE note_search USING fts5 (title, body, content = '', columnsize = 0, tokenize = 'ascii');
INSERT INTO note_search (note_search, rank) VALUES ('secure-delete', 1);
