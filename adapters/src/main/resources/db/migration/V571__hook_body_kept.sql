-- The body of a hook that is done with is removed in time; what it was and what became of it stays, so that it is still
-- known when it is told again.
ALTER TABLE hook_event ALTER COLUMN body DROP NOT NULL;
CREATE INDEX hook_event_kept ON hook_event (received_at)
    WHERE body IS NOT NULL AND status IN ('PROCESSED', 'IGNORED');
