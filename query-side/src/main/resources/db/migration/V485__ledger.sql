-- Double entry. Folded by the group ledger-view; rebuilt from the log at any time. Amounts are debits less credits.
-- Ids and numbers are handed out by the fold, so that a rebuild hands them out in the same order.
CREATE TABLE ledger_account (
    id       integer PRIMARY KEY,
    code     smallint NOT NULL,
    owner    text     NOT NULL, -- empty where the account is nobody's
    currency text     NOT NULL,
    balance  bigint   NOT NULL,
    UNIQUE (owner, code, currency)
) WITH (fillfactor = 80);

-- Kinds of facts, so that a line need not spell them out.
CREATE TABLE ledger_fact (
    id   smallint PRIMARY KEY,
    name text NOT NULL UNIQUE
);

-- The widest columns first: 76 bytes a line with its header, 64 more in the two indexes.
CREATE TABLE ledger_line (
    position bigint      NOT NULL,
    at       timestamptz NOT NULL,
    amount   bigint      NOT NULL,
    balance  bigint      NOT NULL, -- of the account, after this line
    event_id uuid        NOT NULL,
    account  integer     NOT NULL,
    fact     smallint    NOT NULL,
    PRIMARY KEY (account, position)
);
CREATE INDEX ledger_line_position ON ledger_line (position);

-- Some thousand lines that follow each other: where they are in the log and in time. Only the last one still grows.
CREATE TABLE ledger_block (
    number  integer PRIMARY KEY,
    first   bigint      NOT NULL,
    last    bigint      NOT NULL,
    lines   integer     NOT NULL,
    min_at  timestamptz NOT NULL,
    max_at  timestamptz NOT NULL,
    reached timestamptz NOT NULL -- the latest time in this and all blocks before: everything up to here is as old or older
) WITH (fillfactor = 80);
CREATE INDEX ledger_block_last ON ledger_block (last);
CREATE INDEX ledger_block_min_at ON ledger_block (min_at);
CREATE INDEX ledger_block_reached ON ledger_block (reached, number);

-- What each account of the chart stands at when a block ends, and what the block has changed of it.
CREATE TABLE ledger_block_total (
    block    integer  NOT NULL,
    code     smallint NOT NULL,
    currency text     NOT NULL,
    total    bigint   NOT NULL,
    change   bigint   NOT NULL,
    PRIMARY KEY (block, code, currency)
) WITH (fillfactor = 80);

-- What a fact leaves behind that a later one cannot be posted without.
CREATE TABLE ledger_memory (
    key  text PRIMARY KEY,
    kind text NOT NULL,
    body text NOT NULL
) WITH (fillfactor = 80);
