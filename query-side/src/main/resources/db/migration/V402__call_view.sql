-- Where a call stands. Folded by the group call-view; rebuilt from the log at any time.
CREATE TABLE call_view (
    call_id          text PRIMARY KEY,
    status           text   NOT NULL,
    media            text   NOT NULL,
    pay_with         text   NOT NULL,
    member_id        text   NOT NULL,
    listener_id      text   NOT NULL,
    terms            text   NOT NULL,
    requested_at     timestamptz NOT NULL,
    admitted_at      timestamptz,
    accepted_at      timestamptz,
    connected_at     timestamptz,
    ended_at         timestamptz,
    end_reason       text,
    refuse_reason    text,
    granted_seconds  bigint,
    billable_seconds bigint,
    charges          text,
    requested        bigint NOT NULL, -- the position of the request, by which calls are listed
    position         bigint NOT NULL
) WITH (fillfactor = 60);
CREATE INDEX call_view_of_member ON call_view (member_id, requested);
CREATE INDEX call_view_of_listener ON call_view (listener_id, requested);
