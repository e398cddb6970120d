-- The key that each person's texts are sealed with, wrapped by a master key that is not in the database. The row of an erased
-- person stays, without a key, so that they never get another one.
CREATE TABLE person_key (
    key_id       text        PRIMARY KEY,
    account_id   text        NOT NULL UNIQUE,
    wrapped      bytea,
    wrapped_by   text        NOT NULL,
    created_at   timestamptz NOT NULL,
    destroyed_at timestamptz,
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);
CREATE INDEX person_key_wrapped_by ON person_key (wrapped_by) WHERE wrapped IS NOT NULL;
