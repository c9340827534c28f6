-- The verifiable record. Events carry their hash since this release; those from before it have none, and are covered by checkpoints
-- all the same. A host of the release before writes events without one, which is as good as an event from before.

CREATE TABLE record_checkpoint (
    county           text        COLLATE "C" NOT NULL, -- or a prefecture, of what is filed under no county
    number           integer     NOT NULL CHECK (number > 0),
    from_tx          xid8        NOT NULL,
    from_position    bigint      NOT NULL,
    through_tx       xid8        NOT NULL,
    through_position bigint      NOT NULL,
    count            integer     NOT NULL CHECK (count > 0),
    list_hash        bytea       NOT NULL,
    previous         bytea       NOT NULL,
    at               timestamptz NOT NULL,
    key_id           text        COLLATE "C" NOT NULL,
    signature        bytea       NOT NULL,
    list             bytea       NOT NULL,              -- 52 bytes an event: id, version, hash
    PRIMARY KEY (county, number)
);

-- Hashes do not get smaller, however long one tries.
ALTER TABLE record_checkpoint ALTER COLUMN list SET STORAGE EXTERNAL;

CREATE INDEX record_checkpoint_through ON record_checkpoint (through_tx, through_position);

CREATE TABLE record_position (
    id       smallint NOT NULL PRIMARY KEY CHECK (id = 1),
    tx       xid8     NOT NULL,
    position bigint   NOT NULL
);

INSERT INTO record_position (id, tx, position) VALUES (1, '0', 0);
