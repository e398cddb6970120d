-- Credits that are still pending, so that they are found when their holding period is over.
CREATE TABLE unripe_earnings (
    earnings_id text        NOT NULL,
    credited_at timestamptz NOT NULL,
    PRIMARY KEY (earnings_id, credited_at)
);
CREATE INDEX unripe_earnings_credited ON unripe_earnings (credited_at);

-- When a listener is paid out next without asking.
CREATE TABLE payout_day (
    earnings_id text        PRIMARY KEY,
    due_at      timestamptz NOT NULL
);
CREATE INDEX payout_day_due ON payout_day (due_at);
