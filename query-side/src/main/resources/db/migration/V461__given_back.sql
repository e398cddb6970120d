-- What has gone back of each top-up, and the refunds and disputes that took it (JSON). Rebuilding wallet-view fills them.
ALTER TABLE top_up_view
    ADD COLUMN refunded bigint NOT NULL DEFAULT 0,
    ADD COLUMN disputed bigint NOT NULL DEFAULT 0,
    ADD COLUMN reversed bigint NOT NULL DEFAULT 0,
    ADD COLUMN lines    text   NOT NULL DEFAULT '[]';
CREATE INDEX top_up_view_conspicuous ON top_up_view (requested) WHERE lines <> '[]';
