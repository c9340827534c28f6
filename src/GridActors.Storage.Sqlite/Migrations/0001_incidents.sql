-- Instants are whole milliseconds since 1970 UTC. Ids are the 16 bytes of the UUID in the order they are written in.

CREATE TABLE incident (
    id             BLOB    NOT NULL PRIMARY KEY,
    tracking_code  TEXT    NOT NULL UNIQUE,
    version        INTEGER NOT NULL,
    phase          TEXT    NOT NULL,
    outcome        TEXT    NULL,
    severity       INTEGER NOT NULL,
    item_code      TEXT    NOT NULL,
    place_code     TEXT    NOT NULL, -- grid (15 digits), or county (12) where no grid contains the place
    holder_tier    TEXT    NOT NULL,
    holder_code    TEXT    NOT NULL,
    reported_at    INTEGER NOT NULL,
    handle_due_at  INTEGER NULL,
    closed_at      INTEGER NULL,
    due_at         INTEGER NULL,     -- next deadline; NULL once closed
    due_kind       TEXT    NULL,
    clock_slot     INTEGER NOT NULL,
    is_provisional INTEGER NOT NULL,
    state          TEXT    NOT NULL, -- JSON
    CHECK (length(id) = 16),
    CHECK (version > 0),
    CHECK (clock_slot BETWEEN 0 AND 1023),
    CHECK ((due_at IS NULL) = (due_kind IS NULL))
) STRICT;

-- The clock reads this index alone.
CREATE INDEX incident_due ON incident (due_at, id, clock_slot) WHERE due_at IS NOT NULL;

-- With the place, so that a wide area is filtered without looking at the rows.
CREATE INDEX incident_reported ON incident (reported_at DESC, id DESC, place_code);

-- A division is a prefix of the place code, so everything below it is one range.
CREATE INDEX incident_place ON incident (place_code, reported_at DESC, id DESC);

CREATE INDEX incident_provisional ON incident (id) WHERE is_provisional = 1;

-- AUTOINCREMENT: a position is never used twice, whatever is deleted.
CREATE TABLE incident_event (
    position INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id       BLOB    NOT NULL REFERENCES incident (id),
    version  INTEGER NOT NULL,
    kind     TEXT    NOT NULL,
    body     TEXT    NOT NULL, -- JSON
    at       INTEGER NOT NULL,
    actor    TEXT    NOT NULL,
    UNIQUE (id, version)
) STRICT;

CREATE INDEX incident_event_at ON incident_event (at);
