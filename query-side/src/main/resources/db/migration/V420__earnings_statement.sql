-- Where each coin of a listener is, and every fact that moved one. Folded anew from the log by the group earnings-view.
DROP TABLE earnings_entry;
DROP TABLE earnings_view;
DELETE FROM processor_token WHERE processor_name = 'earnings-view';

CREATE TABLE earnings_view (
    listener_id text   PRIMARY KEY,
    currency    text   NOT NULL,
    position    bigint NOT NULL,
    earned      bigint NOT NULL,
    bonuses     bigint NOT NULL,
    penalties   bigint NOT NULL,
    clawed_back bigint NOT NULL,
    pending     bigint NOT NULL,
    available   bigint NOT NULL,
    in_payout   bigint NOT NULL,
    paid_out    bigint NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE earnings_entry (
    listener_id text        NOT NULL,
    position    bigint      NOT NULL,
    kind        text        NOT NULL,
    reference   text        NOT NULL,
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

-- Payouts, and the accounts they go to.
CREATE TABLE payout_view (
    payout_id    text        PRIMARY KEY,
    listener_id  text        NOT NULL,
    amount       bigint      NOT NULL,
    currency     text        NOT NULL,
    status       text        NOT NULL,
    reason       text,
    reference    text,
    requested_at timestamptz NOT NULL,
    settled_at   timestamptz,
    requested    bigint      NOT NULL,
    position     bigint      NOT NULL
);
CREATE INDEX payout_view_of_listener ON payout_view (listener_id, requested DESC);
CREATE INDEX payout_view_requested ON payout_view (requested DESC);

CREATE TABLE payee_view (
    listener_id text    PRIMARY KEY,
    method      text,
    verified    boolean NOT NULL,
    frozen      boolean NOT NULL,
    position    bigint  NOT NULL
);
