-- Who came into which room, and when.
CREATE TABLE loopback_seat (
    call_id   text        NOT NULL,
    side      text        NOT NULL,
    joined_at timestamptz NOT NULL,
    left_at   timestamptz,
    PRIMARY KEY (call_id, side, joined_at)
);
