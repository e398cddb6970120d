-- When each provider was asked last, with success, for what it has told.
CREATE TABLE hook_pull (
    provider text        PRIMARY KEY,
    asked_at timestamptz NOT NULL
);
