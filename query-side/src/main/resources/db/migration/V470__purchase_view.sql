-- What was bought outside. Folded by the group purchase-view; rebuilt from the log at any time. Of a purchase that is not
-- told yet only what went back is known.
CREATE TABLE purchase_view (
    purchase_id       text PRIMARY KEY,
    product           text,
    units             bigint,
    price             bigint,
    currency          text,
    provider          text,
    reference         text,
    status            text,
    refunded          bigint,
    refunded_currency text,
    refunded_before   bigint NOT NULL, -- the part of it that went back before the claim
    account_id        text,
    paid_at           timestamptz,
    claimed_at        timestamptz,
    unclaimed_since   timestamptz,
    told              bigint,          -- the position of the purchase, by which they are listed
    position          bigint NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX purchase_view_listed ON purchase_view (status, told);
