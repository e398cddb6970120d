-- The chain over every event of the log. A row holds many events, so that an event costs little more than its hash; rows
-- are added and never changed. What is random is stored as it is: compressing it would cost time and save nothing.
CREATE TABLE audit_block (
    block          bigint      PRIMARY KEY, -- 1, 2, 3 without a gap
    before         bigint      NOT NULL,    -- events in all blocks before
    events         integer     NOT NULL,
    first_position bigint      NOT NULL,
    last_position  bigint      NOT NULL,
    positions      bytea       NOT NULL,    -- the step from each position to the next
    checks         bytea       NOT NULL,    -- which part of an edited event was edited; proves nothing
    leaves         bytea       NOT NULL,    -- 32 bytes an event
    head           bytea       NOT NULL,    -- the link of the last event
    linked_at      timestamptz NOT NULL,
    CONSTRAINT audit_block_once UNIQUE (before)
);
ALTER TABLE audit_block ALTER COLUMN leaves SET STORAGE EXTERNAL, ALTER COLUMN checks SET STORAGE EXTERNAL;
CREATE UNIQUE INDEX audit_block_by_position ON audit_block (last_position);

-- What was signed of it, as it was signed.
CREATE TABLE audit_checkpoint (
    number        bigint      PRIMARY KEY,
    block         bigint      NOT NULL, -- the last one in it
    last_position bigint      NOT NULL,
    content       bytea       NOT NULL, -- the text, the key's id and the signature
    made_at       timestamptz NOT NULL
);
CREATE UNIQUE INDEX audit_checkpoint_by_position ON audit_checkpoint (last_position);

-- Which of them are kept outside this database too.
CREATE TABLE audit_archived (
    number      bigint      PRIMARY KEY,
    archived_at timestamptz NOT NULL
);
