-- Candidates that run beside the terms in force, and what they would have come to. Folded by the group shadow-view; rebuilt
-- from the log at any time.
CREATE TABLE shadow_plan (
    name           text PRIMARY KEY,
    candidate      text        NOT NULL,
    started_by     text        NOT NULL,
    started_at     timestamptz NOT NULL,
    started        bigint      NOT NULL, -- calls requested behind this position count
    stopped_by     text,
    stopped_at     timestamptz
);

-- Calls that run while a shadow plan does.
CREATE TABLE shadow_call (
    call_id      text PRIMARY KEY,
    listener_id  text        NOT NULL,
    terms        text        NOT NULL,
    requested_at timestamptz NOT NULL,
    position     bigint      NOT NULL
);

-- What settled calls really came to and would have come to, minor units of the currency.
CREATE TABLE shadow_total (
    name          text    NOT NULL,
    day           date    NOT NULL, -- UTC, on which the call was requested
    version       text    NOT NULL,
    currency      text    NOT NULL,
    calls         bigint  NOT NULL,
    seconds       bigint  NOT NULL,
    charged       bigint  NOT NULL,
    would_charge  bigint  NOT NULL,
    fee           bigint  NOT NULL,
    would_fee     bigint  NOT NULL,
    earned        bigint  NOT NULL,
    would_earn    bigint  NOT NULL,
    tokens        bigint  NOT NULL,
    would_tokens  bigint  NOT NULL,
    PRIMARY KEY (name, day, version, currency)
) WITH (fillfactor = 70);
