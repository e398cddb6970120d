-- One signed-in device. Only the hash of its current refresh token is kept; any other token naming the session was
-- rotated away, and whoever shows one ends the session.
CREATE TABLE session (
    session_id text        NOT NULL PRIMARY KEY,
    account_id text        NOT NULL,
    device_id  text        NOT NULL,
    platform   text        NOT NULL,
    token_hash bytea       NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    UNIQUE (account_id, device_id)
);
CREATE INDEX session_expires_at ON session (expires_at);
