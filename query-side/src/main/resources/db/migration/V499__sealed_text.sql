-- What people wrote, sealed as it is in the log and opened when it is read: with the key goes every copy, this one too. Folded
-- by the groups listener-view (of listeners' profiles) and wallet-view (all else); rebuilt from the log at any time.
CREATE TABLE sealed_text (
    subject    text   NOT NULL,
    field      text   NOT NULL,
    account_id text   NOT NULL,
    key_id     text   NOT NULL,
    body       text   NOT NULL,
    position   bigint NOT NULL,
    PRIMARY KEY (subject, field)
);
CREATE INDEX sealed_text_account ON sealed_text (account_id);
