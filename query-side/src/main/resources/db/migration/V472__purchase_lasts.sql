-- Subscriptions are listed beside packs: until when they are paid. They have neither units nor one price.
ALTER TABLE purchase_view ADD COLUMN lasts_until timestamptz;
