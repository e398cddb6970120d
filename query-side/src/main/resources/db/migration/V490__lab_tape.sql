-- The tape of the pricing lab: the log once more, folded for replay. One row for each settled or refused call, one for each
-- fact that came to a wallet from outside; read in the order of wallets, within each in the order of the log.

-- Names that repeat: accounts, listeners, and the terms of calls as JSON.
CREATE TABLE lab_word (
    number bigint PRIMARY KEY,
    word   text   NOT NULL UNIQUE
);

CREATE TABLE lab_tape (
    wallet   bigint NOT NULL, -- the number of the member's account
    position bigint NOT NULL, -- where the fact, or the request of the call, stands in the log
    body     bytea  NOT NULL,
    PRIMARY KEY (wallet, position)
);

-- Calls of which more is to come.
CREATE TABLE lab_open_call (
    call_id  text   PRIMARY KEY,
    wallet   bigint NOT NULL,
    position bigint NOT NULL, -- where its request stands in the log
    folded   bigint NOT NULL, -- the last position folded into it
    body     bytea  NOT NULL
) WITH (fillfactor = 50);

-- How far the log is on the tape: whoever reads it says so in what comes of it.
CREATE TABLE lab_end (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    position bigint  NOT NULL
);
INSERT INTO lab_end (position) VALUES (0);
