-- Purchases made outside, by the hashes of the names their buyers are known by. Kept by the group waiting-purchases.
CREATE TABLE waiting_purchase (
    purchase_id text PRIMARY KEY,
    product     text        NOT NULL,
    version     text        NOT NULL, -- the monetization version the pack is made for
    customer    text        NOT NULL, -- empty where the provider told none
    email       text        NOT NULL,
    bought_at   timestamptz NOT NULL,
    waits       boolean     NOT NULL DEFAULT true,
    claimed_by  text,
    due_at      timestamptz           -- when it is given up; none once that is done
);
CREATE INDEX waiting_purchase_of_customer ON waiting_purchase (customer) WHERE customer <> '';
CREATE INDEX waiting_purchase_of_email ON waiting_purchase (email) WHERE email <> '';
CREATE INDEX waiting_purchase_due ON waiting_purchase (due_at) WHERE waits;

-- Who has proved to bear a name, so that what is bought under it later finds them.
CREATE TABLE purchase_claimant (
    name       text PRIMARY KEY,
    account_id text        NOT NULL,
    since      timestamptz NOT NULL
);
