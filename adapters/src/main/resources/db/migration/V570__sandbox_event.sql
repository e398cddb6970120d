-- What the sandbox's network tells by hooks: written as it decides, sent by a task until it is taken.
CREATE TABLE sandbox_event (
    event_id    text        PRIMARY KEY,
    body        text        NOT NULL,
    happened_at timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    -- How many deliveries are still to come; none once all are made, or it is given up.
    to_come     integer     NOT NULL,
    delivered   integer     NOT NULL DEFAULT 0,
    attempts    integer     NOT NULL DEFAULT 0
);
CREATE INDEX sandbox_event_due ON sandbox_event (due_at) WHERE to_come > 0;
CREATE INDEX sandbox_event_unheard ON sandbox_event (happened_at) WHERE delivered = 0;
CREATE INDEX sandbox_event_age ON sandbox_event (happened_at);
