package dev.earshot.query.call;

import dev.earshot.api.call.CallRefusal;
import dev.earshot.api.id.CallId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.web.Caller;
import dev.earshot.query.fold.CatchUp;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads calls for those who may see them. */
@Component
public class CallReader {
    private final CallRows rows;
    private final JdbcClient jdbc;
    private final CatchUp catchUp;

    CallReader(CallRows rows, JdbcClient jdbc, CatchUp catchUp) {
        this.rows = rows;
        this.catchUp = catchUp;
        this.jdbc = jdbc;
    }

    /** As whom the caller may look at this call; refused like an unknown call when it is not theirs. */
    public Sight sightOf(Caller caller, CallId callId) throws Refused {
        return seen(caller, callId).sight();
    }

    Seen seen(Caller caller, CallId callId) throws Refused {
        var call = catchUp.find("call-view", () -> find(callId)).orElseThrow(() -> unknown(callId));
        return new Seen(call, Sight.of(caller, call).orElseThrow(() -> unknown(callId)));
    }

    private Optional<CallState> find(CallId callId) {
        return Optional.ofNullable(rows.load(List.of(callId.value())).get(callId.value()));
    }

    /** The caller's calls on either side, newest first. */
    Page<CallState> own(Caller caller, CallStatus status, PageRequest page) throws Refused {
        List<CallState> calls = jdbc.sql("""
                        SELECT * FROM (
                            (SELECT * FROM call_view
                             WHERE member_id = :member AND requested < :before
                               AND (:status::text IS NULL OR status = :status)
                             ORDER BY requested DESC LIMIT :rows)
                            UNION ALL
                            (SELECT * FROM call_view
                             WHERE listener_id = :listener AND requested < :before AND admitted_at IS NOT NULL
                               AND (:status::text IS NULL OR status = :status)
                             ORDER BY requested DESC LIMIT :rows)
                        ) AS own ORDER BY requested DESC LIMIT :rows
                        """)
                .param("member", caller.accountId().value())
                .param("listener", caller.listenerId().value())
                .param("status", status == null ? null : status.name())
                .param("before", page.before())
                .param("rows", page.rows())
                .query(rows::state)
                .list();
        return Page.of(calls, page, call -> call.requested.toString());
    }

    private static Refused unknown(CallId callId) {
        return CallRefusal.CALL_UNKNOWN.of("there is no call %s that you take part in", callId);
    }

    record Seen(CallState call, Sight sight) {}
}
