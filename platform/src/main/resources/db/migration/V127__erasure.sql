-- Who was erased, and what of it is done. An erasure is open until all that is to be done for it is.
CREATE TABLE erasure (
    account_id text        PRIMARY KEY,
    erased_at  timestamptz NOT NULL,
    open       boolean     NOT NULL DEFAULT true
);
CREATE INDEX erasure_open ON erasure (erased_at) WHERE open;
CREATE INDEX erasure_erased_at ON erasure (erased_at);

CREATE TABLE erasure_step (
    account_id   text        NOT NULL REFERENCES erasure,
    step         text        NOT NULL,
    tries        integer     NOT NULL,
    try_again_at timestamptz NOT NULL,
    done_at      timestamptz,
    PRIMARY KEY (account_id, step)
);

CREATE INDEX identity_account ON identity (account_id);

-- The erasures in the log are found without reading the log: there are few.
CREATE INDEX domain_event_of_erasures ON domain_event (global_index)
    WHERE payload_type = 'dev.earshot.api.person.PersonEvent$AccountErased';
