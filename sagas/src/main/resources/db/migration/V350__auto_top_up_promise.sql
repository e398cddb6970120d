-- For each automatic top-up the fact that must have a consequence, and when that is looked after.
CREATE TABLE auto_top_up_promise (
    auto_top_up_id text        PRIMARY KEY,
    kind           text        NOT NULL,
    fact           text        NOT NULL,
    due_at         timestamptz NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX auto_top_up_promise_due ON auto_top_up_promise (due_at);
