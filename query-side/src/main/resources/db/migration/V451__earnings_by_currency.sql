-- A listener's coins of each currency, and why a supervisor took some. Folded anew from the log by the group earnings-view.
DROP TABLE earnings_entry;
DROP TABLE earnings_view;
TRUNCATE payout_view, payee_view;
DELETE FROM processor_token WHERE processor_name = 'earnings-view';

CREATE TABLE earnings_view (
    listener_id text   NOT NULL,
    currency    text   NOT NULL,
    position    bigint NOT NULL,
    earned      bigint NOT NULL,
    bonuses     bigint NOT NULL,
    penalties   bigint NOT NULL,
    clawed_back bigint NOT NULL,
    pending     bigint NOT NULL,
    available   bigint NOT NULL,
    in_payout   bigint NOT NULL,
    paid_out    bigint NOT NULL,
    PRIMARY KEY (listener_id, currency)
) WITH (fillfactor = 70);

CREATE TABLE earnings_entry (
    listener_id text        NOT NULL,
    currency    text        NOT NULL,
    position    bigint      NOT NULL,
    kind        text        NOT NULL,
    reference   text        NOT NULL,
    reason      text        NOT NULL,
    amount      bigint      NOT NULL,
    at          timestamptz NOT NULL,
    earned      bigint      NOT NULL,
    bonuses     bigint      NOT NULL,
    penalties   bigint      NOT NULL,
    clawed_back bigint      NOT NULL,
    pending     bigint      NOT NULL,
    available   bigint      NOT NULL,
    in_payout   bigint      NOT NULL,
    paid_out    bigint      NOT NULL,
    PRIMARY KEY (listener_id, position)
);
