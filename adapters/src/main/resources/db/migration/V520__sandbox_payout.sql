-- The sandbox's banks: what they know of each payout, by its id, and when they can tell.
CREATE TABLE sandbox_payout (
    payout_id    text        PRIMARY KEY,
    earnings_id  text        NOT NULL,
    method       text        NOT NULL,
    amount_minor bigint      NOT NULL CHECK (amount_minor > 0),
    currency     char(3)     NOT NULL,
    told_at      timestamptz NOT NULL,
    settled      boolean     NOT NULL DEFAULT false,
    returns_at   timestamptz
);
CREATE INDEX sandbox_payout_open ON sandbox_payout (told_at) WHERE NOT settled;
CREATE INDEX sandbox_payout_returning ON sandbox_payout (returns_at) WHERE returns_at IS NOT NULL;

-- Accounts whose verification is yet to be told.
CREATE TABLE sandbox_unverified (
    account     text        PRIMARY KEY,
    earnings_id text        NOT NULL,
    verified_at timestamptz NOT NULL
);
