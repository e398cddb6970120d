-- When a membership is to be looked at next: to be renewed, to be asked for again, or to end.
CREATE TABLE membership_due (
    membership_id text        PRIMARY KEY,
    due_at        timestamptz NOT NULL
);
CREATE INDEX membership_due_at ON membership_due (due_at);
