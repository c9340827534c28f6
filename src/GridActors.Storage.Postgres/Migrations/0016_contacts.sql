-- How to reach reporters, each encrypted with a key of its own, which is wrapped with a key that is not in here. An erased one
-- keeps its row and nothing else. Versions of a row from before are vacuumed early: they still have what was erased.
CREATE TABLE contact (
    incident_id  uuid        NOT NULL PRIMARY KEY, -- written before the incident is: no reference
    key_id       text        COLLATE "C",
    wrapped_key  bytea,
    nonce        bytea,
    ciphertext   bytea,
    retain_until timestamptz NOT NULL,
    erased_at    timestamptz,
    CHECK (CASE WHEN erased_at IS NULL
        THEN num_nulls(key_id, wrapped_key, nonce, ciphertext) = 0
        ELSE num_nonnulls(key_id, wrapped_key, nonce, ciphertext) = 0 END)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20);

CREATE INDEX contact_due ON contact (retain_until, incident_id) WHERE erased_at IS NULL;
