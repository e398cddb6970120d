-- Payments and refunds that were asked for and are not answered, by the wallet they are for. Written with the fact itself.
CREATE TABLE open_payment (
    reference text PRIMARY KEY, -- a top-up or a refund
    wallet_id text NOT NULL
);
CREATE INDEX open_payment_wallet ON open_payment (wallet_id);
