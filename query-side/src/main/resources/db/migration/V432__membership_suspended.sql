ALTER TABLE membership_view ADD COLUMN suspended boolean NOT NULL DEFAULT false;
