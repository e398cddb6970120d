-- The sandbox's card network: what it knows of each charge, by the top-up that asked for it.
CREATE TABLE sandbox_charge (
    top_up_id    text        PRIMARY KEY,
    amount_minor bigint      NOT NULL CHECK (amount_minor > 0),
    currency     char(3)     NOT NULL,
    method       text        NOT NULL,
    verdict      text        NOT NULL,
    reference    text        NOT NULL,
    decided_at   timestamptz NOT NULL
);

-- Our side: the top-ups that were asked for and are not answered yet.
CREATE TABLE sandbox_open_top_up (
    top_up_id text        PRIMARY KEY,
    asked_at  timestamptz NOT NULL
);
CREATE INDEX sandbox_open_top_up_asked ON sandbox_open_top_up (asked_at);
