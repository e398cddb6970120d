-- By whose clocks an account's days begin and end; empty where that was not chosen.
ALTER TABLE account_plan ADD COLUMN zone text;
