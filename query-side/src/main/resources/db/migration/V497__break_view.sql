-- Where two books contradict each other.
CREATE TABLE break_view (
    break_id    text        PRIMARY KEY,
    provider    text        NOT NULL,
    kind        text        NOT NULL,
    movement    text        NOT NULL,
    reference   text        NOT NULL,
    told        bigint      NOT NULL,
    told_unit   text        NOT NULL,
    known       bigint      NOT NULL,
    known_unit  text        NOT NULL,
    at          timestamptz NOT NULL,
    source      text        NOT NULL,
    state       text        NOT NULL,
    open_since  timestamptz NOT NULL,
    ended_at    timestamptz,
    resolved_by text,
    reason      text,
    note        text,
    found       bigint      NOT NULL,
    position    bigint      NOT NULL
);
CREATE INDEX break_view_found ON break_view (found);
CREATE INDEX break_view_open ON break_view (provider, open_since) WHERE state = 'OPEN';
