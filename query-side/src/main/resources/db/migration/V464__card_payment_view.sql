-- What was authorized and captured of cards for calls, and what has gone back of it. Folded by the group wallet-view;
-- rebuilding it fills the table for the past.
CREATE TABLE card_payment_view (
    card_payment_id text PRIMARY KEY,
    call_id         text        NOT NULL,
    member_id       text        NOT NULL,
    listener_id     text        NOT NULL,
    stage           text        NOT NULL,
    status          text        NOT NULL,
    currency        text        NOT NULL,
    authorized      bigint      NOT NULL,
    charged         bigint      NOT NULL,
    fee             bigint      NOT NULL,
    refunded        bigint      NOT NULL,
    disputed        bigint      NOT NULL,
    reversed        bigint      NOT NULL,
    owed            bigint      NOT NULL,
    listener_lost   bigint      NOT NULL,
    lines           text        NOT NULL,
    requested_at    timestamptz NOT NULL,
    requested       bigint      NOT NULL,
    position        bigint      NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX card_payment_view_requested ON card_payment_view (requested);
CREATE INDEX card_payment_view_status ON card_payment_view (status, requested);
