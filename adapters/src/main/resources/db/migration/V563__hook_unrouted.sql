-- What nobody took is tried again for some days; how often nobody took it, which is no failure.
ALTER TABLE hook_event ADD COLUMN unrouted integer NOT NULL DEFAULT 0;
CREATE INDEX hook_event_unrouted ON hook_event (next_try_at) WHERE status = 'UNROUTED' AND next_try_at > 'epoch';
