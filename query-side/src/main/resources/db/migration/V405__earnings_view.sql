-- What a listener has earned. Folded by the group earnings-view; rebuilt from the log at any time.
CREATE TABLE earnings_view (
    listener_id text PRIMARY KEY,
    currency    text   NOT NULL,
    earned      bigint NOT NULL,
    position    bigint NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE earnings_entry (
    listener_id text        NOT NULL,
    position    bigint      NOT NULL,
    call_id     text        NOT NULL,
    amount      bigint      NOT NULL,
    balance     bigint      NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (listener_id, position)
);
