-- Never edited once landed. Whom she sees, her card, what each may be shown, and what was shown.

-- Of whom she sees: one JSON object (docs/format.md). Null is one of her own people.
ALTER TABLE person ADD COLUMN seen TEXT;

-- Her card: one row at most. `written` is when she last changed it, in UTC milliseconds. `body` is one JSON object.
CREATE TABLE card (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    version INTEGER NOT NULL DEFAULT 1,
    written INTEGER NOT NULL,
    zone TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

-- The card as it was before a change, only while she keeps such.
CREATE TABLE card_history (
    row INTEGER PRIMARY KEY,
    written INTEGER NOT NULL,
    zone TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

-- What a person may be shown. `until` is when the choice ends, in UTC milliseconds; null is never.
CREATE TABLE choice (
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    version INTEGER NOT NULL DEFAULT 1,
    person BLOB CHECK (length(person) = 16),
    what TEXT NOT NULL,
    shows TEXT NOT NULL CHECK (shows IN ('show', 'ask', 'never')),
    until INTEGER
) STRICT;

-- A choice for everyone has no person, which counts as one here.
CREATE UNIQUE INDEX choice_by_what ON choice (ifnull(person, x''), what);

-- One act of showing, without words. `ended` is null as long as it goes on; `why` says how it ended.
CREATE TABLE receipt (
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    version INTEGER NOT NULL DEFAULT 1,
    at INTEGER NOT NULL,
    ended INTEGER,
    why TEXT CHECK (why IN ('over', 'asked', 'restored')),
    body TEXT NOT NULL,
    CHECK ((ended IS NULL) = (why IS NULL))
) STRICT;

CREATE INDEX receipt_by_time ON receipt (at DESC, id DESC);

-- The words that were shown, part by part, only where she asked to keep them. Those of a note or a date go with it.
CREATE TABLE receipt_words (
    row INTEGER PRIMARY KEY,
    receipt INTEGER NOT NULL REFERENCES receipt (row) ON DELETE CASCADE,
    note INTEGER REFERENCES note (row) ON DELETE CASCADE,
    visit INTEGER REFERENCES visit (row) ON DELETE CASCADE,
    part TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE INDEX receipt_words_by_receipt ON receipt_words (receipt, row);
CREATE INDEX receipt_words_by_note ON receipt_words (note) WHERE note IS NOT NULL;
CREATE INDEX receipt_words_by_visit ON receipt_words (visit) WHERE visit IS NOT NULL;
