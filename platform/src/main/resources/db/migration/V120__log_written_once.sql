-- What is in the log stays as it was written, whoever asks: grants keep the application's role from it (LogKeeping), this keeps
-- the owner from doing it by mistake. ALWAYS, so that session_replication_role does not switch it off.
CREATE FUNCTION refuse_to_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The log is written once: % of % is refused.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON domain_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite();
ALTER TABLE domain_event ENABLE ALWAYS TRIGGER written_once;
