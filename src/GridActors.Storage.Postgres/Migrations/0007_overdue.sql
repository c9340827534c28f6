-- What is overdue is found without a look at what is not. A report has no handle deadline yet, and is in neither index.

-- Closed after the deadline, in the order of a list.
CREATE INDEX incident_closed_late ON incident (reported_at, id) INCLUDE (township_code, place_code, item_code, handle_due_at, closed_at)
    WHERE closed_at > handle_due_at;

-- Open, by deadline: what has passed is one range.
CREATE INDEX incident_open_handle_due ON incident (handle_due_at) INCLUDE (reported_at, id, township_code, place_code, item_code, phase, closed_at)
    WHERE closed_at IS NULL AND handle_due_at IS NOT NULL;
