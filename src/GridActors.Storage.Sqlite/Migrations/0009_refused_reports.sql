-- Reports refused for what they ask for (Art. 15). No description, nothing about a person. Instants and ids as in incident.
CREATE TABLE refused_report (
    id         BLOB    NOT NULL PRIMARY KEY,
    at         INTEGER NOT NULL,
    place_code TEXT    NOT NULL, -- grid (15 digits), or county (12) where no grid contains the place
    item_code  TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    channel    TEXT    NOT NULL,
    CHECK (length(id) = 16)
) STRICT;

CREATE INDEX refused_report_at ON refused_report (at, id, place_code, item_code, reason);
