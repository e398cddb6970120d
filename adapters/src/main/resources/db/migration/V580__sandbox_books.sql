-- The books of the sandbox's network: what has moved, as it would report it. The line of what will happen later is written at
-- once, and reported from its time on.
CREATE TABLE sandbox_line (
    line_id      text        PRIMARY KEY,
    movement     text        NOT NULL,
    reference    text        NOT NULL,
    name         text        NOT NULL,
    amount_minor bigint      NOT NULL,
    fee_minor    bigint      NOT NULL,
    currency     char(3)     NOT NULL,
    at           timestamptz NOT NULL
);
CREATE INDEX sandbox_line_at ON sandbox_line (at);

-- What moved before there were books: payments and payouts are known, of refunds and disputes nothing was kept.
INSERT INTO sandbox_line
SELECT 'sbxl_payment_' || reference, 'PAYMENT', reference, reference, amount_minor, 0, currency, decided_at
FROM sandbox_charge WHERE verdict = 'APPROVED';
INSERT INTO sandbox_line
SELECT 'sbxl_payment_' || reference, 'PAYMENT', reference, reference, taken_minor, 0, currency, asked_at
FROM sandbox_card_hold WHERE state = 'TAKEN';
