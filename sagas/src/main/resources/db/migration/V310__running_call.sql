-- Calls that have a hold, as the meter must know them after a crash or on another node. Rows live as long as the call.
CREATE TABLE running_call (
    call_id      varchar(64) NOT NULL PRIMARY KEY,
    call_hash    integer     NOT NULL,
    wallet_id    varchar(64) NOT NULL,
    held_grant   text        NOT NULL,
    connected_at timestamptz
) WITH (fillfactor = 70);
