-- Codes and names compare by bytes ("C"): a division is a prefix of a place code, and so one range of an index.

CREATE TABLE incident (
    id             uuid        NOT NULL PRIMARY KEY,
    tracking_code  text        COLLATE "C" NOT NULL,
    version        integer     NOT NULL CHECK (version > 0),
    phase          text        COLLATE "C" NOT NULL,
    outcome        text        COLLATE "C" NULL,
    severity       smallint    NOT NULL,
    item_code      text        COLLATE "C" NOT NULL,
    place_code     text        COLLATE "C" NOT NULL, -- grid (15 digits), or county (12) where no grid contains the place
    township_code  integer     NOT NULL GENERATED ALWAYS AS (left(place_code, 9)::integer) STORED,
    holder_tier    text        COLLATE "C" NOT NULL,
    holder_code    text        COLLATE "C" NOT NULL,
    reported_at    timestamptz NOT NULL,
    handle_due_at  timestamptz NULL,
    closed_at      timestamptz NULL,                 -- set exactly in the phase Closed
    due_at         timestamptz NULL,                 -- next deadline; NULL once closed
    due_kind       text        COLLATE "C" NULL,
    clock_slot     smallint    NOT NULL CHECK (clock_slot BETWEEN 0 AND 1023),
    is_provisional boolean     NOT NULL,
    state          jsonb       NOT NULL,
    CHECK ((due_at IS NULL) = (due_kind IS NULL)),
    CHECK ((closed_at IS NULL) = (phase <> 'Closed')),
    -- After the primary key, so that the same report twice is found by its id before its tracking code is an error.
    CONSTRAINT incident_tracking_code UNIQUE (tracking_code)
) WITH (
    -- Lists are read from the indexes alone where the pages are known to be visible to all, and vacuum makes them so.
    -- Nearly every update moves a deadline, which is indexed: no room is kept for updates inside a page.
    autovacuum_vacuum_scale_factor = 0.05,
    autovacuum_vacuum_insert_scale_factor = 0.05,
    autovacuum_analyze_scale_factor = 0.05
);

-- The clock reads this index alone.
CREATE INDEX incident_due ON incident (due_at, id) INCLUDE (clock_slot) WHERE due_at IS NOT NULL;

-- Lists: the order of a page, read backwards (ascending, so that new reports go to the end of the tree), and what filters
-- it. A page is chosen without a look at the wide rows, of which only those on the page are read.
CREATE INDEX incident_reported ON incident (reported_at, id) INCLUDE (township_code, handle_due_at, closed_at);

CREATE INDEX incident_township ON incident (township_code, reported_at, id) INCLUDE (item_code, handle_due_at, closed_at);

CREATE INDEX incident_place ON incident (place_code, reported_at, id) INCLUDE (item_code, handle_due_at, closed_at);

CREATE INDEX incident_item ON incident (item_code, reported_at, id) INCLUDE (township_code, place_code, handle_due_at, closed_at);

-- Open incidents are few beside the closed ones, and a rare phase would be searched for among all of them.
CREATE INDEX incident_open ON incident (phase, reported_at, id) INCLUDE (township_code, place_code, item_code, handle_due_at) WHERE closed_at IS NULL;

CREATE INDEX incident_provisional ON incident (id) WHERE is_provisional;

-- Positions are taken before a commit, so they become visible out of order; (tx, position) is the order of the feed, which
-- stays behind the oldest transaction that is still running. Transaction numbers are those of this database server: after
-- a dump is loaded into another one they may lie in its future, and the feed would wait for them.
CREATE TABLE incident_event (
    position bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    tx       xid8        NOT NULL DEFAULT pg_current_xact_id(),
    id       uuid        NOT NULL,
    version  integer     NOT NULL,
    kind     text        COLLATE "C" NOT NULL,
    body     jsonb       NOT NULL,
    at       timestamptz NOT NULL,
    actor    text        COLLATE "C" NOT NULL,
    hash     bytea       NULL,                       -- reserved for the verifiable record
    PRIMARY KEY (tx, position),
    CONSTRAINT incident_event_version UNIQUE (id, version)
);

-- Costs next to nothing on the way in; only the clock's start reads it.
CREATE INDEX incident_event_at ON incident_event USING brin (at) WITH (pages_per_range = 32, autosummarize = on);
