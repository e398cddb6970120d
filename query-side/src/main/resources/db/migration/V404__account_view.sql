-- Whom an account likes and whom a listener blocks. Folded by the group account-view; rebuilt from the log at any time.
CREATE TABLE favourite (
    account_id  text   NOT NULL,
    listener_id text   NOT NULL,
    position    bigint NOT NULL,
    PRIMARY KEY (account_id, listener_id)
);

CREATE TABLE member_block (
    listener_id text   NOT NULL,
    member_id   text   NOT NULL,
    position    bigint NOT NULL,
    PRIMARY KEY (listener_id, member_id)
);
