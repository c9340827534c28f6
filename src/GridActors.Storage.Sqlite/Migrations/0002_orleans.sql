-- Orleans' own tables: who is in the cluster, the state of the reference actors, reminders. Its AdoNet providers read
-- every statement they run from OrleansQuery and name the parameters; times are texts in UTC that sort like the times.
-- Each change is one statement, so that no connection can go back to the pool with half a transaction.

CREATE TABLE OrleansQuery (
    QueryKey  TEXT NOT NULL PRIMARY KEY,
    QueryText TEXT NOT NULL
) STRICT;

CREATE TABLE orleans_cluster (
    deployment_id TEXT    NOT NULL PRIMARY KEY,
    version       INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE orleans_silo (
    deployment_id   TEXT    NOT NULL REFERENCES orleans_cluster (deployment_id) ON DELETE CASCADE,
    address         TEXT    NOT NULL,
    port            INTEGER NOT NULL,
    generation      INTEGER NOT NULL,
    silo_name       TEXT    NOT NULL,
    host_name       TEXT    NOT NULL,
    status          INTEGER NOT NULL,
    proxy_port      INTEGER NULL,
    suspect_times   TEXT    NULL,
    start_time      TEXT    NOT NULL,
    i_am_alive_time TEXT    NOT NULL,
    PRIMARY KEY (deployment_id, address, port, generation)
) STRICT, WITHOUT ROWID;

-- The version of the table and the row that changes it have to move together; a sign of life is no such change.
CREATE TRIGGER orleans_silo_joined AFTER INSERT ON orleans_silo BEGIN
    UPDATE orleans_cluster SET version = version + 1 WHERE deployment_id = NEW.deployment_id;
END;

CREATE TRIGGER orleans_silo_changed AFTER UPDATE OF status, suspect_times ON orleans_silo BEGIN
    UPDATE orleans_cluster SET version = version + 1 WHERE deployment_id = NEW.deployment_id;
END;

-- The key is all that tells two states apart, so that one grain can never have two rows. No extension is stored as ''.
CREATE TABLE orleans_grain_state (
    service_id   TEXT    NOT NULL,
    grain_hash   INTEGER NOT NULL,
    grain_n0     INTEGER NOT NULL,
    grain_n1     INTEGER NOT NULL,
    state_type   TEXT    NOT NULL,
    grain_ext    TEXT    NOT NULL,
    payload      BLOB    NULL,       -- NULL once cleared; the version lives on
    version      INTEGER NOT NULL,
    PRIMARY KEY (service_id, grain_hash, grain_n0, grain_n1, state_type, grain_ext)
) STRICT;

CREATE TABLE orleans_reminder (
    service_id    TEXT    NOT NULL,
    grain_id      TEXT    NOT NULL,
    reminder_name TEXT    NOT NULL,
    grain_hash    INTEGER NOT NULL,
    start_time    TEXT    NOT NULL,
    period_ms     INTEGER NOT NULL,
    version       INTEGER NOT NULL,
    PRIMARY KEY (service_id, grain_id, reminder_name)
) STRICT, WITHOUT ROWID;

CREATE INDEX orleans_reminder_hash ON orleans_reminder (service_id, grain_hash);
