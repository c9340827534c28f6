-- Who is told of events by HTTP.
CREATE TABLE webhook_subscription (
    id              uuid        NOT NULL PRIMARY KEY,
    division_code   text        COLLATE "C" NOT NULL,
    url             text        NOT NULL,
    filter          text        NOT NULL, -- JSON
    pause           text        COLLATE "C",
    created_at      timestamptz NOT NULL,
    failing_since   timestamptz,
    secret_key      text        COLLATE "C" NOT NULL, -- names the key, which is not in the database
    secret          bytea       NOT NULL,
    previous_key    text        COLLATE "C",
    previous_secret bytea,
    previous_until  timestamptz,
    CHECK ((previous_until IS NULL) = (previous_secret IS NULL) AND (previous_until IS NULL) = (previous_key IS NULL))
);

CREATE INDEX webhook_subscription_division ON webhook_subscription (division_code, id);

-- An event on its way to a subscription.
CREATE TABLE webhook_delivery (
    id               uuid        NOT NULL PRIMARY KEY,
    subscription_id  uuid        NOT NULL REFERENCES webhook_subscription (id) ON DELETE CASCADE,
    incident_id      uuid        NOT NULL,
    version          integer     NOT NULL,
    kind             text        COLLATE "C" NOT NULL,
    body             bytea       NOT NULL,
    state            text        COLLATE "C" NOT NULL,
    queued_at        timestamptz NOT NULL,
    waiting_since    timestamptz NOT NULL, -- queued, or replayed
    attempts         integer     NOT NULL DEFAULT 0,
    first_attempt_at timestamptz,
    due_at           timestamptz, -- the next attempt, or the end of the lease of the one that is made
    ended_at         timestamptz,
    failure          text,
    UNIQUE (subscription_id, incident_id, version),
    CHECK ((due_at IS NULL) = (state <> 'Waiting')),
    CHECK ((ended_at IS NULL) = (state = 'Waiting'))
);

CREATE INDEX webhook_delivery_due ON webhook_delivery (subscription_id, due_at) WHERE state = 'Waiting';
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (waiting_since) WHERE state = 'Waiting';
CREATE INDEX webhook_delivery_ended ON webhook_delivery (state, ended_at) WHERE state <> 'Waiting';
CREATE INDEX webhook_delivery_list ON webhook_delivery (subscription_id, id);
CREATE INDEX webhook_delivery_list_state ON webhook_delivery (subscription_id, state, id);

-- How far the journal has been turned into deliveries: one row, in the feed's order.
CREATE TABLE webhook_position (
    id       integer NOT NULL PRIMARY KEY CHECK (id = 1),
    tx       xid8    NOT NULL,
    position bigint  NOT NULL
);

INSERT INTO webhook_position (id, tx, position) VALUES (1, '0', 0);
