-- Which account a person is, by a keyed hash of what their provider calls them; the clear name is never stored.
CREATE TABLE identity (
    provider     text        NOT NULL,
    subject_hash bytea       NOT NULL,
    account_id   text        NOT NULL,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (provider, subject_hash)
);
