-- What a member has. Folded by the group wallet-view; rebuilt from the log at any time.
CREATE TABLE wallet_view (
    wallet_id text PRIMARY KEY,
    currency  text,
    pockets   text   NOT NULL,
    position  bigint NOT NULL
) WITH (fillfactor = 70);

-- Holds that are neither captured nor released; empty when no call is being paid.
CREATE TABLE wallet_hold (
    call_id         text PRIMARY KEY,
    wallet_id       text   NOT NULL,
    granted_seconds bigint NOT NULL,
    granted         text   NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX wallet_hold_of_wallet ON wallet_hold (wallet_id);

CREATE TABLE wallet_entry (
    wallet_id text        NOT NULL,
    position  bigint      NOT NULL,
    line      smallint    NOT NULL,
    kind      text        NOT NULL,
    pocket    text        NOT NULL,
    lot       text        NOT NULL,
    unit      text        NOT NULL,
    amount    bigint      NOT NULL,
    balance   bigint      NOT NULL,
    call_id   text,
    top_up_id text,
    at        timestamptz NOT NULL,
    PRIMARY KEY (wallet_id, position, line)
);

CREATE TABLE top_up_view (
    top_up_id    text PRIMARY KEY,
    wallet_id    text        NOT NULL,
    amount       bigint      NOT NULL,
    currency     text        NOT NULL,
    method       text        NOT NULL,
    status       text        NOT NULL,
    reason       text,
    requested_at timestamptz NOT NULL,
    resolved_at  timestamptz,
    requested    bigint      NOT NULL, -- the position of the request, by which top-ups are listed
    position     bigint      NOT NULL
);
CREATE INDEX top_up_view_of_wallet ON top_up_view (wallet_id, requested);
