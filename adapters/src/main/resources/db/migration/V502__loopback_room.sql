-- The rooms of running calls: made when it rings, open once accepted, gone when the call is over.
CREATE TABLE loopback_room (
    call_id  text    PRIMARY KEY,
    member   text    NOT NULL,
    listener text    NOT NULL,
    open     boolean NOT NULL
);
