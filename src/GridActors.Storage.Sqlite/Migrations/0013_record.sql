-- The verifiable record. Events carry their hash since this release; those from before it have none, and are covered by checkpoints
-- all the same.

ALTER TABLE incident_event ADD COLUMN hash BLOB NULL;

CREATE TABLE record_checkpoint (
    county        TEXT    NOT NULL, -- or a prefecture, of what is filed under no county
    number        INTEGER NOT NULL,
    from_position INTEGER NOT NULL,
    through       INTEGER NOT NULL,
    count         INTEGER NOT NULL,
    list_hash     BLOB    NOT NULL,
    previous      BLOB    NOT NULL,
    at            INTEGER NOT NULL,
    key_id        TEXT    NOT NULL,
    signature     BLOB    NOT NULL,
    list          BLOB    NOT NULL, -- 52 bytes an event: id, version, hash
    PRIMARY KEY (county, number),
    CHECK (number > 0),
    CHECK (count > 0)
) STRICT;

CREATE INDEX record_checkpoint_through ON record_checkpoint (through);

CREATE TABLE record_position (
    id       INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    position INTEGER NOT NULL
) STRICT;

INSERT INTO record_position (id, position) VALUES (1, 0);
