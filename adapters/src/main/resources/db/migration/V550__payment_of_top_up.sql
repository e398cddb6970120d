-- What the provider calls the payment of a top-up, once it is paid: refunds and disputes are told under this name.
ALTER TABLE open_top_up ADD COLUMN payment text NOT NULL DEFAULT '';
CREATE INDEX open_top_up_payment ON open_top_up (payment) WHERE payment <> '';
