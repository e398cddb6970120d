-- What providers are being asked about cards, until they have answered. Never more than one row for each request.
CREATE TABLE open_card_operation (
    operation    text        PRIMARY KEY,
    subject      text        NOT NULL,
    kind         text        NOT NULL,
    provider     text        NOT NULL,
    body         text        NOT NULL,
    asked_at     timestamptz NOT NULL,
    reference    text        NOT NULL DEFAULT '',
    attempts     integer     NOT NULL DEFAULT 0,
    ask_again_at timestamptz NOT NULL
);
CREATE INDEX open_card_operation_due ON open_card_operation (provider, ask_again_at);
CREATE INDEX open_card_operation_subject ON open_card_operation (subject);

-- What providers call the cards that members have saved. The log knows them by our own names only.
CREATE TABLE provider_card (
    card_id  text PRIMARY KEY,
    provider text NOT NULL,
    customer text NOT NULL,
    method   text NOT NULL
);

-- The sandbox's card network: every authorization it was asked for, by the key it was asked with.
CREATE TABLE sandbox_card_hold (
    request      text        PRIMARY KEY,
    reference    text        NOT NULL UNIQUE,
    method       text        NOT NULL,
    amount_minor bigint      NOT NULL CHECK (amount_minor > 0),
    currency     char(3)     NOT NULL,
    payee        text        NOT NULL,
    state        text        NOT NULL,
    taken_minor  bigint      NOT NULL DEFAULT 0,
    fee_minor    bigint      NOT NULL DEFAULT 0,
    captures     integer     NOT NULL DEFAULT 0,
    asked_at     timestamptz NOT NULL
);
