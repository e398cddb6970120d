-- Calls that are not settled, and when each must be looked at next at the latest. Empty when nothing is going on.
CREATE TABLE open_call (
    call_id varchar(64) NOT NULL PRIMARY KEY,
    due_at  timestamptz NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX open_call_due ON open_call (due_at);
