-- Reports refused for what they ask for (Art. 15). No description, nothing about a person.
CREATE TABLE refused_report (
    id         uuid        NOT NULL PRIMARY KEY,
    at         timestamptz NOT NULL,
    place_code text        COLLATE "C" NOT NULL, -- grid (15 digits), or county (12) where no grid contains the place
    item_code  text        COLLATE "C" NOT NULL,
    reason     text        COLLATE "C" NOT NULL,
    channel    text        NOT NULL
);

CREATE INDEX refused_report_at ON refused_report (at, id) INCLUDE (place_code, item_code, reason);
