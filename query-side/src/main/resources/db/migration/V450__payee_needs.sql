-- Why a listener cannot be paid, and who takes calls paid by card. Folded anew from the log.
ALTER TABLE payee_view ADD COLUMN suspended boolean NOT NULL DEFAULT false;
ALTER TABLE payee_view ADD COLUMN needs text NOT NULL DEFAULT '';
ALTER TABLE listener_view ADD COLUMN vouched_for boolean NOT NULL DEFAULT false;
ALTER TABLE listener_view ADD COLUMN frozen boolean NOT NULL DEFAULT false;
TRUNCATE listener_view;
DELETE FROM processor_token WHERE processor_name = 'listener-view';
