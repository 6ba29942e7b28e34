-- Never edited once landed. Who she can ring, and what she tells herself when it is hard.

-- Her own people, in her order: `place` grows, and may leave gaps.
CREATE TABLE person (
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    place INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    number TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE INDEX person_by_place ON person (place, id);

-- Her words to herself, and what helps. A row that was emptied stays, so that its version does.
CREATE TABLE own_words (
    row INTEGER PRIMARY KEY,
    kind TEXT NOT NULL UNIQUE CHECK (kind IN ('words', 'helps')),
    version INTEGER NOT NULL DEFAULT 1,
    text TEXT NOT NULL
) STRICT;
