-- What incidents contribute to the figures (DOMAIN 8), written anew with each of an incident's events.
CREATE TABLE measure_contribution (
    incident_id uuid     NOT NULL,
    figure      text     COLLATE "C" NOT NULL,
    occurrence  integer  NOT NULL,
    day         date     NOT NULL,
    place_code  text     COLLATE "C" NOT NULL, -- grid (15 digits), or division (12) where it is filed under no grid
    worker      text     COLLATE "C",
    department  text     COLLATE "C",
    PRIMARY KEY (incident_id, figure, occurrence)
);

CREATE INDEX measure_contribution_day ON measure_contribution (day, place_code);
CREATE INDEX measure_contribution_figure ON measure_contribution (figure, day, incident_id, occurrence);
CREATE INDEX measure_contribution_place ON measure_contribution (place_code, day);
CREATE INDEX measure_contribution_worker ON measure_contribution (worker, day) WHERE worker IS NOT NULL;
CREATE INDEX measure_contribution_department ON measure_contribution (department, day) WHERE department IS NOT NULL;

-- How far the journal has been counted: one row, in the feed's order.
CREATE TABLE measure_position (
    id       integer NOT NULL PRIMARY KEY CHECK (id = 1),
    tx       xid8    NOT NULL,
    position bigint  NOT NULL
);

INSERT INTO measure_position (id, tx, position) VALUES (1, '0', 0);
