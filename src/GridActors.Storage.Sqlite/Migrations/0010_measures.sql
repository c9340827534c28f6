-- What incidents contribute to the figures (DOMAIN 8), written anew with each of an incident's events. Ids as in incident, days as 2025-03-03.
CREATE TABLE measure_contribution (
    incident_id BLOB    NOT NULL,
    figure      TEXT    NOT NULL,
    occurrence  INTEGER NOT NULL,
    day         TEXT    NOT NULL,
    place_code  TEXT    NOT NULL, -- grid (15 digits), or division (12) where it is filed under no grid
    worker      TEXT,
    department  TEXT,
    PRIMARY KEY (incident_id, figure, occurrence),
    CHECK (length(incident_id) = 16)
) STRICT, WITHOUT ROWID;

CREATE INDEX measure_contribution_day ON measure_contribution (day, place_code);
CREATE INDEX measure_contribution_figure ON measure_contribution (figure, day, incident_id, occurrence);
CREATE INDEX measure_contribution_place ON measure_contribution (place_code, day);
CREATE INDEX measure_contribution_worker ON measure_contribution (worker, day) WHERE worker IS NOT NULL;
CREATE INDEX measure_contribution_department ON measure_contribution (department, day) WHERE department IS NOT NULL;

-- How far the journal has been counted: one row.
CREATE TABLE measure_position (
    id       INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    position INTEGER NOT NULL
) STRICT;

INSERT INTO measure_position (id, position) VALUES (1, 0);
