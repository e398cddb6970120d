package dev.earshot.query.live;

import dev.earshot.api.call.Parties;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.ListenerId;
import jakarta.annotation.PreDestroy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the running calls in order: learns who takes part in those connected before this node started, forgets the dead. */
@Component
class LiveUpkeep {
    private static final Logger log = LoggerFactory.getLogger(LiveUpkeep.class);
    private static final int AT_ONCE = 10_000;
    private static final int LEARN_SECONDS = 1;
    private static final int FORGET_SECONDS = 30;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(LiveUpkeep::thread);
    private final LiveCalls calls;
    private final JdbcTemplate jdbc;

    LiveUpkeep(LiveCalls calls, JdbcTemplate jdbc) {
        this.calls = calls;
        this.jdbc = jdbc;
        timer.scheduleWithFixedDelay(this::learn, LEARN_SECONDS, LEARN_SECONDS, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(calls::forgetSilent, FORGET_SECONDS, FORGET_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
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
        try {
            calls.learnParties(this::whoTakesPart, AT_ONCE);
        } catch (RuntimeException databaseAway) {
            log.warn("Could not learn who takes part in running calls; asking again.", databaseAway);
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "live-upkeep");
        thread.setDaemon(true);
        return thread;
    }
}
