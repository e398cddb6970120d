-- Personal texts move, sealed, into the log. Until a text has moved it is known whose it is; the texts about listeners tell by
-- their subject, those of calls, cards and penalties are found by the views of the query side (V498).
ALTER TABLE personal_text ADD COLUMN account_id text;
UPDATE personal_text SET account_id = 'acc_' || substr(subject, 5) WHERE subject LIKE 'lis\_%';
