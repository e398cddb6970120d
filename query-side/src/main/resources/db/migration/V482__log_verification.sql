-- Verifications of the log, with their progress while they run and their verdict afterwards. Not one of the tables that are
-- only added to, hence the name.
CREATE TABLE log_verification (
    verification_id text        PRIMARY KEY,
    asked_by        text        NOT NULL,
    status          text        NOT NULL,
    checked         bigint      NOT NULL DEFAULT 0,
    events          bigint      NOT NULL DEFAULT 0,
    asked_at        timestamptz NOT NULL,
    started_at      timestamptz,
    ended_at        timestamptz,
    reason          text,
    verdict         text
) WITH (fillfactor = 70);
-- One at a time, whichever node is asked.
CREATE UNIQUE INDEX log_verification_running ON log_verification ((true)) WHERE status IN ('WAITING', 'RUNNING');
