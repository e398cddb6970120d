-- One append to the log at a time: whoever appends takes a lock, before the positions of the rows are drawn, that the commit
-- gives back. A trigger takes it, because every journey to the database would count while everybody else waits.
CREATE FUNCTION lock_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(7106407); -- Any number will do that nothing else locks on: "log" in ASCII.
    RETURN NULL;
END
$$;

CREATE TRIGGER one_append_at_a_time BEFORE INSERT ON domain_event FOR EACH STATEMENT EXECUTE FUNCTION lock_log();
