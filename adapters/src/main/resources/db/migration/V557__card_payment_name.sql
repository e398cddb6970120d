-- What providers call the payments that cards were charged with: refunds and disputes are told under this name.
CREATE TABLE card_payment_name (
    provider        text NOT NULL,
    payment         text NOT NULL,
    card_payment_id text NOT NULL,
    PRIMARY KEY (provider, payment)
);
CREATE INDEX card_payment_name_id ON card_payment_name (card_payment_id);
