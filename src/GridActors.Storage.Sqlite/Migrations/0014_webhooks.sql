-- Who is told of events by HTTP. Instants and ids as in incident.
CREATE TABLE webhook_subscription (
    id              BLOB    NOT NULL PRIMARY KEY,
    division_code   TEXT    NOT NULL,
    url             TEXT    NOT NULL,
    filter          TEXT    NOT NULL, -- JSON
    pause           TEXT,
    created_at      INTEGER NOT NULL,
    failing_since   INTEGER,
    secret_key      TEXT    NOT NULL, -- names the key, which is not in the database
    secret          BLOB    NOT NULL,
    previous_key    TEXT,
    previous_secret BLOB,
    previous_until  INTEGER,
    CHECK (length(id) = 16),
    CHECK ((previous_until IS NULL) = (previous_secret IS NULL) AND (previous_until IS NULL) = (previous_key IS NULL))
) STRICT;

CREATE INDEX webhook_subscription_division ON webhook_subscription (division_code, id);

-- An event on its way to a subscription.
CREATE TABLE webhook_delivery (
    id               BLOB    NOT NULL PRIMARY KEY,
    subscription_id  BLOB    NOT NULL REFERENCES webhook_subscription (id) ON DELETE CASCADE,
    incident_id      BLOB    NOT NULL,
    version          INTEGER NOT NULL,
    kind             TEXT    NOT NULL,
    body             BLOB    NOT NULL,
    state            TEXT    NOT NULL,
    queued_at        INTEGER NOT NULL,
    waiting_since    INTEGER NOT NULL, -- queued, or replayed
    attempts         INTEGER NOT NULL DEFAULT 0,
    first_attempt_at INTEGER,
    due_at           INTEGER, -- the next attempt, or the end of the lease of the one that is made
    ended_at         INTEGER,
    failure          TEXT,
    UNIQUE (subscription_id, incident_id, version),
    CHECK (length(id) = 16),
    CHECK ((due_at IS NULL) = (state <> 'Waiting')),
    CHECK ((ended_at IS NULL) = (state = 'Waiting'))
) STRICT;

CREATE INDEX webhook_delivery_due ON webhook_delivery (subscription_id, due_at) WHERE state = 'Waiting';
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (waiting_since) WHERE state = 'Waiting';
CREATE INDEX webhook_delivery_ended ON webhook_delivery (state, ended_at) WHERE state <> 'Waiting';
CREATE INDEX webhook_delivery_list ON webhook_delivery (subscription_id, id);
CREATE INDEX webhook_delivery_list_state ON webhook_delivery (subscription_id, state, id);

-- How far the journal has been turned into deliveries: one row.
CREATE TABLE webhook_position (
    id       INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    position INTEGER NOT NULL
) STRICT;

INSERT INTO webhook_position (id, position) VALUES (1, 0);
