-- What a card was asked for and has paid of a call, where a card pays; as JSON. Folded by the group call-view.
ALTER TABLE call_view ADD COLUMN card text;

-- The saved cards of members. What is printed on one is in personal_text. Folded by the group wallet-view.
CREATE TABLE card_view (
    card_id       text PRIMARY KEY,
    cardholder_id text        NOT NULL,
    status        text        NOT NULL,
    reason        text,
    offered_at    timestamptz NOT NULL,
    chosen        bigint      NOT NULL,
    requested     bigint      NOT NULL,
    position      bigint      NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX card_view_cardholder ON card_view (cardholder_id, requested);
