-- What providers have told us, as they told it. The id is the order of arrival, not of what happened.
CREATE TABLE hook_event (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    provider     text        NOT NULL,
    event_id     text        NOT NULL,
    type         text        NOT NULL,
    received_at  timestamptz NOT NULL,
    body         bytea       NOT NULL,
    -- A digest of what the body says, so that a replay which says something else is noticed.
    meaning      bytea       NOT NULL,
    status       text        NOT NULL,
    kind         text        NOT NULL DEFAULT '',
    payment      text        NOT NULL DEFAULT '',
    attempts     integer     NOT NULL DEFAULT 0,
    last_error   text        NOT NULL DEFAULT '',
    next_try_at  timestamptz NOT NULL,
    deliveries   integer     NOT NULL DEFAULT 1,
    changed_body bytea,
    UNIQUE (provider, event_id)
);
CREATE INDEX hook_event_due ON hook_event (next_try_at) WHERE status = 'RECEIVED';
CREATE INDEX hook_event_status ON hook_event (status, id);
