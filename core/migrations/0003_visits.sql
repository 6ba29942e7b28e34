-- Never edited once landed. Visits and other dates, and which reminders the phone holds of them.

-- `body` is one JSON object (docs/format.md): no part of it is looked for by itself. `last_day` is the last day that
-- any of it has, in days from 1970-01-01 on the clocks of its own zone; none if that is not known or never comes.
-- `uid` is its name in a calendar that it came from.
CREATE TABLE visit (
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    version INTEGER NOT NULL DEFAULT 1,
    last_day INTEGER,
    uid TEXT,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX visit_by_last_day ON visit (last_day);
CREATE INDEX visit_by_uid ON visit (uid) WHERE uid IS NOT NULL;

-- One row for each reminder that was handed to the phone. `day` is that of the rule, in days from 1970-01-01, of a visit
-- that comes again. `lead` is JSON. `at` is when it was to come, in UTC milliseconds.
CREATE TABLE reminder_outside (
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    visit BLOB NOT NULL CHECK (length(visit) = 16),
    day INTEGER,
    lead TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
