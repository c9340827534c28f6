-- Who may read an incident besides those above the place that it is filed under, so that a list shows each caller its own and is
-- still a range of an index: the handler, departments with a task of it, places across a boundary. Most reports have none. A complaint
-- or an appeal never has any: what it is filed under is its floor, and only those above it see it.
CREATE TABLE incident_party (
    incident_id uuid        NOT NULL,
    party       text        COLLATE "C" NOT NULL, -- worker:w-1, department:652301000000/housing, place:652301002
    listed_at   timestamptz NOT NULL,             -- the incident's reported_at
    PRIMARY KEY (incident_id, party)
);

CREATE INDEX incident_party_list ON incident_party (party, listed_at, incident_id);

INSERT INTO incident_party (incident_id, party, listed_at)
WITH known AS (
    SELECT id, place_code, reported_at, state::jsonb AS body FROM incident
    WHERE COALESCE(state::jsonb -> 'place' ->> 'floor', 'Grid') = 'Grid'
)
SELECT id, 'worker:' || (body ->> 'handler'), reported_at FROM known WHERE body ->> 'handler' IS NOT NULL
UNION
SELECT id, 'department:' || (task ->> 'department'), reported_at
FROM known CROSS JOIN LATERAL jsonb_array_elements(body -> 'dispatch' -> 'tasks') AS task
UNION
SELECT id, 'place:' || left(grid, digits), reported_at
FROM known
CROSS JOIN LATERAL jsonb_array_elements_text(body -> 'place' -> 'grids') AS grid
CROSS JOIN unnest(ARRAY[4, 6, 9, 12, 15]) AS digits
WHERE left(grid, digits) <> left(place_code, digits);
