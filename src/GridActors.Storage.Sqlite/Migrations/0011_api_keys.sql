-- Keys of machine clients, without their secrets. Instants as in incident.
CREATE TABLE api_key (
    id          TEXT    NOT NULL PRIMARY KEY,
    name        TEXT    NOT NULL,
    secret_hash TEXT    NOT NULL, -- SHA-256, hexadecimal
    grants      TEXT    NOT NULL, -- role:scope[:holder], a blank between two
    created_by  TEXT    NOT NULL,
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL,
    revoked_at  INTEGER,
    CHECK (length(secret_hash) = 64)
) STRICT;
