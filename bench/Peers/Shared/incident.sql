-- The tables of the peers that write SQL themselves: the columns and the indexes of ours, so that they could answer the same
-- lists, less what only our clock and our feed need.

CREATE TABLE IF NOT EXISTS incident (
    id            uuid        NOT NULL PRIMARY KEY,
    tracking_code text        COLLATE "C" NOT NULL UNIQUE,
    version       integer     NOT NULL,
    phase         text        COLLATE "C" NOT NULL,
    outcome       text        COLLATE "C" NULL,
    severity      text        COLLATE "C" NOT NULL,
    item_code     text        COLLATE "C" NOT NULL,
    place_code    text        COLLATE "C" NOT NULL,
    township_code integer     NOT NULL GENERATED ALWAYS AS (left(place_code, 9)::integer) STORED,
    holder_tier   text        COLLATE "C" NOT NULL,
    holder_code   text        COLLATE "C" NOT NULL,
    reported_at   timestamptz NOT NULL,
    handle_due_at timestamptz NULL,
    closed_at     timestamptz NULL,
    due_at        timestamptz NULL,
    state         jsonb       NOT NULL
);

CREATE INDEX IF NOT EXISTS incident_due ON incident (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS incident_reported ON incident (reported_at, id) INCLUDE (township_code, handle_due_at, closed_at);
CREATE INDEX IF NOT EXISTS incident_township ON incident (township_code, reported_at, id) INCLUDE (place_code, item_code, handle_due_at, closed_at);
CREATE INDEX IF NOT EXISTS incident_item ON incident (item_code, reported_at, id) INCLUDE (township_code, place_code, handle_due_at, closed_at);
CREATE INDEX IF NOT EXISTS incident_open ON incident (phase, reported_at, id) INCLUDE (township_code, place_code, item_code, handle_due_at) WHERE closed_at IS NULL;

CREATE TABLE IF NOT EXISTS incident_event (
    position bigint      NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id       uuid        NOT NULL,
    version  integer     NOT NULL,
    kind     text        COLLATE "C" NOT NULL,
    body     jsonb       NOT NULL,
    at       timestamptz NOT NULL,
    actor    text        COLLATE "C" NOT NULL,
    UNIQUE (id, version)
);

CREATE INDEX IF NOT EXISTS incident_event_at ON incident_event USING brin (at) WITH (pages_per_range = 32, autosummarize = on);
