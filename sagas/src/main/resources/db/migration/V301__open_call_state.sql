-- Calls that are not settled: what their billing knows, and when it must be woken at the latest. Empty when nothing is
-- going on. The state moves here from Axon's own saga tables, where each fact cost five statements.
DROP TABLE open_call;
CREATE TABLE open_call (
    call_id    varchar(64) NOT NULL PRIMARY KEY,
    process_id varchar(36) NOT NULL,
    state      text        NOT NULL,
    due_at     timestamptz,
    story      varchar(255) NOT NULL
) WITH (fillfactor = 50);
CREATE INDEX open_call_due ON open_call (due_at);

INSERT INTO open_call (call_id, process_id, state, due_at, story)
SELECT a.association_value, s.saga_id, (convert_from(s.serialized_saga, 'UTF8')::jsonb #- '{billing,alarm}')::text, now(), s.saga_id
FROM saga s JOIN saga_association a ON a.saga_id = s.saga_id AND a.association_key = 'callId'
WHERE s.saga_type LIKE '%CallBillingSaga';

DELETE FROM saga_association WHERE saga_type LIKE '%CallBillingSaga';
DELETE FROM saga WHERE saga_type LIKE '%CallBillingSaga';
