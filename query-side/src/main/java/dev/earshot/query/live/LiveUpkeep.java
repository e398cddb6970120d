package dev.earshot.query.live;

import dev.earshot.api.call.Parties;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.platform.work.Pulse;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the running calls in order: learns who takes part in those connected before this node started, forgets the dead. */
@Component
class LiveUpkeep {
    private static final int AT_ONCE = 10_000;
    private static final Duration LEARN_EVERY = Duration.ofSeconds(1);
    private static final Duration FORGET_EVERY = Duration.ofSeconds(30);

    private final Pulse learning =
            new Pulse("live-learning", this::learn, "Could not learn who takes part in running calls; asking again.");
    private final Pulse forgetting;
    private final LiveCalls calls;
    private final JdbcTemplate jdbc;

    LiveUpkeep(LiveCalls calls, JdbcTemplate jdbc) {
        this.calls = calls;
        this.jdbc = jdbc;
        forgetting = new Pulse("live-forgetting", calls::forgetSilent, "Could not forget silent calls; trying again.");
        learning.begin(LEARN_EVERY, LEARN_EVERY);
        forgetting.begin(FORGET_EVERY, FORGET_EVERY);
    }

    @PreDestroy
    void stop() {
        learning.end();
        forgetting.end();
    }

    Map<CallId, Parties> whoTakesPart(List<CallId> callIds) {
        Map<CallId, Parties> known = new HashMap<>();
        jdbc.query(
                "SELECT call_id, member_id, listener_id FROM call_view WHERE call_id = ANY (?)",
                row -> {
                    known.put(
                            new CallId(row.getString("call_id")),
                            new Parties(
                                    new AccountId(row.getString("member_id")),
                                    new ListenerId(row.getString("listener_id"))));
                },
                (Object) callIds.stream().map(CallId::value).toArray(String[]::new));
        return known;
    }

    private void learn() {
        calls.learnParties(this::whoTakesPart, AT_ONCE);
    }
}
