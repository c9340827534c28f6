-- State and bodies are kept as the very text that the product wrote: nothing is parsed on the way in, and what was hashed can
-- be hashed again. Whoever wants to look inside writes state::jsonb. No host of a release before this one used the table.
ALTER TABLE incident ALTER COLUMN state TYPE text COLLATE "C" USING state::text;
ALTER TABLE incident_event ALTER COLUMN body TYPE text COLLATE "C" USING body::text;

-- A grid is found among the incidents of its township: an index of its own cost every report more than it saved a list.
DROP INDEX incident_place;
DROP INDEX incident_township;
CREATE INDEX incident_township ON incident (township_code, reported_at, id) INCLUDE (place_code, item_code, handle_due_at, closed_at);
