-- Orleans' own tables: who is in the cluster, the state of the reference actors, reminders. Its AdoNet providers read
-- every statement they run from OrleansQuery and name the parameters. Each change is one statement, and so a transaction.

CREATE TABLE OrleansQuery (
    QueryKey  text NOT NULL PRIMARY KEY,
    QueryText text NOT NULL
);

CREATE TABLE orleans_cluster (
    deployment_id text    NOT NULL PRIMARY KEY,
    version       integer NOT NULL DEFAULT 0
);

CREATE TABLE orleans_silo (
    deployment_id   text        NOT NULL REFERENCES orleans_cluster (deployment_id) ON DELETE CASCADE,
    address         text        NOT NULL,
    port            integer     NOT NULL,
    generation      integer     NOT NULL,
    silo_name       text        NOT NULL,
    host_name       text        NOT NULL,
    status          integer     NOT NULL,
    proxy_port      integer     NULL,
    suspect_times   text        NULL,
    start_time      timestamptz NOT NULL,
    i_am_alive_time timestamptz NOT NULL,
    PRIMARY KEY (deployment_id, address, port, generation)
) WITH (fillfactor = 50); -- signs of life touch no index and stay inside the page

-- The key is all that tells two states apart, so that one grain can never have two rows. No extension is stored as ''.
CREATE TABLE orleans_grain_state (
    service_id text    COLLATE "C" NOT NULL,
    grain_hash integer NOT NULL,
    grain_n0   bigint  NOT NULL,
    grain_n1   bigint  NOT NULL,
    state_type text    COLLATE "C" NOT NULL,
    grain_ext  text    COLLATE "C" NOT NULL,
    payload    bytea   NULL, -- NULL once cleared; the version lives on
    version    integer NOT NULL,
    PRIMARY KEY (grain_hash, grain_n0, grain_n1, grain_ext, state_type, service_id)
) WITH (fillfactor = 80);

CREATE TABLE orleans_reminder (
    service_id    text        COLLATE "C" NOT NULL,
    grain_id      text        COLLATE "C" NOT NULL,
    reminder_name text        COLLATE "C" NOT NULL,
    grain_hash    integer     NOT NULL,
    start_time    timestamptz NOT NULL,
    period_ms     bigint      NOT NULL,
    version       integer     NOT NULL,
    PRIMARY KEY (service_id, grain_id, reminder_name)
);

CREATE INDEX orleans_reminder_hash ON orleans_reminder (service_id, grain_hash);
