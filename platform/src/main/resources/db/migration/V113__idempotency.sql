-- The answers to requests that carried an Idempotency-Key, for a day. A row without a status is a request still running.
CREATE TABLE idempotency (
    account_id      text        NOT NULL,
    idempotency_key text        NOT NULL,
    request_hash    bytea       NOT NULL,
    attempt         uuid        NOT NULL,
    started_at      timestamptz NOT NULL,
    status          smallint,
    location        text,
    content_type    text,
    body            bytea,
    PRIMARY KEY (account_id, idempotency_key)
);
CREATE INDEX idempotency_started_at ON idempotency (started_at);
