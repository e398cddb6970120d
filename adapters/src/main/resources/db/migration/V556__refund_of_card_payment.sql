-- Refunds are of top-ups and of card payments; of a card payment the listener may have to give their share back too.
ALTER TABLE open_refund RENAME COLUMN top_up_id TO subject;
ALTER TABLE open_refund ADD COLUMN bearer text NOT NULL DEFAULT 'PLATFORM';
