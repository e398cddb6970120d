-- What a member owes, and what each entry changed of it. Rebuilding wallet-view fills both for the past.
ALTER TABLE wallet_view ADD COLUMN owed bigint NOT NULL DEFAULT 0;
ALTER TABLE wallet_entry ADD COLUMN owed bigint, ADD COLUMN reference text;
