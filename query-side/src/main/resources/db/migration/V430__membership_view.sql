-- How far each account's membership has come. Folded by the group membership-view; rebuilt from the log at any time.
CREATE TABLE membership_view (
    membership_id text PRIMARY KEY,
    status        text    NOT NULL,
    tier          text,
    next_tier     text,
    period_end    timestamptz,
    grace_until   timestamptz,
    cancelled     boolean NOT NULL,
    top_up_id     text,
    subscriptions text    NOT NULL,
    position      bigint  NOT NULL
) WITH (fillfactor = 70);
