-- Who may read an incident besides those above the place that it is filed under, so that a list shows each caller its own and is
-- still a range of an index: the handler, departments with a task of it, places across a boundary. Most reports have none. A complaint
-- or an appeal never has any: what it is filed under is its floor, and only those above it see it. Ids and instants as in incident.
CREATE TABLE incident_party (
    incident_id BLOB    NOT NULL,
    party       TEXT    NOT NULL, -- worker:w-1, department:652301000000/housing, place:652301002
    listed_at   INTEGER NOT NULL, -- the incident's reported_at
    PRIMARY KEY (incident_id, party),
    CHECK (length(incident_id) = 16)
) STRICT, WITHOUT ROWID;

CREATE INDEX incident_party_list ON incident_party (party, listed_at DESC, incident_id DESC);

INSERT INTO incident_party (incident_id, party, listed_at)
SELECT incident.id, 'worker:' || (state ->> '$.handler'), reported_at FROM incident
WHERE state ->> '$.handler' IS NOT NULL AND COALESCE(state ->> '$.place.floor', 'Grid') = 'Grid'
UNION
SELECT incident.id, 'department:' || (task.value ->> '$.department'), reported_at
FROM incident, json_each(incident.state, '$.dispatch.tasks') AS task
WHERE COALESCE(state ->> '$.place.floor', 'Grid') = 'Grid'
UNION
SELECT incident.id, 'place:' || substr(grid.value, 1, digits.value), reported_at
FROM incident, json_each(incident.state, '$.place.grids') AS grid, json_each('[4, 6, 9, 12, 15]') AS digits
WHERE COALESCE(state ->> '$.place.floor', 'Grid') = 'Grid' AND substr(grid.value, 1, digits.value) <> substr(place_code, 1, digits.value);
