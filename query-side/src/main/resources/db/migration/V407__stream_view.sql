-- What was told to whom, for clients that come back. Folded by the group stream-view; rebuilt from the log at any time.
CREATE TABLE stream_fact (
    account_id text        NOT NULL,
    position   bigint      NOT NULL,
    kind       text        NOT NULL,
    body       text        NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (account_id, position)
);
-- Rows are appended in the order of time, so a few bytes for each block find the old ones.
CREATE INDEX stream_fact_by_age ON stream_fact USING brin (at) WITH (autosummarize = on);

-- Facts up to this position may be gone.
CREATE TABLE stream_swept (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    position bigint NOT NULL
);
INSERT INTO stream_swept (position) VALUES (0);
