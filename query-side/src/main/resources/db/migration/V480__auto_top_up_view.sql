-- The automatic top-up of each wallet that ever had one. Folded by the group wallet-view.
CREATE TABLE auto_top_up_view (
    wallet_id        text        PRIMARY KEY,
    status           text        NOT NULL,
    threshold        bigint      NOT NULL,
    amount           bigint      NOT NULL,
    currency         text        NOT NULL,
    method           text        NOT NULL,
    in_flight        text,
    put_off_until    timestamptz,
    put_off_reason   text,
    last_declined    text,
    last_started_at  timestamptz,
    times_that_day   bigint      NOT NULL,
    minor_that_day   bigint      NOT NULL,
    position         bigint      NOT NULL
) WITH (fillfactor = 70);
