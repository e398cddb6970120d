-- What our log says has moved at payment providers: one row for each time that it moved. Positive is what came to us.
CREATE TABLE provider_movement (
    entry     text        PRIMARY KEY,
    movement  text        NOT NULL,
    -- What the provider tells it by.
    reference text        NOT NULL,
    -- The provider's name for the payment that it belongs to, by which it is known whose it is.
    payment   text        NOT NULL,
    subject   text        NOT NULL,
    amount    bigint      NOT NULL,
    currency  text        NOT NULL,
    at        timestamptz NOT NULL,
    position  bigint      NOT NULL
);
CREATE INDEX provider_movement_reference ON provider_movement (movement, reference);
CREATE INDEX provider_movement_at ON provider_movement (at);

-- What providers call what we know by another name, and how much of it went back: as they told in all, and as we asked.
CREATE TABLE provider_payment (
    subject   text   PRIMARY KEY,
    reference text   NOT NULL,
    recorded  bigint NOT NULL DEFAULT 0,
    asked     bigint NOT NULL DEFAULT 0
);

-- What was billed of each call, and what a media server saw of it.
CREATE TABLE call_talk (
    call_id     text   PRIMARY KEY,
    billed      bigint,
    ended_at    timestamptz,
    ended       bigint,
    recorded_at timestamptz,
    measured    bigint,
    measured_by text
);
CREATE INDEX call_talk_ended ON call_talk (ended);
CREATE INDEX call_talk_measured ON call_talk (ended_at) WHERE measured IS NOT NULL;
