-- The top-ups we have asked a provider for: what was asked, and until they are settled when to ask again.
CREATE TABLE open_top_up (
    top_up_id    text        PRIMARY KEY,
    provider     text        NOT NULL,
    amount_minor bigint      NOT NULL,
    currency     char(3)     NOT NULL,
    method       text        NOT NULL,
    asked_at     timestamptz NOT NULL,
    reference    text        NOT NULL DEFAULT '',
    attempts     integer     NOT NULL DEFAULT 0,
    ask_again_at timestamptz NOT NULL,
    settled      boolean     NOT NULL DEFAULT false
);
CREATE INDEX open_top_up_due ON open_top_up (ask_again_at) WHERE NOT settled;
CREATE INDEX open_top_up_reference ON open_top_up (reference) WHERE reference <> '';

INSERT INTO open_top_up (top_up_id, provider, amount_minor, currency, method, asked_at, ask_again_at)
SELECT top_up_id, 'sandbox', amount_minor, currency, method, asked_at, asked_at
FROM sandbox_open_top_up JOIN sandbox_charge USING (top_up_id);
DROP TABLE sandbox_open_top_up;
