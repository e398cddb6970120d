-- The facts behind a charge, appended and never changed. Folded by the group explain-view; rebuilt from the log at any time.
CREATE TABLE explain_line (
    call_id  text        NOT NULL,
    position bigint      NOT NULL,
    event_id text        NOT NULL,
    step     text        NOT NULL,
    at       timestamptz NOT NULL,
    detail   text        NOT NULL,
    PRIMARY KEY (call_id, position)
);
