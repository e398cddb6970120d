-- Which price list is in force from when, for the first line of an explanation. Folded by the group explain-view.
CREATE TABLE explain_price (
    position      bigint      PRIMARY KEY,
    event_id      text        NOT NULL,
    price_list_id text        NOT NULL,
    prices        text        NOT NULL,
    from_at       timestamptz NOT NULL,
    at            timestamptz NOT NULL
);
