-- How to reach reporters, each encrypted with a key of its own, which is wrapped with a key that is not in here. An erased one
-- keeps its row and nothing else. Instants and ids as in incident.
CREATE TABLE contact (
    incident_id  BLOB    NOT NULL PRIMARY KEY, -- written before the incident is: no reference
    key_id       TEXT,
    wrapped_key  BLOB,
    nonce        BLOB,
    ciphertext   BLOB,
    retain_until INTEGER NOT NULL,
    erased_at    INTEGER,
    CHECK (length(incident_id) = 16),
    CHECK (CASE WHEN erased_at IS NULL
        THEN key_id IS NOT NULL AND wrapped_key IS NOT NULL AND nonce IS NOT NULL AND ciphertext IS NOT NULL
        ELSE key_id IS NULL AND wrapped_key IS NULL AND nonce IS NULL AND ciphertext IS NULL END)
) STRICT, WITHOUT ROWID;

CREATE INDEX contact_due ON contact (retain_until, incident_id) WHERE erased_at IS NULL;
