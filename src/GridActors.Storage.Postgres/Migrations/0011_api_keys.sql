-- Keys of machine clients, without their secrets.
CREATE TABLE api_key (
    id          text        COLLATE "C" NOT NULL PRIMARY KEY,
    name        text        NOT NULL,
    secret_hash text        COLLATE "C" NOT NULL, -- SHA-256, hexadecimal
    grants      text        NOT NULL, -- role:scope[:holder], a blank between two
    created_by  text        NOT NULL,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    revoked_at  timestamptz,
    CHECK (length(secret_hash) = 64)
);
