-- Subscriptions wait beside packs, as the version MEMBERSHIP. What is over, or disputed, is not looked after in vain.
ALTER TABLE waiting_purchase ADD COLUMN lasts_until timestamptz; -- of a subscription: until when it is paid
ALTER TABLE waiting_purchase ADD COLUMN disputed boolean NOT NULL DEFAULT false;
