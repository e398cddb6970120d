-- The refunds we have asked a provider for: what was asked, and until they are settled when to ask again.
CREATE TABLE open_refund (
    refund_id    text        PRIMARY KEY,
    top_up_id    text        NOT NULL,
    provider     text        NOT NULL,
    payment      text        NOT NULL,
    method       text        NOT NULL,
    amount_minor bigint      NOT NULL,
    currency     char(3)     NOT NULL,
    reason       text        NOT NULL,
    asked_at     timestamptz NOT NULL,
    reference    text        NOT NULL DEFAULT '',
    attempts     integer     NOT NULL DEFAULT 0,
    ask_again_at timestamptz NOT NULL,
    settled      boolean     NOT NULL DEFAULT false
);
CREATE INDEX open_refund_due ON open_refund (ask_again_at) WHERE NOT settled;
CREATE INDEX open_refund_reference ON open_refund (reference) WHERE reference <> '';
