-- Whether a provider is being asked this moment, and whether it has told since that there is something new. While it is being
-- asked nobody else asks it the same, for providers refuse work that is done twice at once on one payment.
ALTER TABLE open_card_operation
    ADD COLUMN asking boolean NOT NULL DEFAULT false,
    ADD COLUMN news   boolean NOT NULL DEFAULT false;

-- A provider that tells of a card names it in its own words.
CREATE INDEX provider_card_method ON provider_card (provider, method);

-- What providers call the members whose cards they keep.
CREATE TABLE provider_customer (
    cardholder_id text NOT NULL,
    provider      text NOT NULL,
    customer      text NOT NULL,
    PRIMARY KEY (cardholder_id, provider)
);
