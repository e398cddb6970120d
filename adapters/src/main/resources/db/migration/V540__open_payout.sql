-- The payouts that a provider was asked for, and when it is to be asked again: never, where there is no moment.
CREATE TABLE open_payout (
    payout_id    text        PRIMARY KEY,
    earnings_id  text        NOT NULL,
    provider     text        NOT NULL,
    account      text        NOT NULL,
    amount_minor bigint      NOT NULL CHECK (amount_minor > 0),
    currency     char(3)     NOT NULL,
    asked_at     timestamptz NOT NULL,
    reference    text        NOT NULL DEFAULT '',
    attempts     integer     NOT NULL DEFAULT 0,
    version      bigint      NOT NULL DEFAULT 0,
    ask_again_at timestamptz
);
CREATE INDEX open_payout_due ON open_payout (ask_again_at) WHERE ask_again_at IS NOT NULL;

-- The accounts that listeners opened to be paid to, and when the provider is to be asked whether it vouches for them.
CREATE TABLE open_payee (
    account      text        PRIMARY KEY,
    earnings_id  text        NOT NULL,
    provider     text        NOT NULL,
    method       text        NOT NULL,
    opened_at    timestamptz NOT NULL,
    attempts     integer     NOT NULL DEFAULT 0,
    version      bigint      NOT NULL DEFAULT 0,
    ask_again_at timestamptz NOT NULL
);
CREATE INDEX open_payee_due ON open_payee (ask_again_at);
CREATE INDEX open_payee_of ON open_payee (earnings_id);

-- The sandbox's banks are asked as all others are.
INSERT INTO open_payout (payout_id, earnings_id, provider, account, amount_minor, currency, asked_at, attempts, ask_again_at)
SELECT payout_id, earnings_id, 'sandbox', 'sbx_test_' || lower(method) || '-' || substr(earnings_id, 5),
       amount_minor, currency, told_at, 1, CASE WHEN settled THEN returns_at ELSE told_at END
FROM sandbox_payout WHERE NOT settled OR returns_at IS NOT NULL;
INSERT INTO open_payee (account, earnings_id, provider, method, opened_at, ask_again_at)
SELECT account, earnings_id, 'sandbox', split_part(substr(account, 5), '-', 1), verified_at, verified_at
FROM sandbox_unverified;
DROP TABLE sandbox_unverified;
DROP INDEX sandbox_payout_open;
DROP INDEX sandbox_payout_returning;
ALTER TABLE sandbox_payout DROP COLUMN settled;
